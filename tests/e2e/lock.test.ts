/** All that is kept here under a passphrase, in a real browser: on the disk, across loads, windows, kills and idle hours. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type App, openApp } from './support/app.ts';
import { BACKEND, backendsIn } from './support/backend.ts';
import { kill } from './support/kill.ts';
import { filesWith } from './support/profile.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const PASSPHRASE = 'sluice lantern ferry oak';
/** The derivation takes a second of computing, and the machine may be busy. */
const PATIENCE = 60_000;
const HOLDINGS = 's/ic/ic-holdings';
const MINUTE = 60_000;

const radio = (page: Page, value: string) => page.locator(`#ic-02 input[value="${value}"]`);
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const field = (page: Page) => page.getByLabel('Passphrase', { exact: true });

/** An app with an example in it, patient enough for the derivation. */
async function withExample(): Promise<App & { readonly id: string }> {
  const app = await openApp();
  app.context.setDefaultTimeout(PATIENCE);
  const id = await openExample(app.page, 'bidderA');
  return { ...app, id };
}

async function again(profile: string): Promise<App> {
  const app = await openApp({ profile });
  app.context.setDefaultTimeout(PATIENCE);
  return app;
}

async function fillIn(page: Page): Promise<void> {
  await goTo(page, '#/encryption');
  await field(page).fill(PASSPHRASE);
  await page.getByLabel('Passphrase once more').fill(PASSPHRASE);
  await page.getByLabel('I have understood').check();
}

const turnOn = (page: Page) => page.getByRole('button', { name: 'Encrypt everything here' }).click();

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await title(page, 'Locked').waitFor();
  await field(page).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

const everyView = async (app: App): Promise<void> => expect(await faultsInEveryView(app)).toEqual([]);

/**
 * Waits until the browser has cleared out of its files what was there before. In SQLite it does so when no window has the database open any more: it
 * keeps the log until then, and puts zeros where something was.
 */
async function cleared(page: Page, profile: string): Promise<void> {
  if (BACKEND === 'leveldb') return;
  const address = page.url();
  await page.goto('about:blank');
  await expect.poll(() => filesWith(profile, 'Scheldewaard'), { timeout: PATIENCE }).toEqual([]);
  await page.goto(address);
  await title(page, 'Locked').waitFor();
}

/** Names of what lies in the folder that backups go into by themselves. */
const inFolder = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('share');
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });

