/** Stored shapes carry versions: an older app meets newer data, and a newer app older data, killed at any step. */
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { answer, begin, freshDisk, newWindow, said, settled, type Window } from './support.ts';

freshDisk();

/** What lies on disk, read by nobody's rules. */
async function everything(): Promise<unknown> {
  const db = await openDB('soundings');
  const names = [...db.objectStoreNames].sort();
  const stores = await Promise.all(names.map(async (name) => [name, await db.getAllKeys(name), await db.getAll(name)]));
  const { version } = db;
  db.close();
  return JSON.parse(JSON.stringify({ version, stores }));
}

/** What the next version of the app might do: a store of its own, and a record that this version knows nothing of. */
async function makeNewer(): Promise<void> {
  const db = await openDB('soundings', 1000, { upgrade: (newer) => void newer.createObjectStore('tides') });
  await db.put('tides', new Uint8Array([1, 2, 255]), 'spring');
  db.close();
}

describe('newer data than the app', () => {
  it('are read and handed out whole, and nothing is written', async () => {
    const first = await newWindow();
    const id = await begin(first);
    answer(first, 0, 'no');
    expect(await settled(first)).toBe('saved');
    first.close();
    await makeNewer();
    const before = await everything();

    const here = await newWindow();
    expect(await here.openAssessment(id)).toBe(true);
    expect(here.isOlderThanData()).toBe(true);
    expect(said(here, 0)).toBe('no');
    expect((await here.listAssessments()).map((one) => one.id)).toEqual([id]);
    expect((await here.exportAssessment(id)).text).toContain('"q-0"');

    answer(here, 1, 'yes');
    expect(await settled(here)).toBe('newer');
    expect(said(here, 1)).toBe('yes');
    const refusals = await Promise.allSettled([
      here.changeSettings({ person: 'Somebody' }),
      here.binAssessment(id),
      here.purgeAssessment(id),
      begin(here, 2, 'Second'),
    ]);
    expect(refusals.map((one) => one.status === 'rejected' && here.failureOf(one.reason))).toEqual(Array(refusals.length).fill('newer'));
    await expect(import('../../src/store/copy/all.ts').then((copy) => copy.readAll())).rejects.toThrow('newer');
    expect(await everything()).toEqual(before);

    const { exportRaw } = await import('../../src/store/raw.ts');
    const { name, text } = await exportRaw();
    expect(name).toMatch(/^soundings-raw-\d{4}-\d\d-\d\d\.json$/);
    const raw = JSON.parse(text);
    expect(raw).toMatchObject({ format: 'soundings-raw/1', version: 1000 });
    expect(raw.stores.tides).toEqual([['spring', { bytes: 'AQL/' }]]);
    expect(raw.stores.entries.map(([key]: [unknown]) => key)).toEqual([
      [id, 0],
      [id, 1],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('that come while a window is open: it goes on reading, keeps what it could not save, and says why', async () => {
    const here = await newWindow();
    const id = await begin(here);
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('saved');
    await makeNewer();
    const before = await everything();
    answer(here, 1, 'no');
    expect(await settled(here)).toBe('newer');
    expect(said(here, 1)).toBe('no');
    expect((await here.exportAssessment(id)).text).toContain('"q-1"');
    expect(await here.readEntries(id, 0)).toHaveLength(2);
    expect(await everything()).toEqual(before);
  });

  it('there being no database, handing out all of it makes none', async () => {
    const { exportRaw } = await import('../../src/store/raw.ts');
    await expect(exportRaw()).rejects.toThrow();
    expect(await indexedDB.databases()).toEqual([]);
  });
});

interface Dump {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<
    Record<string, { readonly keyPath: string | null; readonly records: readonly { readonly key: IDBValidKey; readonly value: unknown }[] }>
  >;
}
const FIRST: Dump = JSON.parse(readFileSync(new URL('../fixtures/store/database-1.json', import.meta.url), 'utf8'));

/** An empty disk, and on it a database as the first version of the app left it. */
async function makeFirst(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const stores = Object.entries(FIRST.stores);
  const db = await openDB(FIRST.name, FIRST.version, {
    upgrade: (old) => {
      for (const [name, { keyPath }] of stores) old.createObjectStore(name, keyPath === null ? {} : { keyPath });
    },
  });
  for (const [name, { keyPath, records }] of stores)
    for (const { key, value } of records) await db.put(name, value, keyPath === null ? key : undefined);
  db.close();
}

/** Opens the database, which brings it to the app's version, and asks for as little as can be. */
const start = (window: Window): Promise<number> => window.read(['settings'], (tx) => tx.objectStore('settings').count());

/** What a migration may ask of the database. */
const STEPS: readonly (readonly [object, string])[] = [
  [IDBDatabase.prototype, 'createObjectStore'],
  [IDBDatabase.prototype, 'deleteObjectStore'],
  ...['openCursor', 'get', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'clear', 'createIndex'].map(
    (name) => [IDBObjectStore.prototype, name] as const,
  ),
  // To go on to the next record is no step of its own: the library tells it by the method itself, which must stay what it is.
  [IDBCursor.prototype, 'update'],
];

/** Calls `at` before each step of a migration, with its number from 1. @returns how many there were, and what ends it */
function follow(at: (step: number) => void) {
  let count = 0;
  const spies = STEPS.map(([owner, name]) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const method = methods[name];
    return vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      count += 1;
      at(count);
      return method?.apply(this, args);
    });
  });
  return {
    count: () => count,
    end: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

/** The ways an upgrade may end before its time: the app fails, or the browser gives it up, with this step or right after it. */
const ENDS = ['throws', 'aborts', 'aborts after'] as const;

describe('older data than the app', () => {
  it('killed at each step of the migrations they are whole, old or new, and the next start brings them to the new', async () => {
    await makeFirst();
    const old = await everything();
    await start(await newWindow());
    const migrated = await everything();
    expect(migrated).not.toEqual(old);
    await makeFirst();
    const whole = follow(() => undefined);
    await start(await newWindow());
    whole.end();
    const steps = whole.count();
    expect(await everything()).toEqual(migrated);
    expect(steps).toBeGreaterThan(5);

    let kills = 0;
    for (const end of ENDS) {
      for (let kill = 1; kill <= steps; kill += 1) {
        await makeFirst();
        let upgrade: IDBTransaction | null = null;
        const request = indexedDB.open.bind(indexedDB);
        vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
          const opening = request(...args);
          opening.addEventListener('upgradeneeded', () => {
            upgrade = opening.transaction;
          });
          return opening;
        });
        const broken = follow((step) => {
          // The app tries once more by itself; it fails again.
          if (step < kill) return;
          if (step === kill) kills += 1;
          if (end === 'throws') throw new Error('killed');
          const giveUp = () => {
            upgrade?.abort();
            upgrade = null;
          };
          if (end === 'aborts') giveUp();
          else queueMicrotask(giveUp);
        });
        const here = await newWindow();
        await expect(start(here), `${end} ${kill}`).rejects.toThrow();
        broken.end();
        expect(await everything(), `${end} ${kill}`).toEqual(old);
        const again = await newWindow();
        expect(await again.listAssessments(), `${end} ${kill}`).toHaveLength(1);
        expect(await everything(), `${end} ${kill}`).toEqual(migrated);
      }
    }
    expect(kills).toBe(ENDS.length * steps);
    console.info(`migrations: ${steps} steps, killed ${kills} times in ${ENDS.length} ways; old and whole ${kills}, lost 0`);
  });
});
