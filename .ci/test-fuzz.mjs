// @ts-check
/**
 * `npm run test:fuzz -- [--count N] [--seed S]`: spoils a million files, or N, and has them read; `npm test` does the same with 20,000.
 * Prints what was taken in, what was refused and the slowest; a failure names the seed and the number of the file.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled, installed, run, stop } from './setup.mjs';

const USAGE = 'Usage: npm run test:fuzz -- [--count N] [--seed S], both whole numbers.';

const { count, seed } = asked();
ensureInstalled();
process.exitCode = run(process.execPath, [installed('vitest/vitest.mjs'), 'run', '--project', 'node', 'tests/fuzz/fuzz.test.ts'], {
  FUZZ_COUNT: count,
  FUZZ_SEED: seed,
});

function asked() {
  try {
    const { values } = parseArgs({
      options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
    });
    if (![values.count, values.seed].every((text) => /^[1-9]\d{0,8}$/.test(text))) stop(USAGE, 2);
    return values;
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${USAGE}`, 2);
  }
}
