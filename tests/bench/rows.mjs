// @ts-check
/**
 * `npm run bench:rows`: what a table of a thousand rows costs as PDF, beside jspdf-autotable, pdfmake and @react-pdf/renderer, and
 * what it costs to verify a report of a thousand answers. All in one process: CPU time, rounds interleaved, the median of nine after
 * a first that is not counted. The columns are as wide in every file, but for the one whose columns autotable chooses.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ensureInstalled, ROOT } from '../../.ci/setup.mjs';
import { peers } from './peers.mjs';
import { assessmentOf, questionnaireOf } from './synthetic.mjs';
import { median, tableOf } from './table.mjs';

const ROUNDS = 9;
const FACTS = join(ROOT, 'questionnaires', 'jurisdictions');
const WORDS =
  'vendor data access control review policy incident backup key audit supplier network region staff contract log recovery owner risk'.split(
    ' ',
  );

ensureInstalled();
const { build } = await import('vite');
const folder = mkdtempSync(join(CACHE, 'rows-'));
try {
  await build({
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: 'tests/bench/rows/makers.ts',
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'makers.js' } },
    },
  });
  /** @type {typeof import('./rows/makers.ts')} */
  const { makers, reports, TABLE } = await import(pathToFileURL(join(folder, 'makers.js')).href);
  const sections = sectionsOf(40, 25);
  const others = await peers(TABLE);
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  const work = Object.entries({ ...makers, ...others }).map(([name, make]) => ({ name, make: () => make(sections) }));
  print(`${rows} rows`, 'ours', await measured(work));
  if (!others) process.stdout.write('pdfmake and @react-pdf/renderer could not be fetched: they are not in this table.\n');

  const facts = JSON.parse(readFileSync(join(FACTS, readdirSync(FACTS).sort().at(-1) ?? ''), 'utf8'));
  const { write, verify } = await reports(assessmentOf(questionnaireOf(1000), facts, { answered: true }));
  const both = [
    { name: 'written', make: write },
    { name: 'verified', make: verify },
  ];
  process.stdout.write('\n');
  print('a report of 1000 questions', 'this', (await measured(both)).reverse());
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {readonly { readonly name: string, readonly make: () => Uint8Array | Promise<Uint8Array> }[]} work
 */
async function measured(work) {
  const all = work.map((one) => ({ ...one, ms: /** @type {number[]} */ ([]), bytes: 0 }));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const one of all) {
      const before = process.cpuUsage();
      one.bytes = (await one.make()).length;
      const { user, system } = process.cpuUsage(before);
      if (round > 0) one.ms.push((user + system) / 1000);
    }
  return all;
}

/**
 * The first against each.
 * @param {string} what
 * @param {string} first
 * @param {Awaited<ReturnType<typeof measured>>} all
 */
function print(what, first, all) {
  const against = (/** @type {number} */ own, /** @type {number} */ other) => (own / other).toFixed(2);
  const [own] = all;
  const lines = all.map(({ name, ms, bytes }) => [
    name,
    median(ms).toFixed(0),
    String(bytes),
    against(median(own?.ms ?? []), median(ms)),
    against(own?.bytes ?? 0, bytes),
  ]);
  process.stdout.write(`${tableOf([[what, 'CPU ms', 'bytes', `${first}, time`, `${first}, bytes`], ...lines])}\n`);
}

/**
 * @param {number} count
 * @param {number} each
 */
function sectionsOf(count, each) {
  const draw = drawer(20261126);
  const phrase = (/** @type {number} */ length) => Array.from({ length }, () => WORDS[draw(WORDS.length)]).join(' ');
  return Array.from({ length: count }, (_, s) => ({
    title: `Section ${s + 1}: ${phrase(3)}`,
    rows: Array.from({ length: each }, (_, i) => {
      const [weight, risk] = [1 + draw(5), draw(101)];
      return [`${s * each + i + 1}. ${phrase(6 + draw(12))}?`, phrase(2 + draw(5)), String(weight), String(risk), String(weight * risk)];
    }),
  }));
}

/** The same numbers each time (mulberry32). @param {number} seed */
function drawer(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
