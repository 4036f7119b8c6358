// @ts-check
/**
 * `npm run bench`: what an answer, the opening, a report, many bids and a comparison cost, each beside a floor measured in the same run.
 * Nothing is judged by a clock; the tables say what was measured, how often, and what is aimed at.
 *
 *     npm run bench -- --sizes 60,2000 --rounds 3
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, ensureInstalled, stop } from '../../.ci/setup.mjs';
import { chromiumMissing, findChromium, installPackages } from '../../.ci/tools.mjs';

const { sizes, rounds } = asked();
ensureInstalled();
if (findChromium() === undefined && !(installPackages(['chromium']) && findChromium())) stop(chromiumMissing());

// What needs packages comes after they are there.
const { makeStage } = await import('./stage.mjs');
const { answering, opening, TARGETS } = await import('./filling.mjs');
const { MAKERS, TABLES, reporting } = await import('./report.mjs');
const { comparing } = await import('./compare.mjs');
const { showingBids } = await import('./bids.mjs');
const { emptyPage } = await import('./empty.mjs');
const { median, p95, tableOf } = await import('./table.mjs');

/** Samples by what is measured, number of questions and target. @type {Map<string, number[]>} */
const samples = new Map();
/** @param {string} what @param {number} size @param {string} target */
const keyOf = (what, size, target) => `${what}/${size}/${target}`;
/** @param {string} what @param {number} size @param {string} target @param {readonly number[]} values */
const keep = (what, size, target, ...values) =>
  samples.set(keyOf(what, size, target), [...(samples.get(keyOf(what, size, target)) ?? []), ...values]);
/** @param {string} what @param {number} size @param {string} target */
const samplesOf = (what, size, target) => samples.get(keyOf(what, size, target)) ?? [];

process.stderr.write('Building, and making the assessments …\n');
const stage = await makeStage(sizes);
let many = '';
let tableRows = 0;
try {
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`Round ${round} of ${rounds} …\n`);
    await once(round);
  }
  process.stderr.write('Many bids …\n');
  many = await showingBids(stage, rounds);
} finally {
  await stage.close();
}
const largest = Math.max(...sizes);
process.stdout.write(`${tableOf(table())}\n`);
const file = join(CACHE, 'bench', 'results.json');
mkdirSync(join(CACHE, 'bench'), { recursive: true });
writeFileSync(
  file,
  `${JSON.stringify({ made: new Date().toISOString(), node: process.version, sizes, rounds, samples: Object.fromEntries(samples) }, null, 1)}\n`,
);
process.stdout.write(`\nMedians; CPU is that of the page's main thread. All samples: ${file}\n\n`);
process.stdout.write(`${many}\n\n${await comparing()}\n`);

/** Each measurement once; whoever goes first changes with the round. @param {number} round */
async function once(round) {
  /** @template T @param {readonly T[]} list */
  const inTurn = (list) => (round % 2 === 0 ? [...list].reverse() : list);
  keep('scripts', 0, 'floor', await emptyPage(stage));
  for (const maker of inTurn(TABLES)) {
    const made = await reporting(stage, maker, Math.min(...sizes));
    keep('table', made.rows, maker === 'table' ? 'soundings' : 'floor', made.cpu);
    tableRows = made.rows;
  }
  for (const size of sizes) {
    for (const target of inTurn(TARGETS)) {
      keep('opening and browser ms', size, target.name, (await opening(stage, target, size, 'starting')).ms);
      const opened = await opening(stage, target, size, 'at rest');
      keep('opening ms', size, target.name, opened.ms);
      keep('opening cpu', size, target.name, opened.cpu);
      keep('heap', size, target.name, opened.heap);
      keep('scripts', size, target.name, opened.scripts);
      const answered = await answering(stage, target, size);
      keep('first answer', size, target.name, ...answered.first);
      keep('changed answer', size, target.name, ...answered.changed);
      keep('settled', size, target.name, ...answered.settled);
    }
    for (const maker of inTurn(MAKERS)) {
      const made = await reporting(stage, maker, size);
      // To verify a report is held against writing it, measured beside it.
      if (maker === 'report') keep('verify', size, 'floor', made.cpu);
      if (maker === 'verify') {
        keep('verify', size, 'soundings', made.cpu);
        continue;
      }
      const target = maker === 'plain' ? 'floor' : 'soundings';
      keep('report', size, target, made.cpu);
      keep('report bytes', size, target, made.bytes);
      keep('report rows', size, target, made.rows);
    }
  }
}

