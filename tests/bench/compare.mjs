// @ts-check
/**
 * `node tests/bench/compare.mjs`: rank acceptability of 50 bids under 60 criteria and 10,000 draws, beside a floor of typed arrays
 * that draws weights, adds up, ranks and counts, and does nothing more. Both take turns in one run; nothing is judged by a clock.
 *
 *     node tests/bench/compare.mjs --bids 50 --criteria 60 --draws 10000 --rounds 9
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { CACHE, ensureInstalled, ROOT } from '../../.ci/setup.mjs';
import { rankCounts } from './rank-counts.mjs';
import { median, tableOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    bids: { type: 'string', default: '50' },
    criteria: { type: 'string', default: '60' },
    draws: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '9' },
  },
});
const [bids, criteria, draws, rounds] = [Number(values.bids), Number(values.criteria), Number(values.draws), Number(values.rounds)];

const { acceptability, drawsFrom } = await bundled();
const chance = drawsFrom(1);
const risks = Float64Array.from({ length: bids * criteria }, () => chance() * 100);
const rows = Array.from({ length: bids }, (_, i) => risks.slice(i * criteria, (i + 1) * criteria));
const settled = rows.map((sections) => {
  const drawn = { sections, floor: 0, stop: false };
  return () => drawn;
});
const sampling = { draws, seed: 9, shares: Array.from({ length: criteria }, () => 1 / criteria), edges: [0, 25, 50, 75] };

/** @type {readonly (readonly [string, () => unknown])[]} */
const RUNS = [
  ['floor', () => rankCounts(risks, bids, criteria, draws, drawsFrom(9))],
  ['weights free', () => acceptability(settled, { ...sampling, band: null })],
  ['weights within 30 %', () => acceptability(settled, { ...sampling, band: 0.3 })],
];
/** @type {Map<string, number[]>} */
const samples = new Map(RUNS.map(([name]) => [name, []]));
for (let round = -2; round < rounds; round++)
  for (const [name, run] of round % 2 === 0 ? RUNS : [...RUNS].reverse()) {
    const before = performance.now();
    run();
    // The first two rounds compile.
    if (round >= 0) samples.get(name)?.push(performance.now() - before);
  }

const floorTime = median(samples.get('floor') ?? []);
const line = (/** @type {string} */ name) => {
  const times = samples.get(name) ?? [];
  return [name, median(times).toFixed(1), Math.min(...times).toFixed(1), (median(times) / floorTime).toFixed(2), String(times.length)];
};
process.stdout.write(`${bids} bids, ${criteria} criteria, ${draws} draws; aim: weights free at most twice the floor\n\n`);
process.stdout.write(`${tableOf([['what', 'median ms', 'least ms', 'ratio', 'samples'], ...RUNS.map(([name]) => line(name))])}\n`);

/**
 * The code as it is shipped, in one file.
 * @returns {Promise<Pick<typeof import('../../src/core/compare/acceptability.ts'), 'acceptability'> & Pick<typeof import('../../src/core/compare/random.ts'), 'drawsFrom'>>}
 */
async function bundled() {
  const folder = join(CACHE, 'bench', 'compare');
  const modules = ['acceptability', 'random'];
  ensureInstalled();
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(modules.map((name) => [name, join(ROOT, 'src', 'core', 'compare', `${name}.ts`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const [one, other] = await Promise.all(modules.map((name) => import(pathToFileURL(join(folder, `${name}.js`)).href)));
  return { acceptability: one.acceptability, drawsFrom: other.drawsFrom };
}
