/**
 * The one door to IndexedDB. A write counts only once its transaction is on disk (`durability: 'strict'`), takes at most
 * `TIME_LIMIT`, and happens whole or not at all.
 */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Entry } from '../core/format/assessment.ts';
import type { Facts, Policy } from '../core/format/facts.ts';
import type { ProcedureEntry } from '../core/format/procedure.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { place } from './place.ts';

/** What an assessment is besides its history. The three documents are named by the SHA-256 of their canonical form. */
export interface Header {
  readonly id: string;
  readonly created: string;
  readonly questionnaire: string;
  readonly policy: string;
  readonly facts: string;
  /** When it was put into the bin. */
  readonly binned?: string;
  /** Id of the shipped example that it was opened from. */
  readonly example?: string;
  /** Id of the procedure that it is a bid of; the procedure's history owns that fact. */
  readonly procedure?: string;
}

/** What a procedure is besides its history. */
export interface ProcedureHeader {
  readonly id: string;
  readonly created: string;
  /** When it was put into the bin. */
  readonly binned?: string;
  /** Name of the shipped example that it was opened from. */
  readonly example?: string;
}

/**
 * A report that was given out. One that was disposed of keeps its hashes alone, with who did it and when. `record`: SHA-256 of the data in it.
 * `day`: of the final; '' for a draft.
 */
export type RegisterLine = { readonly id: string; readonly pdf: string; readonly record: string } & (
  | { readonly disposed: { readonly at: string; readonly by: string } }
  | {
      readonly disposed?: undefined;
      readonly kind: 'draft' | 'full' | 'redacted' | 'comparison';
      /** Id of the assessment; '' for a comparison. */
      readonly assessment: string;
      readonly title: string;
      readonly number: string;
      readonly day: string;
      readonly retention: string;
      readonly disposal: string;
      readonly issued: string;
      readonly by: string;
    }
);

