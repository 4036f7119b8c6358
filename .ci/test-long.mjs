// @ts-check
/**
 * `npm run test:long -- [--kills N] [--quota N] …`: the tests whose counts decide what may be promised, with more rounds than
 * `npm test` gives them, the servers that a release is for, a Firefox and a WebKit. Each prints what was tried and what was lost.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled, installed, run, stop } from './setup.mjs';
import { chromiumMissing, findChromium } from './tools.mjs';

/** A count: its option, how many rounds where nothing is said, the variable that its test reads, and what a round is. */
const COUNTS = [
  { option: 'crashes', rounds: 50, variable: 'CRASH_ROUNDS', what: 'times that the page itself breaks down' },
  { option: 'kills', rounds: 60, variable: 'KILL_ROUNDS', what: 'ends of the browser by kill -9, in one profile' },
  {
    option: 'migrations',
    rounds: 99,
    variable: 'MIGRATION_KILLS',
    what: 'steps of the migrations at which the browser is killed, all where there are fewer',
  },
  {
    option: 'quota',
    rounds: 99,
    variable: 'QUOTA_ACTS',
    what: 'acts of a session, each with the quota used up; all where there are fewer',
  },
  { option: 'disk', rounds: 99, variable: 'DISK_ACTS', what: 'the same on a full disk (needs root)' },
  { option: 'webkit', rounds: 60, variable: 'WEBKIT_KILLS', what: 'ends of a WebKit by kill -9, in one profile' },
  {
    option: 'cuts',
    rounds: 300,
    variable: 'POWER_ROUNDS',
    what: 'cuts of the power, on a disk that loses what was not flushed (needs root)',
  },
  {
    option: 'controls',
    rounds: 3,
    variable: 'POWER_CONTROLS',
    what: 'of them with an app that waits for no disk, to see what the test would tell',
  },
  { option: 'soak', rounds: 60, variable: 'SOAK_ASSESSMENTS', what: 'assessments in one window that is never loaded again' },
  { option: 'soak-answers', rounds: 30, variable: 'SOAK_ANSWERS', what: 'answers in each of them' },
  { option: 'edits', rounds: 200, variable: 'WINDOW_EDITS', what: 'interleaved edits, from two windows and from five' },
  { option: 'reports', rounds: 1000, variable: 'REPORTS', what: 'reports of random assessments, written in Node and in each engine' },
  {
    option: 'scores',
    rounds: 20_000,
    variable: 'SECOND_SCORES',
    what: 'questionnaires that are reckoned a second time, in exact fractions (needs Python)',
  },
];
const FILES = ['durable', 'crash', 'migrate', 'windows', 'hosting', 'firefox', 'webkit', 'alike', 'power', 'soak'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);
/** What Chromium keeps of a database once it keeps it in SQLite, as it does behind a switch today. */
const SQLITE = ['durable', 'crash', 'lock', 'power'].map((name) => `tests/e2e/${name}.test.ts`);
/** Calls that fail, and moments at which the power does: every one of them, of which `npm test` has every so many. */
const MOMENTS = ['tests/store/faults.test.ts', 'tests/store/lock.test.ts', 'tests/store/own.test.ts'];
/** The score by another program; reports of random assessments, written twice. */
const ALIKE = ['tests/core/second.test.ts', 'tests/report/verify/genuine.test.ts'];
/** Every bit of the shortest reports, and every byte of a long one. */
const BYTES = 'tests/report/verify/bytes.test.ts';
const USAGE = `Usage: npm run test:long -- ${COUNTS.map(({ option }) => `[--${option} N]`).join(' ')}\n${COUNTS.map(
  ({ option, rounds, what }) => `  --${option}: ${what}; ${rounds} where left out`,
).join('\n')}`;

const counts = asked();
ensureInstalled();
const chromium = findChromium();
if (chromium === undefined) stop(chromiumMissing());
const vitest = [installed('vitest/vitest.mjs'), 'run', '--project'];
const browser = {
  CHROMIUM_PATH: chromium,
  SERVERS: 'all',
  // A Firefox is spoken to by what Node has of itself from 22 on.
  ...(!('WebSocket' in globalThis) && { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-websocket` }),
  ...counts,
};
process.exitCode =
  run(process.execPath, [...vitest, 'browser', ...FILES], browser) ||
  run(process.execPath, [...vitest, 'browser', ...SQLITE], { ...browser, INDEXEDDB: 'sqlite' }) ||
  run(process.execPath, [...vitest, 'node', ...MOMENTS, BYTES, ...ALIKE], { EVERY_MOMENT: '1', EVERY_BIT: '1', ...counts });

/** @returns {Record<string, string>} by variable */
function asked() {
  try {
    const options = Object.fromEntries(
      COUNTS.map(({ option, rounds }) => [option, { type: /** @type {const} */ ('string'), default: String(rounds) }]),
    );
    const { values } = parseArgs({ options });
    const numbers = COUNTS.map(({ option, variable }) => [variable, String(values[option])]);
    if (!numbers.every(([, text]) => /^\d{1,7}$/.test(text ?? ''))) stop(USAGE, 2);
    return Object.fromEntries(numbers);
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${USAGE}`, 2);
  }
}