/** @returns {string[][]} */
function table() {
  /**
   * @param {string} name
   * @param {{ what: string, floor?: [string, number], size: number, unit: number, digits: number, aim: string, of?: (list: readonly number[]) => number }} row
   */
  const row = (name, { what, size, unit, digits, aim, of = median, floor: [floorWhat, floorSize] = [what, size] }) => {
    const [ours, floor] = [samplesOf(what, size, 'soundings'), samplesOf(floorWhat, floorSize, 'floor')];
    const shown = (/** @type {readonly number[]} */ list) => (of(list) / unit).toFixed(digits);
    return [name, String(size), shown(ours), shown(floor), (of(ours) / of(floor)).toFixed(2), `${ours.length} / ${floor.length}`, aim];
  };
  const ms = { unit: 1, digits: 1 };
  return [
    ['what', 'questions', 'soundings', 'floor', 'ratio', 'samples', 'aim'],
    ...sizes.flatMap((size) => [
      row('first answer until shown, CPU ms', { what: 'first answer', size, ...ms, aim: '≤ 8' }),
      row('changed answer until shown, CPU ms', { what: 'changed answer', size, ...ms, aim: '≤ 8' }),
      row('  95 of 100', { what: 'changed answer', size, ...ms, aim: '', of: p95 }),
      row('  either until all is done, CPU ms', { what: 'settled', size, ...ms, aim: '' }),
    ]),
    ...sizes.map((size) =>
      row('JavaScript before it, kB gzip', { what: 'scripts', floor: ['scripts', 0], size, unit: 1000, digits: 1, aim: '≤ 120' }),
    ),
    ...sizes.flatMap((size) => [
      row('opening, ms', { what: 'opening ms', size, unit: 1, digits: 0, aim: size === largest ? '< 300' : '' }),
      row('  together with the browser, ms', { what: 'opening and browser ms', size, unit: 1, digits: 0, aim: '' }),
      row('  CPU ms', { what: 'opening cpu', size, unit: 1, digits: 0, aim: '' }),
      row('heap when open, MB', { what: 'heap', size, unit: 1e6, digits: 1, aim: size === largest ? '< 12' : '' }),
    ]),
    row(`table of ${tableRows} rows as PDF, CPU ms`, { what: 'table', size: tableRows, unit: 1, digits: 0, aim: 'ratio ≤ 1.5' }),
    ...sizes.map((size) =>
      row(`report of ${median(samplesOf('report rows', size, 'soundings'))} rows, CPU ms`, {
        what: 'report',
        size,
        unit: 1,
        digits: 0,
        aim: size === largest ? 'ratio ≤ 1.5' : '',
      }),
    ),
    ...sizes.map((size) => row('  verifying it beside writing it, CPU ms', { what: 'verify', size, unit: 1, digits: 0, aim: 'ratio ≤ 2' })),
    ...sizes.map((size) => row('  its file, kB', { what: 'report bytes', size, unit: 1000, digits: 0, aim: '' })),
  ];
}

function asked() {
  const usage = 'Usage: npm run bench -- [--sizes 60,2000] [--rounds 3]';
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '60,2000' },
        rounds: { type: 'string', default: '3' },
      },
    });
    const number = (/** @type {string} */ text) => {
      if (!/^[1-9]\d{0,4}$/.test(text)) stop(`"${text}" is no number from 1 to 99999. ${usage}`, 2);
      return Number(text);
    };
    return { sizes: values.sizes.split(',').map(number), rounds: number(values.rounds) };
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${usage}`, 2);
  }
}
