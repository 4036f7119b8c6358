/** The comparison as a workbook and as a table, from its page: what is handed out opens, says what the page says, and is the terminal's. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded, newFolder } from './support/files.ts';
import { judge } from './support/judges.ts';
import { press } from './support/keyboard.ts';
import { soundings } from './support/terminal.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, openExample } from './support/walk.ts';

const FILES = ['scheldewaard', 'meridian'].map((name) => `questionnaires/examples/${name}.json`);

test('a workbook and a table are handed out, by keyboard, in the figures of the page and of the terminal', async () => {
  const { page, troubles } = await openApp();
  const ids: string[] = [];
  for (const example of ['bidderA', 'bidderB'] as const) {
    ids.push(await openExample(page, example));
    await goTo(page, '#/');
  }
  await goTo(page, `#/compare/${ids.join(',')}`);
  const book = page.getByRole('button', { name: 'Download the workbook (XLSX)' });
  await expect.poll(() => book.getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false');

  const workbook = await downloaded(page, () => press(page, book));
  expect(workbook).toMatch(/comparison-of-bids.*\.xlsx$/);
  const parts = unzipSync(await readFile(workbook));
  const texts = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(texts).toContain('Scheldewaard PortData cv (fictional)');
  await page.getByText(/\.xlsx has been made and handed to your browser\.$/).waitFor();

  const csv = page.getByRole('button', { name: 'Download one table (CSV)' });
  const table = await downloaded(page, () => csv.click());
  const text = await readFile(table, 'utf8');
  const out = join(await newFolder(), 'terminal.csv');
  await soundings('compare', ...FILES, '--out', out);
  expect(text.split('\r\n')).toEqual((await readFile(out, 'utf8')).split('\r\n'));

  await page.getByLabel('Figures in the CSV').selectOption({ label: '27,4 · columns by semicolon' });
  const comma = await readFile(await downloaded(page, () => csv.click()), 'utf8');
  expect(comma.split('\r\n')[0]).toMatch(/^\ufeff"Bid";"Vendor";/);
  expect(comma.includes(';27,354928457869633;')).toBe(true);
  expect(text.includes(',27.354928457869633,')).toBe(true);

  const folder = await newFolder();
  const said = await judge('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    folder,
    workbook,
  ]);
  if (said !== undefined) {
    const opened = await readFile(join(folder, `${basename(workbook, '.xlsx')}.csv`), 'utf8');
    expect(opened).toContain('Bid A,Scheldewaard PortData cv (fictional)');
    expect(opened).toMatch(/,26\.62\d*,28\.42\d*,/);
  }
  expect(troubles).toEqual([]);
});

test('the ways out of a comparison are open to all', async () => {
  const app = await openApp();
  const ids: string[] = [];
  for (const example of ['bidderA', 'bidderB'] as const) {
    ids.push(await openExample(app.page, example));
    await goTo(app.page, '#/');
  }
  await goTo(app.page, `#/compare/${ids.join(',')}`);
  await app.page.getByRole('button', { name: 'Download the workbook (XLSX)' }).waitFor();
  expect(await faultsInEveryView(app)).toEqual([]);
  expect(app.troubles).toEqual([]);
});

test('a browser whose language is no tag of a language, as where LANG is C, shows the comparison', async () => {
  const { page, troubles } = await openApp();
  await page.addInitScript(() => Object.defineProperty(navigator, 'language', { value: 'C' }));
  await page.reload();
  const id = await openExample(page, 'bidderA');
  await goTo(page, '#/');
  const other = await openExample(page, 'bidderB');
  await goTo(page, `#/compare/${id},${other}`);
  await page.getByLabel('Figures in the CSV').waitFor();
  expect(troubles).toEqual([]);
});
