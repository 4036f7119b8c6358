/** All that lies in the database, and rows that come back into it. */
import { putIn, type Row, read, write } from '../database.ts';
import { COPIED, nameOfRow, type Rows } from './rows.ts';

/** Every row of every store that is copied, of one moment. */
export function readAll(): Promise<Rows> {
  return read([...COPIED], async (tx) => {
    const rows: Rows = new Map();
    await Promise.all(
      COPIED.map(async (store) => {
        const [keys, values] = await Promise.all([tx.objectStore(store).getAllKeys(), tx.objectStore(store).getAll()]);
        for (const [i, key] of keys.entries()) rows.set(nameOfRow(store, key), [store, key, values[i]]);
      }),
    );
    return rows;
  });
}

/** Puts back those of the rows that are not there. @throws if they could not be saved; none is there then */
export async function bringBack(rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await write([...COPIED], async (tx) => {
    const isThere = await Promise.all(rows.map(([store, key]) => tx.objectStore(store).getKey(key as never)));
    await Promise.all(rows.filter((_, i) => isThere[i] === undefined).map((row) => putIn(tx, row)));
  });
}
