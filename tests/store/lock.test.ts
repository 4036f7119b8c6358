/** All that is kept here under a passphrase: what lies on the disk says nothing, and the app goes on as if nothing lay in between. */
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Writing } from '../../src/store/database.ts';
import { Calls, countCalls, givePrivateFiles, type PrivateFiles, workersOf } from './privateFiles.ts';
import { answer, begin, disk, freshDisk, newWindow, said, settled } from './support.ts';

freshDisk();
// What a browser leaves in its files is a matter of browsers.
vi.mock('../../src/store/lock/scrub.ts', () => ({ scrub: async () => undefined, scrubOnce: async () => undefined }));

/** As cheap as the derivation may be: what it costs is no matter here. */
const CHEAP = { memory: 8, passes: 1, lanes: 1 };
/** Of the moments at which the power may fail, every so many. */
const STEP = process.env.EVERY_MOMENT ? 1 : 9;
const PASSPHRASE = 'sluice lantern ferry oak';

/** A window with its second copy. */
async function open(files: PrivateFiles) {
  const workers = await workersOf(files);
  const window = await newWindow();
  const [copy, turn, find, { setSession }, seam] = await Promise.all([
    import('../../src/store/copy/copy.ts'),
    import('../../src/store/lock/turn.ts'),
    import('../../src/store/lock/find.ts'),
    import('../../src/store/lock/session.ts'),
    import('../../src/store/lock/seam.ts'),
    import('../../src/store/copy/restore.ts'),
  ]);
  await window.loadSettings().catch(() => undefined);
  return { ...window, ...copy, ...turn, ...find, ...seam, setSession, begin: () => copy.beginCopy(workers) };
}

/** A window with two answers, under a lock or not. */
async function filled(isLocked: boolean) {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const calls = new Calls();
  const files = givePrivateFiles(calls);
  const window = await open(files);
  await window.begin();
  const id = await begin(window, 4, 'Harbour of Nowhere');
  answer(window, 0, 'no');
  answer(window, 1, 'yes');
  await settled(window);
  await window.changeSettings({ person: 'R. Okafor' });
  const before = await disk(window);
  if (isLocked) await window.turnOn(PASSPHRASE, CHEAP);
  return { files, window, id, before, calls };
}

/** Every byte of the database and of the second copy, as text. */
async function bytes(files: PrivateFiles): Promise<string> {
  const request = indexedDB.open('soundings');
  const db = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction([...db.objectStoreNames]);
  const all = await Promise.all(
    [...db.objectStoreNames].flatMap((name) =>
      [tx.objectStore(name).getAllKeys(), tx.objectStore(name).getAll()].map(
        (one) =>
          new Promise<unknown>((resolve) => {
            one.onsuccess = () => resolve(one.result);
          }),
      ),
    ),
  );
  db.close();
  const say = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);
  return JSON.stringify(all, say) + files.texts().join('');
}

describe('under a lock', () => {
  it('everything is as it was for the app, and nothing of it is on the disk', async () => {
    const { files, window, id, before } = await filled(true);
    expect(await disk(window)).toBe(before);
    answer(window, 2, 'no');
    expect(await settled(window)).toBe('saved');
    expect(said(window, 2)).toBe('no');
    await window.renewCopy();
    expect(window.useCopy.getState().kind).toBe('kept');
    const text = await bytes(files);
    for (const word of ['Harbour', 'Okafor', 'q-1', 'answered', 'questionnaire', id]) expect(text, word).not.toContain(word);

    const other = await open(files);
    await expect(other.openAssessment(id)).rejects.toMatchObject({ reason: 'locked' });
    expect(await other.unlock('another one')).toBe('passphrase');
    expect(await other.unlock(PASSPHRASE)).toBe('open');
    await other.begin();
    expect(other.useCopy.getState()).toMatchObject({ kind: 'kept', mended: 0, offered: 0 });
    expect(await other.openAssessment(id)).toBe(true);
    expect([0, 1, 2].map((i) => said(other, i))).toEqual(['no', 'yes', 'no']);
    expect(await other.listAssessments()).toMatchObject([{ id, details: { title: 'Harbour of Nowhere' } }]);
  });
});

/** Another window, with the lock open. */
async function unlocked(files: PrivateFiles, passphrase = PASSPHRASE) {
  const window = await open(files);
  expect(await window.unlock(passphrase)).toBe('open');
  return window;
}

