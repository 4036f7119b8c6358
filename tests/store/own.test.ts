/** One assessment under a passphrase of its own: whole in exactly one place at any moment, and nothing of it anywhere else. */
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Calls, countCalls, givePrivateFiles, type PrivateFiles, passing, workersOf } from './privateFiles.ts';
import { answer, begin, disk, fileOf, freshDisk, newWindow, said, settled } from './support.ts';

freshDisk();
// What a window had in mind for a moment later is not to reach the next test.
afterEach(async () => {
  vi.useRealTimers();
  await new Promise((go) => setTimeout(go, 400));
});
// What a browser leaves in its files is a matter of browsers.
vi.mock('../../src/store/lock/scrub.ts', () => ({ scrub: async () => undefined, scrubOnce: async () => undefined }));

const cost = { memory: 8, passes: 1, lanes: 1 };
/** Of the moments at which the power may fail, every so many. */
const STEP = process.env.EVERY_MOMENT ? 1 : 11;
const PASSPHRASE = 'sluice lantern ferry oak';
const OTHER = 'brine cobble hatch quay';
const PUTTING = { label: 'The second one', passphrase: PASSPHRASE, typed: new Map([['draft of q-2', 'about twelve']]), cost };
/** Words that stand in the assessment and nowhere else. */
const WORDS = ['Harbour of Nowhere', 'Gantry', 'r-of-harbour', 'about twelve'];

/** A window with its second copy: on the store of all, or on one of an assessment's own. */
async function open(files: PrivateFiles, own = '') {
  vi.stubGlobal('location', { search: own && `?own=${own}` });
  // Its own, and those of others that it makes.
  const workers = await workersOf(files, own ? 1 : 4);
  const window = await newWindow();
  const [copy, turn, find, { setSession }, put, take, list, lines, erase, backup, register] = await Promise.all([
    import('../../src/store/copy/copy.ts'),
    import('../../src/store/lock/turn.ts'),
    import('../../src/store/lock/find.ts'),
    import('../../src/store/lock/session.ts'),
    import('../../src/store/own/put.ts'),
    import('../../src/store/own/take.ts'),
    import('../../src/store/own/list.ts'),
    import('../../src/store/own/lines.ts'),
    import('../../src/store/lock/erase.ts'),
    import('../../src/store/backup.ts'),
    import('../../src/store/register.ts'),
    import('../../src/store/copy/restore.ts'),
    import('../../src/store/lock/seam.ts'),
    import('../../src/store/lock/newer.ts'),
    import('../../src/store/derived.ts'),
  ]);
  const all = { ...copy, ...turn, ...find, ...put, ...take, ...list, ...lines, ...erase, ...backup, ...register };
  return { ...window, ...all, setSession, begin: () => copy.beginCopy(workers) };
}
type Window = Awaited<ReturnType<typeof open>>;

/** The store of an assessment, open. */
async function opened(files: PrivateFiles, own: string, passphrase = PASSPHRASE): Promise<Window> {
  const window = await open(files, own);
  expect(await window.unlock(passphrase)).toBe('open');
  return window;
}

/** Two assessments, reports of both in the register, one setting. */
async function filled({ isLocked = false } = {}) {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const calls = new Calls();
  const files = givePrivateFiles(calls);
  const window = await open(files);
  await window.begin();
  await window.changeSettings({ person: 'R. Okafor', theme: 'dark' });
  const other = await begin(window, 4, 'Quay of Elsewhere');
  answer(window, 0, 'yes');
  const id = await begin(window, 4, 'Harbour of Nowhere');
  answer(window, 0, 'no');
  window.commit({ kind: 'answer', question: 'q-1', answer: { state: 'unknown', note: 'Gantry of berth nine' } });
  await settled(window);
  for (const [assessment, title] of [[id, 'r-of-harbour'] as const, [other, 'r-of-quay'] as const]) {
    const line = { kind: 'draft', number: '', day: '', retention: '', disposal: '' } as const;
    await window.enterReport({ ...line, assessment, title, pdf: sha(title), record: sha(title) });
  }
  if (isLocked) await window.turnOn(OTHER, cost);
  return { files, window, id, other, calls, before: await disk(window) };
}