describe('everything under a passphrase', () => {
  test('turned on, said before; on the disk is nothing of it, in the page neither while it is locked; turned off again', async () => {
    const app = await withExample();
    const { page, id, profile } = app;
    // Nobody is there to pick one: a folder of the private files stands for it.
    await app.context.addInitScript(() => {
      Object.assign(window, {
        showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('share', { create: true }),
      });
    });
    await page.goto(app.address);
    await page.getByRole('button', { name: 'Save into a folder by itself' }).click();
    await page.getByText('A backup goes into the folder “share” by itself').waitFor();
    await expect.poll(() => inFolder(page)).toEqual([expect.stringMatching(/^soundings-backup-[0-9a-f]{6}\.json$/)]);
    await goTo(page, `#/a/${id}/${HOLDINGS}`);
    await radio(page, 'aggd').check();
    await saved(page);
    expect(await filesWith(profile, 'Scheldewaard')).not.toEqual([]);

    await goTo(page, '#/encryption');
    // What cannot be recovered is said before anything is typed, and has to be ticked.
    await page.getByText('A forgotten passphrase. Nobody can recover or reset it').waitFor();
    await turnOn(page);
    await page.getByText('Expected at least 12 characters; found 0.').waitFor();
    await page.getByText('Tick this to go on.').waitFor();
    await everyView(app);
    await fillIn(page);
    await turnOn(page);
    await title(page, 'Locked').waitFor();
    expect(await page.content()).not.toContain('Scheldewaard');
    await cleared(page, profile);
    expect(await filesWith(profile, 'Scheldewaard')).toEqual([]);
    expect(await filesWith(profile, 'aggd')).toEqual([]);
    expect(await backendsIn(profile)).toEqual([BACKEND]);

    expect(await inFolder(page)).toEqual([expect.stringMatching(/^soundings-backup-[0-9a-f]{6}\.encrypted$/)]);

    await unlock(page, 'not this one');
    await page.getByText('This is not the passphrase.').waitFor();
    await page.getByText('I have forgotten the passphrase').click();
    await everyView(app);
    await unlock(page);
    await title(page, 'Encryption').waitFor();
    await everyView(app);

    await goTo(page, `#/a/${id}/${HOLDINGS}`);
    expect(await radio(page, 'aggd').isChecked()).toBe(true);
    await radio(page, 'aggm').check();
    await saved(page);
    expect(await page.title()).toBe('Soundings');
    await page.reload();
    await unlock(page);
    await expect.poll(() => radio(page, 'aggm').isChecked(), { timeout: PATIENCE }).toBe(true);
    // The second copy goes on under the lock.
    await page.waitForTimeout(1000);
    for (const word of ['Scheldewaard', 'aggm', id]) expect(await filesWith(profile, word), word).toEqual([]);

    await goTo(page, '#/encryption');
    await page.getByRole('button', { name: 'Take the encryption away' }).click();
    await page.getByRole('heading', { name: 'Turn it on' }).waitFor();
    await goTo(page, `#/a/${id}/${HOLDINGS}`);
    expect(await radio(page, 'aggm').isChecked()).toBe(true);
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test('locks by itself after the time that was chosen, in all windows, with the last answer saved', async () => {
    const app = await withExample();
    const { page, id, context, address } = app;
    await fillIn(page);
    await turnOn(page);
    await title(page, 'Locked').waitFor();
    await page.clock.install();
    await page.reload();
    await unlock(page);
    await title(page, 'Encryption').waitFor();
    await page.getByLabel('after 5 minutes').check();
    await page.getByText('From now on it locks after 5 minutes.').waitFor();

    const other = await context.newPage();
    await other.goto(`${address}#/a/${id}/${HOLDINGS}`);
    await unlock(other);
    await radio(other, 'aggd').waitFor();
    await goTo(page, `#/a/${id}/${HOLDINGS}`);
    await page.clock.fastForward(4 * MINUTE);
    // A touch counts.
    await radio(page, 'aggm').check();
    await page.clock.fastForward(4 * MINUTE);
    await expect.poll(() => radio(page, 'aggm').isChecked()).toBe(true);
    // Typed, and left without a word.
    await page.locator('#ic-02 summary').first().click();
    const note = page.locator('#ic-02 textarea').first();
    await note.fill('Gantry log of berth nine');
    await page.clock.fastForward(6 * MINUTE);
    await title(page, 'Locked').waitFor();
    await title(other, 'Locked').waitFor();
    for (const window of [page, other]) expect(await window.content()).not.toContain('Scheldewaard');
    await unlock(page);
    await expect.poll(() => radio(page, 'aggm').isChecked(), { timeout: PATIENCE }).toBe(true);
    await page.locator('#ic-02 summary').first().click();
    expect(await note.inputValue()).toBe('Gantry log of berth nine');
    expect(await filesWith(app.profile, 'Gantry log')).toEqual([]);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await title(page, 'Locked').waitFor();
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test.each([
    [
      'the second copy is empty',
      async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('soundings');
        const sizes = ['copy-a.txt', 'copy-b.txt'].map(async (name) => (await (await folder.getFileHandle(name)).getFile()).size);
        return (await Promise.all(sizes)).every((size) => size === 0);
      },
      null,
    ],
    ['the database turns', async () => (await indexedDB.databases()).some(({ version }) => Number(version) > 10_000), null],
    [
      'the second copy is there again',
      async () => {
        if (!(await indexedDB.databases()).some(({ version }) => Number(version) > 10_000)) return false;
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('soundings');
        return (await (await folder.getFileHandle('copy-a.txt')).getFile()).size > 0;
      },
      true,
    ],
  ] as const)(
    'killed while it is turned on, when %s: all is as before or all is encrypted',
    async (_, isReached, isShutThen) => {
      const app = await withExample();
      await fillIn(app.page);
      await turnOn(app.page);
      while (!(await app.page.evaluate(isReached))) await app.page.waitForTimeout(5);
      await kill(app.context, app.profile);
      const next = await again(app.profile);
      await heading(next.page).waitFor();
      // A database that was broken off takes a moment to be read again.
      await next.page.getByText(/Scheldewaard PortData, offer|It opens with the passphrase/).waitFor();
      const isShut = await title(next.page, 'Locked').isVisible();
      if (isShutThen !== null) expect(isShut).toBe(isShutThen);
      if (isShut) await unlock(next.page);
      await goTo(next.page, `#/a/${app.id}/result`);
      await next.page.getByText('Scheldewaard').first().waitFor();
      // What was broken off is done now.
      if (isShut) await cleared(next.page, app.profile);
      if (isShut) await expect.poll(() => filesWith(app.profile, 'Scheldewaard'), { timeout: PATIENCE }).toEqual([]);
      expect(next.troubles).toEqual([]);
    },
    200_000,
  );

  test('the passphrase is forgotten: everything can be erased, after it was said', async () => {
    const app = await withExample();
    const { page, profile } = app;
    await fillIn(page);
    await turnOn(page);
    await title(page, 'Locked').waitFor();
    await page.getByText('I have forgotten the passphrase').click();
    await page.getByRole('button', { name: 'Erase everything here' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Tick this to erase it.').waitFor();
    await everyView(app);
    await page.getByLabel('Yes, erase all of it').check();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('There are none on this device yet').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await filesWith(profile, 'Scheldewaard')).toEqual([]);
    expect(app.troubles).toEqual([]);
  }, 200_000);
});
