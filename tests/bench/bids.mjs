// @ts-check
/**
 * 200 bids of the shipped questionnaire shown and sorted, beside a page made by hand that shows figures which are there already: what
 * the longest task of the main thread costs, and whether any frame takes more than 50 ms. As assessments chosen by hand, on the start page,
 * and as the bids of a procedure. Part of `npm run bench`; by itself:
 * `node tests/bench/bids.mjs`, with the number of rounds behind it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inBrowser } from './browser.mjs';
import { manyBids, TENDER } from './many-bids.mjs';
import { BUILT_PAGES, importInto, makeStage, withCopy } from './stage.mjs';
import { median, tableOf } from './table.mjs';
import { traced } from './trace.mjs';

const BIDS = 200;
/** Until all that an action set off is done, in milliseconds. */
const REST = 600;
/** Orders of the columns tried in turn. */
const SORTS = 5;
/** Sections unfolded in turn. */
const SECTIONS = 3;

/** What is done on a page of bids. */
const STEPS = [
  'opening',
  'draws and ways out coming in',
  'sorting',
  'searching',
  'turning to other bids',
  'turning the order',
  'unfolding a section',
];

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof traced>>} Trace */
/** By what is done and target. @typedef {Map<string, Trace[]>} Traces */

/**
 * @param {Stage} stage
 * @param {number} rounds
 * @returns {Promise<string>} a table
 */
export async function showingBids(stage, rounds) {
  const { bids, floor, tender } = await manyBids(BIDS);
  const folder = mkdtempSync(join(tmpdir(), 'soundings-bids-'));
  /** @type {Traces} */
  const traces = new Map();
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(BUILT_PAGES, 'bids'), { recursive: true });
    writeFileSync(join(BUILT_PAGES, 'bids', 'bids.json'), JSON.stringify(floor));
    await putBids(stage, profile, join(folder, 'bid.json'), bids);
    const office = join(folder, 'office');
    cpSync(profile, office, { recursive: true });
    await putTender(stage, office, tender);
    for (let round = 0; round < rounds; round++) {
      const targets = [
        () => inBrowser('', ({ page }) => steps(traces, 'floor', page, `${stage.pages}bids/`, '#/shown')),
        () =>
          withCopy(profile, (copy) =>
            inBrowser(copy, ({ page }) =>
              steps(traces, 'soundings', page, `${stage.app}#/questionnaires`, `#/compare/${bids.map(({ id }) => id).join()}`),
            ),
          ),
        () =>
          withCopy(profile, (copy) =>
            inBrowser(copy, ({ page }) =>
              going(traces, 'start', page, `${stage.app}#/questionnaires`, '#/', `main li:nth-child(${BIDS}) a[href$="/result"]`),
            ),
          ),
        () =>
          withCopy(office, (copy) =>
            inBrowser(copy, async ({ page }) => {
              const last = `main li:nth-child(${BIDS}) a[href$="/result"]`;
              await going(traces, 'tender', page, `${stage.app}#/questionnaires`, `#/p/${TENDER}`, last);
              await steps(traces, 'procedure', page, `${stage.app}#/questionnaires`, `#/p/${TENDER}/compare`);
            }),
          ),
      ];
      for (const target of round % 2 === 0 ? targets : targets.reverse()) await target();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const row = (/** @type {string} */ name, /** @type {string} */ what, /** @type {string} */ target) =>
    rowOf(name, traces.get(`${what}/${target}`) ?? [], target === 'soundings' ? traces.get(`${what}/floor`) : undefined);
  return tableOf([
    [`${BIDS} bids`, 'longest task, CPU ms', 'floor', 'by the clock, ms', 'floor', 'frames over 50 ms', 'longest', 'samples', 'aim'],
    ...STEPS.map((what) => row(what, what, 'soundings')),
    row('on the start page: opening it', 'opening', 'start'),
    row('in a procedure: opening its page', 'opening', 'tender'),
    ...STEPS.map((what) => row(`in a procedure: ${what}`, what, 'procedure')),
  ]);
}

/** The median over all samples of the longest task; of frames, all. @param {string} what @param {readonly Trace[]} ours @param {readonly Trace[] | undefined} floor */
function rowOf(what, ours, floor) {
  const longest = (/** @type {readonly Trace[] | undefined} */ list, /** @type {'cpu' | 'ms'} */ clock) =>
    list ? median(list.map(({ tasks }) => Math.max(0, ...tasks.map((task) => task[clock])))).toFixed(1) : '';
  const frames = ours.flatMap(({ longFrames }) => longFrames);
  return [
    what,
    longest(ours, 'cpu'),
    longest(floor, 'cpu'),
    longest(ours, 'ms'),
    longest(floor, 'ms'),
    String(frames.length),
    frames.length > 0 ? Math.max(...frames).toFixed(0) : '',
    floor ? `${ours.length} / ${floor.length}` : String(ours.length),
    'no frame',
  ];
}

/**
 * The steps that both pages have, then those of the app alone.
 * @param {Traces} traces
 * @param {'floor' | 'soundings' | 'procedure'} target
 * @param {Page} page
 * @param {string} from address from which the bids are gone to
 * @param {string} hash of the page of bids
 */
