/** What is saved is there after the page itself breaks down, and the order of answers hangs on no clock. `npm run test:long` breaks it down more often. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/core/canonical.ts';
import { fold } from '../../src/core/history.ts';
import { openApp } from './support/app.ts';
import { BACKEND, backendsIn } from './support/backend.ts';
import { downloaded } from './support/files.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const CRASHES = Number(process.env.CRASH_ROUNDS ?? 3);
const HOLDINGS = 's/ic/ic-holdings';
const OPTIONS = ['pub', 'aggm', 'aggd', 'mbl', 'hbl', 'item'] as const;
const YEARS = 10 * 365.25 * 24 * 3_600_000;
const radio = (page: Page, value: string) => page.locator(`#ic-02 input[value="${value}"]`);
const checked = (page: Page) => page.locator('input[name="ic-02"]:checked').getAttribute('value');

test(
  `the page breaks down ${CRASHES} times after "Saved": every answer is there`,
  async () => {
    const { page: first, context, address, profile } = await openApp();
    const at = `#/a/${await openExample(first, 'bidderB')}/${HOLDINGS}`;
    let page = first;
    let kept = 0;
    for (let round = 0; round < CRASHES; round += 1) {
      await goTo(page, at);
      const answer = OPTIONS[round % OPTIONS.length] ?? '';
      await radio(page, answer).check();
      await saved(page);
      const crashed = page.waitForEvent('crash');
      page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      const next = await context.newPage();
      await page.close();
      page = next;
      await page.goto(address + at);
      await heading(page).waitFor();
      await radio(page, answer).waitFor();
      if ((await checked(page)) === answer) kept += 1;
    }
    expect(await backendsIn(profile)).toEqual([BACKEND]);
    process.stdout.write(`crashes of the page (${BACKEND}): ${CRASHES} tried, ${CRASHES - kept} answers lost\n`);
    expect(kept).toBe(CRASHES);
  },
  60_000 + 10_000 * CRASHES,
);

test('a clock that jumps ten years back and twenty on changes no order: the answer given last holds, here and in the file', async () => {
  const { page, address } = await openApp();
  const id = await openExample(page, 'bidderB');
  const now = Date.now();
  const answers = [
    ['aggm', 0],
    ['mbl', -YEARS],
    ['hbl', YEARS],
    ['item', -YEARS],
  ] as const;
  await page.clock.install({ time: now });
  await goTo(page, `#/a/${id}/${HOLDINGS}`);
  for (const [answer, away] of answers) {
    await page.clock.setSystemTime(now + away);
    await radio(page, answer).check();
    // What waits for a moment to pass is on a clock that stands still otherwise.
    await page.clock.runFor(2000);
    await saved(page);
  }
  await page.clock.resume();
  await page.goto(`${address}#/a/${id}/${HOLDINGS}`);
  await page.reload();
  await heading(page).waitFor();
  expect(await checked(page)).toBe('item');
  await goTo(page, `#/a/${id}/result`);
  const file = JSON.parse(
    await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8'),
  );
  const given = file.history.filter((entry: { readonly question?: string }) => entry.question === 'ic-02').slice(-answers.length);
  expect(given.map((entry: { readonly answer: { readonly value: string } }) => entry.answer.value)).toEqual(
    answers.map(([answer]) => answer),
  );
  // The times are as the clock said, so they run back; the state follows the places, and the file is the same to any clock.
  expect(given.map((entry: { readonly at: string }) => entry.at)).not.toEqual(
    given.map((entry: { readonly at: string }) => entry.at).toSorted(),
  );
  expect(fold(file.history).answers.get('ic-02')).toMatchObject({ value: 'item' });
  const again = await openApp();
  await again.page.clock.install({ time: now + 2 * YEARS });
  await again.page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await again.page.waitForURL(/#\/a\//);
  await goTo(again.page, `${new URL(again.page.url()).hash.replace(/\/result$/, '')}/result`);
  const there = JSON.parse(
    await readFile(await downloaded(again.page, () => again.page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8'),
  );
  expect(hashOf({ ...there, id: file.id })).toBe(hashOf(file));
});
