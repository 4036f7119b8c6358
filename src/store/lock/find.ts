/** Opening the lock: of the database, or where that one is lost or damaged, of the second copy. */
import { copyFolder, textsOf } from '../copy/files.ts';
import { type Database, openDatabase } from '../database.ts';
import { unsealWith } from '../sealed.ts';
import { lockIn } from './copy.ts';
import { LOCK } from './seal.ts';
import { COUNT, rawStores } from './seam.ts';
import { type Bytes, sessionOf, setSession } from './session.ts';
import { isUnderLock } from './version.ts';

/** `none`: there is no lock any more, another window took it away. `damaged`: neither of the two records of the key can be read. */
export type Opening = 'open' | 'passphrase' | 'damaged' | 'none';

/** Opens the lock for this window. @throws what kept it from being read */
export async function unlock(passphrase: string): Promise<Opening> {
  const kept = await keptLock();
  if (kept === 'none') return 'none';
  const folder = await copyFolder();
  const copied = folder ? lockIn(await textsOf(folder)) : null;
  for (const lock of [kept, copied]) {
    if (!lock) continue;
    const opened = await unsealWith(lock, passphrase);
    if (opened.ok) {
      setSession(await sessionOf(opened.value.content, lock, opened.value.derived));
      if (lock !== kept) await keepLock(lock);
      return 'open';
    }
    if (opened.problems.some(({ code }) => code === 'sealed-passphrase')) return 'passphrase';
  }
  return 'damaged';
}

/** The lock in the database; null where the database is not there, or has lost it. */
async function keptLock(): Promise<Bytes | 'none' | null> {
  const db = await openAsItIs();
  if (!db) return null;
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
export async function openAsItIs(): Promise<Database | null> {
  let isMissing = false;
  const upgrade = (_db: unknown, _from: number, _to: number | null, tx: { abort(): void; readonly done: Promise<void> }) => {
    // Where there is none, none is made.
    isMissing = true;
    tx.done.catch(() => undefined);
    tx.abort();
  };
  try {
    return await openDatabase('soundings', undefined, { upgrade, blocking: (_from, _to, event) => (event.target as IDBDatabase).close() });
  } catch (error) {
    if (isMissing) return null;
    throw error;
  }
}