interface Kept {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/** Does something to the rows as they lie on the disk. */
async function tamper(store: string, change: (rows: readonly Kept[]) => readonly Kept[]): Promise<void> {
  const db = await done(indexedDB.open('soundings'));
  const lies = db.transaction(store, 'readwrite').objectStore(store);
  const [keys, values] = await Promise.all([done(lies.getAllKeys()), done(lies.getAll())]);
  for (const { key, value } of change(keys.map((key, i) => ({ key, value: values[i] })))) lies.put(value, key);
  await new Promise((resolve) => {
    lies.transaction.oncomplete = resolve;
  });
  db.close();
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const flipped = (value: unknown, at: number): Uint8Array => {
  const bytes = new Uint8Array(value as Uint8Array);
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
  return bytes;
};

/** What is asked of a store, with small keys so that they meet. */
const ASKED = fc.oneof(
  fc.record({
    act: fc.constantFrom('put', 'add', 'delete', 'get', 'getKey'),
    store: fc.constantFrom('settings', 'entries', 'assessments'),
    id: fc.constantFrom('a', 'b'),
    at: fc.nat(3),
    text: fc.string({ unit: 'grapheme', maxLength: 8 }),
  }),
  fc.record({
    act: fc.constantFrom('all', 'keys', 'count', 'history', 'last', 'clear'),
    store: fc.constant('entries'),
    id: fc.constantFrom('a', 'b'),
    at: fc.nat(3),
    text: fc.constant(''),
  }),
);
type Ask = typeof ASKED extends fc.Arbitrary<infer A> ? A : never;

/** Does one of them, and says what came of it. */
async function ask(tx: Writing, { act, store, id, at, text }: Ask): Promise<unknown> {
  const here = tx.objectStore(store as 'settings');
  const key = (store === 'entries' ? [id, at] : id) as string;
  const value = (store === 'assessments' ? { id, text } : { text }) as unknown as string;
  const range = IDBKeyRange.bound([id, at], [id, Number.POSITIVE_INFINITY]);
  switch (act) {
    case 'put':
      return store === 'assessments' ? here.put(value) : here.put(value, key);
    case 'add':
      return (await here.getKey(key)) === undefined && (store === 'assessments' ? here.add(value) : here.add(value, key));
    case 'delete':
      return here.delete(key);
    case 'clear':
      return here.delete(range);
    case 'get':
      return (await here.get(key)) ?? null;
    case 'getKey':
      return (await here.getKey(key)) ?? null;
    case 'all':
      return here.getAll();
    case 'keys':
      return here.getAllKeys();
    case 'count':
      return here.count();
    case 'history':
      return here.getAll(range);
    default: {
      const last = await here.openCursor(range, 'prev');
      return last && [last.key, last.value];
    }
  }
}

describe('whatever is asked of it', () => {
  it('a store under a lock answers as one that is under none', async () => {
    const answers: unknown[][] = [[], []];
    let tried = 0;
    const works = fc.sample(fc.array(ASKED, { minLength: 1, maxLength: 12 }), { seed: 11, numRuns: 300 });
    for (const isLocked of [false, true]) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      const window = await open(givePrivateFiles(new Calls()));
      await window.begin();
      if (isLocked) await window.turnOn(PASSPHRASE, CHEAP);
      for (const asked of works) {
        const done = await window.write(['settings', 'entries', 'assessments'], async (tx) => {
          const said: unknown[] = [];
          for (const one of asked) said.push(await ask(tx, one));
          return said;
        });
        answers[Number(isLocked)]?.push(done);
        tried += asked.length;
      }
    }
    expect(answers[1]).toEqual(answers[0]);
    console.log(`${tried / 2} requests in ${works.length} writes, answered alike`);
  });

  it('a key that is taken is refused, and nothing of the write is there', async () => {
    const { window, id } = await filled(true);
    const before = await disk(window);
    const taken = window.write(['settings', 'entries'], async (tx) => {
      await tx.objectStore('settings').put('x', 'y');
      await tx.objectStore('entries').add({} as never, [id, 0]);
    });
    await expect(taken).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await disk(window)).toBe(before);
  });

  it('a key for signing made under the lock is sealed whole, and comes back as one that cannot be taken out', async () => {
    const { files, window } = await filled(true);
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('latin1');
    const key = { fingerprint: 'f'.repeat(64), certificate: new TextEncoder().encode('CN=R. Okafor'), key: privateKey };
    await window.write(['keys'], (tx) => tx.objectStore('keys').put(key));
    const [kept] = await window.read(['keys'], (tx) => tx.objectStore('keys').getAll());
    expect(kept).toMatchObject({ fingerprint: key.fingerprint, certificate: key.certificate, key: { extractable: false } });
    const text = await bytes(files);
    for (const word of ['Okafor', pkcs8.slice(-40)]) expect(text).not.toContain(word);
    await window.turnOff();
    const [plain] = await window.read(['keys'], (tx) => tx.objectStore('keys').getAll());
    expect(plain).toMatchObject({ certificate: key.certificate, key: { extractable: false } });
  });
});

