/** A tender in a real browser: criteria are set and sealed, bids join or are refused, and a change in spite of the seal stays in sight. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { type App, openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { downloaded, newFile } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { goTo, heading } from './support/walk.ts';

const AUTHORITY = 'Port of Zandvliet (fictional)';
const VENDOR = 'Hoist and Sons (fictional)';

/** Fills in what a new procedure begins with, and goes on to its criteria. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New procedure' }).click();
  await page.getByLabel('Number of the procedure').fill('ZV-2026-7');
  await page.getByLabel('Subject').fill('Crane platform');
  await page.getByLabel('Authority that buys').fill(AUTHORITY);
  await page.getByLabel('Your name or role').fill('Procurement officer');
  await page.getByRole('button', { name: 'Continue to the criteria' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/criteria$/);
  await heading(page).filter({ hasText: 'Set the criteria' }).waitFor();
}

const weight = (page: Page, section: string) => page.getByLabel(section, { exact: true });
const idOf = (page: Page): string => /#\/p\/([^/]+)/.exec(page.url())?.[1] ?? '';
const sealOn = async (page: Page): Promise<string> => (await page.locator('[data-seal]').first().getAttribute('data-seal')) ?? '';

/** From the home page to a procedure with other weights and the buyer's answer, sealed. @returns the code of the seal */
async function seal(page: Page): Promise<string> {
  await begin(page);
  await weight(page, 'Data location').fill('30');
  await page.locator('#pr-03 input[value="crit"]').check();
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await page.getByRole('link', { name: 'Seal the criteria' }).click();
  await page.getByRole('button', { name: 'Seal the criteria' }).click();
  await heading(page).filter({ hasText: 'The seal of ZV-2026-7' }).waitFor();
  return sealOn(page);
}

/** The file of a bid, as its assessor would send it. */
async function fileOf(page: Page, label: string): Promise<Assessment> {
  const path = await downloaded(page, () => page.getByRole('button', { name: `Download file of ${label}` }).click());
  return JSON.parse(await readFile(path, 'utf8')) as Assessment;
}

