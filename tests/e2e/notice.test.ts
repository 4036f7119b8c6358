/** A contract notice beside the weights of a procedure: what agrees, what does not, and what is no notice. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded, newFile } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo } from './support/walk.ts';

const NOTICE = 'questionnaires/examples/kreekmonde/notice.xml';

async function openProcedure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open an example with six bids' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/compare$/);
  await goTo(page, new URL(page.url()).hash.replace(/\/compare$/, ''));
  await check(page).waitFor();
}

const check = (page: Page) => page.getByRole('region', { name: 'Weights in the contract notice' });
const choose = (page: Page, file: string) => check(page).locator('input[type="file"]').setInputFiles(file);
const verdict = (page: Page) => check(page).getByRole('status').getByRole('paragraph').first();
/** The rows of the table, each as its cells. */
const rows = (page: Page) =>
  check(page)
    .getByRole('table')
    .locator('tbody')
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' '))));

test('N3 N4 the notice of the example agrees with its procedure; another weight, or another choice, is told first', async () => {
  const { page, troubles } = await openApp();
  await openProcedure(page);
  await choose(page, NOTICE);
  await verdict(page).filter({ hasText: 'The weights used are those that the notice publishes for LOT-0001.' }).waitFor();
  expect(await rows(page)).toEqual([
    ['Information', '20 % “Risk: information collated”: 8 %', '20 %', 'agrees'],
    ['Location', '20 % “Risk: data location”: 8 %', '20 %', 'agrees'],
    ['Operator', '30 % “Risk: operator”: 12 %', '30 %', 'agrees'],
    ['Integration', '30 % “Risk: software integration”: 12 %', '30 %', 'agrees'],
  ]);
  await check(page).getByText('Judged elsewhere, and left out of the published shares: “Price”: 60 %.').waitFor();
  await check(page).getByText('Notice 00000000-2026, version 01').waitFor();

  await check(page).getByText('Which criterion stands for which section').click();
  await check(page).getByLabel('“Risk: operator” stands for').selectOption({ label: 'no section: judged elsewhere' });
  await verdict(page)
    .filter({ hasText: /are not those .* Operator counts 30\s% and was not published/ })
    .waitFor();

  const other = (await readFile(NOTICE, 'utf8')).replace('>12<', '>22<').replace('00000000-2026', '00000001-2026');
  await choose(page, await newFile('other.xml', other));
  await verdict(page)
    .filter({ hasText: /Operator counts 30\s% and was published with 44\s%/ })
    .waitFor();
  expect((await rows(page)).map(([, , , agrees]) => agrees)).toEqual(['differs', 'differs', 'differs', 'differs']);
  await check(page)
    .getByText(/The procedure names the notice 00000000-2026 .* this one has the number 00000001-2026\./)
    .waitFor();
  expect(troubles).toEqual([]);
});

test('N7 which criterion stands for which section is kept when a person says so, and printed in the comparison', async () => {
  const { page, troubles } = await openApp();
  await openProcedure(page);
  await choose(page, NOTICE);
  await verdict(page).filter({ hasText: 'are those that the notice publishes' }).waitFor();
  const kept = page.getByRole('article').filter({ hasText: 'Notice 00000000-2026, LOT-0001' });
  expect(await kept.count()).toBe(0);
  await check(page).getByText('Which criterion stands for which section', { exact: true }).click();
  await check(page).getByLabel('“Risk: operator” stands for').selectOption({ label: 'no section: judged elsewhere' });
  await check(page).getByRole('button', { name: 'Keep this with the procedure' }).click();
  await check(page).getByText('Enter your name or your role').waitFor();
  expect(await kept.count()).toBe(0);
  await check(page).getByLabel('Your name or role').fill('Head of procurement');
  await check(page).getByRole('button', { name: 'Keep this with the procedure' }).click();
  await kept.getByText(/Operator counts 30\s% and was not published/).waitFor();
  // Said again, it takes the place of what was said before.
  await check(page).getByLabel('“Risk: operator” stands for').selectOption('op');
  await check(page).getByRole('button', { name: 'Keep this with the procedure' }).click();
  await kept.getByText('The weights used are those that the notice publishes for LOT-0001.').waitFor();
  await page.reload();
  await kept.getByText(/^Which criterion stands for which section was said by Head of procurement on /).waitFor();

  await goTo(page, `${new URL(page.url()).hash}/compare`);
  const download = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => download.getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false');
  const pdf = await readPdf(await downloaded(page, () => download.click()));
  if (pdf)
    for (const told of ['Weights published in the contract notice', '“Risk: operator”: 12 %', 'said by Head of procurement'])
      expect(pdf.text.replace(/\s+/g, ' ')).toContain(told);
  expect(troubles).toEqual([]);
});

test('N1 what is no contract notice is refused with its place, and nothing of the page is lost', async () => {
  const { page, troubles } = await openApp();
  await openProcedure(page);
  const xml = await readFile(NOTICE, 'utf8');
  const cases: readonly (readonly [name: string, text: string, sentence: RegExp])[] = [
    ['laughs.xml', xml.replace('<ContractNotice', '<!DOCTYPE x [<!ENTITY a "ha">]>\n<ContractNotice'), /Line 3, column 1: a document type/],
    ['procedure.json', '{ "format": "soundings-procedure/1" }', /Line 1, column 1: this stands outside the one element/],
    ['cut.xml', xml.slice(0, 3000), /Line \d+, column \d+: this is not whole XML/],
    ['page.xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /Line 1, column 1: expected a contract notice/],
  ];
  for (const [name, text, sentence] of cases) {
    await choose(page, await newFile(name, text));
    const said = check(page).getByRole('alert').filter({ hasText: sentence });
    await said.waitFor();
    expect(await said.innerText()).toContain(`“${name}” was not read as a contract notice, for one reason`);
  }
  await choose(page, NOTICE);
  await verdict(page).filter({ hasText: 'are those that the notice publishes' }).waitFor();
  expect(await check(page).getByRole('alert').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('the check is open to all', async () => {
  const app = await openApp();
  await openProcedure(app.page);
  await choose(app.page, await newFile('other.xml', (await readFile(NOTICE, 'utf8')).replace('>12<', '>22<')));
  await check(app.page).getByText('Which criterion stands for which section').click();
  expect(await faultsInEveryView(app, { byTab: true })).toEqual([]);
  expect(app.troubles).toEqual([]);
});
