/** All that lies in the database, and rows that come back into it. */
import { isOlderThanData, putIn, type Row, read, StorageError, write } from '../database.ts';
import { COPIED, nameOfRow, type Rows } from './rows.ts';

/**
 * Every row of every store that is copied, of one moment.
 * @throws `StorageError` 'newer' where the data are of a newer version: this one does not know all that belongs into a copy
 */
export async function readAll(): Promise<Rows> {
  const all = await read([...COPIED], async (tx) => {
    const rows: Rows = new Map();
    await Promise.all(
      COPIED.map(async (store) => {
        const [keys, values] = await Promise.all([tx.objectStore(store).getAllKeys(), tx.objectStore(store).getAll()]);
        for (const [i, key] of keys.entries()) rows.set(nameOfRow(store, key), [store, key, values[i]]);
      }),
    );
    return rows;
  });
  if (isOlderThanData()) throw new StorageError('newer');
  return all;
}

/** Puts back those of the rows that are not there. @throws if they could not be saved; none is there then */
export async function bringBack(rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await write([...COPIED], async (tx) => {
    const isThere = await Promise.all(rows.map(([store, key]) => tx.objectStore(store).getKey(key as never)));
    await Promise.all(rows.filter((_, i) => isThere[i] === undefined).map((row) => putIn(tx, row)));
  });
}
