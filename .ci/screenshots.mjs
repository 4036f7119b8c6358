// @ts-check
/** `npm run screenshots`: builds the app, opens an example as a user does, and takes the pictures that the README shows. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { CACHE, ensureInstalled, ROOT, stop } from './setup.mjs';
import { chromiumMissing, findChromium, onPath } from './tools.mjs';

/** Draws a page of a PDF. */
const PAINTER = 'pdftoppm';
const FOLDER = 'tests/e2e/screenshots';
const EXAMPLE = { name: 'Bidder B: Meridian Cargo Cloud', file: 'questionnaires/examples/meridian.json' };
const PROCEDURE = 'Open an example with six bids';
const VIEW = { width: 1440, height: 900 };
/** Dots an inch of the page of the report. */
const RESOLUTION = '80';
/** Room around what is in a picture, in CSS pixels. */
const MARGIN = 24;
/** Pictures travel with every clone; a larger one has something in it that a reader does not need. */
const LARGEST = 240_000;

ensureInstalled();
const executablePath = findChromium() ?? stop(chromiumMissing());
if (!onPath(PAINTER)) stop(`The picture of the report is made by ${PAINTER}; install it (Debian: apt-get install poppler-utils).`);

mkdirSync(CACHE, { recursive: true });
mkdirSync(join(ROOT, FOLDER), { recursive: true });
const work = mkdtempSync(join(CACHE, 'screenshots-'));
try {
  const { build } = await import('vite');
  await build({ root: ROOT, mode: 'production', logLevel: 'warn', build: { outDir: join(work, 'app'), emptyOutDir: true } });
  const server = await serve(join(work, 'app'), 0);
  try {
    await take(server.address);
    draw();
  } finally {
    await server.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const name of ['result', 'question', 'comparison', 'report']) {
  const { size } = statSync(place(name));
  process.stdout.write(`${FOLDER}/${name}.png  ${Math.round(size / 1000)} kB\n`);
  if (size > LARGEST) stop(`${name}.png is too large: at most ${LARGEST / 1000} kB.`);
}

/** @param {string} name */
function place(name) {
  return join(ROOT, FOLDER, `${name}.png`);
}

/** @param {string} address where the app is served */
async function take(address) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const page = await browser.newPage({ viewport: VIEW, locale: 'en-GB', timezoneId: 'Europe/Brussels', colorScheme: 'light' });
    await page.goto(address);
    await page.getByRole('button', { name: EXAMPLE.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'High' }).waitFor();
    await picture(page, 'result', await around(page.getByText('Fictional bidder.'), page.getByRole('article')));

    await page
      .getByRole('article')
      .getByRole('link', { name: /^Could the vendor, its parent or its cloud provider/ })
      .click();
    // The evidence of every answer comes after its question, and moves what is below.
    for (const evidence of await page.getByText('Reference, file and note').all()) await evidence.waitFor();
    await page.locator('#dl-07').getByText('Reference, file and note').waitFor();
    await page.locator('#dl-07').evaluate((question) => question.scrollIntoView());
    await page.getByRole('complementary').locator('output').waitFor();
    await page.evaluate((margin) => window.scrollBy(0, margin), MARGIN);
    await picture(page, 'question');

    await page.goto(address);
    await page.getByRole('button', { name: PROCEDURE, exact: true }).click();
    // What is drawn comes from a worker.
    await page.getByText(/the first place falls to/).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, 'comparison', { x: 0, y: 0, width: VIEW.width, height: 860 });
  } finally {
    await browser.close();
  }
}

/** The first page of the report: from the example's file, since a copy made in a browser has an id of its own, printed as a hash. */
function draw() {
  const pdf = join(work, 'report.pdf');
  const written = spawnSync(process.execPath, [join(ROOT, '.ci', 'soundings.mjs'), 'report', EXAMPLE.file, '--out', pdf], { cwd: ROOT });
  if (written.status !== 0) stop(`The report could not be written: ${written.stderr}`);
  const drawn = spawnSync(PAINTER, ['-png', '-r', RESOLUTION, '-f', '1', '-l', '1', '-singlefile', pdf, place('report').slice(0, -4)]);
  if (drawn.status !== 0) stop(`${PAINTER} could not draw the report: ${drawn.stderr}`);
}

/**
 * @param {import('playwright-core').Locator} first
 * @param {import('playwright-core').Locator} last in the same column
 * @returns the place of both, and of what is between them
 */
async function around(first, last) {
  const [top, bottom] = [await first.boundingBox(), await last.boundingBox()];
  if (!top || !bottom) return stop('What the picture is to show is not on the page.');
  const y = top.y - MARGIN;
  return { x: bottom.x - MARGIN, y, width: bottom.width + 2 * MARGIN, height: bottom.y + bottom.height + MARGIN - y };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {{ x: number, y: number, width: number, height: number }} [clip] what is seen where left out
 */
async function picture(page, name, clip) {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
  await page.screenshot({ path: place(name), animations: 'disabled', ...(clip && { clip, fullPage: true }) });
}
