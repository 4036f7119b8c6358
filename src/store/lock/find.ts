/** Opening the lock: of the database, or where that one is lost or damaged, of the second copy. */
import { copyFolder, textsOf } from '../copy/files.ts';
import { type Database, openDatabase } from '../database.ts';
import { isLeavingIn } from '../own/beside.ts';
import { place } from '../place.ts';
import { unsealWith } from '../sealed.ts';
import { lockIn } from './copy.ts';
import { LOCK } from './seal.ts';
import { COUNT, rawStores } from './seam.ts';
import { type Bytes, type Session, sessionOf, setSession } from './session.ts';
import { isUnderLock } from './version.ts';

/**
 * Why a lock was not opened. `none`: there is no lock any more, another window took it away. `damaged`: neither of the two records of the key can
 * be read. `gone`: neither is there. `leaving`: all of it is just being taken out.
 */
type Shut = 'passphrase' | 'damaged' | 'none' | 'gone';
export type Opening = Shut | 'leaving' | 'open';

/** Opens the lock for this window. @throws what kept it from being read */
export async function unlock(passphrase: string): Promise<Opening> {
  if (await isLeaving()) return 'leaving';
  const opened = await openLock(passphrase);
  if (typeof opened === 'string') return opened;
  setSession(opened.session);
  if (opened.isOfCopy) await keepLock(opened.session.lock);
  return 'open';
}

/** Opens the lock of a store. @returns with `isOfCopy` where the lock of the second copy is the good one @throws what kept it from being read */
export async function openLock(
  passphrase: string,
  store = place.name,
): Promise<Shut | { readonly session: Session; readonly isOfCopy: boolean }> {
  const kept = await keptLock(store);
  if (kept === 'none') return 'none';
  const folder = await copyFolder(store);
  const copied = folder ? lockIn(await textsOf(folder)) : null;
  for (const lock of [kept, copied]) {
    if (!lock) continue;
    const opened = await unsealWith(lock, passphrase);
    if (opened.ok) return { session: await sessionOf(opened.value.content, lock, opened.value.derived), isOfCopy: lock !== kept };
    if (opened.problems.some(({ code }) => code === 'sealed-passphrase')) return 'passphrase';
  }
  return kept === undefined && !copied ? 'gone' : 'damaged';
}

async function isLeaving(): Promise<boolean> {
  const db = place.own ? await openAsItIs() : null;
  try {
    return db !== null && (await isLeavingIn(db));
  } finally {
    db?.close();
  }
}

/** The lock in the database; null where that has lost it, undefined where there is no database. */
async function keptLock(store: string): Promise<Bytes | 'none' | null | undefined> {
  const db = await openAsItIs(store);
  if (!db) return undefined;
  try {
    if (!isUnderLock(db.version)) return 'none';
    const lock = await rawStores(db, 'readonly').lock.get(LOCK);
    return lock instanceof Uint8Array ? (lock as Bytes) : null;
  } finally {
    db.close();
  }
}

/** Keeps a lock in the database, where that is there: the rows stay as they are, since it is the same key. @throws if it could not be saved */
export async function keepLock(lock: Bytes): Promise<void> {
  const db = await openAsItIs();
  if (!db) return;
  try {
    const { lock: store, done } = rawStores(db, 'readwrite');
    const count = Number((await store.get(COUNT)) ?? 0);
    await Promise.all([store.put(lock, LOCK), store.put(count + 1, COUNT), done]);
  } finally {
    db.close();
  }
}

/** The database whatever version it is of; null where there is none. */
export async function openAsItIs(store = place.name): Promise<Database | null> {
  let isMissing = false;
  const upgrade = (_db: unknown, _from: number, _to: number | null, tx: { abort(): void; readonly done: Promise<void> }) => {
    // Where there is none, none is made.
    isMissing = true;
    tx.done.catch(() => undefined);
    tx.abort();
  };
  try {
    return await openDatabase(store, undefined, { upgrade, blocking: (_from, _to, event) => (event.target as IDBDatabase).close() });
  } catch (error) {
    if (isMissing) return null;
    throw error;
  }
}
