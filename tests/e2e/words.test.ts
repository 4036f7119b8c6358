/** An answer reads the same wherever it is shown: on the check page, in the history and in the report. */
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { goTo, openExample, saved } from './support/walk.ts';

test('a number with its unit, one of it too', async () => {
  const { page, troubles } = await openApp();
  const at = `#/a/${await openExample(page, 'bidderB')}`;
  // From a fresh page: the words of the result have not come with anything before.
  await page.goto(new URL('.', page.url()).href);
  const typed = page.locator('#ic-05--typed');
  await goTo(page, `${at}/s/ic/ic-holdings`);
  for (const years of ['2', '1']) {
    await typed.fill(years);
    await typed.blur();
    await saved(page);
  }
  const said = '1 (in years)';
  const places: string[] = [];
  for (const place of ['check', 'history']) {
    await goTo(page, `${at}/${place}`);
    await page.getByText(said, { exact: true }).first().waitFor();
    places.push(place);
  }
  await goTo(page, `${at}/result`);
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
  const report = await readPdf(file);
  if (report) {
    places.push('report');
    expect(report.text).toContain(said);
    expect(report.text).not.toMatch(/\b1 years/);
  }
  console.log(`One amount, read in ${places.length} places: ${places.join(', ')}`);
  expect(troubles).toEqual([]);
});
