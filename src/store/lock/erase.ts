/** Erases all that is kept here, the second copy and the mark with it: what is left to whoever has forgotten the passphrase. */
import { FOLDER } from '../copy/journal.ts';
import { nameOf } from '../database.ts';
import { removeMark } from '../sentinel.ts';

/** @throws if it could not be done; what is left then can be erased by another try */
export async function eraseAll(): Promise<void> {
  removeMark();
  sessionStorage.clear();
  // The copy first: as long as it is there, a database that is not counts as lost.
  const root = await globalThis.navigator?.storage?.getDirectory?.();
  await root?.removeEntry(FOLDER, { recursive: true }).catch((error: unknown) => {
    if (nameOf(error) !== 'NotFoundError') throw error;
  });
  await Promise.all(['soundings', 'soundings-folder'].map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