describe('a row that is not as it was sealed', () => {
  const isEntry = ({ key }: Kept) => (key as string[])[0] === 'entries';

  it('any byte of it flipped, or two of them exchanged: refused as damaged, and nothing of it is read', async () => {
    const { files, id } = await filled(true);
    files.files.clear();
    let tried = 0;
    const untouched: Kept[] = [];
    await tamper('rows', (rows) => {
      untouched.push(...rows.filter(isEntry));
      return [];
    });
    const first = untouched[0] as Kept;
    const length = (first.value as Uint8Array).length;
    const changes: (() => readonly Kept[])[] = [
      ...Array.from({ length }, (_, at) => () => [{ key: first.key, value: flipped(first.value, at) }]),
      () => [{ key: first.key, value: (first.value as Uint8Array).slice(0, -1) }],
      () => [{ key: first.key, value: new Uint8Array() }],
      // Two answers in each other's place.
      () => [
        { key: first.key, value: untouched[1]?.value },
        { key: untouched[1]?.key as IDBValidKey, value: first.value },
      ],
    ];
    const window = await unlocked(files);
    for (const change of changes) {
      await tamper('rows', change);
      await expect(window.readEntries(id, 0)).rejects.toMatchObject({ reason: 'damaged' });
      await tamper('rows', () => untouched);
      tried += 1;
    }
    expect(await window.readEntries(id, 0)).toHaveLength(untouched.length);
    console.log(`${tried} changes of a row, each refused`);
  });

  it('comes back from the second copy', async () => {
    const { files, window, id, before } = await filled(true);
    await tamper('rows', (rows) => rows.filter(isEntry).map(({ key, value }) => ({ key, value: flipped(value, 20) })));
    await expect(window.readEntries(id, 0)).rejects.toMatchObject({ reason: 'damaged' });
    const next = await unlocked(files);
    await next.begin();
    expect(next.useCopy.getState()).toMatchObject({ kind: 'kept', mended: 3 });
    expect(await disk(next)).toBe(before);
  });
});

describe('the lock itself', () => {
  it('damaged, it is taken from the second copy; both damaged, it is said, and no passphrase is blamed', async () => {
    const { files, before } = await filled(true);
    const spoil = () =>
      tamper('lock', (rows) => rows.filter(({ key }) => key === 'lock').map(({ key, value }) => ({ key, value: flipped(value, 60) })));
    await spoil();
    const other = await unlocked(files);
    expect(await disk(other)).toBe(before);
    const kept = new Map(files.files);
    files.files.clear();
    // It was put back.
    await unlocked(files);
    await spoil();
    const last = await open(files);
    expect(await last.unlock(PASSPHRASE)).toBe('damaged');
    for (const [name, bytes] of kept) files.files.set(name, bytes);
    expect(await last.unlock('another one')).toBe('passphrase');
    expect(await last.unlock(PASSPHRASE)).toBe('open');
  });

  it('goes under another passphrase; the one before opens nothing any more, in neither file of the copy', async () => {
    const { files, window, before } = await filled(true);
    expect(await window.changePassphrase('not this one', 'brine cobble hatch', CHEAP)).toBe(false);
    expect(await window.changePassphrase(PASSPHRASE, 'brine cobble hatch', CHEAP)).toBe(true);
    for (const isThere of [true, false]) {
      if (!isThere) await done(indexedDB.deleteDatabase('soundings'));
      const other = await open(files);
      expect(await other.unlock(PASSPHRASE)).toBe('passphrase');
      expect(await other.unlock('brine cobble hatch')).toBe('open');
      if (isThere) expect(await disk(other)).toBe(before);
      else expect(await other.openAssessment(JSON.parse(before)[0][1][0])).toBe(true);
    }
  });
});

describe('a backup that goes into a folder by itself', () => {
  it('is an encrypted file under the same passphrase, each under a nonce of its own', async () => {
    const { window } = await filled(true);
    const [{ sealWith, unseal }, { openSession }] = await Promise.all([
      import('../../src/store/sealed.ts'),
      import('../../src/store/lock/session.ts'),
    ]);
    await window.loadSettings();
    expect(window.isSealed()).toBe(true);
    const content = new TextEncoder().encode('all of it');
    const [one, other] = await Promise.all([1, 2].map(() => sealWith(openSession().derived, content)));
    expect(one).not.toEqual(other);
    for (const file of [one, other]) expect(file && (await unseal(file, PASSPHRASE))).toMatchObject({ ok: true, value: content });
    expect(one && (await unseal(one, 'another one'))).toMatchObject({ ok: false, problems: [{ code: 'sealed-passphrase' }] });
  });
});

