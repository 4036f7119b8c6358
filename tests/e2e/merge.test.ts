/** Several evaluators of one bid: their files merged, what differs shown and settled. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Assessment, Entry } from '../../src/core/format/assessment.ts';
import { openApp } from './support/app.ts';
import { ADA, BEN, bidFile, linesOf, shownBy } from './support/evaluators.ts';
import { downloaded } from './support/files.ts';
import { choicesOf, choose, tick } from './support/keyboard.ts';
import { readPdf } from './support/pdf.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, saved } from './support/walk.ts';

/** Takes in the files of two evaluators, and follows the link to what they come to. */
async function openBoth(page: Page, ada = ADA, ben = BEN): Promise<void> {
  const input = page.locator('input[type="file"]').first();
  await input.setInputFiles(await bidFile('ada.json', ada));
  await page.waitForURL(/#\/a\//);
  await goTo(page, '#/');
  await input.setInputFiles(await bidFile('ben.json', ben));
  await page.getByRole('link', { name: 'See where they agree, and merge them' }).click();
  await heading(page).filter({ hasText: 'agree' }).waitFor();
}

async function merge(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Mo Moderator');
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.waitForURL(/#\/a\/[^/]+\/differences$/);
  await heading(page).waitFor();
}

const idOf = (page: Page): string => /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
const item = (page: Page, tag: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`${tag}$`) }) });
/** The radios that say what stands. */
const takes = (question: Locator): Locator => question.locator('input[name$="--take"]');
const histories = async (page: Page): Promise<Assessment> => {
  await goTo(page, `#/a/${idOf(page)}`);
  return JSON.parse(
    await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8'),
  );
};

test('E3 E4 two files of one bid: agreement in one sentence, then each difference side by side', async () => {
  const { page, troubles } = await openApp();
  await openBoth(page);
  expect(await heading(page).innerText()).toMatch(/^\d+ of \d+ answered questions agree, 1 was answered by one alone, 2 differ$/);
  const operator = item(page, 'DL-05');
  expect(await operator.innerText()).toContain('Contract, annex 4');
  expect(await operator.innerText()).toContain('The trustee has no staff there.');
  expect(await operator.innerText()).toMatch(/Ada Anders, 24 November 2026, \d\d:\d\d, in “Meridian/);
  expect(await item(page, 'OP-07').innerText()).toMatch(/Could not find out[\s\S]*The vendor declined to say/);
  await page.getByText('One question answered by one alone').click();
  expect(await item(page, 'OP-12').innerText()).toContain('In a reduced way, and only for days');
  await page.getByText('One question with the same answer, shown on different evidence').click();
  expect(await item(page, 'IC-03').innerText()).toMatch(/Own count[\s\S]*Statement of the terminal/);
  expect(troubles).toEqual([]);
});

test('E4 what differs is settled with a value, a reason and a name, or stays open; the originals are untouched', async () => {
  const { page, troubles } = await openApp();
  await openBoth(page);
  const ids = /merge\/(.+)$/.exec(page.url())?.[1]?.split(',') ?? [];
  await merge(page);
  expect(await heading(page).innerText()).toBe('The evaluators differ on 2 questions');

  const operator = item(page, 'DL-05');
  await operator.getByRole('button', { name: 'Settle this question' }).press('Enter');
  await operator.getByRole('button', { name: 'Settle', exact: true }).click();
  await operator.getByRole('button', { name: 'Choose what stands' }).waitFor();
  await operator.getByRole('button', { name: 'Enter the reason' }).waitFor();
  await choose(page, takes(operator), 'ben-baert-dl-05');
  await operator.getByLabel('Reason').fill('The visit shows what the contract only promises.');
  await operator.getByRole('button', { name: 'Settle', exact: true }).press('Enter');
  await page.getByText('DL-05 is settled.').waitFor();
  expect(await heading(page).innerText()).toBe('The evaluators differ on one question');

  const law = item(page, 'OP-07');
  await law.getByRole('button', { name: 'Settle this question' }).click();
  await choose(page, takes(law), 'other');
  await law.getByLabel('Reason').fill('The opinion came on the next day.');
  await law.getByRole('button', { name: 'Settle', exact: true }).click();
  await law.getByRole('button', { name: 'Choose or enter the other answer' }).waitFor();
  await choose(page, choicesOf(page, 'op-07'), 'treaty');
  await choose(page, law.locator('input[name="op-07--grade"]'), 'e2');
  await law.getByRole('button', { name: 'Settle', exact: true }).click();
  await heading(page).filter({ hasText: 'Nothing is left to settle' }).waitFor();
  await saved(page);

  const settled = page.getByRole('region', { name: 'Settled' });
  expect(await settled.innerText()).toMatch(/Settled by Mo Moderator[\s\S]*Reason: The visit shows what the contract only promises\./);
  await settled.getByText('What they had said').first().click();
  expect(await settled.innerText()).toContain('Contract, annex 4');

  await page.getByRole('button', { name: 'Undo' }).click();
  await heading(page).filter({ hasText: 'differ on one question' }).waitFor();

  const merged = await histories(page);
  const said = new Map(merged.history.map((entry) => [entry.id, entry]));
  for (const entry of [...ADA, ...BEN] as readonly Entry[]) expect(said.get(entry.id)).toMatchObject(entry);
  for (const id of ids) {
    await goTo(page, `#/a/${id}/history`);
    expect(await page.getByRole('main').innerText()).not.toContain('Mo Moderator');
  }
  expect(troubles).toEqual([]);
});

