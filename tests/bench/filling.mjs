// @ts-check
/** Opening a page of questions and answering on it: the same steps in the app and on the page made by hand. */
import { inBrowser } from './browser.mjs';
import { withCopy } from './stage.mjs';
import { clickable, OPEN_SECTION } from './synthetic.mjs';

/** Page whose answers are not counted: what matters is a person's hundredth answer, not the one that compiles the code. */
const WARM_UP = 'p1';
/** Until all that a click set off is done, in milliseconds. */
const REST = 600;
/** Until a browser is done with its own start, which has two cores busy for that long, in milliseconds. */
const START = 1500;
const OUTPUT = 'output';

/** @typedef {import('./browser.mjs').Measured} Measured */
/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./stage.mjs').Variant} Variant */
/**
 * @typedef {object} Target
 * @property {string} name
 * @property {(stage: Stage, variant: Variant) => string} address of the first page of questions, without its hash
 * @property {(variant: Variant) => string} profile
 * @property {(variant: Variant, section: string, page: string) => string} hash of a page of questions
 */

/** @type {readonly Target[]} */
export const TARGETS = [
  {
    name: 'floor',
    address: (stage, variant) => `${stage.pages}floor/?${variant.name}`,
    profile: () => '',
    hash: (_, section, page) => `#${place(section)}/${place(page)}`,
  },
  {
    name: 'soundings',
    address: (stage) => stage.app,
    profile: (variant) => variant.profile,
    hash: (variant, section, page) => `#/a/${variant.name}/s/${section}/${page}`,
  },
];

/** "s1", "p1" → 0. @param {string} id */
const place = (id) => Number(id.slice(1)) - 1;

/**
 * A cold start straight to the first page of questions: nothing of the page was ever in this browser's memory.
 * @param {Stage} stage
 * @param {Target} target
 * @param {number} size
 * @param {'at rest' | 'starting'} browser `starting`: the page is asked for at once, so that the browser's own start is in the figure
 * @returns {Promise<{ ms: number, cpu: number, heap: number, scripts: number }>} milliseconds until the first option is there, and bytes
 */
export function opening(stage, target, size, browser) {
  const { empty, questionnaire } = stage.of(size);
  const rest = browser === 'starting' ? 0 : START;
  return visit(stage, target, empty, questionnaire, rest, async ({ cpu, heap, scripts }, ms) => ({
    ms,
    cpu: await cpu(),
    scripts: await scripts(),
    heap: await heap(),
  }));
}

/**
 * Main-thread milliseconds of each answer, until the frame that shows the new figure, where all else is answered: every
 * choice of the first section is clicked, and clicked again for another option. The first page warms up and is not counted.
 * @param {Stage} stage
 * @param {Target} target
 * @param {number} size
 * @returns {Promise<{ first: number[], changed: number[], settled: number[] }>} `first`: where there was no answer yet ·
 *   `changed`: where there was one · `settled`: of both, until all that the answer set off is done, the saving too
 */
export function answering(stage, target, size) {
  const { answered, questionnaire } = stage.of(size);
  return visit(stage, target, answered, questionnaire, START, async (measured) => {
    /** @type {{ first: number[], changed: number[], settled: number[] }} */
    const result = { first: [], changed: [], settled: [] };
    for (const { section, page, choices } of pagesOf(questionnaire)) {
      await turnTo(measured.page, target.hash(answered, section, page), choices[0]);
      for (const question of choices) {
        const first = await click(measured, labelOf(question, question.options.length - 1));
        const changed = await click(measured, labelOf(question, 0));
        if (page === WARM_UP) continue;
        result.first.push(first.shown);
        result.changed.push(changed.shown);
        result.settled.push(first.settled, changed.settled);
      }
    }
    return result;
  });
}

/** The pages of the section that is left open, with their choices. @param {import('./synthetic.mjs').Questionnaire} questionnaire */
function pagesOf(questionnaire) {
  const choices = clickable(questionnaire).filter(({ section }) => section === OPEN_SECTION);
  return [...new Set(choices.map(({ page }) => page))].map((page) => ({
    section: OPEN_SECTION,
    page,
    choices: choices.filter((one) => one.page === page).map(({ question }) => question),
  }));
}

/** @param {Page} page @param {string} hash @param {import('./synthetic.mjs').Single | undefined} first */
async function turnTo(page, hash, first) {
  if (!first) throw new Error('no choices to click');
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.evaluate((selector) => window.probe.shown(selector), labelOf(first, 0));
  await page.waitForTimeout(REST);
}

/**
 * @param {Measured} measured
 * @param {string} selector
 * @returns {Promise<{ shown: number, settled: number }>} main-thread milliseconds
 */
async function click({ page, cpu }, selector) {
  const label = page.locator(selector);
  await label.scrollIntoViewIfNeeded();
  const box = await label.boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  await page.mouse.move(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
  await page.evaluate((output) => window.probe.watch(output), OUTPUT);
  await page.waitForTimeout(100);
  const before = await cpu();
  const changed = page.evaluate((output) => window.probe.changed(output), OUTPUT);
  await page.mouse.down();
  await page.mouse.up();
  await changed;
  const shown = (await cpu()) - before;
  await page.waitForTimeout(REST);
  return { shown, settled: (await cpu()) - before };
}

/**
 * @template T
 * @param {Stage} stage
 * @param {Target} target
 * @param {Variant} variant
 * @param {import('./synthetic.mjs').Questionnaire} questionnaire
 * @param {number} rest milliseconds that the browser is left to itself first
 * @param {(measured: Measured, ms: number) => Promise<T>} use `ms`: from navigation to the frame with the first option
 */
function visit(stage, target, variant, questionnaire, rest, use) {
  const [first] = clickable(questionnaire);
  if (!first) throw new Error('no choice to click');
  return withCopy(target.profile(variant), (profile) =>
    inBrowser(profile, async (measured) => {
      const address = target.address(stage, variant) + target.hash(variant, first.section, first.page);
      await measured.page.waitForTimeout(rest);
      await measured.page.goto(address, { waitUntil: 'commit' });
      const ms = await measured.page.evaluate((selector) => window.probe.shown(selector), labelOf(first.question, 0));
      return use(measured, ms);
    }),
  );
}

/** What a person clicks. @param {import('./synthetic.mjs').Single} question @param {number} option */
const labelOf = (question, option) => `#${question.id} label:has(input[value="${question.options[option]?.id}"])`;
