/** Bids chosen from the list and compared: what can be said, how firm it is, and what is no part of the result. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded, newFile } from './support/files.ts';
import { tick } from './support/keyboard.ts';
import { readPdf } from './support/pdf.ts';
import { soundings } from './support/terminal.ts';
import { faultsInEveryView } from './support/views.ts';
import { type EXAMPLES, goTo, heading, openExample } from './support/walk.ts';

const A = 'Scheldewaard PortData, offer of October 2026';
const B = 'Meridian Cargo Cloud, offer of October 2026';
const FOLDER = 'questionnaires/examples';
const LEAD = /^Bid A \(Scheldewaard PortData cv \(fictional\)\) is the lesser risk under the published weights/;

interface Compared {
  readonly flips: readonly { readonly a: string; readonly b: string; readonly section: string; readonly share: number | null }[];
  readonly acceptability: readonly { readonly file: string; readonly ranks: readonly number[] }[];
}

async function compareInTerminal(...options: readonly string[]): Promise<Compared> {
  const { stdout } = await soundings('compare', ...options);
  return JSON.parse(stdout) as Compared;
}

/** Opens examples and goes to their comparison, the bids in this order. */
async function compareExamples(page: Page, examples: readonly (keyof typeof EXAMPLES)[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const example of examples) {
    ids.push(await openExample(page, example));
    await goTo(page, '#/');
  }
  await goTo(page, `#/compare/${ids.join(',')}`);
  await isDrawn(page);
  return ids;
}

const isDrawn = (page: Page) => page.getByText(/^[\d,]+ draws with seed \d+\./).waitFor();
const drawnTable = (page: Page) => page.getByRole('table', { name: /^The same figures/ });
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

test('K2 two bids are chosen by keyboard, and the page says which is the lesser risk; the address brings it back', async () => {
  const { page, troubles } = await openApp();
  for (const example of ['bidderA', 'bidderB'] as const) {
    await openExample(page, example);
    await goTo(page, '#/');
  }
  await tick(page, page.getByRole('checkbox', { name: `Compare “${A}”` }));
  await page.getByText('Choose one more to compare.').waitFor();
  await tick(page, page.getByRole('checkbox', { name: `Compare “${B}”` }));
  await page.getByRole('link', { name: 'Compare these 2' }).press('Enter');
  await page.waitForURL(/#\/compare\/[^/,]+,[^/,]+$/);
  const side = page.getByRole('region', { name: 'Side by side' }).getByRole('table');
  await side.waitFor();
  expect(await heading(page).innerText()).toMatch(
    /Scheldewaard PortData cv \(fictional\)\) is the lesser risk under the published weights/,
  );
  const rows = await side.getByRole('row').allInnerTexts();
  expect(rows.find((row) => row.startsWith('Rating'))).toMatch(/Moderate\s+High/);
  expect(rows.find((row) => row.startsWith('Stops and gates'))).toMatch(/none\s+Can be compelled, can decrypt, sees single consignments/);
  expect(rows.find((row) => row.startsWith('Score'))).toMatch(/26\.6–28\.4\s+27\.4/);
  await page.reload();
  await heading(page).filter({ hasText: 'is the lesser risk' }).waitFor();
  expect(troubles).toEqual([]);
});