async function steps(traces, target, page, from, hash) {
  const keep = (/** @type {string} */ what, /** @type {() => Promise<unknown>} */ act) => keepTrace(traces, what, target, page, act);
  await going(traces, target, page, from, hash, 'main table');
  // What waits for the worker offers the report.
  if (target !== 'floor') await keep('draws and ways out coming in', () => appears(page, 'main .button[aria-disabled="false"]'));
  await focus(page, 'select');
  for (let i = 0; i < SORTS; i++) await keep('sorting', () => page.keyboard.press('ArrowDown'));
  if (target === 'floor') return;
  await focus(page, 'input[type="search"]');
  // Until names are revealed there are labels alone to find.
  for (const letter of target === 'procedure' ? 'bid' : 'hub') await keep('searching', () => page.keyboard.press(letter));
  for (const [what, part] of /** @type {const} */ ([
    ['turning to other bids', 'main section:has(input[type="search"])'],
    ['turning the order', 'main section:has(> ol)'],
  ])) {
    await focus(page, `${part} nav button:last-child`);
    for (let i = 0; i < SORTS; i++) await keep(what, () => page.keyboard.press('Enter'));
  }
  for (let i = 0; i < SECTIONS; i++) {
    await focus(page, 'main [aria-expanded="false"]');
    await keep('unfolding a section', () => page.keyboard.press('Enter'));
  }
}

/**
 * Goes from one page of the app to another, until something is there.
 * @param {Traces} traces
 * @param {string} target
 * @param {Page} page
 * @param {string} from
 * @param {string} hash
 * @param {string} selector
 */
async function going(traces, target, page, from, hash, selector) {
  await page.goto(from);
  await page.waitForTimeout(2 * REST);
  await keepTrace(traces, 'opening', target, page, async () => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await appears(page, selector);
  });
}

/** @param {Traces} traces @param {string} what @param {string} target @param {Page} page @param {() => Promise<unknown>} act */
async function keepTrace(traces, what, target, page, act) {
  const trace = await traced(page, async () => {
    await act();
    await page.waitForTimeout(REST);
  });
  traces.set(`${what}/${target}`, [...(traces.get(`${what}/${target}`) ?? []), trace]);
}

/** @param {Page} page @param {string} selector */
const focus = (page, selector) => page.evaluate((one) => /** @type {HTMLElement} */ (document.querySelector(one)).focus(), selector);

/** Looks now and then, so that the looking is no load. @param {Page} page @param {string} selector */
const appears = (page, selector) =>
  page.evaluate(
    (one) =>
      new Promise((done) => {
        const look = () => (document.querySelector(one) ? done(undefined) : setTimeout(look, 200));
        look();
      }),
    selector,
  );

/**
 * Brings bids into a profile: the first as a person does, so that its documents are there; the others, made with the same, beside it.
 * @param {Stage} stage
 * @param {string} profile
 * @param {string} file
 * @param {readonly import('./many-bids.mjs').Assessment[]} bids
 */
async function putBids(stage, profile, file, bids) {
  writeFileSync(file, JSON.stringify(bids[0]));
  await importInto(profile, stage.app, file);
  await inBrowser(profile, async ({ page }) => {
    await page.goto(`${stage.app}#/questionnaires`);
    await page.waitForTimeout(REST);
    await page.evaluate(
      async (others) => {
        const finished = (/** @type {IDBRequest | IDBTransaction} */ one, /** @type {string} */ event) =>
          new Promise((done, fail) => {
            one.addEventListener(event, done);
            one.addEventListener('error', fail);
          });
        const opening = indexedDB.open('soundings');
        await finished(opening, 'success');
        const tx = opening.result.transaction(['assessments', 'entries'], 'readwrite');
        const first = tx.objectStore('assessments').getAll();
        await finished(first, 'success');
        for (const { id, created, history } of others) {
          tx.objectStore('assessments').put({ ...first.result[0], id, created });
          for (const [place, entry] of history.entries()) tx.objectStore('entries').put(entry, [id, place]);
        }
        await finished(tx, 'complete');
        opening.result.close();
      },
      bids.slice(1).map(({ id, created, history }) => ({ id, created, history })),
    );
  });
}

/**
 * Makes the bids of a profile those of a procedure.
 * @param {Stage} stage
 * @param {string} profile
 * @param {readonly import('./many-bids.mjs').ProcedureEntry[]} history
 */
async function putTender(stage, profile, history) {
  await inBrowser(profile, async ({ page }) => {
    await page.goto(`${stage.app}#/questionnaires`);
    await page.waitForTimeout(REST);
    await page.evaluate(
      async ({ id, entries }) => {
        const finished = (/** @type {IDBRequest | IDBTransaction} */ one, /** @type {string} */ event) =>
          new Promise((done, fail) => {
            one.addEventListener(event, done);
            one.addEventListener('error', fail);
          });
        const opening = indexedDB.open('soundings');
        await finished(opening, 'success');
        const tx = opening.result.transaction(['assessments', 'procedures', 'procedureEntries'], 'readwrite');
        const headers = tx.objectStore('assessments').getAll();
        await finished(headers, 'success');
        for (const header of headers.result) tx.objectStore('assessments').put({ ...header, procedure: id });
        tx.objectStore('procedures').put({ id, created: entries[0]?.at });
        for (const [place, entry] of entries.entries()) tx.objectStore('procedureEntries').put(entry, [id, place]);
        await finished(tx, 'complete');
        opening.result.close();
      },
      { id: TENDER, entries: history },
    );
  });
}

if (process.argv[1] === import.meta.filename) {
  const stage = await makeStage([]);
  try {
    process.stdout.write(`${await showingBids(stage, Number(process.argv[2] ?? 3))}\n`);
  } finally {
    await stage.close();
  }
}
