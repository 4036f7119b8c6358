/**
 * Reads and writes what is under a lock, so that the rest of the app does not know of it. A transaction of IndexedDB ends by itself while
 * ciphers are awaited. So the work gets a view: each read is a transaction of its own, what is written is gathered, sealed, and goes to the disk in one.
 * A count that every write moves on tells whether all of that was one state; if not, the work is done again, as it may be by its contract.
 */
import { abort, type Database, type Reading, type Row, type Writing, watched } from '../database.ts';
import { openRow, type Place, placeOf, type Sealed, sealRow } from './seal.ts';
import { openSession, type Session } from './session.ts';

type Store = Row[0];
/** The two stores that there are: their types are not those of the rest. */
interface Raw {
  objectStore(name: 'rows'): RawStore<Sealed>;
  objectStore(name: 'lock'): RawStore<unknown>;
}
interface RawStore<V> {
  get(key: unknown): Promise<V | undefined>;
  getKey(key: unknown): Promise<Place | undefined>;
  getAll(range: IDBKeyRange): Promise<V[]>;
  getAllKeys(range: IDBKeyRange): Promise<Place[]>;
  openCursor(range: IDBKeyRange, direction: 'prev'): Promise<{ readonly key: Place; readonly value: V } | null>;
  count(range: IDBKeyRange): Promise<number>;
  put(value: V, key: unknown): Promise<unknown>;
  delete(key: unknown): Promise<void>;
}
export const SEALED = ['rows', 'lock'] as unknown as Store[];
/** Both stores in one transaction, strictly on disk when `done` ends. */
export function rawStores(db: Database, mode: 'readonly' | 'readwrite') {
  const tx = db.transaction(SEALED, mode, { durability: 'strict' });
  // Its requests say what went wrong.
  tx.done.catch(() => undefined);
  const raw = tx as unknown as Raw;
  return { rows: raw.objectStore('rows'), lock: raw.objectStore('lock'), tx: tx as unknown as Writing, done: tx.done };
}

/** Every write adds one to it. */
export const COUNT = 'count';

const KEY_PATHS: { readonly [S in Store]?: string } = { assessments: 'id', procedures: 'id', register: 'id', keys: 'fingerprint' };

/** What another window wrote in between: the work begins anew. */
class Stale extends Error {}

/** @throws `StorageError` 'locked' where the lock is not open here, 'damaged' where a row is not as it was sealed */
export async function readSealed<T>(db: Database, work: (tx: Reading) => Promise<T>): Promise<T> {
  for (;;) {
    const view = viewOf(db, openSession());
    try {
      return await work(view.tx as unknown as Reading);
    } catch (error) {
      if (!view.isStale()) throw error;
    }
  }
}

/** `running`: told the transaction that writes. @throws as `readSealed`, and what kept it from being saved; nothing is written then */
export async function writeSealed<T>(db: Database, work: (tx: Writing) => Promise<T>, running: (tx: Writing) => void): Promise<T> {
  for (;;) {
    const opened = openSession();
    const view = viewOf(db, opened);
    let committed: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      committed = resolve;
    });
    const tx = Object.assign(view.tx, { done }) as unknown as Writing;
    const [seen, kept] = watched(tx);
    try {
      const value = await work(seen);
      await view.ended();
      await commit(db, opened, view, { running, committed });
      await kept;
      return value;
    } catch (error) {
      if (!view.isStale() && !(error instanceof Stale)) throw error;
    }
  }
}

async function commit(
  db: Database,
  opened: Session,
  view: View,
  { running, committed }: { readonly running: (tx: Writing) => void; readonly committed: () => void },
): Promise<void> {
  const changes = await Promise.all(
    view.changes().map(async ({ place, row }) => ({ place, sealed: row && (await sealRow(opened, place, row)) })),
  );
  if (changes.length === 0) return committed();
  const { rows, lock, tx } = rawStores(db, 'readwrite');
  running(tx);
  const count = Number((await lock.get(COUNT)) ?? 0);
  if (view.seen() !== undefined && view.seen() !== count) {
    abort(tx);
    throw new Stale();
  }
  const requests = changes.map(({ place, sealed }) => (sealed ? rows.put(sealed, place) : rows.delete(place)));
  // Told late or not, what is on the disk goes into the second copy.
  tx.done.then(committed, () => undefined);
  const [worked, done] = await Promise.allSettled([Promise.all([...requests, lock.put(count + 1, COUNT)]), tx.done]);
  // An aborted transaction fails its requests as 'aborted' before it says why.
  if (done.status === 'rejected') throw done.reason;
  if (worked.status === 'rejected') throw worked.reason;
}

interface Change {
  readonly place: Place;
  /** Null: it goes. */
  readonly row: Row | null;
  readonly call: number;
}
interface View {
  /** As much of a transaction as the app uses. */
  readonly tx: object;
  readonly changes: () => readonly Change[];
  /** The count under which all was read; undefined where nothing was. */
  readonly seen: () => number | undefined;
  readonly isStale: () => boolean;
  /** Resolves when all that was asked for is done. @throws if any of it failed */
  readonly ended: () => Promise<unknown>;
}