test('K4 the draws of the page are those of the terminal for the same seed, free and within a band, and can be cancelled', async () => {
  const { page, troubles } = await openApp();
  await compareExamples(page, ['bidderA', 'bidderB', 'renegotiated']);
  const files = ['scheldewaard', 'meridian', 'meridian-renegotiated'].map((name) => `${FOLDER}/${name}.json`);
  const places = async (): Promise<readonly string[]> => {
    const rows = await drawnTable(page).locator('tbody').getByRole('row').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ')).sort();
  };
  const expected = async (...options: readonly string[]) =>
    (await compareInTerminal(...options, ...files)).acceptability
      .map(({ ranks }, i) => [`Bid ${'ABC'[i]}`, ...ranks.map(percent)].join(' '))
      .sort();
  await drawnTable(page).waitFor();
  const free = await places();
  expect(free).toEqual(await expected());

  await page.getByLabel('Seed').fill('7');
  await page.getByLabel('Draws', { exact: true }).fill('2000');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await page.getByText(/^2,000 draws with seed 7\. Weights were free/).waitFor();
  expect(await places()).toEqual(await expected('--seed', '7', '--draws', '2000'));

  await page.getByLabel('Weights', { exact: true }).selectOption({ label: 'within a band around the published ones' });
  await page.getByLabel('Band, per cent of each').fill('17');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await page.getByText(/Each weight was drawn within 17\s% of the published one/).waitFor();
  const within = await places();
  expect(within).not.toEqual(free);
  expect(within).toEqual(await expected('--seed', '7', '--draws', '2000', '--band', '0.17'));

  await page.getByLabel('Draws', { exact: true }).fill('1000000');
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The draws were cancelled.').waitFor();
  expect(await page.getByRole('progressbar').count()).toBe(0);
  expect(await places()).toEqual(within);
  expect(troubles).toEqual([]);
});

test('K3 two bids swap in the what-if view at the share that the table and the terminal state, and nothing of it is kept', async () => {
  const { page, troubles } = await openApp();
  await compareExamples(page, ['bidderA', 'renegotiated']);
  const { flips } = await compareInTerminal(`${FOLDER}/scheldewaard.json`, `${FOLDER}/meridian-renegotiated.json`);
  const share = flips.find(({ section }) => section === 'si')?.share ?? Number.NaN;
  expect(share).toBeGreaterThan(0);
  const swaps = page.getByRole('region', { name: 'Under other weights' });
  const row = swaps.getByRole('row').filter({ hasText: 'Integration' });
  expect((await row.innerText()).replace(/\s/g, ' ')).toContain(percent(share));
  const now = swaps.getByText(/^What if: under the weights set above/);
  const first = await now.innerText();
  const field = swaps.getByLabel('Integration', { exact: true });
  const towards = share < 0.25 ? -1 : 1;
  await field.fill(String(share * 100 - towards * 0.1));
  await field.blur();
  expect(await now.innerText()).toBe(first);
  await field.fill(String(share * 100 + towards * 0.1));
  await expect.poll(() => now.innerText()).not.toBe(first);
  await swaps.getByRole('button', { name: 'Back to the published weights' }).click();
  await expect.poll(() => now.innerText()).toBe(first);
  await row.getByRole('button', { name: /^Try it/ }).click();
  await expect.poll(() => now.innerText()).not.toBe(first);
  const lead = await heading(page).innerText();
  await page.reload();
  await isDrawn(page);
  expect(await heading(page).innerText()).toBe(lead);
  expect(await field.inputValue()).toBe('25');
  expect(troubles).toEqual([]);
});