/** Every byte of all databases, of all files and of the marks, as text. */
async function bytes(files: PrivateFiles): Promise<string> {
  const all: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await result(indexedDB.open(name));
    const tx = db.transaction([...db.objectStoreNames]);
    for (const store of db.objectStoreNames)
      all.push(name, await result(tx.objectStore(store).getAllKeys()), await result(tx.objectStore(store).getAll()));
    db.close();
  }
  const say = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);
  return JSON.stringify(all, say) + files.texts().join('');
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const isHere = async (window: Window, id: string): Promise<boolean> => (await window.readAssessment(id)) !== null;
/** What of a store does not belong to the machinery: everything but lines and notes of the app about itself. */
const plain = (state: string): string =>
  JSON.stringify(
    (JSON.parse(state) as [string, unknown[], unknown[]][]).map(([store, keys, values]) => {
      const rows = keys
        .map((key, i) => [key, values[i]] as const)
        .filter(([key]) => store !== 'settings' || !/^(own |label|typed)/.test(String(key)));
      return [store, rows.sort(([a], [b]) => indexedDB.cmp(a, b))];
    }),
  );

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Put under, answered in, taken out. */
async function wholeLife(isLocked: boolean): Promise<void> {
  const { files, window, id, other, before } = await filled({ isLocked });
  const quay = JSON.stringify(await window.readAssessment(other));
  const whole = JSON.stringify(await window.readAssessment(id));
  if (!isLocked) for (const word of WORDS.slice(0, 3)) expect(await bytes(files), word).toContain(word);
  const own = await window.putUnder(id, PUTTING);
  const text = await bytes(files);
  for (const word of [...WORDS, id]) expect(text, word).not.toContain(word);
  if (!isLocked) for (const word of ['Quay of Elsewhere', 'r-of-quay']) expect(text, word).toContain(word);
  expect(await isHere(window, id)).toBe(false);
  expect(JSON.stringify(await window.readAssessment(other))).toBe(quay);
  expect(await window.listOwn()).toEqual([{ id: own, label: 'The second one', isThere: true, isWhole: true }]);

  const shut = await open(files, own);
  await expect(shut.loadSettings()).rejects.toMatchObject({ reason: 'locked' });
  expect(await shut.unlock('not this one')).toBe('passphrase');
  expect(await shut.unlock(OTHER)).toBe('passphrase');
  const inside = await opened(files, own);
  await inside.begin();
  expect(inside.useCopy.getState()).toMatchObject({ kind: 'kept', remade: false, mended: 0, offered: 0 });
  expect(JSON.stringify(await inside.readAssessment(id))).toBe(whole);
  await inside.loadSettings();
  expect(inside.useSettings.getState()).toMatchObject({ person: 'R. Okafor', theme: 'dark' });
  expect(await inside.listRegister()).toMatchObject([{ assessment: id, title: 'r-of-harbour' }]);
  await inside.openAssessment(id);
  answer(inside, 3, 'no');
  expect(await settled(inside)).toBe('saved');
  expect(await isHere(window, other)).toBe(true);
  for (const word of [...WORDS, id]) expect(await bytes(files), word).not.toContain(word);

  expect(await window.takeOut(own, 'not this one')).toMatchObject({ ok: false, problems: [{ code: 'own-passphrase' }] });
  expect(await window.takeOut(own, PASSPHRASE)).toEqual({ ok: true, value: [...PUTTING.typed], warnings: [] });
  const later = await open(files);
  if (isLocked) expect(await later.unlock(OTHER)).toBe('open');
  await later.openAssessment(id);
  expect([0, 3].map((i) => said(later, i))).toEqual(['no', 'no']);
  expect(await window.listOwn()).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['soundings']);
  expect([...files.files.keys()].filter((name) => name.includes('/'))).toEqual([]);
  // But for the answer given inside, all of it is just as before.
  await later.write(['entries'], (tx) => tx.objectStore('entries').delete([id, 3]));
  expect(plain(await disk(later))).toBe(plain(before));
}

