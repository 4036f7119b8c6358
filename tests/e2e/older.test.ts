/** An app that is older than what is kept: it shows it, hands it out, and writes nothing. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, openExample, saved } from './support/walk.ts';

/** What a later version of the app does to the database. */
const makeNewer = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('soundings', 1000);
        request.onupgradeneeded = () => request.result.createObjectStore('tides').put('high', 'spring');
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      }),
  );

/** All of the database, as text. */
const everything = (page: Page) =>
  page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const db = await result(indexedDB.open('soundings'));
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names);
    const stores = await Promise.all(names.map((name) => result(tx.objectStore(name).getAll())));
    db.close();
    return JSON.stringify([db.version, names, stores]);
  });

test('newer data are shown and handed out whole, and not touched', async () => {
  const app = await openApp();
  const { page } = app;
  const id = await openExample(page, 'bidderB');
  await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
  await page.locator('#ic-02 input[value="aggd"]').check();
  await saved(page);
  await makeNewer(page);
  const before = await everything(page);

  await page.reload();
  const notice = page.getByRole('alert').filter({ hasText: 'an older version of Soundings' });
  await notice.waitFor();
  await expect.poll(() => page.locator('#ic-02 input[value="aggd"]').isChecked()).toBe(true);
  expect(await faultsInEveryView(app)).toEqual([]);
  const file = await downloaded(page, () => notice.getByRole('button', { name: 'Download all that is kept here' }).click());
  const raw = JSON.parse(await readFile(file, 'utf8'));
  expect(raw).toMatchObject({ format: 'soundings-raw/1', version: 1000, stores: { tides: [['spring', 'high']] } });
  expect(JSON.stringify(raw.stores.entries)).toContain('"aggd"');

  await page.locator('#ic-02 input[value="aggm"]').check();
  const failure = page.getByRole('alert').filter({ hasText: 'not saved' });
  await failure.waitFor();
  expect(await failure.innerText()).toContain('a newer version of Soundings');
  const own = await downloaded(page, () => failure.getByRole('button', { name: 'Download the file instead' }).click());
  expect((await readFile(own, 'utf8')).includes('"aggm"')).toBe(true);
  expect(await everything(page)).toBe(before);
});