test('K1 an assessment made with another policy is refused by name, and the rest is compared', async () => {
  const { page, troubles } = await openApp();
  const other = JSON.parse(await readFile(`${FOLDER}/meridian.json`, 'utf8')) as { id: string; policy: { name: unknown; version: string } };
  const file = await newFile(
    'other.json',
    JSON.stringify({ ...other, id: `${other.id}-other`, policy: { ...other.policy, version: '9.9.9' } }),
  );
  const ids = await compareExamples(page, ['bidderA', 'bidderB']);
  await goTo(page, '#/');
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.waitForURL(/#\/a\/[^/]+/);
  const id = /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await goTo(page, `#/compare/${[...ids, id].join(',')}`);
  await isDrawn(page);
  const main = await page.getByRole('main').innerText();
  expect(main).toMatch(/made with other criteria\. policy [0-9a-f]{12} instead of [0-9a-f]{12}/i);
  expect(await heading(page).innerText()).toMatch(LEAD);
  await goTo(page, `#/compare/${ids[0]},${id}`);
  await page.getByRole('heading', { level: 1, name: 'These cannot be compared' }).waitFor();
  await goTo(page, '#/compare/nothing,here');
  await page.getByText('2 of the assessments in the address are not on this device').waitFor();
  expect(troubles).toEqual([]);
});

test('the comparison as PDF says what the page says', async () => {
  const { page, troubles } = await openApp();
  const [first] = await compareExamples(page, ['bidderA', 'bidderB', 'replay']);
  const report = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => report.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe('false');
  // That it is entered in the register changes nothing that is compared, so nothing is worked out anew and no button waits.
  const book = page.getByRole('button', { name: 'Download the workbook (XLSX)' });
  const waits = await book.evaluateHandle((button) => {
    const found: (string | null)[] = [];
    new MutationObserver(() => found.push(button.getAttribute('aria-disabled'))).observe(button, { attributes: true });
    return found;
  });
  const file = await downloaded(page, () => report.click());
  await page.getByText('The comparison has been made and handed to your browser.').waitFor();
  await page.waitForTimeout(1000);
  expect(await waits.jsonValue()).toEqual([]);
  expect(await downloaded(page, () => book.click())).toMatch(/\.xlsx$/);
  const pdf = await readPdf(file);
  if (pdf) expect(pdf.text).toContain((await heading(page).innerText()).replace(/\s+/g, ' '));
  expect(file).toMatch(/comparison-of-bids.*\.pdf$/);

  await goTo(page, `#/compare/${first},${first}`);
  await page.getByRole('heading', { level: 1, name: 'These cannot be compared' }).waitFor();
  expect(troubles).toEqual([]);
});

test('only what differs, a search, another order of the columns, and the answers behind a section', async () => {
  const { page, troubles } = await openApp();
  await compareExamples(page, ['bidderB', 'renegotiated']);
  const side = page.getByRole('region', { name: 'Side by side' });
  const questions = side.getByRole('rowheader').filter({ hasText: /DL-\d+$/ });
  await side.getByRole('button', { name: /^Location/ }).click();
  expect(await questions.count()).toBeGreaterThan(5);
  const keys = side.getByRole('row').filter({ hasText: 'How is our stored data encrypted, and who holds the keys?' });
  expect(await keys.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringMatching(/^The keys exist only under the buyer’s control.*\n*Shown by: /),
    expect.stringMatching(/^The buyer makes the key and imports it into the provider’s key service\n*Shown by: /),
  ]);
  await side.getByLabel('Only differences').check();
  await side.getByRole('button', { name: /^Operator/ }).waitFor({ state: 'detached' });
  expect(await questions.count()).toBeLessThan(5);
  expect(await questions.count()).toBeGreaterThan(0);

  const heads = async () => (await side.getByRole('columnheader').allInnerTexts()).slice(1).map((head) => head.slice(0, 5));
  expect(await heads()).toEqual(['Bid B', 'Bid A']);
  await side.getByLabel('Columns by').selectOption({ label: 'name of the vendor' });
  expect(await heads()).toEqual(['Bid B', 'Bid A']);
  await side.getByLabel('Find a vendor').fill('offer of october');
  expect(await heads()).toEqual(['Bid A']);
  await side.getByLabel('Find a vendor').fill('nobody');
  await side.getByText('No bid has that in its name.').waitFor();
  await side.getByLabel('Find a vendor').fill('');

  await side.getByLabel('Only differences').uncheck();
  await side.getByLabel('Find a question').fill('who holds the keys');
  expect(await side.getByRole('rowheader').allInnerTexts()).toEqual([
    expect.stringMatching(/^Location/),
    expect.stringMatching(/^How is our stored data encrypted, and who holds the keys\?/),
  ]);
  await side.getByLabel('Find a question').fill('GRTH-99');
  await side.getByText('No question has that in its text.').waitFor();
  expect(troubles).toEqual([]);
});

