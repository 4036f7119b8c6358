// @ts-check
/**
 * `npm run bench:rows`: what a table of 1,000 rows and of 1,700 costs as PDF, beside plain jsPDF, jspdf-autotable, pdfmake and @react-pdf/renderer, and
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
/** Of 25 rows each. */
const SECTIONS = [40, 68];
const FACTS = join(ROOT, 'questionnaires', 'jurisdictions');

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
  const { makers, reports, sectionsOf, TABLE } = await import(pathToFileURL(join(folder, 'makers.js')).href);
  const others = await peers(TABLE);
  for (const count of SECTIONS) {
    const sections = sectionsOf(count);
    const work = Object.entries({ ...makers, ...others }).map(([name, make]) => ({ name, make: () => make(sections) }));
    print(`${25 * count} rows`, 'ours', await measured(work));
    process.stdout.write('\n');
  }
  if (!others) process.stdout.write('pdfmake and @react-pdf/renderer could not be fetched: they are not in this table.\n');

  const facts = JSON.parse(readFileSync(join(FACTS, readdirSync(FACTS).sort().at(-1) ?? ''), 'utf8'));
  const { write, verify } = await reports(assessmentOf(questionnaireOf(1000), facts, { answered: true }));
  const both = [
    { name: 'written', make: write },
    { name: 'verified', make: verify },
  ];
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
