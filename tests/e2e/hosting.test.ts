/** The configuration that a release carries, in the servers it is for: every header on every file, right types, and an app that runs. */
import { extname } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesBelow } from '../../.ci/check-built.mjs';
import { SECURITY_HEADERS } from '../../.ci/security.mjs';
import { onPath } from '../../.ci/tools.mjs';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { SERVERS, serveWith } from './support/servers.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

/** `npm run test:long` asks for them. */
const ASKED = process.env.SERVERS === 'all';

/** What browsers take each kind of file for under `nosniff`. */
const TYPES: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.css': /^text\/css(; ?charset=utf-8)?$/i,
  '.js': /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
  '.json': /^application\/json(; ?charset=utf-8)?$/i,
  '.webmanifest': /^application\/manifest\+json/i,
  '.svg': /^image\/svg\+xml/i,
  '.png': /^image\/png$/i,
  '.ttf': /^font\/ttf$/i,
  '.woff': /^font\/woff$/i,
  '.woff2': /^font\/woff2$/i,
  '.wasm': /^application\/wasm$/i,
};

const FOR_GOOD = /^public, max-age=31536000, immutable$/;
/** A file that is not there may be tomorrow, under the same name. */
const ASKED_AGAIN = /^(no-cache|no-store|public, max-age=0, must-revalidate|)$/;

for (const program of Object.keys(SERVERS) as (keyof typeof SERVERS)[]) {
  test.skipIf(!ASKED)(
    `${program} sends every header with every file, and the app runs from it, without it too`,
    async ({ skip }) => {
      if (!onPath(program)) {
        console.log(`${program} is not installed here, so its configuration was not tried.`);
        return skip(`${program} is not installed`);
      }
      const site = await serveWith(program, inject('folder'));
      try {
        const wrong: string[] = [];
        const files = ['', ...filesBelow(inject('folder'))];
        for (const name of [...files, 'none', 'assets/none.js']) {
          const answer = await fetch(site.address + name);
          await answer.arrayBuffer();
          const isThere = files.includes(name);
          if (answer.ok !== isThere) wrong.push(`${name}: ${answer.status}`);
          for (const [header, value] of Object.entries(SECURITY_HEADERS))
            if (answer.headers.get(header) !== value) wrong.push(`${name}: ${header} is ${answer.headers.get(header)}`);
          const kept = answer.headers.get('cache-control') ?? '';
          const isForGood = isThere && name.startsWith('assets/') && program !== 'wrangler';
          if (!(isForGood ? FOR_GOOD : ASKED_AGAIN).test(kept)) wrong.push(`${name}: kept ${kept}`);
          if (!isThere) continue;
          const type = answer.headers.get('content-type') ?? '';
          if (!TYPES[extname(name) || '.html']?.test(type)) wrong.push(`${name}: of type ${type}`);
        }
        expect(wrong.slice(0, 20)).toEqual([]);

        const { page, context, troubles } = await openApp({ address: site.address, keepsFiles: true });
        await heading(page).waitFor();
        const id = await openExample(page, 'bidderB');
        const report = () => downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
        await report();
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        expect(troubles).toEqual([]);
        await site.close();
        await context.setOffline(true);
        await page.reload();
        await report();
        await goTo(page, `#/a/${id}/s/dl/dl-servers`);
        await page.locator('#dl-07 input[type="radio"]').nth(2).check();
        await saved(page);
        console.log(
          `${program}: ${files.length} files, ${Object.keys(SECURITY_HEADERS).length} headers with each, 0 wrong, 0 against the policy`,
        );
      } finally {
        await site.close();
      }
    },
    180_000,
  );
}
