/** What was named for one answer never backs another one unseen (SPEC H4). */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { downloaded } from './support/files.ts';
import { press } from './support/keyboard.ts';
import { readPdf } from './support/pdf.ts';
import { goTo, openExample, saved } from './support/walk.ts';

const NO = 'No: the data is only ever decrypted under the buyer’s control';
const EARLIER = 'This evidence was given for “Yes”. Does it also support the new answer?';

/** The page of an example's question DL-07, and that question. */
async function atQuestion(page: Page, id: string): Promise<Locator> {
  await goTo(page, `#/a/${id}/check`);
  await page
    .getByRole('link', { name: 'Change DL-07' })
    .or(page.getByRole('link', { name: 'Answer DL-07' }))
    .click();
  const question = page.locator('#dl-07');
  await question.waitFor();
  return question;
}

test('evidence named for another answer is told on the question, when checking and in the report, until it is confirmed or cleared', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  const id = await openExample(page, 'bidderB');
  const question = await atQuestion(page, id);
  const live = page.getByRole('complementary', { name: /Result so far/ });
  const line = question.getByRole('status').filter({ hasText: EARLIER });
  expect(await live.innerText()).toContain('One gate applies');
  await question.getByRole('radio', { name: NO }).check();
  await line.waitFor();
  // It counts all the same.
  await expect.poll(() => live.innerText()).not.toContain('One gate applies');
  for (const view of [...VIEWS, { width: 390, scheme: 'light' } as const]) {
    await app.show(view);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await saved(page);

  await goTo(page, `#/a/${id}/check`);
  await page.getByText('Named for an earlier answer.').waitFor();
  expect(await page.getByText('Named for an earlier answer.').count()).toBe(1);
  await goTo(page, `#/a/${id}/result`);
  const report = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
  const pdf = await readPdf(report);
  if (pdf) expect(pdf.text).toContain('Named for an earlier answer.');

  await atQuestion(page, id);
  await press(page, line.getByRole('button', { name: 'Yes, keep it' }));
  await line.waitFor({ state: 'detached' });
  expect(await question.evaluate((element) => element === document.activeElement)).toBe(true);
  await saved(page);
  await page.reload();
  await question.locator('#dl-07--title').waitFor();
  expect(await question.locator('#dl-07--title').inputValue()).not.toBe('');
  expect(await question.innerText()).not.toContain('earlier answer');

  await goTo(page, `#/a/${id}/history`);
  await page.getByText('Confirmed: the same answer again').waitFor();

  await atQuestion(page, id);
  await question.getByRole('radio', { name: 'Yes', exact: true }).check();
  const again = question.getByRole('status').filter({ hasText: 'This evidence was given for “No: the data is only' });
  await again.waitFor();
  await press(page, again.getByRole('button', { name: 'No, clear it' }));
  await again.waitFor({ state: 'detached' });
  expect(await question.locator('#dl-07--title').inputValue()).toBe('');
  expect(await question.locator('input[name="dl-07--grade"]:checked').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await again.waitFor();
  expect(troubles).toEqual([]);
});

test('so is a note of why there was no answer, once there is one; changing it ends that', async () => {
  const { page, troubles } = await openApp();
  const question = await atQuestion(page, await openExample(page, 'replay'));
  await question.getByRole('radio', { name: 'Yes', exact: true }).check();
  const line = question.getByRole('status').filter({ hasText: 'This note was written for “Could not find out”. Does it also hold' });
  await line.waitFor();
  await question.locator('summary', { hasText: 'Reference, file and note' }).click();
  await question.locator('#dl-07--note').fill('Said by telephone on 3 May.');
  await line.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
});
