// @ts-check
/** How many things passed and failed, handed from one command to the next. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, isMain } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

const file = (/** @type {string} */ name) => join(CACHE, `${name}.json`);

/**
 * Forgets what an earlier run left, so that a command that dies is not taken for the one before it.
 * @param {string} name
 */
export function forget(name) {
  rmSync(file(name), { force: true });
}

/**
 * @param {string} name
 * @param {Counts} counts
 */
export function keep(name, counts) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file(name), JSON.stringify(counts));
}

/**
 * What a run of vitest came to. A file that does not load and an error outside of every test are failures too.
 * @param {{ numPassedTests: number, numFailedTests: number, success: boolean,
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} results its JSON report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(results, exitCode) {
  const notLoaded = results.testResults.filter(
    (r) => r.status === 'failed' && !r.assertionResults.some((a) => a.status === 'failed'),
  ).length;
  const failed = results.numFailedTests + notLoaded;
  return { passed: results.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * @param {readonly string[]} names of commands; one that left no counts counts as failed
 * @returns {Counts}
 */
function sum(names) {
  return names.map(read).reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
}

/**
 * @param {string} name
 * @returns {Counts}
 */
function read(name) {
  try {
    return JSON.parse(readFileSync(file(name), 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {Counts} counts */
export function line({ passed, failed }) {
  return `${passed} passed, ${failed} failed\n`;
}

if (isMain(import.meta.url)) {
  const counts = sum(process.argv.slice(2));
  process.stdout.write(line(counts));
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