/** A key that was made in this browser, under the SHA-256 of its certificate (lower-case hex). The key itself cannot be taken out. */
export interface StoredKey {
  readonly fingerprint: string;
  /** DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
}

/** A document that assessments and procedures share, for ever as it was when its hash was taken. */
export type StoredDocument =
  | { readonly kind: 'questionnaire'; readonly value: Questionnaire }
  | { readonly kind: 'policy'; readonly value: Policy }
  | { readonly kind: 'facts'; readonly value: Facts };

/** As it lies on disk: a browser reads a text in a third of the time that a tree of objects takes it. */
interface DocumentText {
  readonly kind: StoredDocument['kind'];
  readonly text: string;
}

interface Soundings extends DBSchema {
  assessments: { key: string; value: Header };
  /** Key: assessment and place in its history, from 0 and without gaps. Written with `add` alone. */
  entries: { key: [string, number]; value: Entry };
  /** Key: SHA-256. */
  documents: { key: string; value: DocumentText };
  /** Questionnaires that a person loaded: `id@version` → SHA-256. */
  questionnaires: { key: string; value: string };
  settings: { key: string; value: string };
  procedures: { key: string; value: ProcedureHeader };
  /** Key: procedure and place in its history, as with `entries`. */
  procedureEntries: { key: [string, number]; value: ProcedureEntry };
  register: { key: string; value: RegisterLine };
  keys: { key: string; value: StoredKey };
}
type Store = StoreNames<Soundings>;
/** As much of a store as the app uses; what stands before a database under a lock has no more (`lock/seam.ts`). */
type ReadStore<N extends Store> = Pick<
  IDBPObjectStore<Soundings, Store[], N, 'readonly'>,
  'name' | 'keyPath' | 'get' | 'getKey' | 'getAll' | 'getAllKeys' | 'count'
> & {
  /** The last record of a range; the cursor goes no further. */
  openCursor(range: IDBKeyRange, direction: 'prev'): Promise<{ readonly key: unknown; readonly value: Soundings[N]['value'] } | null>;
};
type WriteStore<N extends Store> = ReadStore<N> & Pick<IDBPObjectStore<Soundings, Store[], N, 'readwrite'>, 'add' | 'put' | 'delete'>;
export interface Reading {
  objectStore<N extends Store>(name: N): ReadStore<N>;
}
export interface Writing extends Reading {
  objectStore<N extends Store>(name: N): WriteStore<N>;
  readonly done: Promise<void>;
  commit(): void;
  abort(): void;
}
export type Upgrade = IDBPTransaction<Soundings, Store[], 'versionchange'>;
export type Database = IDBPDatabase<Soundings>;
/** The door itself, for what puts all of it under a lock or takes it from there. */
export const openDatabase = openDB<Soundings>;
/** What reads and writes where all of it is under a lock. */
export interface Seam {
  readSealed<T>(db: Database, work: (tx: Reading) => Promise<T>): Promise<T>;
  writeSealed<T>(db: Database, work: (tx: Writing) => Promise<T>, running: (tx: Writing) => void): Promise<T>;
}
/** One record: where it lies, under which key, and what it is. */
export type Row = readonly [store: Store, key: IDBValidKey, value: unknown];

/** Keeps the second copy, once it is loaded: sees the requests of each write, and promises to have them too. */
export const witness: { watch?: (tx: Writing) => readonly [Writing, Promise<unknown>] } = {};

/** Longest that a write waits for the second copy, from when it began, in milliseconds: a little less than it may take in all. */
const COPY_LIMIT = 3500;

/** The transaction of a write as the second copy sees it, and what to wait for before it is told as done. */
export function watched(tx: Writing): readonly [Writing, Promise<unknown>] {
  const [seen, kept] = witness.watch?.(tx) ?? [tx];
  return [seen, Promise.race([kept, kept && new Promise((resolve) => setTimeout(resolve, COPY_LIMIT))])];
}

/**
 * From each version to the next. Only ever added to: what people have on disk went through those that are here. One that changes values has
 * to change those under a lock too, which is done once that is open.
 */
const MIGRATIONS: readonly ((db: Database, tx: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore('assessments', { keyPath: 'id' });
    db.createObjectStore('entries');
    db.createObjectStore('documents');
    db.createObjectStore('questionnaires');
    db.createObjectStore('settings');
  },
  (db) => {
    db.createObjectStore('procedures', { keyPath: 'id' });
    db.createObjectStore('procedureEntries');
  },
  async (_, tx) => {
    const documents = tx.objectStore('documents');
    for (let cursor = await documents.openCursor(); cursor; cursor = await cursor.continue()) {
      // Until here a document was kept as its value.
      const { kind, value } = cursor.value as unknown as StoredDocument;
      await cursor.update({ kind, text: JSON.stringify(value) });
    }
  },
  (db) => {
    db.createObjectStore('register', { keyPath: 'id' });
  },
  (db) => {
    db.createObjectStore('keys', { keyPath: 'fingerprint' });
  },
];
export const SHAPES = MIGRATIONS.length;
/** Makes the shapes that this app knows of those of a version; of nothing, where that is 0. */
export async function migrate(db: Database, tx: Upgrade, from: number): Promise<void> {
  for (const step of MIGRATIONS.slice(from)) await step(db, tx);
}

/** Longest that reading or writing may take, in milliseconds: who waits is told within five seconds, and the telling takes its time too. */
export const TIME_LIMIT = 4000;

/**
 * Why something could not be saved or read: the disk or the quota is `full`; it took too long (`slow`); another window runs a `newer`
 * version of the app; the assessment was `removed` elsewhere, or made `final`; this browser gives no storage (`unavailable`); what is kept
 * is `locked`, or `damaged` under its lock.
 */
export type SaveFailure = 'full' | 'slow' | 'newer' | 'removed' | 'final' | 'unavailable' | 'locked' | 'damaged';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly reason: SaveFailure;
  constructor(reason: SaveFailure, options?: ErrorOptions) {
    super(`storage failed: ${reason}`, options);
    this.reason = reason;
  }
}

/** @returns the name of a DOMException or Error; '' for anything else. */
export const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

export function failureOf(error: unknown): SaveFailure {
  const name = nameOf(error);
  if (name === 'StorageError') return (error as StorageError).reason;
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'unavailable';
}

let connection: Promise<Database> | null = null;
let isOlder = false;
/** Did the browser say that it deleted the database, because its files were damaged? Chromium alone does. */
let wasDamaged = false;
let seam: Seam | undefined;
/** Was what is kept here found under a lock? Then nothing of it may go to where the browser keeps things by itself. */
export const isSealed = (): boolean => seam !== undefined;

/** Are the data of a newer version of the app? Then they are read as far as this one knows them, and nothing is written. */
export const isOlderThanData = (): boolean => isOlder;

function connect(): Promise<Database> {
  if (connection) return connection;
  const forget = () => {
    if (connection === opened) connection = null;
  };
  const opened = openWhole(forget);
  opened.catch(forget);
  connection = opened;
  return opened;
}

/**
 * A database that is not there may have been lost. So none is made before the second copy was asked, and one that is made is whole, with
 * `rows` of the copy in it, or not there. One of a later version is of a newer app, or under a lock, or was under one.
 */
