/** A page of questions moves none of them once it shows them: the pointer that is about to answer one would miss it. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { openExample, startAssessment } from './support/walk.ts';

/** Files that a page of questions asks for besides its own. */
const FURTHER =
  /\/assets\/(EvidenceFields|EarlierAnswer|FileHash|LivePanel|UndoRedo|Late|countries|countryNames|table|evidence|account|overview|keep|en)-[^/]*\.js$/;
/** Longer than the first picture waits to be a whole one, in milliseconds. */
const LATE = 600;

interface Seen {
  /** Where each question stood in the first frame that had it. */
  readonly places: Record<string, number>;
  /** Beside questions, was it said that something is on its way? */
  isLoading: boolean;
}

function watchQuestions(): void {
  const seen: Seen = { places: {}, isLoading: false };
  Object.assign(window, { seen });
  const look = () => {
    const legends = document.querySelectorAll('form > fieldset[id] > legend');
    for (const legend of legends) seen.places[legend.id] ??= legend.getBoundingClientRect().top + window.scrollY;
    const states = [...document.querySelectorAll('p[role="status"]')].map((state) => state.textContent);
    if (legends.length > 0 && states.includes('Loading…')) seen.isLoading = true;
    requestAnimationFrame(look);
  };
  look();
}

const seenOn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Where these questions stand now. */
const placesOf = (page: Page, ids: readonly string[]): Promise<Record<string, number | undefined>> =>
  page.evaluate(
    (all) =>
      Object.fromEntries(all.map((id) => [id, (document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN) + window.scrollY])),
    ids,
  );

async function slowDown(context: BrowserContext): Promise<string[]> {
  const late: string[] = [];
  await context.route(FURTHER, async (route) => {
    late.push(FURTHER.exec(route.request().url())?.[1] ?? '');
    await new Promise((resolve) => setTimeout(resolve, LATE));
    await route.continue();
  });
  return late;
}

/** Opens a page of an assessment afresh, what comes besides it late. @returns how many questions it has, and what came late */
async function staysStill(profile: string, width: number, at: string): Promise<{ readonly questions: number; readonly late: string[] }> {
  const { page: home, context, address, troubles, close } = await openApp({ profile, view: { width, scheme: 'light' } });
  const late = await slowDown(context);
  await context.addInitScript(watchQuestions);
  const page = await context.newPage();
  await home.close();
  await page.goto(`${address}#/a/${at}`);
  await page.locator('output').waitFor();
  // What nobody waits for, too.
  await expect.poll(() => late).toContain('Late');
  await page.waitForTimeout(1.5 * LATE);
  const { places, isLoading } = await seenOn(page);
  expect(await placesOf(page, Object.keys(places)), at).toEqual(places);
  expect(isLoading, at).toBe(false);
  expect(troubles).toEqual([]);
  await close();
  return { questions: Object.keys(places).length, late };
}

test.each([
  { width: 320, at: 's/op/op-control', brings: ['EvidenceFields', 'evidence', 'countries', 'en', 'table'] },
  { width: 1440, at: 's/pr/profile', brings: ['EvidenceFields', 'evidence', 'table', 'en'] },
  { width: 1440, at: 's/ic/ic-holdings', brings: ['EvidenceFields', 'evidence'] },
])('what comes late moves no question of $at, $width px wide', async ({ width, at, brings }) => {
  const before = await openApp();
  const id = await openExample(before.page, 'bidderB');
  await before.close();
  const { questions, late } = await staysStill(before.profile, width, `${id}/${at}`);
  console.log(`Still: ${questions} questions of ${at} at ${width} px`);
  expect(questions).toBeGreaterThan(3);
  expect(late).toEqual(expect.arrayContaining(brings));
});

test('nor do the names of countries where nothing is answered', async () => {
  const before = await openApp();
  const id = await startAssessment(before.page);
  await before.close();
  const { questions, late } = await staysStill(before.profile, 320, `${id}/s/dl/dl-places`);
  expect(questions).toBeGreaterThan(3);
  expect(late).toEqual(expect.arrayContaining(['countries', 'en']));
});