test('E4 an unsettled disagreement is said wherever the answers are: on the question, the check page, the result and the report', async () => {
  const { page, troubles } = await openApp();
  await openBoth(page);
  await merge(page);
  const id = idOf(page);
  await goTo(page, `#/a/${id}/check`);
  const main = page.getByRole('main');
  await main.getByText('The evaluators differ on 2 questions').waitFor();
  await main.getByText('The trustee has no staff there.').waitFor();
  await main.getByRole('link', { name: 'Answer DL-05' }).click();
  await page.getByText('The evaluators differ here.').waitFor();
  expect(
    await page
      .getByRole('group', { name: /DL-05$/ })
      .getByRole('radio')
      .count(),
  ).toBe(0);
  await goTo(page, `#/a/${id}/result`);
  await main.getByText('The evaluators differ on 2 questions').waitFor();
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
  const pdf = await readPdf(file);
  if (pdf) {
    expect(pdf.text).toMatch(/Several evaluators/);
    expect(pdf.text).toContain('The trustee has no staff there.');
  }
  expect(troubles).toEqual([]);
});

test('E1 files that share no entry are said to be one bid by choice alone, and other criteria are refused by name', async () => {
  const { page, troubles } = await openApp();
  const input = page.locator('input[type="file"]').first();
  const alone = (name: string, vendor: string, lines: readonly Entry[]): readonly Entry[] => [
    { id: `${name}-title`, at: '2026-11-24T08:00:00.000Z', by: name, kind: 'detail', detail: 'title', value: `File of ${name}` },
    { id: `${name}-vendor`, at: '2026-11-24T08:00:00.000Z', by: name, kind: 'detail', detail: 'vendor', value: vendor },
    ...lines,
  ];
  const take = async (name: string, history: readonly Entry[], more: Partial<Assessment> = {}): Promise<string> => {
    await goTo(page, '#/');
    await input.setInputFiles(await bidFile(`${name}.json`, [], { id: `bid-of-${name}`, history, ...more }));
    await page.waitForURL(/#\/a\//);
    return idOf(page);
  };
  const ada = await take('ada', alone('ada', 'One', linesOf('Ada', { 'ic-03': shownBy(10, 'e2', 'Count') })));
  const ben = await take('ben', alone('ben', 'Two', linesOf('Ben', { 'ic-03': shownBy(90, 'e2', 'Count') })));
  await goTo(page, '#/');
  for (const name of ['ada', 'ben']) await tick(page, page.getByRole('checkbox', { name: `Compare “File of ${name}”` }));
  await page.getByRole('link', { name: 'Merge these 2: one bid, several evaluators' }).click();
  await heading(page).filter({ hasText: '0 of 1 answered question agrees' }).waitFor();
  await page.getByText('They share no entry, so nothing but your choice says').waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/Vendor: (One \/ Two|Two \/ One)/);

  const example = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8')) as Assessment;
  const other = await take('carol', [], { policy: { ...example.policy, version: '9' } });
  await goTo(page, `#/merge/${ada},${ben},${other}`);
  await page.getByRole('heading', { level: 1, name: 'These cannot be merged' }).waitFor();
  await page.getByText('The files were not made with the same policy.').waitFor();
  await goTo(page, `#/merge/${ada},nothing`);
  await page.getByText('At least two assessments that are on this device are needed').waitFor();
  await page.getByText('One of the assessments in the address is not on this device').waitFor();
  expect(troubles).toEqual([]);
});

test('E2 a merged file merged again with one of its parts is the same', async () => {
  const { page, troubles } = await openApp();
  await openBoth(page);
  const [ada = ''] = /merge\/(.+)$/.exec(page.url())?.[1]?.split(',') ?? [];
  await merge(page);
  const merged = idOf(page);
  await goTo(page, `#/merge/${ada},${merged}`);
  await heading(page).filter({ hasText: '2 differ' }).waitFor();
  await page.getByText('They share 74 entries').waitFor();
  expect(await heading(page).innerText()).toContain(', 2 differ');
  expect(troubles).toEqual([]);
});

test('merging and settling are open to all', async () => {
  const app = await openApp();
  await openBoth(app.page);
  for (const summary of await app.page.locator('main summary').all()) await summary.click();
  expect(await faultsInEveryView(app, { byTab: true })).toEqual([]);
  await merge(app.page);
  for (const tag of ['DL-05', 'OP-07']) await item(app.page, tag).getByRole('button', { name: 'Settle this question' }).click();
  await choose(app.page, takes(item(app.page, 'DL-05')), 'other');
  expect(await faultsInEveryView(app, { byTab: true })).toEqual([]);
  expect(app.troubles).toEqual([]);
}, 240_000);
