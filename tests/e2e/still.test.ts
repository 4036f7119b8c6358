/** A page of questions moves none of them once it shows them: the pointer that is about to answer one would miss it. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { openExample } from './support/walk.ts';

/** Files that a page of questions asks for besides its own. */
const FURTHER = /\/assets\/(EvidenceFields|EarlierAnswer|LivePanel|UndoRedo|Late|Keep|account|overview|keep|en)-[^/]*\.js$/;
/** Longer than the first picture waits to be a whole one, in milliseconds. */
const LATE = 600;

/** Notes where each question stood in the first frame that had it. */
function noteFirstPlaces(): void {
  const places: Record<string, number> = {};
  Object.assign(window, { firstPlaces: places });
  const look = () => {
    for (const legend of document.querySelectorAll('form > fieldset[id] > legend'))
      places[legend.id] ??= legend.getBoundingClientRect().top + window.scrollY;
    requestAnimationFrame(look);
  };
  look();
}

/** Questions that stand elsewhere now than at first, and how many there are in all. */
const moved = (page: Page): Promise<{ readonly moved: readonly string[]; readonly questions: number }> =>
  page.evaluate(() => {
    const places = (window as unknown as { firstPlaces: Record<string, number> }).firstPlaces;
    const now = (id: string) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN) + window.scrollY;
    const lines = Object.entries(places).map(([id, first]) => ({ id, by: now(id) - first }));
    return { moved: lines.filter(({ by }) => by !== 0).map(({ id, by }) => `${id} by ${by} px`), questions: lines.length };
  });

async function slowDown(context: BrowserContext): Promise<string[]> {
  const late: string[] = [];
  await context.route(FURTHER, async (route) => {
    late.push(FURTHER.exec(route.request().url())?.[1] ?? '');
    await new Promise((resolve) => setTimeout(resolve, LATE));
    await route.continue();
  });
  return late;
}

test.each([
  { width: 320, pages: ['pr/profile', 'op/op-control'] },
  { width: 1440, pages: ['ic/ic-holdings', 'dl/dl-traces'] },
])('what comes late moves no question, $width px wide', async ({ width, pages }) => {
  const before = await openApp({ view: { width, scheme: 'light' } });
  const id = await openExample(before.page, 'bidderB');
  await before.close();
  let questions = 0;
  for (const at of pages) {
    const { page: home, context, address, troubles, close } = await openApp({ profile: before.profile, view: { width, scheme: 'light' } });
    const late = await slowDown(context);
    await context.addInitScript(noteFirstPlaces);
    const page = await context.newPage();
    await home.close();
    await page.goto(`${address}#/a/${id}/s/${at}`);
    await page.locator('output').waitFor();
    // What nobody waits for, too.
    await expect.poll(() => late).toContain('Late');
    await page.waitForTimeout(2 * LATE);
    const found = await moved(page);
    expect(found.moved, at).toEqual([]);
    expect(late).toContain('EvidenceFields');
    questions += found.questions;
    expect(troubles).toEqual([]);
    await close();
  }
  console.log(`Still: ${questions} questions at ${width} px`);
  expect(questions).toBeGreaterThan(7);
});
