// @ts-check
/**
 * `npm run test:conformance`: has veraPDF judge every kind of report by PDF/A-3a and PDF/UA-1. Fails on any finding, and where the
 * judge cannot be had. Ends with "N passed, N failed", a file by a standard each.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countTests, forget, keep, line } from './counts.mjs';
import { CACHE, ensureInstalled, installed, run, stop } from './setup.mjs';
import { verapdf } from './verapdf.mjs';

const REPORT = join(CACHE, 'conformance-vitest.json');

forget('conformance');
ensureInstalled();
mkdirSync(CACHE, { recursive: true });
rmSync(REPORT, { force: true });
const judge = verapdf();
if ('missing' in judge) stop(`The reports cannot be judged. ${judge.missing}`);
const exitCode = run(
  process.execPath,
  [
    installed('vitest/vitest.mjs'),
    ...['run', '--project', 'conformance', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
    ...process.argv.slice(2),
  ],
  { VERAPDF: judge.jar },
);
const counts = countTests(report(), exitCode);
keep('conformance', counts);
process.stdout.write(line(counts));
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

function report() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    stop('The reports were not judged to the end; the reason is above.');
  }
}
