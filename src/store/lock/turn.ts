/**
 * Puts all that is kept here under a lock, takes it from under it, or changes the passphrase. What is there is read, sealed or opened, and put in
 * place of what was there in one transaction that no other may run beside: whatever ends it, all is as it was before or as it is after. The second
 * copy is emptied before and written anew after, both files of it.
 */
import { dropCopy, renewCopy } from '../copy/copy.ts';
import { abort, isOlderThanData, openDatabase, type Reading, type Row, SHAPES, StorageError } from '../database.ts';
import { place } from '../place.ts';
import { type Cost, derive, sealWith, unsealWith } from '../sealed.ts';
import { keepLock, openAsItIs } from './find.ts';
import { fill } from './make.ts';
import { scrub, scrubOnce } from './scrub.ts';
import { openRow, type Place, type Sealed, sealedRows } from './seal.ts';
import { COUNT } from './seam.ts';
import { newSession, openSession, type Session, session, setSession } from './session.ts';
import { TURN } from './version.ts';

/** Longest that other windows may hold on to the database, in milliseconds. */
const PATIENCE = 10_000;

/** @throws if it could not be done; all is as it was then */
export async function turnOn(passphrase: string, cost?: Cost): Promise<void> {
  const opened = await newSession(passphrase, cost);
  await turn(opened, (rows) => sealedRows(opened, rows));
  await scrubOnce();
}

/** Takes the lock away. @throws if it could not be done; all is as it was then */
export async function turnOff(): Promise<void> {
  const opened = openSession();
  await turn(null, (rows) =>
    Promise.all(
      rows.flatMap(([store, place, sealed]) =>
        (store as string) === 'rows' ? openRow(opened, place as unknown as Place, sealed as Sealed) : [],
      ),
    ),
  );
}

/**
 * The same key under another passphrase: nothing but the lock is written. Whoever kept the lock from before can open it with the passphrase from
 * before still; against that helps a new key, which is to turn it off and on.
 * @returns false where `before` is not the passphrase @throws if it could not be saved; the passphrase is as it was then
 */
export async function changePassphrase(before: string, passphrase: string, cost?: Cost): Promise<boolean> {
  const { lock, ...kept } = openSession();
  const opened = await unsealWith(lock, before);
  if (!opened.ok) return false;
  const { content } = opened.value;
  const derived = await derive(passphrase, cost);
  const next = await sealWith(derived, content);
  content.fill(0);
  await keepLock(next);
  setSession({ ...kept, lock: next, derived });
  await renewBoth();
  // Of the lock from before.
  await scrub().catch(() => undefined);
  return true;
}

/** Writes both files of the second copy anew. */
export async function renewBoth(): Promise<void> {
  await renewCopy();
  await renewCopy();
}

async function turn(after: Session | null, make: (rows: readonly Row[]) => Promise<readonly Row[]>): Promise<void> {
  if (isOlderThanData()) throw new StorageError('newer');
  const before = session();
  await dropCopy();
  try {
    while (!(await replaceAll(make)));
    setSession(after);
  } finally {
    // Where nothing came of it, it is the copy there was.
    await renewBoth().catch(() => undefined);
    if (session() !== after) setSession(before);
  }
}

/** @returns false where something was written in between, so that nothing was replaced */
async function replaceAll(make: (rows: readonly Row[]) => Promise<readonly Row[]>): Promise<boolean> {
  const { version, rows } = await everything();
  const state = stateOf(rows);
  const made = await make(rows);
  const base = (Math.floor(version / TURN) + 1) * TURN;
  let isSame = true;
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDatabase(place.name, base + SHAPES, {
    upgrade: async (db, _from, _to, tx) => {
      tx.done.catch(() => undefined);
      // Nobody holds on to it: what it takes from here on is what there is to do.
      clearTimeout(timer);
      try {
        isSame = stateOf(await rowsIn(tx)) === state;
        if (isLate || !isSame) return abort(tx);
        for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
        await fill(db, tx, base + SHAPES, made);
      } catch {
        abort(tx);
      }
    },
  });
  // Whatever comes of it, nobody is kept waiting by what it opened.
  const closed = opening.then((db) => db.close());
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new StorageError('slow'));
    }, PATIENCE);
  });
  try {
    await Promise.race([closed, late]);
    return true;
  } catch (error) {
    if (isSame) throw error;
    return false;
  } finally {
    clearTimeout(timer);
    closed.catch(() => undefined);
  }
}

/** All there is as it lies there, of one moment. */
async function everything(): Promise<{ readonly version: number; readonly rows: readonly Row[] }> {
  const db = await openAsItIs();
  if (!db) throw new StorageError('unavailable');
  try {
    const tx = db.transaction([...db.objectStoreNames], 'readonly');
    tx.done.catch(() => undefined);
    return { version: db.version, rows: await rowsIn(tx) };
  } finally {
    db.close();
  }
}

async function rowsIn(tx: Reading & { readonly objectStoreNames: Iterable<Row[0]> }): Promise<readonly Row[]> {
  const stores = await Promise.all(
    [...tx.objectStoreNames].map(async (name) => {
      const store = tx.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return keys.map((key, i): Row => [name, key, values[i]]);
    }),
  );
  return stores.flat();
}

/** Two that are alike are of one state; under a lock every write moves on a count. */
function stateOf(rows: readonly Row[]): string {
  const count = rows.find(([store, key]) => (store as string) === 'lock' && key === COUNT);
  return JSON.stringify(count ?? rows);
}
