/** The app opens without a connection, and a new version of it waits until a person takes it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../.ci/offline.mjs';
import { serve } from '../../.ci/serve.mjs';
import { openApp } from './support/app.ts';
import { holdDisk } from './support/disk.ts';
import { downloaded, newFile } from './support/files.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

/** Not the server's own folder: the app runs from any. */
const BELOW = 'tools/vendor-risk';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

interface Change {
  /** Said in the page's head. */
  readonly mark: string;
  /** Files that this version has not, by the beginnings of their names. */
  readonly without?: string;
}

/** A copy of the built app in a folder of a server's. @returns that server's folder */
async function versionOf({ mark, without }: Change): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'soundings-version-'));
  undo.push(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, BELOW);
  await cp(inject('folder'), folder, { recursive: true, filter: (path) => without === undefined || !path.includes(`/assets/${without}`) });
  const page = join(folder, 'index.html');
  const text = await readFile(page, 'utf8');
  await writeFile(page, text.replace('<title>', `<meta name="mark" content="${mark}"><title>`));
  listFiles(folder);
  return root;
}

/** Serves one version after another at one address. */
async function site() {
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  let port = 0;
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  const show = async (root: string): Promise<string> => {
    await stop();
    server = await serve(root, port);
    port = server.port;
    return `${server.address}${BELOW}/`;
  };
  undo.push(stop);
  return { show, stop };
}

/** A file that the app does not have and the server does not hand out until it is let go. */
const HELD = 'assets/held.js';