test('from a new procedure to revealed names: weights, seal, bids, a refused file, a deviation above the comparison', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  await begin(page);

  // Weights: shares follow what is typed, and there is a way back to the published ones.
  expect(await weight(page, 'Data location').inputValue()).toBe('15');
  await weight(page, 'Data location').fill('0');
  await page.locator('main').getByText('0.0 %').waitFor();
  await weight(page, 'Data location').fill('thirty');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await page.getByRole('alert').getByText('Data location: enter a weight from 0 to 1,000,000').waitFor();
  await page.getByRole('button', { name: 'Back to the weights of the questionnaire' }).click();
  expect(await weight(page, 'Data location').inputValue()).toBe('15');
  await weight(page, 'Data location').fill('30');
  await page.locator('main').getByText('26.1 %').waitFor();
  await page.locator('#pr-03 input[value="crit"]').check();
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await heading(page).filter({ hasText: 'Crane platform' }).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved \d\d:\d\d/ })
    .waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Data location' });
  expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(/in the questionnaire 15 30 26\.1 %/);
  // Nothing joins before the seal.
  expect(await page.getByRole('button', { name: 'Start a bid' }).count()).toBe(0);

  // The seal: what is fixed, who and when, and a code that somebody else can read out.
  await page.getByRole('link', { name: 'Seal the criteria' }).click();
  await page.getByRole('heading', { name: 'About to be fixed' }).waitFor();
  await page.getByLabel('Your name or role').fill('');
  await page.getByRole('button', { name: 'Seal the criteria' }).click();
  await page.getByRole('alert').getByText('Enter your name or your role').waitFor();
  await page.getByLabel('Your name or role').fill('Head of procurement');
  await page.getByRole('button', { name: 'Seal the criteria' }).click();
  await heading(page).filter({ hasText: 'The seal of ZV-2026-7' }).waitFor();
  const code = await sealOn(page);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(await page.locator('main').innerText()).toContain('Head of procurement');
  await page.getByLabel('The other code').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByText('The same. Both stand for the same criteria.').waitFor();
  await page.getByLabel('The other code').fill(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByText(/^Not the same\./).waitFor();

  // A first bid begins with the authority's answer, which is not its to change.
  await page.getByRole('link', { name: 'Crane platform' }).click();
  const procedure = idOf(page);
  await page.getByRole('button', { name: 'Start a bid' }).click();
  await page.waitForURL(/#\/a\/[^/]+$/);
  await heading(page).filter({ hasText: 'Bid A' }).waitFor();
  await page.getByRole('link', { name: 'Bid A of Crane platform' }).waitFor();
  const bid = /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
  expect(await page.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
  await goTo(page, `#/a/${bid}/s/pr/profile`);
  await page.locator('#pr-03').getByText('The authority answered this once for all bids of the procedure.').waitFor();
  expect(await page.locator('#pr-03 input').count()).toBe(0);
  await page.locator('#pr-03').getByRole('link', { name: 'Look at the procedure' }).click();
  await heading(page).filter({ hasText: 'Crane platform' }).waitFor();
  const file = await fileOf(page, 'Bid A');
  const vendor = { id: 'entry-of-vendor', at: '2026-11-23T10:00:00.000Z', by: 'Assessor', kind: 'detail', detail: 'vendor', value: VENDOR };
  const other = { ...file, id: 'bid-from-elsewhere', history: [...file.history, vendor] };

  // Of two files, the one under other weights is refused by line, and the one that agrees joins.
  const strange = { ...other, id: 'bid-of-strangers', policy: { ...other.policy, weights: { dl: 5 } } };
  const [good, bad] = [await newFile('hoist.json', JSON.stringify(other)), await newFile('strange.json', JSON.stringify(strange))];
  await page.locator('main input[type="file"][multiple]').setInputFiles([bad, good]);
  await page.getByText('“hoist.json” is Bid B now.').waitFor();
  await page.getByText(/^“strange\.json” was not taken in: it differs from the criteria of this procedure in one thing/).waitFor();
  const refusal = page.getByRole('status').filter({ hasText: 'strange.json' });
  expect((await refusal.innerText()).replace(/\s+/g, ' ')).toMatch(/Section “Data location”: weight Sealed criteria 30.* The file 5/);
  expect(await page.locator('main').innerText()).not.toContain(VENDOR);

  // A change in spite of the seal needs a reason, and shows what it changes before it is made.
  await page.getByRole('link', { name: 'Change in spite of the seal' }).click();
  await page.getByText('Nothing yet: the criteria are as they were.').waitFor();
  await weight(page, 'Data location').fill('20');
  const changes = page.getByRole('region', { name: 'What this changes' });
  await changes.getByText(/Section “Data location”: weight/).waitFor();
  await page.getByRole('button', { name: 'Record this deviation' }).click();
  await page.getByRole('alert').getByText('Enter the reason for the change').waitFor();
  await page.getByLabel('Reason for the change').fill('The notice named twenty.');
  await page.getByRole('button', { name: 'Record this deviation' }).click();
  const deviation = page.getByRole('region', { name: 'One deviation since the seal' });
  const said = /The notice named twenty\. Section “Data location”: weight Before 30.* Now 20/;
  await deviation.waitFor();
  expect((await deviation.innerText()).replace(/\s+/g, ' ')).toMatch(said);
  // The seal stays what it was.
  expect(await sealOn(page)).toBe(code);

  // Above the comparison, with the seal, and labels in place of names.
  await page.getByRole('link', { name: 'Compare the 2 bids' }).click();
  await page.waitForURL(/\/compare$/);
  await page.getByRole('region', { name: 'Side by side' }).getByRole('table').waitFor();
  await deviation.getByText('The reason').click();
  expect((await deviation.innerText()).replace(/\s+/g, ' ').replace('The reason ', '')).toMatch(said);
  await page.getByRole('link', { name: new RegExp(code) }).waitFor();
  const table = page.getByRole('region', { name: 'Side by side' }).getByRole('table');
  expect(await table.innerText()).toContain('Bid B');
  expect(await page.locator('main').innerText()).not.toContain(VENDOR);

  // Names are revealed by one act that asks first.
  await goTo(page, `#/p/${procedure}`);
  await page.getByRole('button', { name: 'Reveal the names' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await page.locator('main').innerText()).not.toContain(VENDOR);
  await page.getByRole('button', { name: 'Reveal the names' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal the names' }).click();
  await page.getByText(/^Revealed on .* by Head of procurement\.$/).waitFor();
  await page.locator('main').getByText(VENDOR).waitFor();
  await goTo(page, `#/p/${procedure}/compare`);
  await table.getByText(VENDOR).waitFor();

  // On paper as well: the report of the bid, and that of the comparison.
  await goTo(page, `#/a/${bid}/result`);
  await page.getByRole('link', { name: 'Bid A of Crane platform' }).waitFor();
  const report = await readPdf(await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click()));
  await goTo(page, `#/p/${procedure}/compare`);
  const download = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => download.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe('false');
  const comparison = await readPdf(await downloaded(page, () => download.click()));
  for (const paper of [report, comparison])
    for (const told of [code, 'The notice named twenty.', 'Section “Data location”: weight']) if (paper) expect(paper.text).toContain(told);

  // All of it is on disk.
  await page.reload();
  await deviation.waitFor();
  expect(troubles).toEqual([]);
}, 240_000);

test('a procedure and its bids go from one device to another as files, and say what came of them', async () => {
  const from = await openApp();
  await seal(from.page);
  await from.page.getByRole('link', { name: 'Crane platform' }).click();
  await from.page.getByRole('button', { name: 'Start a bid' }).click();
  await heading(from.page).filter({ hasText: 'Bid A' }).waitFor();
  await from.page.getByRole('link', { name: 'Bid A of Crane platform' }).click();
  const bid = await downloaded(from.page, () => from.page.getByRole('button', { name: 'Download file of Bid A' }).click());
  const tender = from.page.getByRole('region', { name: 'The tender' });
  const procedure = await downloaded(from.page, () => tender.getByRole('button', { name: 'Download file' }).click());

  const to = await openApp();
  const open = (file: string) => to.page.locator('main input[type="file"]').first().setInputFiles(file);
  await open(procedure);
  await to.page.getByText(/^The procedure “Crane platform” was taken in\. One of its bids is not on this device/).waitFor();
  await to.page.getByText(/^Sealed on .* · one bid$/).waitFor();
  await open(bid);
  await to.page.getByText(/is Bid A of the procedure “Crane platform”\. It is on this device now\.$/).waitFor();
  await open(bid);
  await to.page.getByText(/All of it was here already\.$/).waitFor();
  await open(procedure);
  await to.page.getByText('The procedure “Crane platform” is already here, with everything that the file holds.').waitFor();
  // A bid stands with its procedure alone.
  await to.page.getByText('There are none on this device yet. Start one').waitFor();

  // To the bin with its bids, and back.
  await to.page.getByRole('button', { name: 'Delete “Crane platform”' }).click();
  await to.page.getByRole('button', { name: 'Undo' }).click();
  await to.page.getByRole('link', { name: 'Crane platform', exact: true }).click();
  await to.page.getByRole('link', { name: 'Bid A', exact: true }).waitFor();

  // A bid is removed with a reason, and comes back under its label.
  await to.page.getByRole('button', { name: 'Remove Bid A' }).click();
  await to.page.getByRole('button', { name: 'Remove the bid' }).click();
  await to.page.getByText('Enter the reason').waitFor();
  await to.page.getByLabel('Reason').fill('Withdrawn by the bidder.');
  await to.page.getByRole('button', { name: 'Remove the bid' }).click();
  await to.page.getByText('Bid A is no longer a bid of this procedure.').waitFor();
  await to.page.getByText('One bid was removed').click();
  await to.page.getByText(/^Bid A: Withdrawn by the bidder\./).waitFor();
  await to.page.getByRole('button', { name: 'Take in again: Bid A' }).click();
  await to.page.getByRole('link', { name: 'Bid A', exact: true }).waitFor();
  expect([...from.troubles, ...to.troubles]).toEqual([]);
}, 240_000);

test('two windows: what one seals the other does not write over', async () => {
  const app: App = await openApp();
  const { page, context, troubles } = app;
  await begin(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await weight(other, 'Data location').fill('40');
  await other.getByRole('button', { name: 'Save the criteria' }).click();
  await heading(other).filter({ hasText: 'Crane platform' }).waitFor();
  await weight(page, 'Data location').fill('1');
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await page.getByText(/^The criteria were changed in another window/).waitFor();
  await goTo(page, `#/p/${idOf(page)}`);
  const row = page.getByRole('row').filter({ hasText: 'Data location' });
  expect(await row.innerText()).toMatch(/40/);
  await other.getByRole('link', { name: 'Seal the criteria' }).click();
  await other.getByRole('button', { name: 'Seal the criteria' }).click();
  await heading(other).filter({ hasText: 'The seal of' }).waitFor();
  // This window follows.
  await page.getByText(/^Sealed on /).waitFor();
  expect(await sealOn(page)).toBe(await sealOn(other));
  expect(troubles).toEqual([]);
}, 120_000);

test('the example opens with one click, and its whole story is in sight at 1440 by 900: nothing of it is cut by the fold', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  await page.getByRole('button', { name: 'Open an example with six bids' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/compare$/);
  const order = page.getByRole('region', { name: 'The order, and what decides it' });
  const bids = order.getByRole('listitem');
  await bids.nth(5).waitFor();
  await page.evaluate(() => document.fonts.ready);
  // What comes later must not push any of it away.
  await page.getByText(/the first place falls to/).waitFor();
  const texts = (await bids.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  expect(texts.map((text) => /Bid [A-F] (Moderate|Not ratable – information missing|High|Stop)/.exec(text)?.[0])).toEqual([
    'Bid C Moderate',
    'Bid B Moderate',
    'Bid D Moderate',
    'Bid E Not ratable – information missing',
    'Bid A High',
    'Bid F Stop',
  ]);
  const of = (label: string) => bids.filter({ hasText: new RegExp(`^(\\s*[\\d–]+)?\\s*${label}`) });
  const deviation = page.getByRole('region', { name: 'One deviation since the seal' });
  const story = {
    'the order in a sentence': heading(page).filter({ hasText: 'Bid C and Bid B are not separated by present answers' }),
    'one stop': of('Bid F').getByText('Under EU restrictive measures'),
    'of a stop, what can be done': of('Bid F').getByText(/^What can be done: None by negotiation/),
    'one gate': of('Bid A').getByText('Can be compelled, can decrypt, sees single consignments'),
    'its exit beside it': of('Bid A').getByText(/^Way out: Any one of three: keys that only the buyer holds/),
    'not separated, the one': of('Bid C').getByText('Not separated from Bid B by present answers.'),
    'not separated, the other': of('Bid B').getByText('Not separated from Bid C by present answers.'),
    'one dominated, and by whom': of('Bid D').getByText(/^Dominated by Bid B: no better in any section/),
    'one with many unknowns': of('Bid E').getByText('35 % of the weight is open; 14 answers could not be found out; 6 were declined.'),
    'the deviation': deviation.getByText('The buyer’s answer to PR-02 “What does the platform do?”'),
    'its old value': deviation.getByText(/Tracks goods and shows where they are$/),
    'its new value': deviation.getByText(/Controls gates and access, or identifies drivers$/),
    ...Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => [`all of Bid ${letter}`, of(`Bid ${letter}`)])),
  };
  expect(await page.evaluate(() => [window.scrollY, window.innerWidth, window.innerHeight])).toEqual([0, 1440, 900]);
  for (const [fact, where] of Object.entries(story)) {
    const box = await where.boundingBox();
    if (!box) throw new Error(`not shown: ${fact}`);
    expect(box.y, fact).toBeGreaterThan(0);
    expect(box.y + box.height, fact).toBeLessThanOrEqual(900);
    expect(box.x + box.width, fact).toBeLessThanOrEqual(1440);
  }
  for (const view of [VIEWS[0], VIEWS[3]] as const) {
    if (view) await app.show(view);
    expect(await barriers(page), JSON.stringify(view)).toEqual([]);
    expect(await overflow(page), JSON.stringify(view)).toBe(0);
  }
  expect(troubles).toEqual([]);
});