describe('turning', () => {
  it('off: all is as it was without a lock, in both places', async () => {
    const { files, window, before, id } = await filled(true);
    answer(window, 3, 'no');
    await settled(window);
    const after = await disk(window);
    expect(after).not.toBe(before);
    await window.turnOff();
    const other = await open(files);
    await other.begin();
    expect(other.useCopy.getState()).toMatchObject({ kind: 'kept', mended: 0, offered: 0, remade: false });
    expect(await disk(other)).toBe(after);
    expect(await other.openAssessment(id)).toBe(true);
    for (const text of files.texts()) expect(text).toContain('Harbour of Nowhere');
    // And on again, under another key.
    await other.turnOn('brine cobble hatch', CHEAP);
    expect(await disk(await unlocked(files, 'brine cobble hatch'))).toBe(after);
  });

  it.each([
    ['on', false],
    ['off', true],
  ])('%s, while the browser is gone at any moment: all of it is as before, or all as after', async (_, isLocked) => {
    let [asBefore, asAfter] = [0, 0];
    // What a window that is gone had in mind for later comes to nothing.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let at = 1; ; at += STEP) {
      vi.clearAllTimers();
      const { files, window, before, calls } = await filled(isLocked);
      countCalls(calls);
      calls.count = 0;
      calls.fault = { at, kind: 'out' };
      const turning = isLocked ? window.turnOff() : window.turnOn(PASSPHRASE, CHEAP);
      const ended = await turning.then(
        () => calls.count < at,
        () => false,
      );
      vi.restoreAllMocks();
      calls.quiet();
      files.release();
      const next = await open(files);
      const isShut = (await next.unlock(PASSPHRASE)) === 'open';
      await next.begin();
      expect(await disk(next), `moment ${at}`).toBe(before);
      expect(next.useCopy.getState().kind, `moment ${at}`).toBe('kept');
      if (isShut) for (const text of files.texts()) expect(text, `moment ${at}`).not.toContain('Harbour');
      if (isShut === isLocked) asBefore += 1;
      else asAfter += 1;
      if (ended) break;
    }
    expect(asBefore).toBeGreaterThan(0);
    expect(asAfter).toBeGreaterThan(0);
    console.log(`${asBefore} times as before, ${asAfter} times as after`);
  });
});

describe('several windows', () => {
  it('write in turn: nothing of either is lost, and one that has not the lock reads nothing and writes nothing', async () => {
    const { files, window, id } = await filled(true);
    const other = await unlocked(files);
    await other.openAssessment(id);
    for (let i = 0; i < 10; i += 1) {
      answer(window, 2, i % 2 ? 'yes' : 'no');
      answer(other, 3, i % 2 ? 'no' : 'yes');
    }
    await settled(window);
    await settled(other);
    const entries = await window.readEntries(id, 0);
    expect(entries).toHaveLength(3 + 20);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(23);
    const shut = await open(files);
    const rows = await bytes(files);
    await expect(shut.changeSettings({ person: 'Nobody' })).rejects.toMatchObject({ reason: 'locked' });
    await expect(shut.listAssessments()).rejects.toMatchObject({ reason: 'locked' });
    expect(await bytes(files)).toBe(rows);
  });

  it('an app that is older than the data under the lock reads what it knows and writes nothing', async () => {
    const { files, id } = await filled(true);
    await done(indexedDB.open('soundings', 10_000 + 99)).then((db) => db.close());
    const older = await unlocked(files);
    expect(await older.openAssessment(id)).toBe(true);
    expect(older.isOlderThanData()).toBe(true);
    await expect(older.changeSettings({ person: 'Nobody' })).rejects.toMatchObject({ reason: 'newer' });
    await expect(older.turnOff()).rejects.toMatchObject({ reason: 'newer' });
    // What is handed out as it lies is as sealed as it lies.
    const { text } = await (await import('../../src/store/raw.ts')).exportRaw();
    expect(Object.keys(JSON.parse(text).stores)).toEqual(['lock', 'rows']);
    for (const word of ['Harbour', id]) expect(text).not.toContain(word);
  });
});

describe('a database that was lost', () => {
  it('comes back from the copy with the passphrase, and not without; a note says so', async () => {
    const { files, id } = await filled(true);
    await done(indexedDB.deleteDatabase('soundings'));
    const other = await open(files);
    await expect(other.openAssessment(id)).rejects.toMatchObject({ reason: 'locked' });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
    expect(await other.unlock(PASSPHRASE)).toBe('open');
    expect(await other.openAssessment(id)).toBe(true);
    expect([0, 1].map((i) => said(other, i))).toEqual(['no', 'yes']);
    expect(await other.read(['settings'], (tx) => tx.objectStore('settings').get('loss'))).toContain('"assessments":1');
    expect(await bytes(files)).not.toContain('Harbour');
  });
});
