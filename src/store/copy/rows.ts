/** What lies in the database as rows, and what a write does to them: the form that the second copy and the backup share. */
import type { Row, Writing } from '../database.ts';

type Store = Row[0];

/** Every store but the keys, which cannot be read out. A new store is entered here, or the compiler asks for it. */
const IS_COPIED = {
  assessments: true,
  entries: true,
  documents: true,
  questionnaires: true,
  settings: true,
  procedures: true,
  procedureEntries: true,
  register: true,
  keys: false,
} as const satisfies Record<Store, boolean>;
type Copied = { [S in Store]: (typeof IS_COPIED)[S] extends true ? S : never }[Store];

export const COPIED = (Object.keys(IS_COPIED) as Store[]).filter((store): store is Copied => IS_COPIED[store]);

/** A row that is put, or rows that go: the one under a key, or those of a history from a place on. */
export type Change =
  | { readonly put: Row }
  | { readonly gone: readonly [Store, IDBValidKey] }
  | { readonly history: readonly [Store, string, number] };

/** Rows by store and key. */
export type Rows = Map<string, Row>;

export const nameOfRow = (store: string, key: IDBValidKey): string => JSON.stringify([store, key]);

export function apply(rows: Rows, change: Change): void {
  if ('put' in change) rows.set(nameOfRow(change.put[0], change.put[1]), change.put);
  else if ('gone' in change) rows.delete(nameOfRow(...change.gone));
  else {
    const [store, id, from] = change.history;
    for (const [name, [of, key]] of rows)
      if (of === store && Array.isArray(key) && key[0] === id && Number(key[1]) >= from) rows.delete(name);
  }
}

/** The same transaction, whose requests are noted in `changes` as they are made. */
export function noting(tx: Writing, changes: Change[]): Writing {
  return new Proxy(tx, {
    get: (target, name) => {
      if (name === 'objectStore') return (store: Store) => notingStore(target.objectStore(store), changes);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type ObjectStore = ReturnType<Writing['objectStore']>;

function notingStore(store: ObjectStore, changes: Change[]): ObjectStore {
  const isCopied = (COPIED as readonly string[]).includes(store.name);
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (!isCopied || typeof name !== 'string' || !['add', 'put', 'delete'].includes(name)) return value.bind(target);
      return (...args: [unknown, unknown?]) => {
        changes.push(changeOf(target, name, args));
        return value.apply(target, args);
      };
    },
  });
}

function changeOf(store: ObjectStore, act: string, [first, second]: [unknown, unknown?]): Change {
  const name = store.name as Store;
  if (act !== 'delete') {
    const key = typeof store.keyPath === 'string' ? (first as Record<string, string>)[store.keyPath] : second;
    return { put: [name, key as IDBValidKey, first] };
  }
  if (!(first instanceof IDBKeyRange)) return { gone: [name, first as IDBValidKey] };
  const [id, from] = first.lower as [string, number];
  return { history: [name, id, from] };
}
