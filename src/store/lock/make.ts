/** Databases made from nothing, with all that is to be in them. */
import { abort, type Database, migrate, nameOf, openDatabase, putIn, type Row, SHAPES, type Upgrade } from '../database.ts';
import { place } from '../place.ts';
import { SEALED } from './seam.ts';
import { isUnderLock, TURN } from './version.ts';

/** Makes the stores of a version from nothing, with `rows` in them. */
export async function fill(db: Database, tx: Upgrade, version: number, rows: readonly Row[]): Promise<void> {
  if (isUnderLock(version)) for (const name of SEALED) db.createObjectStore(name);
  else await migrate(db, tx, 0);
  await Promise.all(rows.map((row) => putIn(tx, row)));
}

/** Makes a database that is not there, under a lock and with `rows` in it, or not at all. */
export async function makeSealed(rows: readonly Row[], store = place.name, version = TURN + SHAPES): Promise<void> {
  const made = openDatabase(store, version, {
    upgrade: async (db, from, _, tx) => {
      tx.done.catch(() => undefined);
      try {
        // Another window may have been faster.
        if (from === 0) await fill(db, tx, version, rows);
      } catch {
        abort(tx);
      }
    },
  });
  try {
    (await made).close();
  } catch (error) {
    if (nameOf(error) !== 'VersionError') throw error;
  }
}
