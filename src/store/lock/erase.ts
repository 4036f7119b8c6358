/** Erases all that is kept in a store, the second copy and the mark with it: what is left to whoever has forgotten the passphrase. */
import { nameOf } from '../database.ts';
import { place } from '../place.ts';
import { markErased, removeMark } from '../sentinel.ts';

/** All that this window works on. @throws as `eraseStore` */
export async function eraseAll(): Promise<void> {
  sessionStorage.clear();
  await eraseStore(place.name);
  // Where backups go by themselves.
  await deleteDatabase(`${place.name}-folder`);
  if (place.own) markErased(place.name);
}

/** @throws if it could not be done; what is left then can be erased by another try */
export async function eraseStore(name: string): Promise<void> {
  removeMark(name);
  // The copy first: as long as it is there, a database that is not counts as lost.
  const root = await globalThis.navigator?.storage?.getDirectory?.();
  await root?.removeEntry(name, { recursive: true }).catch((error: unknown) => {
    if (nameOf(error) !== 'NotFoundError') throw error;
  });
  await deleteDatabase(name);
}

function deleteDatabase(name: string): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
