/**
 * Reports of random assessments, written in Node and written anew by each engine, which compares every byte: that is what verifying is. One among
 * them was changed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { onPath } from '../../.ci/tools.mjs';
import { REPORTS, randomReports } from '../report/verify/random.ts';
import { openApp } from './support/app.ts';
import { newFolder } from './support/files.ts';
import { FIREFOXES, openFirefox } from './support/firefox.ts';
import { record } from './support/recorder.ts';
import { missingForWebKit, openWebKit } from './support/webkit.ts';

/** `npm run test:long` asks for it. */
const ASKED = process.env.SERVERS === 'all';
const TIME = 120_000 + REPORTS * 3000;

const INPUT = 'input[accept*=pdf]';
/** What the page lists once it is through. */
const FOUND = `document.querySelector('main select') && !document.querySelector('main progress') && [...document.querySelectorAll('main select option')].map((one) => one.textContent).join(', ').toLowerCase()`;
const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const EXPECTED = `all (${number(REPORTS + 1)}), changed (1), unchanged, not signed (${number(REPORTS)})`;

let folder = '';
const files: string[] = [];
afterAll(() => folder !== '' && rm(folder, { recursive: true }));
beforeAll(async () => {
  if (!ASKED) return;
  folder = await mkdtemp(join(tmpdir(), 'soundings-alike-'));
  const keep = async (bytes: Uint8Array) => {
    const file = join(folder, `${files.length}.pdf`);
    await writeFile(file, bytes);
    files.push(file);
  };
  for await (const bytes of randomReports(REPORTS)) await keep(bytes);
  for await (const bytes of randomReports(1)) {
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await keep(bytes);
  }
}, TIME);

const told = (engine: string) => console.log(`${engine}: ${REPORTS} reports of random assessments are the same to the byte as in Node`);

test.skipIf(!ASKED)(
  `Chromium writes ${REPORTS} reports as Node does`,
  async () => {
    const { page, context, troubles } = await openApp({ at: '#/verify' });
    await page.locator(INPUT).setInputFiles(files);
    await expect.poll(() => page.evaluate(FOUND), { timeout: TIME, interval: 1000 }).toBe(EXPECTED);
    told(`Chromium ${context.browser()?.version() ?? ''}`);
    expect(troubles).toEqual([]);
  },
  TIME,
);

test.skipIf(!ASKED || !('WebSocket' in globalThis))(
  `Firefox writes ${REPORTS} reports as Node does`,
  async ({ skip }) => {
    const program = FIREFOXES.find((name) => onPath(name));
    if (!program) return skip('Firefox is not installed');
    const firefox = await openFirefox(program);
    try {
      await firefox.open(`${inject('address')}#/verify`);
      await firefox.seen(`!!document.querySelector('${INPUT}')`);
      await firefox.choose(INPUT, files);
      expect(await firefox.seen(FOUND, TIME)).toBe(EXPECTED);
      told(`Firefox ${firefox.version}`);
      expect(firefox.troubles).toEqual([]);
    } finally {
      await firefox.close();
    }
  },
  TIME,
);

test.skipIf(!ASKED)(
  `WebKit writes ${REPORTS} reports as Node does`,
  async ({ skip }) => {
    if (missingForWebKit().length > 0) return skip('WebKit is not installed');
    const recorder = await record(new URL(inject('address')).origin);
    const webkit = await openWebKit({ profile: await newFolder(), proxy: recorder.address });
    try {
      await webkit.open(`${inject('address')}#/verify`);
      await webkit.seen(`!!document.querySelector('${INPUT}')`);
      await webkit.choose(INPUT, files);
      expect(await webkit.seen(FOUND, TIME)).toBe(EXPECTED);
      told(`WebKit ${webkit.version}`);
      expect(webkit.troubles).toEqual([]);
    } finally {
      await webkit.kill();
      await recorder.close();
    }
  },
  TIME,
);