/** A server in front of another. `held`: answers that it keeps back. */
async function inFrontOf(inner: string): Promise<{ readonly address: string; readonly held: readonly ServerResponse[] }> {
  const held: ServerResponse[] = [];
  const server = createServer((asked, answer) => {
    if (asked.url?.endsWith(HELD)) held.push(answer);
    else
      get(new URL(asked.url ?? '/', inner), (found) => {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(answer);
      }).on('error', () => answer.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  undo.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${new URL(inner).pathname}`, held };
}

/** Ends the service workers that have nothing to do. */
async function stopWorkers(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
}

const markOf = (page: Page) => page.evaluate(() => document.querySelector('meta[name="mark"]')?.getAttribute('content'));
/** Resolves when all files of the app are in the browser. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
/** Addresses of the files that are. */
const cached = (page: Page) =>
  page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
const lookForNew = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
const news = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version of Soundings is here' });
const take = (page: Page) => page.getByRole('button', { name: 'Take the new version' });

describe('without a connection', () => {
  test('after one visit the app opens, takes answers and writes the report, from a folder of a server that is gone', async () => {
    const { show, stop } = await site();
    const address = await show(await versionOf({ mark: 'one' }));
    const { page, context, troubles } = await openApp({ address, keepsFiles: true });
    await heading(page).waitFor();
    await kept(page);
    const inCache = await cached(page);
    expect(inCache.length).toBeGreaterThan(100);
    expect(inCache.filter((url) => url.endsWith('.woff'))).toEqual([]);
    await stop();
    await context.setOffline(true);

    await page.reload();
    await heading(page).waitFor();
    const id = await openExample(page, 'bidderB');
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    await page.locator('#ic-02 input[value="aggd"]').check();
    await saved(page);
    await goTo(page, `#/a/${id}/result`);
    const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the report' }).click());
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    const other = await context.newPage();
    await other.goto(`${address}#/a/${id}/s/ic/ic-holdings`);
    await expect.poll(() => other.locator('#ic-02 input[value="aggd"]').isChecked()).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('fonts of other scripts are kept once a report needed them', async () => {
    const { show, stop } = await site();
    const address = await show(await versionOf({ mark: 'one' }));
    const { page, context, troubles } = await openApp({ address, keepsFiles: true });
    await kept(page);
    await page.reload();
    const assessment = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
    const name = { ...assessment.history[0], id: 'entry-9001', at: '2026-11-24T09:30:00.000Z', detail: 'vendor', value: '菜鸟网络 שלום' };
    const file = await newFile('name.json', JSON.stringify({ ...assessment, history: [...assessment.history, name] }));
    await page.locator('section[aria-labelledby="open-file"] input[type="file"]').setInputFiles(file);
    await page.waitForURL(/#\/a\/[^/]+$/);
    await goTo(page, `${new URL(page.url()).hash}/result`);
    const report = () => downloaded(page, () => page.getByRole('button', { name: 'Download the report' }).click());
    const here = await readFile(await report());
    expect((await cached(page)).filter((url) => url.endsWith('.woff')).length).toBeGreaterThan(3);
    await stop();
    await context.setOffline(true);
    await page.reload();
    await heading(page).waitFor();
    expect((await readFile(await report())).equals(here)).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('it can be installed', async () => {
    const { show } = await site();
    const address = await show(await versionOf({ mark: 'one' }));
    const { page, context } = await openApp({ address, keepsFiles: true });
    await kept(page);
    const session = await context.newCDPSession(page);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    expect(manifest.url).toBe(`${address}manifest.webmanifest`);
    expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    for (const { src } of (JSON.parse(manifest.data ?? '') as { icons: { src: string }[] }).icons) {
      expect((await page.request.get(address + src)).status(), src).toBe(200);
    }
  });
});

describe('a new version', () => {
  test('waits and asks, goes not over what is not kept or not saved, and leaves the other window alone', async () => {
    const { show, stop } = await site();
    const address = await show(await versionOf({ mark: 'one' }));
    const app = await openApp({ address, keepsFiles: true });
    const { page, context, troubles } = app;
    await kept(page);
    const id = await openExample(page, 'bidderB');
    const at = `#/a/${id}/s/ic/ic-holdings`;
    const other = await context.newPage();
    await other.goto(address + at);
    await other.locator('#ic-02').waitFor();

    // This one has not a page that the one before had.
    await show(await versionOf({ mark: 'two', without: 'HistoryPage-' }));
    await page.bringToFront();
    await lookForNew(page);
    await news(page).waitFor();
    expect(await faultsInEveryView(app)).toEqual([]);
    await page.reload();
    await news(page).waitFor();
    expect(await markOf(page)).toBe('one');

    await goTo(page, '#/new');
    await page.getByRole('textbox').first().fill('Half a name');
    await take(page).click();
    await page.getByText('what you entered on this page is not kept anywhere so far').waitFor();
    expect(await markOf(page)).toBe('one');
    expect(await page.getByRole('textbox').first().inputValue()).toBe('Half a name');

    await goTo(page, at);
    await holdDisk(other, 2500);
    await page.locator('#ic-02 input[value="aggd"]').click();
    await page.locator('#ic-03--typed').fill('about 12');
    const start = Date.now();
    await take(page).click();
    await expect.poll(() => markOf(page).catch(() => ''), { timeout: 10_000 }).toBe('two');
    expect(Date.now() - start).toBeGreaterThan(1500);
    await expect.poll(() => page.locator('#ic-02 input[value="aggd"]').isChecked()).toBe(true);
    expect(await page.locator('#ic-03--typed').inputValue()).toBe('about 12');
    expect(await news(page).count()).toBe(0);

    await other.bringToFront();
    await other.getByText('Another window has taken a new version').waitFor();
    expect(await markOf(other)).toBe('one');
    await stop();
    await other.locator('#ic-04 input[value="day"]').click();
    await saved(other);
    await goTo(other, `#/a/${id}/history`);
    await other.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    expect(troubles).toEqual([]);
  });

  test('asked for while another window keeps the browser from it, says so, and goes not over what is begun meanwhile', async () => {
    const { show } = await site();
    const { address, held } = await inFrontOf(await show(await versionOf({ mark: 'one' })));
    const { page, context, troubles } = await openApp({ address, keepsFiles: true });
    await kept(page);
    const other = await context.newPage();
    await other.goto(address);
    await heading(other).waitFor();
    await show(await versionOf({ mark: 'two' }));
    await page.bringToFront();
    await lookForNew(page);
    await news(page).waitFor();

    await other.evaluate((path) => void fetch(path), HELD);
    await expect.poll(() => held.length).toBe(1);
    await take(page).click();
    await page.getByText('The new version of Soundings is being taken').waitFor();
    await goTo(page, '#/new');
    await page.getByRole('textbox').first().fill('Half a name');
    await page.waitForTimeout(2000);
    expect(await markOf(page)).toBe('one');
    held[0]?.end();
    // The browser would look again within a minute.
    await stopWorkers(page);
    await page.getByText('This page goes on with the version before, because what you entered on it is not kept').waitFor();
    expect(await markOf(page)).toBe('one');
    expect(await page.getByRole('textbox').first().inputValue()).toBe('Half a name');
    await page.reload();
    expect(await markOf(page)).toBe('two');
    expect(troubles).toEqual([]);
  });

  test('that is not whole is not taken', async () => {
    const { show } = await site();
    const address = await show(await versionOf({ mark: 'one' }));
    const { page } = await openApp({ address, keepsFiles: true });
    await kept(page);
    const torn = await versionOf({ mark: 'two' });
    await writeFile(join(torn, BELOW, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await show(torn);
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const ended = new Promise<string>((done) => {
        registration?.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => done(installing.state));
        });
      });
      await registration?.update().catch(() => undefined);
      return ended;
    });
    expect(end).toBe('redundant');
    await page.reload();
    await heading(page).waitFor();
    expect(await markOf(page)).toBe('one');
  });
});
