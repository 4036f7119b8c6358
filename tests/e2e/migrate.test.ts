/** A newer app meets data of the first version and the browser is killed at a step of the migrations: old and whole, or new and whole. */
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { onDisk } from './support/database.ts';
import { kill } from './support/kill.ts';

/** At how many of the steps; `npm run test:long` takes all. */
const MOST = Number(process.env.MIGRATION_KILLS ?? 1);

/** A page of the app's origin without the app. */
const BARE = 'icon.svg';

interface Dump {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<
    Record<string, { readonly keyPath: string | null; readonly records: readonly { readonly key: string; readonly value: unknown }[] }>
  >;
}

/** Puts a database there as the first version of the app left it. */
const putFirst = (page: Page, dump: Dump) =>
  page.evaluate(
    ({ name, version, stores }) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open(name, version);
        request.onerror = () => fail(request.error);
        request.onupgradeneeded = () => {
          for (const [store, { keyPath, records }] of Object.entries(stores)) {
            const made = request.result.createObjectStore(store, keyPath === null ? {} : { keyPath });
            for (const { key, value } of records) made.put(value, keyPath === null ? key : undefined);
          }
        };
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      }),
    dump,
  );

/** Version and content of the database. */
async function state(page: Page): Promise<string> {
  // Just after a kill `indexedDB.databases()` tells the version that the browser is about to take back.
  const found = await onDisk(page);
  return `${found?.version}: ${found?.sha256}`;
}

/** Calls `atStep` before step `at` of an upgrade, and lets nothing more be done then; with 0 it counts them. */
async function follow(page: Page, at: number, atStep: () => void): Promise<() => number> {
  let steps = 0;
  await page.context().exposeBinding('stepped', (_, step: number) => {
    steps = step;
    if (step === at) atStep();
  });
  await page.context().addInitScript((stop) => {
    let step = 0;
    const stepped = (window as unknown as { stepped: (step: number) => void }).stepped;
    const watch = (owner: object, name: string, isUpgrade: (self: never) => boolean) => {
      const methods = owner as Record<string, (...args: unknown[]) => unknown>;
      const method = methods[name];
      methods[name] = function (this: unknown, ...args: unknown[]) {
        if (isUpgrade(this as never)) {
          step += 1;
          stepped(step);
          // The browser is killed from outside; meanwhile this page does nothing more.
          if (step === stop) for (const until = Date.now() + 20_000; Date.now() < until; );
        }
        return method?.apply(this, args);
      };
    };
    watch(IDBDatabase.prototype, 'createObjectStore', () => true);
    for (const name of ['openCursor', 'put', 'add', 'delete'])
      watch(IDBObjectStore.prototype, name, (store: IDBObjectStore) => store.transaction.mode === 'versionchange');
    watch(IDBCursor.prototype, 'update', ({ source }: IDBCursor) => 'transaction' in source && source.transaction.mode === 'versionchange');
  }, at);
  return () => steps;
}

test(
  `killed at ${MOST === 1 ? 'one step' : 'each step'} of the migrations, the next start brings all of it to the new version`,
  async () => {
    const first: Dump = JSON.parse(await readFile('tests/fixtures/store/database-1.json', 'utf8'));
    const before = await openApp({ at: BARE });
    await putFirst(before.page, first);
    const old = await state(before.page);
    await before.close();
    const copyOf = async (profile: string) => {
      const folder = await mkdtemp(join(tmpdir(), 'soundings-'));
      // Not the lock of the browser that was killed.
      await cp(profile, folder, { recursive: true, filter: (file) => !basename(file).startsWith('Singleton') });
      return folder;
    };
    const start = async (profile: string) => openApp({ at: BARE, profile: await copyOf(profile) });
    const migrated = async (page: Page, address: string) => {
      await page.goto(address);
      await page.getByRole('link', { name: 'Kept', exact: true }).waitFor();
      return state(page);
    };

    const whole = await start(before.profile);
    const counted = await follow(whole.page, 0, () => undefined);
    const wanted = await migrated(whole.page, whole.address);
    const steps = counted();
    await whole.close();
    expect(steps).toBeGreaterThan(5);
    expect(wanted).not.toBe(old);

    const found = { old: 0, new: 0 };
    const at = MOST >= steps ? Array.from({ length: steps }, (_, i) => i + 1) : [Math.ceil(steps / 2)];
    for (const step of at) {
      const { page, context, profile, address } = await start(before.profile);
      let dead: Promise<void> | undefined;
      await follow(page, step, () => {
        dead = kill(context, profile);
      });
      await page.goto(address).catch(() => undefined);
      await expect.poll(() => dead !== undefined, { timeout: 15_000 }).toBe(true);
      await dead;
      const looked = await start(profile);
      const left = await state(looked.page);
      expect([old, wanted], `step ${step}`).toContain(left);
      found[left === old ? 'old' : 'new'] += 1;
      await looked.close();
      // The app itself comes first, while the browser may still be taking back what was half done.
      const next = await openApp({ profile });
      expect(await migrated(next.page, next.address), `step ${step}`).toBe(wanted);
      await next.close();
      // At the second start after a kill a torn log shows.
      const last = await openApp({ at: BARE, profile });
      expect(await state(last.page), `step ${step}`).toBe(wanted);
      await last.close();
    }
    console.log(
      `migrations: ${steps} steps, the browser killed at ${at.length} of them; found old and whole ${found.old} times, new and whole ${found.new}; 0 lost`,
    );
  },
  60_000 + MOST * 30_000,
);
