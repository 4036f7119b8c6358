import { describe, expect, it, vi } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import { fold } from '../../src/core/history.ts';
import { plain } from '../core/support/states.ts';
import { answer, begin, fileOf, freshDisk, newWindow, said, settled, type Window } from './support.ts';

freshDisk();

const open = (window: Window) => {
  const { open } = window.useWorkspace.getState();
  if (!open) throw new Error('nothing is open');
  return open;
};

describe('the open assessment', () => {
  it('shows a change at once and says saved only when it is on disk', async () => {
    const here = await newWindow();
    const id = await begin(here);
    answer(here, 0, 'no');
    expect(said(here, 0)).toBe('no');
    expect(here.useWorkspace.getState().saving.kind).toBe('saving');
    expect(await here.readEntries(id, 1)).toHaveLength(0);
    expect(await settled(here)).toBe('saved');
    expect(await here.readEntries(id, 1)).toMatchObject([{ kind: 'answer', question: 'q-0' }]);
  });

  it('L7 has the result that evaluating everything anew gives', async () => {
    const here = await newWindow();
    await begin(here, 6);
    const before = open(here).result;
    answer(here, 0, 'no');
    answer(here, 3, 'yes');
    here.undo();
    here.commit([
      { kind: 'answer', question: 'q-5', answer: { state: 'unknown' } },
      { kind: 'override', override: { band: 'high', reason: 'seen on site' } },
    ]);
    const { model, history, result, state } = open(here);
    expect(result).not.toEqual(before);
    expect(result).toEqual(evaluate(model, fold(history).answers));
    expect(plain(state)).toEqual(plain(fold(history)));
  });

  it('puts who and when into each line, in order', async () => {
    const here = await newWindow();
    await here.changeSettings({ person: 'R. Okafor' });
    await begin(here);
    answer(here, 0, 'no');
    const [first, second] = open(here).history;
    expect(first).toMatchObject({ kind: 'detail', value: 'First', by: 'R. Okafor' });
    expect(second?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(second?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('undo takes back the last line, redo brings it back, and neither removes anything', async () => {
    const here = await newWindow();
    const id = await begin(here);
    answer(here, 0, 'no');
    answer(here, 0, 'yes');
    expect(here.undo()).toMatchObject({ kind: 'answer', question: 'q-0' });
    expect(said(here, 0)).toBe('no');
    expect(here.redo()).toMatchObject({ kind: 'undo' });
    expect(said(here, 0)).toBe('yes');
    expect(here.redo()).toBeNull();
    await settled(here);
    expect(await here.readEntries(id, 0)).toHaveLength(5);
    here.close();
    await here.openAssessment(id);
    expect(said(here, 0)).toBe('yes');
    while (here.undo());
    expect(open(here).state.answers.size).toBe(0);
    expect(here.undo()).toBeNull();
  });

  it('is not there where there is none', async () => {
    const here = await newWindow();
    expect(await here.openAssessment('00000000')).toBe(false);
    expect(here.useWorkspace.getState().open).toBeNull();
    expect(() => answer(here, 0, 'no')).toThrow('no assessment is open');
  });
});

describe('on disk', () => {
  it('every write is strictly durable, and entries are added, never put', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const here = await newWindow();
    await here.changeSettings({ language: 'en' });
    const id = await begin(here);
    answer(here, 0, 'no');
    here.undo();
    await settled(here);
    await here.renameAssessment(id, 'Second');
    await here.binAssessment(id);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThanOrEqual(5);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
    const stores = put.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(stores).toContain('settings');
    expect(stores).not.toContain('entries');
  });

  it('quota: fails when the transaction aborts, keeps the earlier state whole, and saves on retry', async () => {
    const here = await newWindow();
    const id = await begin(here);
    answer(here, 0, 'no');
    await settled(here);
    const before = await here.readEntries(id, 0);
    // What a browser does when the disk fills up while it commits: the requests go well, the transaction does not.
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, _value, key) {
      const request = this.get(key ?? '');
      const tx = this.transaction as IDBTransaction & { _abort(name: string): void };
      request.addEventListener('success', () => tx._abort('QuotaExceededError'));
      return request;
    });
    answer(here, 1, 'no');
    answer(here, 2, 'no');
    expect(await settled(here)).toBe('full');
    expect(await here.readEntries(id, 0)).toEqual(before);
    expect(said(here, 2)).toBe('no');
    expect((await here.exportAssessment(id)).text).toContain('"q-2"');
    add.mockRestore();
    await here.retry();
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('a closed connection is opened again without a word', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('saved');
    expect(transaction.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(await here.readEntries(id, 0)).toHaveLength(2);
  });

  it('a connection that keeps closing fails, and nothing is lost', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('unavailable');
    transaction.mockRestore();
    answer(here, 1, 'no');
    expect(await settled(here)).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('deleted for good in another window: says so, and can still be exported', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const there = await newWindow();
    await there.purgeAssessment(id);
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('removed');
    const { text } = await here.exportAssessment(id);
    expect(text).toContain('"q-0"');
    here.close();
    expect(await settled(here)).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual([]);
    expect(await here.importAssessment(fileOf(text))).toMatchObject({ ok: true, value: { id, outcome: 'new', added: 2 } });
  });

  it('closing with an unsaved change keeps it, and reopening shows it', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError');
    });
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('unavailable');
    here.close();
    await here.openAssessment(id);
    expect(said(here, 0)).toBe('no');
    add.mockRestore();
    await here.retry();
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });
});

