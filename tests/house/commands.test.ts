import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countTests } from '../../.ci/counts.mjs';
import { isInstalled, nodeIsNewEnough } from '../../.ci/setup.mjs';

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['9.99.0', false],
])('Node %s is new enough: %s', (version, enough) => {
  expect(nodeIsNewEnough(version)).toBe(enough);
});

describe('what is installed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'installed-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const a = { version: '1.0.0' };
  const forOthers = { version: '1.0.0', optional: true };
  test.each([
    ['nothing', { 'node_modules/a': a }, undefined, false],
    ['all of it', { '': {}, 'node_modules/a': a }, { 'node_modules/a': a }, true],
    ['another version', { 'node_modules/a': a }, { 'node_modules/a': { version: '0.9.0' } }, false],
    ['one too few', { 'node_modules/a': a, 'node_modules/b': a }, { 'node_modules/a': a }, false],
    ["all but another machine's", { 'node_modules/a': a, 'node_modules/b': forOthers }, { 'node_modules/a': a }, true],
  ])('%s', async (_, wanted, there, whole) => {
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    if (there) {
      await mkdir(join(folder, 'node_modules'));
      await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: there }));
    }
    expect(isInstalled(folder)).toBe(whole);
  });
});

describe('the line at the end of the tests', () => {
  const run = (passed: number, failed: number, ...testResults: { status: string; assertionResults: { status: string }[] }[]) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    success: failed === 0,
    testResults,
  });
  const broken = { status: 'failed', assertionResults: [] };
  const red = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const green = { status: 'passed', assertionResults: [{ status: 'passed' }] };

  test.each([
    ['all passed', run(1, 0, green), 0, { passed: 1, failed: 0 }],
    ['one failed', run(1, 1, green, red), 1, { passed: 1, failed: 1 }],
    ['a file did not load', run(1, 0, green, broken), 1, { passed: 1, failed: 1 }],
    ['an error outside of every test', run(1, 0, green), 1, { passed: 1, failed: 1 }],
  ])('%s', (_, results, exitCode, counts) => {
    expect(countTests(results, exitCode)).toEqual(counts);
  });
});
