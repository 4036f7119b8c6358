/** The app in a third engine, on a profile that stays: it opens, rates, compares, verifies, saves for good, and writes the same reports to the byte. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { newFolder } from './support/files.ts';
import { record } from './support/recorder.ts';
import { soundings } from './support/terminal.ts';
import { EXAMPLES } from './support/walk.ts';
import { missingForWebKit, openWebKit, type WebKit } from './support/webkit.ts';

/** `npm run test:long` asks for it. */
const ASKED = process.env.SERVERS === 'all';
const KILLS = Number(process.env.WEBKIT_KILLS ?? 3);
const TIME = 240_000 + KILLS * 20_000;

const press = (name: string) =>
  `(() => { const found = [...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(name)} && one.ariaDisabled !== 'true' && !one.disabled); found?.click(); return !!found; })()`;
const heading = `document.querySelector('h1')?.innerText`;
/** It gives no private files, so the app says that there is no second copy. */
const SAVED = `/^Saved \\d\\d:\\d\\d · no second copy/.test(document.querySelector('header [role=status]')?.innerText)`;
const goTo = (hash: string) => `(location.hash = ${JSON.stringify(hash)})`;
const address = () => inject('address');
const origin = () => new URL(address()).origin;

function missing(skip: (why: string) => void): boolean {
  const packages = missingForWebKit();
  if (packages.length === 0) return false;
  const why = `WebKit was not tried, for lack of ${packages.join(', ')}`;
  console.log(`${why}.`);
  skip(why);
  return true;
}

/** Does what hands out a file. @returns its path, once it is there whole */
async function downloaded(webkit: WebKit, profile: string, act: string, end: string): Promise<string> {
  const there = async () => (await readdir(profile)).filter((name) => name.endsWith(end));
  const before = await there();
  await webkit.seen(act);
  let file: string | undefined;
  await expect
    .poll(
      async () => {
        file = (await there()).find((name) => !before.includes(name));
        return file;
      },
      { timeout: 60_000 },
    )
    .toBeDefined();
  return join(profile, file ?? '');
}

test.skipIf(!ASKED)(
  'WebKit rates, compares, verifies, and writes the bytes that the terminal writes',
  async ({ skip }) => {
    if (missing(skip)) return;
    const profile = await newFolder();
    const recorder = await record(origin());
    const webkit = await openWebKit({ profile, proxy: recorder.address });
    try {
      await webkit.open(address());
      expect(await webkit.seen(heading)).toContain('Measure the risk');
      await webkit.seen(press(EXAMPLES.replay));
      expect(await webkit.seen(`location.hash.endsWith('/result') && ${heading}`)).toContain('Not ratable');
      expect(await webkit.seen(`/21\\.2–95\\.5 of 100/.exec(document.body.innerText)?.[0]`)).toBe('21.2–95.5 of 100');
      const file = await downloaded(webkit, profile, press('Download the assessment'), '.json');
      const report = await downloaded(webkit, profile, press('Download the report (PDF)'), '.pdf');
      await webkit.seen(`document.body.innerText.includes('handed to the browser to save')`);
      const written = join(await newFolder(), 'report.pdf');
      expect(await soundings('report', file, '--out', written)).toEqual({ status: 0, stdout: '', stderr: '' });
      expect((await readFile(report)).equals(await readFile(written))).toBe(true);

      await webkit.seen(goTo('#/'));
      await webkit.seen(press('Open an example with six bids'));
      await webkit.seen(`location.hash.endsWith('/compare')`);
      const comparison = await downloaded(webkit, profile, press('Download the comparison (PDF)'), '.pdf');
      expect(JSON.parse((await soundings('verify', comparison)).stdout).verdict).toBe('unchanged, not signed');

      await webkit.seen(goTo('#/verify'));
      await webkit.seen(`!!document.querySelector('input[type=file]')`);
      await webkit.choose('input[type=file]', [written]);
      await webkit.seen(`[...document.querySelectorAll('h2, h3')].some((one) => /^unchanged, not signed$/i.test(one.innerText))`);

      await webkit.seen(`(navigator.serviceWorker.ready.then(() => { window.offline = true }), window.offline)`);
      const elsewhere = recorder.asked.filter((one) => !one.startsWith(`GET ${address()}`));
      console.log(
        `WebKit ${webkit.version}: ${recorder.asked.length} requests, ${elsewhere.length} elsewhere, ${webkit.troubles.length} errors; its reports are the same to the byte`,
      );
      expect(recorder.asked.length).toBeGreaterThan(10);
      expect(elsewhere).toEqual([]);
      expect(webkit.troubles).toEqual([]);
      // Without a network, from what the browser keeps.
      await recorder.close();
      await webkit.open(`${address()}#/register`);
      await webkit.open(address());
      expect(await webkit.seen(heading)).toContain('Measure the risk');
      // What is heard of its console.
      await webkit.seen(`(fetch('http://127.0.0.1:9/').catch(() => 0), true)`);
      await expect.poll(() => webkit.troubles.join(), { timeout: 5000 }).toContain('127.0.0.1:9');
    } finally {
      await webkit.kill();
      await recorder.close();
    }
  },
  TIME,
);

test.skipIf(!ASKED)(
  `WebKit, ended by kill -9 ${KILLS} times, has every answer that was shown as saved; without its database it says so`,
  async ({ skip }) => {
    if (missing(skip)) return;
    const profile = await newFolder();
    const recorder = await record(origin());
    const start = () => openWebKit({ profile, proxy: recorder.address });
    let webkit = await start();
    try {
      await webkit.open(address());
      await webkit.seen(press(EXAMPLES.bidderB));
      const at = String(await webkit.seen(`location.hash.endsWith('/result') && location.hash.replace('/result', '/s/dl/dl-servers')`));
      await webkit.seen(goTo(at));
      let lost = 0;
      for (let round = 0; round < KILLS; round += 1) {
        const choice = `document.querySelectorAll('#dl-07 input[type=radio]')[${round % 3}]`;
        await webkit.seen(`${choice} && (${choice}.click(), ${choice}.checked)`);
        await webkit.seen(SAVED);
        expect(webkit.troubles).toEqual([]);
        await webkit.kill();
        webkit = await start();
        await webkit.open(address() + at);
        await webkit.seen(`!!${choice}`);
        if (String(await webkit.seen(`[${choice}.checked]`)) !== 'true') lost += 1;
      }
      console.log(`WebKit ${webkit.version}: ${KILLS} times kill -9 after "Saved", ${lost} answers lost`);
      expect(lost).toBe(0);

      // The mark, which lies elsewhere, may lag behind.
      await webkit.seen(`!!localStorage.getItem('soundings-mark')`);
      await new Promise((done) => setTimeout(done, 3000));
      await webkit.kill();
      await rm(join(profile, 'data', 'databases', 'indexeddb'), { recursive: true });
      webkit = await start();
      await webkit.open(address());
      await webkit.seen(`/has lost what was kept here/.test(document.querySelector('[role=alert]')?.innerText)`);
    } finally {
      await webkit.kill();
      await recorder.close();
    }
  },
  TIME,
);