test('the columns by score, by any section, by the first places and by what is answered', async () => {
  const { page, troubles } = await openApp();
  await compareExamples(page, ['bidderA', 'bidderB', 'renegotiated', 'replay']);
  const side = page.getByRole('region', { name: 'Side by side' });
  const cells = async (head: RegExp) => side.getByRole('row').filter({ hasText: head }).getByRole('cell').allInnerTexts();
  const upper = (figure: string) => Number(figure.trim().split('–').at(-1));
  const first = (places: string) => Number(/(?:^|\s)1: ([\d.]+)/.exec(places)?.[1] ?? 0);
  const coverage = (figure: string) => Number(figure.replace(/\D/g, ''));
  for (const [sort, head, of, sign] of [
    ['score, upper end', /^Score of 100/, upper, 1],
    ['Location, upper end', /^Location/, upper, 1],
    ['Operator, upper end', /^Operator/, upper, 1],
    ['Integration, upper end', /^Integration/, upper, 1],
    ['Information, upper end', /^Information/, upper, 1],
    ['share of first places', /^Place in/, first, -1],
    ['weight answered', /^Weight answered/, coverage, -1],
  ] as const) {
    await side.getByLabel('Columns by').selectOption({ label: sort });
    const figures = (await cells(head)).map(of);
    expect(figures, sort).toHaveLength(4);
    expect(figures, sort).toEqual([...figures].sort((a, b) => sign * (a - b)));
    expect(new Set(figures).size, sort).toBeGreaterThan(1);
  }
  expect(troubles).toEqual([]);
});

test('what takes long comes from beside the page: ways out, open answers that would separate, commitments', async () => {
  const { page, troubles } = await openApp();
  await compareExamples(page, ['bidderA', 'bidderB', 'replay']);
  const side = page.getByRole('region', { name: 'Side by side' });
  await side.getByText('G1 · at least High · 3 ways out').waitFor();
  await side.getByText(/^10 could apply: G0, /).waitFor();
  await page.getByText(/are not all separated by present answers: which/).click();
  const open = page.getByRole('link', { name: /Up to [\d.]+ points/ });
  await open.first().waitFor();
  expect(await open.count()).toBeLessThanOrEqual(12);
  const change = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What would change it' }) });
  await change.getByText('Supposition: the order if each bid met the first of its rows').waitFor();
  expect(await change.getByRole('row').filter({ hasText: 'Bid B' }).first().innerText()).toMatch(/now: High[\s\S]*Switches off gate/);
  expect(await heading(page).innerText()).not.toContain('Supposition');
  await open.first().click();
  await page.waitForURL(/#\/a\/[^/]+\/s\//);
  expect(troubles).toEqual([]);
});

test('on paper from the browser there is every bid, and nothing to press', async () => {
  const { page, troubles, show } = await openApp();
  await compareExamples(page, ['bidderA', 'bidderB', 'renegotiated', 'replay']);
  await show({ width: 768, scheme: 'light' });
  const side = page.getByRole('region', { name: 'Side by side' });
  await side.getByText('Bids 1 to 2 of 4').waitFor();
  const names = async () => new Set((await side.getByRole('columnheader').allInnerTexts()).map((text) => text.slice(0, 5)).filter(Boolean));
  expect((await names()).size).toBe(3);
  await page.emulateMedia({ media: 'print' });
  await side.getByText('Bids 1 to 2 of 4').waitFor({ state: 'detached' });
  expect([...(await names())].sort()).toEqual(['Bid A', 'Bid B', 'Bid C', 'Bid D', 'What ']);
  expect(await side.getByLabel('Columns by').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await side.getByText('Bids 1 to 2 of 4').waitFor();
  expect(troubles).toEqual([]);
});

test('the comparison is open to all', async () => {
  const app = await openApp();
  await compareExamples(app.page, ['bidderA', 'bidderB', 'renegotiated', 'replay']);
  await app.page.getByRole('heading', { name: 'What would change it' }).waitFor();
  await app.page.getByText(/are not all separated by present answers: which/).click();
  await app.page
    .getByRole('button', { name: /^Location/ })
    .first()
    .click();
  expect(await faultsInEveryView(app, { byTab: true })).toEqual([]);
  await app.show({ width: 768, scheme: 'light' });
  await app.page.getByText('Bids 1 to 2 of 4').waitFor();
  await app.page.getByRole('button', { name: 'Next bids' }).press('Enter');
  await app.page.getByText('Bids 3 to 4 of 4').waitFor();
  await app.page.getByRole('button', { name: 'Next bids' }).press('Enter');
  await app.page.getByText('Bids 3 to 4 of 4').waitFor();
  expect(app.troubles).toEqual([]);
}, 240_000);