/** Holds the entries with an endless transaction of another connection, as a stuck window does, until released. */
async function holdDisk(): Promise<() => void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('soundings');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let held = true;
  const store = db.transaction('entries', 'readwrite').objectStore('entries');
  const again = () => {
    if (held) store.count().onsuccess = again;
  };
  again();
  return () => {
    held = false;
    db.close();
  };
}

/** How saving stands from now on, each time that it changes. */
function kindsFrom(window: Window): readonly string[] {
  const kinds: string[] = [];
  window.useWorkspace.subscribe(({ saving }) => kinds.at(-1) !== saving.kind && kinds.push(saving.kind));
  return kinds;
}

describe('a disk that hangs', () => {
  it('fails after four seconds, so that it is said within five; retry works when it is back', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const release = await holdDisk();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(3999);
    expect(here.useWorkspace.getState().saving.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(1);
    expect(here.useWorkspace.getState().saving).toEqual({ kind: 'failed', reason: 'slow' });
    vi.useRealTimers();
    release();
    await here.retry();
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('is tried again by itself, and counts as failed until it went well', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const release = await holdDisk();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(4000);
    const kinds = kindsFrom(here);
    // Tried after a second, and failed again; the next time is two seconds later.
    await vi.advanceTimersByTimeAsync(1000 + 4000);
    release();
    await vi.advanceTimersByTimeAsync(1999);
    expect(kinds).toEqual(['failed']);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await vi.waitFor(() => expect(kinds).toEqual(['failed', 'saved']));
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('is not said of what is on disk, however long the second copy takes', async () => {
    const here = await newWindow();
    const id = await begin(here);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    here.witness.watch = (tx) => [tx, new Promise(() => undefined)];
    const kinds = kindsFrom(here);
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(3499);
    expect(kinds).toEqual(['saving']);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await vi.waitFor(() => expect(kinds).toEqual(['saving', 'saved']));
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('is said as soon where the save has to wait for another that hangs, and not any more when it got through', async () => {
    const here = await newWindow();
    const other = await begin(here, 2, 'Other');
    const id = await begin(here);
    const release = await holdDisk();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = here.openAssessment(other).catch(here.failureOf);
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(4000);
    expect(here.useWorkspace.getState().saving).toEqual({ kind: 'failed', reason: 'slow' });
    vi.useRealTimers();
    release();
    expect(await opening).toBe('slow');
    await vi.waitFor(() => expect(here.useWorkspace.getState().saving.kind).toBe('saved'));
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
  });

  it('a write that gets through late is not written twice', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const release = await holdDisk();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(4000);
    expect(here.useWorkspace.getState().saving).toEqual({ kind: 'failed', reason: 'slow' });
    vi.useRealTimers();
    release();
    await vi.waitFor(async () => expect(await here.readEntries(id, 0)).toHaveLength(2));
    answer(here, 1, 'no');
    expect(await settled(here)).toBe('saved');
    expect(await here.readEntries(id, 0)).toEqual(open(here).history);
    expect(open(here).history).toHaveLength(3);
  });

  it('a database that does not open is a failure, not a wait', async () => {
    const here = await newWindow();
    await begin(here);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    const never = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => new IDBOpenDBRequest());
    answer(here, 0, 'no');
    await vi.advanceTimersByTimeAsync(4000);
    expect(here.useWorkspace.getState().saving).toEqual({ kind: 'failed', reason: 'slow' });
    never.mockRestore();
    vi.useRealTimers();
    await here.retry();
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
  });
});

describe('two windows', () => {
  it('an edit made in one appears in the other', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const there = await newWindow();
    await there.openAssessment(id);
    answer(here, 0, 'no');
    await vi.waitFor(() => expect(said(there, 0)).toBe('no'));
    expect(open(there).result).toEqual(open(here).result);
  });

  it('a place that the other window took is found out in the same transaction, and both edits stay', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const there = await newWindow();
    await there.openAssessment(id);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    answer(here, 0, 'no');
    answer(there, 1, 'yes');
    expect([await settled(here), await settled(there)]).toEqual(['saved', 'saved']);
    expect(add.mock.calls.map(([, key]) => key)).toEqual([
      [id, 1],
      [id, 1],
      [id, 2],
    ]);
    expect(await here.readEntries(id, 1)).toHaveLength(2);
    await vi.waitFor(() => expect([said(here, 0), said(here, 1), said(there, 0), said(there, 1)]).toEqual(['no', 'yes', 'no', 'yes']));
  });

  it('200 interleaved edits lose nothing, keep the order of each window, and both see the same', async () => {
    const here = await newWindow();
    const id = await begin(here, 200);
    const there = await newWindow();
    await there.openAssessment(id);
    for (let i = 0; i < 200; i += 1) {
      answer(i % 2 === 0 ? here : there, i, i % 3 === 0 ? 'no' : 'yes');
      if (i % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (i % 31 === 0) await settled(i % 2 === 0 ? here : there);
    }
    expect([await settled(here), await settled(there)]).toEqual(['saved', 'saved']);
    const stored = await here.readEntries(id, 1);
    const asked = stored.map((entry) => (entry.kind === 'answer' ? Number(entry.question.slice(2)) : -1));
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    for (const parity of [0, 1]) {
      const own = asked.filter((i) => i % 2 === parity);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
    await vi.waitFor(() => expect([open(here).history.length, open(there).history.length]).toEqual([201, 201]));
    expect(open(here).history).toEqual(open(there).history);
    expect(open(here).result).toEqual(open(there).result);
  });

  it('every request of a save and its commit leave in one go, so leaving the page at once loses nothing', async () => {
    const here = await newWindow();
    await begin(here);
    const calls: string[] = [];
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      calls.push('add');
      return add.apply(this, args);
    });
    const commit = IDBTransaction.prototype.commit;
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      calls.push('commit');
      commit.call(this);
    });
    answer(here, 0, 'no');
    answer(here, 1, 'no');
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    expect(calls).toEqual(['add', 'add', 'commit']);
    expect(await settled(here)).toBe('saved');
  });

  it('leaving the page saves what waits; coming back takes in what was added', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', page);
    const here = await newWindow();
    const id = await begin(here);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('disk', 'UnknownError');
    });
    answer(here, 0, 'no');
    expect(await settled(here)).toBe('unavailable');
    add.mockRestore();
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(await settled(here)).toBe('saved');
    await here.addEntries(id, 2, [here.stamp({ kind: 'detail', detail: 'title', value: 'Elsewhere' })]);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(open(here).state.details.title).toBe('Elsewhere'));
  });
});
