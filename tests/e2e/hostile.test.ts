/** Text with tricks in every field: every page and every PDF shows what is stored, with what is hidden in it named, and nothing of it runs. */
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/format/answer.ts';
import { type Assessment, DETAILS } from '../../src/core/format/assessment.ts';
import type { Procedure } from '../../src/core/format/procedure.ts';
import { inputOf, RAISED } from '../report/fixture.ts';
import { openApp } from './support/app.ts';
import { bidFile, linesOf, shownBy } from './support/evaluators.ts';
import { downloaded, newFile } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { goTo, heading } from './support/walk.ts';

const TRICK = 'evil\u202egpj.exe\u202c <img src=x onerror="document.title=1"> a\u0007b\u200bc {vendor} javascript:alert(1)';
const SHOWN = 'evil[U+202E]gpj.exe[U+202C] <img src=x onerror="document.title=1"> a[U+0007]b[U+200B]c {vendor} javascript:alert(1)';
/** What turns the reading order, or cannot be seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const RAW = /[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b]/g;

/** How often each page shows the trick with what is hidden named; no page shows it raw, and nothing of it has run. */
async function shownOn(page: Page, routes: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const raw: string[] = [];
  for (const route of routes) {
    await goTo(page, route);
    await page.waitForTimeout(400);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    const text = await page.locator('body').innerText();
    for (const { index } of text.matchAll(RAW)) raw.push(`${route}: ${JSON.stringify(text.slice(Math.max(0, index - 80), index + 40))}`);
    counts[route] = text.split(SHOWN).length - 1;
  }
  expect(raw).toEqual([]);
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  return counts;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** How often a PDF prints it so; it holds nothing raw. */
async function printedIn(file: string): Promise<number> {
  const pdf = await readPdf(file);
  // Who has no readers of PDFs is told so by them.
  if (!pdf) return Number.POSITIVE_INFINITY;
  expect(pdf.text.match(RAW)).toBeNull();
  return withoutSpace(pdf.text).split(withoutSpace(SHOWN)).length - 1;
}

test('every page names what is hidden in a text, and nothing of it runs', async () => {
  const { keys } = RAISED;
  if (keys?.state !== 'answered') throw new Error('the fixture answers it');
  const { assessment } = inputOf({
    answers: {
      ...RAISED,
      keys: {
        ...keys,
        note: TRICK,
        evidence: { grade: 'e2', title: TRICK, reference: TRICK, file: { name: TRICK, sha256: 'a'.repeat(64) } },
      },
      remark: { state: 'answered', value: TRICK },
    },
    details: Object.fromEntries(DETAILS.filter((detail) => detail !== 'factsAsOf').map((detail) => [detail, TRICK])),
    override: { band: 'critical', reason: TRICK },
  });
  const { page, troubles } = await openApp();
  await page
    .locator('section[aria-labelledby="open-file"] input[type="file"]')
    .setInputFiles(await newFile('a.json', JSON.stringify(assessment)));
  await page.waitForURL(/#\/a\/[^/]+$/);
  const at = `#/a/${assessment.id}`;
  const counts = await shownOn(page, ['#/', at, `${at}/check`, `${at}/history`, `${at}/result`, `${at}/final`]);
  await goTo(page, `${at}/result`);
  const printed = await printedIn(await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click()));
  const register = await shownOn(page, ['#/register']);
  console.log(`hostile text on screen: ${JSON.stringify({ ...counts, ...register })}, in the report: ${printed}`);
  expect(counts[`${at}/check`]).toBeGreaterThan(0);
  expect(counts[`${at}/history`]).toBeGreaterThan(5);
  expect(printed).toBeGreaterThan(5);
  expect(register['#/register']).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
}, 60_000);

/** The example procedure with the trick wherever a person typed, and its names revealed; and some of its bids. */
async function hostileTender() {
  const folder = 'questionnaires/examples/kreekmonde';
  const read = async (name: string) => JSON.parse(await readFile(`${folder}/${name}`, 'utf8'));
  const procedure: Procedure = await read('procedure.json');
  const names = (await readdir(`${folder}/bids`)).sort();
  const bids: Assessment[] = await Promise.all(names.slice(0, 3).map((name) => read(`bids/${name}`)));
  const last = { at: '2026-11-26T08:00:00.000Z', by: TRICK };
  return {
    procedure: {
      ...procedure,
      history: [
        ...procedure.history.map((entry) => {
          switch (entry.kind) {
            // The seal binds the number, and who sealed.
            case 'detail':
              return { ...entry, by: TRICK, ...(entry.detail !== 'number' && { value: TRICK }) };
            case 'lots':
              return { ...entry, by: TRICK, lots: entry.lots.map((lot) => ({ ...lot, title: TRICK })) };
            case 'bid':
              return { ...entry, by: TRICK, label: `${entry.label} ${TRICK}` };
            case 'criteria':
              return { ...entry, by: TRICK, ...(entry.reason !== undefined && { reason: TRICK }) };
            default:
              return entry;
          }
        }),
        { ...last, id: 'entry-leaves', kind: 'leave', assessment: 'example-kreekmonde-bid-f', reason: TRICK },
        { ...last, id: 'entry-reveals', kind: 'reveal' },
      ],
    },
    bids: bids.map((bid) => ({
      ...bid,
      history: bid.history.map((entry) => {
        if (entry.kind === 'detail' && entry.detail !== 'factsAsOf') return { ...entry, by: TRICK, value: TRICK };
        if (entry.kind !== 'answer' || entry.answer?.state !== 'answered' || !entry.answer.evidence) return entry;
        const { evidence } = entry.answer;
        return { ...entry, by: TRICK, answer: { ...entry.answer, note: TRICK, evidence: { ...evidence, title: TRICK, reference: TRICK } } };
      }),
    })),
  };
}

test('so do the pages of a procedure and of a comparison, and their PDFs', async () => {
  const { procedure, bids } = await hostileTender();
  const { page, troubles } = await openApp();
  const door = page.getByRole('region', { name: 'Open a file' }).locator('input[type="file"]');
  await door.setInputFiles(await newFile('procedure.json', JSON.stringify(procedure)));
  await page
    .getByText(/was taken in/)
    .first()
    .waitFor();
  if ((await page.getByRole('alert').count()) > 0) throw new Error(await page.locator('main').innerText());
  for (const bid of bids) {
    await door.setInputFiles(await newFile(`${bid.id}.json`, JSON.stringify(bid)));
    await page.getByText(/It is on this device now\.$/).waitFor();
    await goTo(page, '#/help-that-is-not-there');
    await goTo(page, '#/');
  }
  const at = `#/p/${procedure.id}`;
  const ids = bids.map(({ id }) => id).join(',');
  const counts = await shownOn(page, ['#/', at, `${at}/details`, `${at}/criteria`, `${at}/seal`, `${at}/compare`, `#/compare/${ids}`]);
  await goTo(page, `${at}/compare`);
  const download = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => download.getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false');
  const compared = await printedIn(await downloaded(page, () => download.click()));
  await goTo(page, `#/a/${bids[0]?.id}/result`);
  await heading(page).waitFor();
  const reported = await printedIn(await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click()));
  const register = await shownOn(page, ['#/register']);
  console.log(
    `hostile text in a tender: ${JSON.stringify({ ...counts, ...register })}, in the comparison: ${compared}, in a report: ${reported}`,
  );
  for (const route of ['#/', at, `${at}/compare`, `#/compare/${ids}`]) expect(counts[route], route).toBeGreaterThan(0);
  expect(compared).toBeGreaterThan(0);
  expect(reported).toBeGreaterThan(5);
  expect(register['#/register']).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
}, 120_000);