describe('an assessment under a passphrase of its own', () => {
  it('is as it was, and nothing of it lies anywhere else; the others are as they were', () => wholeLife(false));

  it('restores a lost database from its own second copy, with its label; and never makes one that is empty', async () => {
    const { files, window, id } = await filled();
    const own = await window.putUnder(id, PUTTING);
    await result(indexedDB.deleteDatabase(`soundings-${own}`));
    expect(await window.listOwn()).toEqual([{ id: own, label: '', isThere: true, isWhole: false }]);
    expect(await window.exportBackup()).toMatchObject({ left: 1 });
    const inside = await opened(files, own);
    await inside.openAssessment(id);
    expect(said(inside, 0)).toBe('no');
    expect(await window.listOwn()).toEqual([{ id: own, label: 'The second one', isThere: true, isWhole: true }]);

    await result(indexedDB.deleteDatabase(`soundings-${own}`));
    for (const name of [...files.files.keys()]) if (name.startsWith(`soundings-${own}/`)) files.files.delete(name);
    const empty = await open(files, own);
    await expect(empty.loadSettings()).rejects.toMatchObject({ reason: 'locked' });
    expect(await empty.unlock(PASSPHRASE)).toBe('gone');
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['soundings']);
    // It stays listed until a person lets go of it.
    expect(await window.listOwn()).toMatchObject([{ id: own, isThere: false }]);
    await window.forget(own);
    expect(await window.listOwn()).toEqual([]);
  });

  it('is found on the device where the list was lost, and one that is there is never let go of', async () => {
    const { files, window, id } = await filled();
    const own = await window.putUnder(id, PUTTING);
    await window.write(['settings'], (tx) => tx.objectStore('settings').delete(`own ${own}`));
    expect(await window.listOwn()).toEqual([{ id: own, label: 'The second one', isThere: true, isWhole: true }]);
    expect(await window.takeOut(own, PASSPHRASE)).toMatchObject({ ok: true });
    expect(await isHere(window, id)).toBe(true);
    expect(await bytes(files)).toContain('Harbour of Nowhere');
  });

  it('a bid of a procedure is refused, and nothing changes', async () => {
    const { files, window, id } = await filled();
    await window.write(['assessments'], async (tx) => {
      const header = await tx.objectStore('assessments').get(id);
      if (header) await tx.objectStore('assessments').put({ ...header, procedure: 'procedure-0' });
    });
    const before = await disk(window);
    await expect(window.putUnder(id, PUTTING)).rejects.toMatchObject({ reason: 'removed' });
    expect(await disk(window)).toBe(before);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['soundings']);
    expect(files.texts().join('')).toContain('Harbour of Nowhere');
  });

  it('what is here already and went another way refuses to be joined, and both stay as they are', async () => {
    const { files, window, id } = await filled();
    const { text } = await window.exportAssessment(id);
    const own = await window.putUnder(id, PUTTING);
    expect(await window.importAssessment(fileOf(text))).toMatchObject({ value: { id, outcome: 'new' } });
    await window.openAssessment(id);
    answer(window, 2, 'yes');
    await settled(window);
    const inside = await opened(files, own);
    await inside.openAssessment(id);
    answer(inside, 2, 'no');
    await settled(inside);
    const before = await disk(window);
    expect(await window.takeOut(own, PASSPHRASE)).toMatchObject({ ok: false, problems: [{ code: 'backup-gone-another-way' }] });
    expect(await disk(window)).toBe(before);
    expect(await (await opened(files, own)).openAssessment(id)).toBe(true);
  });

  it('a window that works in it, or one row that is damaged, keeps it from being taken out', async () => {
    const { window, id } = await filled();
    const own = await window.putUnder(id, PUTTING);
    let leave = () => undefined as unknown;
    void navigator.locks.request(`soundings-${own}-window`, () => new Promise((resolve) => (leave = () => resolve(null))));
    expect(await window.takeOut(own, PASSPHRASE)).toMatchObject({ ok: false, problems: [{ code: 'own-open' }] });
    leave();
    await new Promise((go) => setTimeout(go));
    const db = await result(indexedDB.open(`soundings-${own}`));
    const rows = db.transaction('rows', 'readwrite').objectStore('rows');
    const [key] = await result(rows.getAllKeys());
    const row = new Uint8Array((await result(rows.get(key as IDBValidKey))) as Uint8Array);
    const whole = row.slice();
    row[30] = (row[30] ?? 0) ^ 1;
    await result(rows.put(row, key));
    expect(await window.takeOut(own, PASSPHRASE)).toMatchObject({ ok: false, problems: [{ code: 'own-row' }] });
    expect(await isHere(window, id)).toBe(false);
    await result(db.transaction('rows', 'readwrite').objectStore('rows').put(whole, key));
    db.close();
    expect(await window.takeOut(own, PASSPHRASE)).toMatchObject({ ok: true });
  });

  it('while it leaves nobody gets in; where that was broken off, it opens again', async () => {
    const { files, window, id } = await filled();
    const own = await window.putUnder(id, PUTTING);
    const db = await result(indexedDB.open(`soundings-${own}`));
    await result(db.transaction('lock', 'readwrite').objectStore('lock').put(true, 'leaving'));
    db.close();
    expect(await (await open(files, own)).unlock(PASSPHRASE)).toBe('leaving');
    await window.listOwn();
    await opened(files, own);
  });

  it('erased from inside, it goes whole and from the list; the others stay', async () => {
    const { files, window, id, other } = await filled();
    const marks = new Map<string, string>();
    vi.stubGlobal('sessionStorage', { clear: () => undefined });
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => marks.get(key) ?? null,
      setItem: (key: string, value: string) => marks.set(key, value),
      removeItem: (key: string) => marks.delete(key),
    });
    const own = await window.putUnder(id, PUTTING);
    await (await open(files, own)).eraseAll();
    expect(await window.listOwn()).toEqual([]);
    expect(await isHere(window, other)).toBe(true);
    expect([...marks.keys()].filter((key) => key.includes(own))).toEqual([]);
    expect(await window.readLines()).toEqual(new Map());
  });
});

