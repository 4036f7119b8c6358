// @ts-check
/**
 * `npm run test:long -- [--kills N] [--quota N] [--disk N]`: the tests whose counts decide what may be promised, with more rounds than
 * `npm test` gives them. Each prints what was tried and what was lost.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled, installed, run, stop } from './setup.mjs';
import { chromiumMissing, findChromium } from './tools.mjs';

/** A count: its option, how many rounds where nothing is said, the variable that its test reads, and what a round is. */
const COUNTS = [
  { option: 'kills', rounds: 60, variable: 'KILL_ROUNDS', what: 'ends of the browser by kill -9, in one profile' },
  { option: 'quota', rounds: 40, variable: 'QUOTA_POINTS', what: 'saves at which the quota is used up' },
  { option: 'disk', rounds: 20, variable: 'DISK_ROUNDS', what: 'saves onto a full disk (needs root)' },
];
const FILES = ['tests/e2e/durable.test.ts'];
const USAGE = `Usage: npm run test:long -- ${COUNTS.map(({ option }) => `[--${option} N]`).join(' ')}\n${COUNTS.map(
  ({ option, rounds, what }) => `  --${option}: ${what}; ${rounds} where left out`,
).join('\n')}`;

const counts = asked();
ensureInstalled();
const chromium = findChromium();
if (chromium === undefined) stop(chromiumMissing());
process.exitCode = run(process.execPath, [installed('vitest/vitest.mjs'), 'run', '--project', 'browser', ...FILES], {
  CHROMIUM_PATH: chromium,
  ...counts,
});

/** @returns {Record<string, string>} by variable */
function asked() {
  try {
    const options = Object.fromEntries(
      COUNTS.map(({ option, rounds }) => [option, { type: /** @type {const} */ ('string'), default: String(rounds) }]),
    );
    const { values } = parseArgs({ options });
    const numbers = COUNTS.map(({ option, variable }) => [variable, String(values[option])]);
    if (!numbers.every(([, text]) => /^\d{1,6}$/.test(text ?? ''))) stop(USAGE, 2);
    return Object.fromEntries(numbers);
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${USAGE}`, 2);
  }
}
