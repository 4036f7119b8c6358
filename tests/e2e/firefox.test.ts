/** The app in another engine: it opens, rates, saves, and writes the same report to the byte. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { onPath } from '../../.ci/tools.mjs';
import { FIREFOXES, openFirefox } from './support/firefox.ts';
import { soundings } from './support/terminal.ts';
import { EXAMPLES } from './support/walk.ts';

/** `npm run test:long` asks for it, and lets Node 20 have what it speaks to a Firefox with. */
const ASKED = process.env.SERVERS === 'all' && 'WebSocket' in globalThis;

const pressed = (name: string) =>
  `(() => { const found = [...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(name)}); found?.click(); return !!found; })()`;

test.skipIf(!ASKED)(
  'Firefox shows the result of the replay, saves an answer, and writes a report that the terminal finds unchanged',
  async ({ skip }) => {
    const program = FIREFOXES.find((name) => onPath(name));
    if (!program) {
      console.log('Firefox is not installed here, so the app was not tried in it.');
      return skip('Firefox is not installed');
    }
    const address = inject('address');
    const firefox = await openFirefox(program);
    try {
      await firefox.open(address);
      expect(await firefox.seen(`document.querySelector('h1')?.innerText`)).toContain('Measure the risk');
      await firefox.seen(pressed(EXAMPLES.replay));
      expect(await firefox.seen(`location.hash.endsWith('/result') && document.querySelector('h1')?.innerText`)).toContain('Not ratable');
      expect(await firefox.seen(`/21\\.2–95\\.5 of 100/.exec(document.body.innerText)?.[0]`)).toBe('21.2–95.5 of 100');
      await firefox.seen(pressed('Download the report (PDF)'));
      await firefox.seen(`document.body.innerText.includes('handed to the browser to save')`);
      await expect
        .poll(async () => (await readdir(firefox.folder)).filter((name) => name.endsWith('.pdf')).length, { timeout: 15_000 })
        .toBe(1);
      const [report = ''] = (await readdir(firefox.folder)).filter((name) => name.endsWith('.pdf'));
      const { stdout } = await soundings('verify', join(firefox.folder, report));
      expect(JSON.parse(stdout).verdict).toBe('unchanged, not signed');

      const answer = `document.querySelectorAll('#dl-07 input[type=radio]')[2]`;
      await firefox.seen(`(location.hash = location.hash.replace('/result', '/s/dl/dl-servers'))`);
      await firefox.seen(`${answer} && (${answer}.click(), ${answer}.checked)`);
      await firefox.seen(`/Saved \\d\\d:\\d\\d · on this device/.test(document.body.innerText)`);
      await firefox.reload();
      await firefox.seen(`${answer}?.checked`);
      await firefox.seen('navigator.serviceWorker.ready.then(({ active }) => active !== null)');
      const elsewhere = firefox.requests.filter((url) => !url.startsWith(address));
      console.log(
        `Firefox ${firefox.version}: ${firefox.requests.length} requests, ${elsewhere.length} elsewhere, ${firefox.troubles.length} errors; its report is the same to the byte`,
      );
      expect(elsewhere).toEqual([]);
      expect(firefox.troubles).toEqual([]);
    } finally {
      await firefox.close();
    }
  },
  180_000,
);