describe('a backup', () => {
  it('has it as it lies, and brings it to another browser, where the same passphrase opens it; a second time changes nothing', async () => {
    const { window, id, other } = await filled();
    const own = await window.putUnder(id, PUTTING);
    // So has what an app that is older than the data hands out.
    const { exportRaw } = await import('../../src/store/raw.ts');
    const raw = await exportRaw();
    expect(Object.keys(JSON.parse(raw.text).own)).toEqual([`soundings-${own}`]);
    expect(raw.text).not.toContain(WORDS[0]);
    const { text, left } = await window.exportBackup();
    expect(left).toBe(0);
    for (const word of [...WORDS, id]) expect(text, word).not.toContain(word);

    vi.stubGlobal('indexedDB', new IDBFactory());
    const files = givePrivateFiles(new Calls());
    const there = await open(files);
    await there.begin();
    expect(await there.restoreBackup(fileOf(text))).toMatchObject({ ok: true, value: { own: 1, assessments: 1 } });
    expect(await there.listOwn()).toEqual([{ id: own, label: 'The second one', isThere: true, isWhole: true }]);
    expect(await isHere(there, other)).toBe(true);
    const inside = await opened(files, own);
    await inside.begin();
    await inside.openAssessment(id);
    answer(inside, 2, 'yes');
    await settled(inside);
    expect(await there.restoreBackup(fileOf(text))).toMatchObject({ ok: true, value: { own: 0 } });
    const again = await opened(files, own);
    await again.openAssessment(id);
    expect([0, 2].map((i) => said(again, i))).toEqual(['no', 'yes']);
  });

  it('that is refused leaves nothing of it behind', async () => {
    const { window, id } = await filled();
    await window.putUnder(id, PUTTING);
    const { text } = await window.exportBackup();
    const backup = JSON.parse(text);
    vi.stubGlobal('indexedDB', new IDBFactory());
    const there = await open(givePrivateFiles(new Calls()));
    await there.begin();
    await there.restoreBackup(fileOf(JSON.stringify({ ...backup, own: undefined })));
    const assessment = backup.assessments[0].id;
    await there.openAssessment(assessment);
    answer(there, 1, 'no');
    await settled(there);
    backup.assessments[0].history.push({ ...backup.assessments[0].history[1], id: 'another-entry' });
    expect(await there.restoreBackup(fileOf(JSON.stringify(backup)))).toMatchObject({ ok: false });
    expect(await there.listOwn()).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['soundings']);
  });
});

