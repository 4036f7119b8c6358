// @ts-check
/** What the benchmarks run on: the app and the pages beside it, built and served as users get them, and files of each size. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { loadSource } from '../../.ci/load.mjs';
import { serve } from '../../.ci/serve.mjs';
import { CACHE, ROOT } from '../../.ci/setup.mjs';
import { inBrowser } from './browser.mjs';
import { floorFile } from './floor.mjs';
import { assessmentOf, questionnaireOf } from './synthetic.mjs';

const HERE = import.meta.dirname;
const PAGES = join(HERE, 'pages');
const APP = join(CACHE, 'bench', 'app');
export const BUILT_PAGES = join(CACHE, 'bench', 'pages');
const FACTS = join(ROOT, 'questionnaires', 'jurisdictions');

/**
 * @typedef {object} Stage
 * @property {string} app address of the app, with a slash at the end
 * @property {string} pages address of the other pages
 * @property {(size: number) => Sized} of what there is of a size
 * @property {() => Promise<void>} close
 */
/**
 * @typedef {object} Sized
 * @property {import('./synthetic.mjs').Questionnaire} questionnaire
 * @property {Variant} empty nothing is answered
 * @property {Variant} answered all that applies is answered
 */
/**
 * @typedef {object} Variant
 * @property {string} name of its file, and its id in the app
 * @property {string} profile folder of a browser profile in which the app has it
 */

/**
 * @param {readonly number[]} sizes numbers of questions
 * @returns {Promise<Stage>}
 */
export async function makeStage(sizes) {
  const profiles = mkdtempSync(join(tmpdir(), 'soundings-bench-'));
  await buildAll();
  const [app, pages] = await Promise.all([serve(APP, 0), serve(BUILT_PAGES, 0)]);
  const facts = JSON.parse(readFileSync(join(FACTS, readdirSync(FACTS).sort().at(-1) ?? ''), 'utf8'));
  /** @type {Map<number, Sized>} */
  const sized = new Map();
  for (const size of sizes) {
    const questionnaire = questionnaireOf(size);
    const variant = async (/** @type {boolean} */ answered) => {
      const assessment = assessmentOf(questionnaire, facts, { answered });
      const profile = join(profiles, assessment.id);
      await writeFiles(assessment);
      await importInto(profile, app.address, join(BUILT_PAGES, 'report', `${assessment.id}.json`));
      return { name: assessment.id, profile };
    };
    sized.set(size, { questionnaire, empty: await variant(false), answered: await variant(true) });
  }
  return {
    app: app.address,
    pages: pages.address,
    of: (size) => {
      const found = sized.get(size);
      if (!found) throw new Error(`nothing was made of ${size} questions`);
      return found;
    },
    close: async () => {
      await Promise.all([app.close(), pages.close()]);
      rmSync(profiles, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Hands on a copy of a profile, so that each measurement begins from the same one. @template T @param {string} profile @param {(copy: string) => Promise<T>} use */
export async function withCopy(profile, use) {
  const copy = mkdtempSync(join(tmpdir(), 'soundings-bench-copy-'));
  try {
    if (profile !== '') cpSync(profile, copy, { recursive: true });
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function buildAll() {
  process.env.NODE_ENV = 'production';
  const quiet = /** @type {const} */ ({ mode: 'production', logLevel: 'warn', configFile: join(ROOT, 'vite.config.ts') });
  await build({ ...quiet, root: ROOT, build: { outDir: APP, emptyOutDir: true } });
  const input = ['bids', 'empty', 'floor', 'report'].map((name) => join(PAGES, name, 'index.html'));
  await build({ ...quiet, root: PAGES, build: { outDir: BUILT_PAGES, emptyOutDir: true, target: 'es2022', rolldownOptions: { input } } });
}

/** The assessment for the report page and for import, and its short form for the hand-written page. @param {import('./synthetic.mjs').Assessment} assessment */
async function writeFiles(assessment) {
  const { evaluate } = /** @type {typeof import('../../src/core/evaluate.ts')} */ (await loadSource('src/core/evaluate.ts'));
  const { fold } = /** @type {typeof import('../../src/core/history.ts')} */ (await loadSource('src/core/history.ts'));
  const { modelOf } = /** @type {typeof import('../../src/core/model.ts')} */ (await loadSource('src/core/model.ts'));
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const { answers } = fold(assessment.history);
  const { questions } = evaluate(model, answers);
  const risks = new Map(model.items.flatMap(({ index, question }) => [[question.id, questions[index]?.value?.low ?? 0]]));
  mkdirSync(join(BUILT_PAGES, 'report'), { recursive: true });
  writeFileSync(join(BUILT_PAGES, 'report', `${assessment.id}.json`), JSON.stringify(assessment));
  writeFileSync(join(BUILT_PAGES, 'floor', `${assessment.id}.json`), JSON.stringify(floorFile(model, answers, risks)));
}

/** Brings a file into the app as a person does. @param {string} profile @param {string} address @param {string} file */
export function importInto(profile, address, file) {
  return inBrowser(profile, async ({ page }) => {
    await page.goto(address);
    await page.locator('input[type="file"]').first().setInputFiles(file);
    await page.waitForURL(/#\/a\//);
  });
}