function viewOf(db: Database, opened: Session): View {
  const changes = new Map<string, Change>();
  const asked: Promise<unknown>[] = [];
  let seen: number | undefined;
  let isStale = false;

  const raw = async <T>(read: (rows: RawStore<Sealed>) => Promise<T>): Promise<T> => {
    const { rows, lock } = rawStores(db, 'readonly');
    const [found, value] = await Promise.all([lock.get(COUNT), read(rows)]);
    const count = Number(found ?? 0);
    seen ??= count;
    if (count !== seen) {
      isStale = true;
      throw new Stale();
    }
    return value;
  };
  const pending = (place: Place) => changes.get(JSON.stringify(place));
  let calls = 0;
  /** What was asked for later counts, whichever found its place first. */
  const note = (change: Change) => {
    const before = pending(change.place);
    if (!before || before.call <= change.call) changes.set(JSON.stringify(change.place), change);
  };

  const all = async (store: Store, range?: IDBKeyRange): Promise<readonly Row[]> => {
    const within = await rangeOf(opened, store, range);
    const [places, sealed] = await raw((rows) => Promise.all([rows.getAllKeys(within), rows.getAll(within)]));
    const kept = places.map((place, i) => (pending(place) ? null : openRow(opened, place, sealed[i] as Sealed)));
    const own = [...changes.values()].flatMap(({ place, row }) => (row && isWithin(within, place) ? [row] : []));
    const rows = [...(await Promise.all(kept)).filter((row) => row !== null), ...own];
    return rows.sort(([, a], [, b]) => indexedDB.cmp(a, b));
  };
  const put = (store: Store, isNew: boolean) => async (value: unknown, given?: IDBValidKey) => {
    calls += 1;
    const call = calls;
    // As it is now, whatever becomes of it later.
    const kept: unknown = structuredClone(value);
    const path = KEY_PATHS[store];
    const key = path ? (kept as Record<string, string>)[path] : given;
    const place = await placeOf(opened, store, key as IDBValidKey);
    if (isNew) {
      const own = pending(place);
      const isThere = own ? own.row !== null : (await raw((rows) => rows.getKey(place))) !== undefined;
      if (isThere) throw new DOMException('there is one under this key', 'ConstraintError');
    }
    note({ place, row: [store, key as IDBValidKey, kept], call });
    return key;
  };
  const acts = (store: Store) => ({
    get: async (key: IDBValidKey) => {
      const place = await placeOf(opened, store, key);
      const own = pending(place);
      if (own) return own.row?.[2];
      const sealed = await raw((rows) => rows.get(place));
      return sealed && (await openRow(opened, place, sealed))[2];
    },
    getKey: async (key: IDBValidKey) => {
      const place = await placeOf(opened, store, key);
      const own = pending(place);
      if (own) return own.row?.[1];
      return (await raw((rows) => rows.getKey(place))) && key;
    },
    getAll: async (range?: IDBKeyRange) => (await all(store, range)).map(([, , value]) => value),
    getAllKeys: async (range?: IDBKeyRange) => (await all(store, range)).map(([, key]) => key),
    openCursor: async (range: IDBKeyRange, direction: 'prev') => {
      const within = await rangeOf(opened, store, range);
      const last = changes.size > 0 ? (await all(store, range)).at(-1) : await raw(async (rows) => rows.openCursor(within, direction));
      if (!last) return null;
      const [, key, value] = 'key' in last ? await openRow(opened, last.key, last.value) : last;
      return { key, value };
    },
    count: async () => {
      const within = await rangeOf(opened, store);
      return changes.size === 0 ? raw((rows) => rows.count(within)) : (await all(store)).length;
    },
    add: put(store, true),
    put: put(store, false),
    delete: async (which: IDBValidKey | IDBKeyRange) => {
      calls += 1;
      const call = calls;
      if (!(which instanceof IDBKeyRange)) return note({ place: await placeOf(opened, store, which), row: null, call });
      const within = await rangeOf(opened, store, which);
      const places = await raw((rows) => rows.getAllKeys(within));
      const own = [...changes.values()].flatMap(({ place }) => (isWithin(within, place) ? [place] : []));
      for (const place of [...places, ...own]) note({ place, row: null, call });
    },
  });
  const tx = {
    commit: () => undefined,
    objectStore: (name: Store) => {
      const watched = Object.entries(acts(name)).map(([act, perform]) => [
        act,
        (...args: unknown[]) => {
          const done = (perform as (...given: unknown[]) => Promise<unknown>)(...args);
          asked.push(done);
          return done;
        },
      ]);
      return { name, keyPath: KEY_PATHS[name] ?? null, ...Object.fromEntries(watched) };
    },
  };
  return { tx, changes: () => [...changes.values()], seen: () => seen, isStale: () => isStale, ended: () => Promise.all(asked) };
}

/** Of a whole store, or of a history from a place on: other ranges the app has none. */
async function rangeOf(opened: Session, store: Store, range?: IDBKeyRange): Promise<IDBKeyRange> {
  if (!range) return IDBKeyRange.bound([store], [store, []]);
  const [id, from] = range.lower as [string, number];
  const [, tag] = await placeOf(opened, store, id);
  return IDBKeyRange.bound([store, tag, from], [store, tag, Number.POSITIVE_INFINITY]);
}

const isWithin = (range: IDBKeyRange, place: Place): boolean =>
  indexedDB.cmp(range.lower, place) <= 0 && indexedDB.cmp(place, range.upper) <= 0;
