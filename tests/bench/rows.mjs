// @ts-check
/**
 * `npm run bench:rows`: what a report of a thousand rows costs, beside jspdf-autotable on the same rows in the same process. CPU time,
 * rounds interleaved, the median of nine after a first that is not counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ensureInstalled, ROOT } from '../../.ci/setup.mjs';
import { median, tableOf } from './table.mjs';

const ROUNDS = 9;
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
  /** @type {{ makers: Record<string, (sections: readonly unknown[]) => Uint8Array> }} */
  const { makers } = await import(pathToFileURL(join(folder, 'makers.js')).href);
  const sections = sectionsOf(40, 25);
  const made = Object.entries(makers).map(([name, make]) => ({ name, make, ms: /** @type {number[]} */ ([]), bytes: 0 }));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const one of made) {
      const before = process.cpuUsage();
      one.bytes = one.make(sections).length;
      const { user, system } = process.cpuUsage(before);
      if (round > 0) one.ms.push((user + system) / 1000);
    }
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  const [ours] = made;
  const against = (/** @type {number} */ own, /** @type {number} */ other) => (own / other).toFixed(2);
  process.stdout.write(
    `${tableOf([
      [`${rows} rows`, 'CPU ms', 'bytes', 'ours, time', 'ours, bytes'],
      ...made.map(({ name, ms, bytes }) => [
        name,
        median(ms).toFixed(0),
        String(bytes),
        against(median(ours?.ms ?? []), median(ms)),
        against(ours?.bytes ?? 0, bytes),
      ]),
    ])}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
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
