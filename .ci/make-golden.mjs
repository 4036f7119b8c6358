// @ts-check
/**
 * `npm run golden`: writes the golden reports of the present version, from the shipped examples and of every other kind. They are kept
 * for ever, and every later version must verify them (RULES.md, V9). Made anew until the version is released; from then on left alone, and
 * the next version gets a folder of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSource } from './load.mjs';
import { CACHE, ROOT, stop } from './setup.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const EXAMPLES = 'questionnaires/examples';
const PROCEDURE = `${EXAMPLES}/kreekmonde`;
const bids = readdirSync(join(ROOT, PROCEDURE, 'bids')).map((name) => `${PROCEDURE}/bids/${name}`);

/** @type {Readonly<Record<string, readonly string[]>>} */
const REPORTS = {
  'replay.pdf': ['report', `${EXAMPLES}/liege-hub-replay.json`],
  'meridian.pdf': ['report', `${EXAMPLES}/meridian.json`],
  'comparison.pdf': ['compare', `${EXAMPLES}/meridian.json`, `${EXAMPLES}/scheldewaard.json`, '--draws', '500'],
  'tender.pdf': ['compare', ...bids, '--procedure', `${PROCEDURE}/procedure.json`, '--draws', '500'],
  'tender-revealed.pdf': ['compare', ...bids, '--procedure', revealed(), '--draws', '500'],
};

const tagged = spawnSync('git', ['tag', '--list', `v${version}`], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
if (tagged !== '') stop(`Version ${version} is released: its golden reports stay as they are. Raise the version in package.json first.`);
const folder = join(ROOT, 'tests', 'golden', version);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, args] of Object.entries(REPORTS)) {
  const run = spawnSync(process.execPath, [join(ROOT, '.ci', 'soundings.mjs'), ...args, '--out', join(folder, name)], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) stop(`${name} could not be made: ${run.stderr}`);
  process.stdout.write(`tests/golden/${version}/${name}\n`);
}
for (const [name, bytes] of await others()) {
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`tests/golden/${version}/${name}\n`);
}
writeFileSync(join(folder, 'signed.pdf'), await signed(readFileSync(join(folder, 'meridian.pdf'))));
process.stdout.write(`tests/golden/${version}/signed.pdf\n`);

/** The procedure once its names are told: where that file is. */
function revealed() {
  const { history, ...rest } = JSON.parse(readFileSync(join(ROOT, PROCEDURE, 'procedure.json'), 'utf8'));
  const reveal = { id: 'entry-reveal', at: '2026-12-01T10:00:00.000Z', by: 'B. Person', kind: 'reveal' };
  const file = join(CACHE, 'revealed.json');
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...rest, history: [...history, reveal] }));
  return file;
}

/** Those of other kinds, made as the terminal's are: by a bundle that knows the version. */
async function others() {
  const { build } = await import('vite');
  const made = mkdtempSync(join(CACHE, 'golden-'));
  try {
    const output = { entryFileNames: 'golden.js' };
    const bundled = { ssr: 'tests/report/golden.ts', outDir: made, copyPublicDir: false, rolldownOptions: { output } };
    await build({ root: ROOT, logLevel: 'error', build: bundled });
    /** @type {typeof import('../tests/report/golden.ts')} */
    const { goldenReports } = await import(pathToFileURL(join(made, 'golden.js')).href);
    return await goldenReports();
  } finally {
    rmSync(made, { recursive: true });
  }
}

/**
 * With a key that nobody keeps: another one each time this runs.
 * @param {Uint8Array} report
 */
async function signed(report) {
  const { makeKey } = /** @type {typeof import('../src/report/sign/make.ts')} */ (await loadSource('src/report/sign/make.ts'));
  const { readCertificate } = /** @type {typeof import('../src/report/sign/certificate.ts')} */ (
    await loadSource('src/report/sign/certificate.ts')
  );
  const { signReport } = /** @type {typeof import('../src/report/sign/sign.ts')} */ (await loadSource('src/report/sign/sign.ts'));
  const at = '2026-11-26T12:00:00Z';
  const made = await makeKey('Port of Scheldewaard (fictional)', at, crypto);
  const certificate = await readCertificate(made.certificate, crypto);
  if (typeof certificate === 'string') return stop(`The certificate is not taken: ${certificate}`);
  const outcome = await signReport(report, { key: made.key, certificate, issuers: [] }, at, crypto);
  return outcome.ok ? outcome.value : stop(`The report cannot be signed: ${JSON.stringify(outcome.problems)}`);
}