describe('whatever ends it at any moment', () => {
  it.each([
    ['put under', false],
    ['taken out', true],
  ])('%s: it is whole in exactly one place, the others are as they were, and the next start clears the rest away', async (_, isOut) => {
    let [asBefore, asAfter] = [0, 0];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let at = 1; ; at += STEP) {
      vi.clearAllTimers();
      const { files, window, id, other, calls } = await filled();
      const whole = JSON.stringify((await window.readAssessment(id))?.history);
      const quay = JSON.stringify(await window.readAssessment(other));
      const own = isOut ? await window.putUnder(id, PUTTING) : '';
      countCalls(calls);
      calls.count = 0;
      calls.fault = { at, kind: 'out' };
      const work = isOut ? window.takeOut(own, PASSPHRASE) : window.putUnder(id, PUTTING);
      const isEnded = await work.then(
        () => calls.count < at,
        () => false,
      );
      vi.restoreAllMocks();
      calls.quiet();
      files.release();

      const next = await open(files);
      await next.begin();
      const moment = `moment ${at}`;
      const all = await next.listOwn();
      expect(JSON.stringify(await next.readAssessment(other)), moment).toBe(quay);
      const here = await next.readAssessment(id);
      expect(all.length, moment).toBe(here ? 0 : 1);
      if (here) expect(JSON.stringify(here.history), moment).toBe(whole);
      const copy = next.useCopy.getState();
      expect([copy.kind, copy.offered], moment).toEqual(['kept', 0]);
      const names = (await indexedDB.databases()).map(({ name }) => name);
      expect(names.length, moment).toBe(here ? 1 : 2);
      expect([...(await next.readLines()).values()], moment).toEqual(here ? [] : ['kept']);
      for (const { id: left } of all) {
        const inside = await opened(files, left);
        await inside.begin();
        expect(JSON.stringify((await inside.readAssessment(id))?.history), moment).toBe(whole);
        const text = await bytes(files);
        for (const word of WORDS) expect(text, `${moment}: ${word}`).not.toContain(word);
      }
      if ((here !== null) === isOut) asAfter += 1;
      else asBefore += 1;
      if (isEnded) break;
    }
    expect(asBefore).toBeGreaterThan(0);
    expect(asAfter).toBeGreaterThan(0);
    console.log(`${asBefore} times as before, ${asAfter} times as after`);
  });

  it.each([
    ['error', false],
    ['hang', false],
    ['error', true],
    ['hang', true],
  ] as const)(
    'a call that comes to nothing (%s; taken out: %s): a word all the same, all of it in one place, and the next try does it',
    async (kind, isOut) => {
      let [failed, tried] = [0, 0];
      // Only what hangs has to wait.
      const isSlow = kind === 'hang';
      if (isSlow) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const passed = <T>(work: Promise<T>) => (isSlow ? passing(work, 200_000) : work);
      for (let at = 1; ; at += 2 * STEP) {
        if (isSlow) vi.clearAllTimers();
        const { files, window, id, other, calls } = await filled();
        const quay = JSON.stringify(await window.readAssessment(other));
        const before = isOut ? await window.putUnder(id, PUTTING) : '';
        const act = async (): Promise<boolean> =>
          isOut ? (await window.takeOut(before, PASSPHRASE)).ok : Boolean(await window.putUnder(id, PUTTING));
        countCalls(calls);
        calls.count = 0;
        calls.fault = { at, kind };
        const isDone = await passed(act()).then(
          (done) => done,
          () => false,
        );
        const isEnded = calls.count < at;
        calls.quiet();
        files.release(false);
        const moment = `${kind} of call ${at} (${calls.hit})`;
        await passed(window.begin());
        const all = await passed(window.listOwn());
        const isHere = (await passed(window.readAssessment(id))) !== null;
        expect([all.length, isHere], moment).toEqual(isHere ? [0, true] : [1, false]);
        if (isDone) expect(isHere, moment).toBe(isOut);
        if (isHere !== isOut) {
          failed += 1;
          expect(await passed(act()), moment).toBe(true);
          expect((await passed(window.readAssessment(id))) !== null, moment).toBe(isOut);
        }
        expect(JSON.stringify(await passed(window.readAssessment(other))), moment).toBe(quay);
        tried += 1;
        vi.restoreAllMocks();
        if (isEnded) break;
      }
      expect(failed).toBeGreaterThan(0);
      console.log(`${tried} calls tried, ${failed} times nothing came of it at first`);
    },
  );
});

// The last, since windows of it go on for a while.
describe('while all others are under a lock', () => {
  it('it is as it was, and nothing of it lies anywhere else', () => wholeLife(true));
});