test('so do the pages on which the answers of several people are merged', async () => {
  const said = (value: string): Answer => shownBy(value, 'e2', TRICK, TRICK);
  const { page, troubles } = await openApp();
  const input = page.locator('input[type="file"]').first();
  const lines = [
    ['ada.json', linesOf('Ada Anders', { 'dl-05': said('eutrust'), 'op-12': said('part') })],
    ['ben.json', linesOf('Ben Baert', { 'dl-05': said('group') })],
  ] as const;
  for (const [name, given] of lines) {
    await goTo(page, '#/');
    await input.setInputFiles(
      await bidFile(
        name,
        given.map((line) => ({ ...line, by: `${line.by} ${TRICK}` })),
      ),
    );
    if (name === 'ada.json') await page.waitForURL(/#\/a\//);
  }
  await page.getByRole('link', { name: 'See where they agree, and merge them' }).click();
  await heading(page).filter({ hasText: 'agree' }).waitFor();
  const merging = new URL(page.url()).hash;
  const before = await shownOn(page, [merging]);
  await page.getByLabel('Your name').fill('Mo Moderator');
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.waitForURL(/#\/a\/[^/]+\/differences$/);
  const at = /#\/a\/[^/]+/.exec(page.url())?.[0] ?? '';
  const counts = await shownOn(page, [at, `${at}/differences`, `${at}/check`, `${at}/history`, `${at}/result`]);
  await goTo(page, `${at}/result`);
  const printed = await printedIn(await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click()));
  console.log(`hostile text of evaluators: ${JSON.stringify({ ...before, ...counts })}, in the report: ${printed}`);
  for (const [route, count] of Object.entries({ ...before, ...counts }))
    if (/merge|differences|check|history/.test(route)) expect(count, route).toBeGreaterThan(0);
  expect(printed).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
}, 120_000);
