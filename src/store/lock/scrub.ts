/**
 * A browser leaves what was deleted in its files until it has reason to put them in order; Chromium, for as long as its log is short. So as much
 * of chance is written beside as makes it do so, and deleted again. What the disk itself keeps of deleted files is out of reach.
 */
import { place } from '../place.ts';
import { openAsItIs } from './find.ts';
import { rawStores } from './seam.ts';

const NAME = 'soundings-scrub';
/** Twice the whole, since what is put in order last may hold what came before. */
const ROUNDS = 2;
/** So many records at a time, so often, so long: below what Chromium lays into files of their own, and ten of its logs in all. */
const [RECORDS, TIMES, LENGTH] = [16, 10, 60_000];
/** Key, in the store of the lock, that says that it was done. */
const DONE = 'scrubbed';

/** Does it once for a lock, however often it is asked. What keeps it from being done keeps nobody else: the next time the lock is opened it is tried again. */
export async function scrubOnce(store = place.name): Promise<void> {
  const db = await openAsItIs(store).catch(() => null);
  if (!db) return;
  try {
    const isDone = await rawStores(db, 'readonly').lock.get(DONE);
    if (isDone) return;
    await scrub();
    const { lock, done } = rawStores(db, 'readwrite');
    await Promise.all([lock.put(true, DONE), done]);
  } catch {
    // For lack of room, say.
  } finally {
    db.close();
  }
}

/** @throws what kept it from being done */
export async function scrub(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      await fillUp();
    } finally {
      await result(indexedDB.deleteDatabase(NAME));
    }
  }
}

async function fillUp(): Promise<void> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('chance');
  const db = await result(opening);
  try {
    for (let time = 0; time < TIMES; time += 1) {
      const tx = db.transaction('chance', 'readwrite', { durability: 'strict' });
      const store = tx.objectStore('chance');
      for (let i = 0; i < RECORDS; i += 1) store.put(crypto.getRandomValues(new Uint8Array(LENGTH)), i);
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error);
      });
    }
  } finally {
    db.close();
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