async function openWhole(forget: () => void, rows?: readonly Row[]): Promise<Database> {
  let isMissing = false;
  const watch = { blocking: () => disconnect(), terminated: forget };
  try {
    const db: Database = await openDatabase(place.name, SHAPES, {
      upgrade: async (db, from, _, tx, event) => {
        isMissing = from === 0 && !rows;
        wasDamaged ||= (event as { readonly dataLoss?: string }).dataLoss === 'total';
        tx.done.catch(() => undefined);
        try {
          if (!isMissing) await migrate(db, tx, from);
          if (from === 0 && rows) await Promise.all(rows.map((row) => putIn(tx, row)));
          else if (isMissing) abort(tx);
        } catch {
          // Left to itself, the browser would keep what was done so far as if it were all.
          abort(tx);
        }
      },
      ...watch,
    });
    seam = undefined;
    return db;
  } catch (error) {
    if (nameOf(error) === 'VersionError') {
      const found = await (await import('./lock/newer.ts')).openNewer(place.name, watch);
      ({ isOlder, seam } = found);
      return found.db;
    }
    isOlder = false;
    if (!isMissing) throw error;
    const { rowsOfCopy } = await import('./copy/restore.ts');
    return openWhole(forget, await rowsOfCopy(wasDamaged));
  }
}

/** Puts a record where it lay. */
export function putIn(tx: Writing | Upgrade, [name, key, value]: Row): Promise<unknown> {
  const store = (tx as Writing).objectStore(name);
  return store.put(value as never, store.keyPath ? undefined : (key as never));
}

/** Lets go of the connection; the next read or write opens another. */
function disconnect(): void {
  connection?.then(
    (db) => db.close(),
    () => undefined,
  );
  connection = null;
}

/**
 * Reads in one transaction. `work` awaits nothing but the transaction's own requests; it may run twice.
 * @throws `StorageError` 'slow' after `TIME_LIMIT`, or what kept it from reading
 */
export function read<T>(stores: Store[], work: (tx: Reading) => Promise<T>): Promise<T> {
  return withConnection(
    (db) => {
      if (seam) return seam.readSealed(db, work);
      const tx = db.transaction(stores, 'readonly');
      // Its requests say what went wrong.
      tx.done.catch(() => undefined);
      return work(tx);
    },
    () => undefined,
  );
}

/**
 * Writes in one transaction; resolves when it is on disk. `work` awaits nothing but the transaction's own requests; it may run twice.
 * @throws `StorageError` 'slow' after `TIME_LIMIT`, or what made it fail; nothing is written then (save where a slow disk
 *   commits after the limit, so who tries again must be ready to find it done)
 */
export function write<T>(stores: Store[], work: (tx: Writing) => Promise<T>): Promise<T> {
  let running: Writing | undefined;
  let isLate = false;
  const once = async (db: Database): Promise<T> => {
    if (isOlder) throw new StorageError('newer');
    if (seam) {
      return seam.writeSealed(db, work, (tx) => {
        running = tx;
        // Told as failed already: it is not to come about after that.
        if (isLate) abort(tx);
      });
    }
    const tx: Writing = db.transaction(stores, 'readwrite', { durability: 'strict' });
    running = tx;
    const [seen, kept] = watched(tx);
    const worked = work(seen).catch((error) => {
      abort(tx);
      throw error;
    });
    const [value, done] = await Promise.allSettled([worked, tx.done]);
    if (value.status === 'fulfilled' && done.status === 'fulfilled') {
      await kept;
      return value.value;
    }
    // An aborted transaction fails its requests as 'aborted' before it says why.
    const reasons = [value, done].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    throw reasons.find((reason) => nameOf(reason) !== 'AbortError') ?? reasons[0];
  };
  return withConnection(once, () => {
    isLate = true;
    if (running) abort(running);
  });
}

/** Runs `use` within the time limit (`stop` ends it after that). A browser may close a connection at any time; it is opened again, once. */
async function withConnection<T>(use: (db: Database) => Promise<T>, stop: () => void): Promise<T> {
  let late = false;
  const attempt = async (triesLeft: number): Promise<T> => {
    const opened = connect();
    const db = await opened;
    if (late) throw new StorageError('slow');
    try {
      return await use(db);
    } catch (error) {
      if (late || triesLeft === 0 || !['InvalidStateError', 'AbortError'].includes(nameOf(error))) throw error;
      if (connection === opened) disconnect();
      return attempt(triesLeft - 1);
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      stop();
      disconnect();
      reject(new StorageError('slow'));
    }, TIME_LIMIT);
  });
  try {
    return await Promise.race([attempt(1), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes back all that a transaction did. */
export function abort(tx: Writing | Upgrade): void {
  try {
    tx.abort();
  } catch (error) {
    // It has ended, or is ending, by itself.
    if (nameOf(error) !== 'InvalidStateError') throw error;
  }
}
