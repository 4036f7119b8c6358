// @ts-check
/**
 * Rank acceptability of 50 bids under 60 criteria and 10,000 draws, beside a floor of typed arrays that draws weights, adds up, ranks
 * and counts, and does nothing more. Part of `npm run bench`; by itself: `node tests/bench/compare.mjs`.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ensureInstalled, ROOT } from '../../.ci/setup.mjs';
import { rankCounts } from './rank-counts.mjs';
import { median, tableOf } from './table.mjs';

const BIDS = 50;
const CRITERIA = 60;
const DRAWS = 10_000;
const ROUNDS = 9;
/** Rounds that are not counted: they compile. */
const WARM_UP = 2;

/**
 * All take turns in one run.
 * @returns {Promise<string>} a table
 */
export async function comparing() {
  const { acceptability, drawsFrom } = await bundled();
  const chance = drawsFrom(1);
  const risks = Float64Array.from({ length: BIDS * CRITERIA }, () => chance() * 100);
  const settled = Array.from({ length: BIDS }, (_, i) => {
    const drawn = { sections: risks.slice(i * CRITERIA, (i + 1) * CRITERIA), floor: 0, stop: false };
    return () => drawn;
  });
  const sampling = { draws: DRAWS, seed: 9, shares: Array.from({ length: CRITERIA }, () => 1 / CRITERIA), edges: [0, 25, 50, 75] };
  /** @type {readonly { name: string, run: () => unknown, aim: string, times: number[] }[]} */
  const all = [
    { name: 'floor', run: () => rankCounts(risks, BIDS, CRITERIA, DRAWS, drawsFrom(9)), aim: '', times: [] },
    { name: 'weights free', run: () => acceptability(settled, { ...sampling, band: null }), aim: 'ratio ≤ 2', times: [] },
    { name: 'weights within 30 %', run: () => acceptability(settled, { ...sampling, band: 0.3 }), aim: 'ratio ≤ 2', times: [] },
  ];
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const { run, times } of round % 2 === 0 ? all : [...all].reverse()) {
      // CPU time, which a busy machine does not inflate as it does the clock's.
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UP) times.push((user + system) / 1000);
    }
  const floor = median(all[0]?.times ?? []);
  return tableOf([
    [`${BIDS} bids, ${CRITERIA} criteria, ${DRAWS} draws`, 'median CPU ms', 'least CPU ms', 'ratio', 'samples', 'aim'],
    ...all.map(({ name, times, aim }) => [
      name,
      median(times).toFixed(1),
      Math.min(...times).toFixed(1),
      (median(times) / floor).toFixed(2),
      String(times.length),
      aim,
    ]),
  ]);
}

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

if (process.argv[1] === import.meta.filename) process.stdout.write(`${await comparing()}\n`);
