/** Bids go by their labels until names are revealed: wherever several stand beside each other, and in every file of a comparison. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { goTo, heading } from './support/walk.ts';

const NAME = /Tarnwick|Sluiswerk|Ravnsund|Brennick|Ostrelle|Halvarn/;
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `example-kreekmonde-bid-${letter}`);
const PROCEDURE = 'example-kreekmonde';

/** All that the window says, its title and what is folded away among it. */
const said = async (page: Page) => `${await page.title()}\n${await page.evaluate(() => document.body.textContent)}`;

test('B7 no page that has several bids names a bidder before names are revealed, whatever address is typed; a bid its own pages do', async () => {
  const { page, troubles } = await openApp();
  await page.getByRole('button', { name: 'Open an example with six bids' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/compare$/);
  await page.getByText(/^[\d,]+ draws with seed \d+\./).waitFor();
  expect(await said(page)).not.toMatch(NAME);
  await page.getByText(/which open answers would separate them/).click();
  await page.getByRole('button', { name: /^Operator/ }).click();
  expect(await said(page)).not.toMatch(NAME);

  const pdf = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => pdf.getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false');
  const report = await downloaded(page, () => pdf.click());
  const book = await downloaded(page, () => page.getByRole('button', { name: 'Download the workbook (XLSX)' }).click());
  const table = await downloaded(page, () => page.getByRole('button', { name: 'Download one table (CSV)' }).click());
  expect((await readPdf(report))?.text ?? '').not.toMatch(NAME);
  for (const part of Object.values(unzipSync(await readFile(book)))) expect(strFromU8(part)).not.toMatch(NAME);
  expect(await readFile(table, 'utf8')).not.toMatch(NAME);
  for (const file of [report, book, table]) expect(file).not.toMatch(NAME);

  for (const address of ['#/', '#/register', `#/p/${PROCEDURE}`, `#/p/${PROCEDURE}/seal`]) {
    await goTo(page, address);
    await page.waitForTimeout(300);
    expect(await said(page), address).not.toMatch(NAME);
  }
  for (const address of [`#/compare/${IDS.join()}`, `#/merge/${IDS.slice(0, 2).join()}`]) {
    await goTo(page, address);
    await page.getByText(/of the assessments in the address are bids of a procedure whose names are not revealed/).waitFor();
    expect(await said(page), address).not.toMatch(NAME);
  }
  // Whoever fills one in must know whose it is.
  await goTo(page, `#/a/${IDS[0]}`);
  expect(await heading(page).innerText()).toMatch(NAME);

  await goTo(page, `#/compare/${IDS.join()}`);
  await page.getByRole('link', { name: 'Compare them there' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/compare$/);
  await goTo(page, `#/p/${PROCEDURE}`);
  await page.getByRole('button', { name: 'Reveal the names' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal the names' }).click();
  await page.locator('main').getByText('Ravnsund Portal A/S (fictional)').waitFor();
  for (const address of [`#/p/${PROCEDURE}/compare`, `#/compare/${IDS.join()}`]) {
    await goTo(page, address);
    await page.getByRole('region', { name: 'The order, and what decides it' }).getByText('Ravnsund Portal A/S (fictional)').waitFor();
  }
  expect(troubles).toEqual([]);
}, 180_000);
