/** Keys made in this browser. They live here alone: what is in storage can sign, and cannot be read out. */
import { read, type StoredKey, write } from './database.ts';

export type { StoredKey } from './database.ts';

/** @throws if it could not be saved */
export async function keepKey(key: StoredKey): Promise<void> {
  await write(['keys'], (tx) => tx.objectStore('keys').put(key));
}

export function listKeys(): Promise<readonly StoredKey[]> {
  return read(['keys'], (tx) => tx.objectStore('keys').getAll());
}

/** Deletes a key for good: nothing can be signed with it again; what was signed stays so. @throws if it could not be saved */
export async function removeKey(fingerprint: string): Promise<void> {
  await write(['keys'], (tx) => tx.objectStore('keys').delete(fingerprint));
}
