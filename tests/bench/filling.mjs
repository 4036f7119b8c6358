// @ts-check
/** Opening a page of questions and answering on it: the same steps in the app and on the page made by hand. */
import { inBrowser } from './browser.mjs';
import { withCopy } from './stage.mjs';
import { clickable } from './synthetic.mjs';

/** Answers given before any is timed: a person's hundredth answer counts, not the one that compiles the code. */
const WARM_UP = 5;
const OUTPUT = 'output';

/** @typedef {import('./browser.mjs').Measured} Measured */
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
 * A cold start straight to the first page of questions.
 * @param {Stage} stage
 * @param {Target} target
 * @param {number} size
 * @returns {Promise<{ ms: number, cpu: number, heap: number, scripts: number }>} milliseconds until the first option is there, and bytes
 */
export function opening(stage, target, size) {
  const { empty, questionnaire } = stage.of(size);
  return visit(stage, target, empty, questionnaire, async ({ cpu, heap, scripts }, ms) => ({
    ms,
    cpu: await cpu(),
    scripts: await scripts(),
    heap: await heap(),
  }));
}

/**
 * Main-thread milliseconds of each answer, until the frame that shows the new figure, where everything else is answered.
 * @param {Stage} stage
 * @param {Target} target
 * @param {number} size
 * @param {number} count
 * @returns {Promise<{ shown: number[], settled: number[], figure: string }>} `settled`: until all that the answer set off is done, the
 *   saving too · `figure`: what is shown in the end
 */
export function answering(stage, target, size, count) {
  const { answered, questionnaire } = stage.of(size);
  const choices = clickable(questionnaire).filter(({ section }) => section === 's1');
  return visit(stage, target, answered, questionnaire, async ({ page, cpu }) => {
    /** @type {{ shown: number[], settled: number[], figure: string }} */
    const result = { shown: [], settled: [], figure: '' };
    let at = choices[0]?.page;
    for (let n = -WARM_UP; n < count; n++) {
      // Page by page, each choice on it a few times, as the count allows.
      const choice = choices[Math.max(0, Math.floor((n * choices.length) / count))];
      if (!choice) throw new Error('no choices to click');
      const { question } = choice;
      if (at !== choice.page) {
        at = choice.page;
        const hash = target.hash(answered, choice.section, choice.page);
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
        await page.evaluate((selector) => window.probe.shown(selector), labelOf(question, 0));
        await page.waitForTimeout(500);
      }
      const last = question.options.length - 1;
      const option = (await page.locator(inputOf(question, last)).isChecked()) ? 0 : last;
      const label = page.locator(labelOf(question, option));
      await label.scrollIntoViewIfNeeded();
      await page.waitForTimeout(100);
      const box = await label.boundingBox();
      if (!box) throw new Error(`${question.id} is not to be seen`);
      await page.mouse.move(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
      await page.evaluate((selector) => window.probe.watch(selector), OUTPUT);
      await page.waitForTimeout(50);
      const before = await cpu();
      const changed = page.evaluate((selector) => window.probe.changed(selector), OUTPUT);
      await page.mouse.down();
      await page.mouse.up();
      result.figure = await changed;
      const shown = (await cpu()) - before;
      await page.waitForTimeout(600);
      if (n < 0) continue;
      result.shown.push(shown);
      result.settled.push((await cpu()) - before);
    }
    return result;
  });
}

/**
 * @template T
 * @param {Stage} stage
 * @param {Target} target
 * @param {Variant} variant
 * @param {import('./synthetic.mjs').Questionnaire} questionnaire
 * @param {(measured: Measured, ms: number) => Promise<T>} use `ms`: from navigation to the frame with the first option
 */
function visit(stage, target, variant, questionnaire, use) {
  const [first] = clickable(questionnaire);
  if (!first) throw new Error('no choice to click');
  return withCopy(target.profile(variant), (profile) =>
    inBrowser(profile, async (measured) => {
      const address = target.address(stage, variant) + target.hash(variant, first.section, first.page);
      await measured.page.goto(address, { waitUntil: 'commit' });
      const ms = await measured.page.evaluate((selector) => window.probe.shown(selector), labelOf(first.question, 0));
      return use(measured, ms);
    }),
  );
}

/** @param {import('./synthetic.mjs').Single} question @param {number} option */
const inputOf = (question, option) => `#${question.id} input[value="${question.options[option]?.id}"]`;
/** What a person clicks. @param {import('./synthetic.mjs').Single} question @param {number} option */
const labelOf = (question, option) => `#${question.id} label:has(input[value="${question.options[option]?.id}"])`;
