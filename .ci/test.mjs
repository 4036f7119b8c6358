// @ts-check
/**
 * `npm test`: installs what is missing, a browser too, builds the app and runs every test. Arguments go to vitest, so
 * `npm test -- core` runs the tests with "core" in their path. Ends with "N passed, N failed".
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countTests, forget, keep, line } from './counts.mjs';
import { CACHE, ensureInstalled, installed, run, stop } from './setup.mjs';
import { chromiumMissing, findChromium, installPackages, JUDGES, onPath } from './tools.mjs';

const REPORT = join(CACHE, 'vitest.json');

forget('test');
ensureInstalled();
const chromium = findChromium() ?? (installPackages(['chromium']) ? findChromium() : undefined);
if (chromium === undefined) stop(chromiumMissing());
judges();

mkdirSync(CACHE, { recursive: true });
rmSync(REPORT, { force: true });
const exitCode = run(
  process.execPath,
  [installed('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...process.argv.slice(2)],
  { CHROMIUM_PATH: chromium },
);
const counts = countTests(report(), exitCode);
keep('test', counts);
process.stderr.write('Not part of this: PDF/A and PDF/UA, which veraPDF judges in "npm run test:conformance" (it needs Java and Maven).\n');
process.stdout.write(line(counts));
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** A person's machine may do without the judges, and is told so; where changes are accepted, all must be there. */
function judges() {
  const missing = () => Object.entries(JUDGES).filter(([program]) => !onPath(program));
  if (missing().length > 0) installPackages([...new Set(missing().map(([, name]) => name))], { lean: true });
  const still = missing().map(([program]) => program);
  if (still.length === 0) return;
  const sentence = `Not installed: ${still.join(', ')}. They check the PDF and the workbook from outside.`;
  if (process.env.CI) stop(`${sentence} Here they must be there.`);
  process.stderr.write(`${sentence} The tests leave that part out.\n`);
}

function report() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    stop('The tests did not run to their end; the reason is above.');
  }
}
