/**
 * A database whose version is later than the app's. A version says which shapes are kept, and in its multiples of `TURN` how often all of it was
 * put under a lock or taken from under it: where that is odd, it is under one. So an app that knows of no lock finds it too new, and leaves it.
 */
import { type Database, migrate, nameOf, openDatabase, putIn, type Row, type Seam, SHAPES, type Upgrade } from '../database.ts';
import { readSealed, SEALED, writeSealed } from './seam.ts';

export const TURN = 10_000;
export const isUnderLock = (version: number): boolean => Math.floor(version / TURN) % 2 === 1;

interface Watch {
  readonly blocking: () => void;
  readonly terminated: () => void;
}

interface Found {
  readonly db: Database;
  /** Is the app older than what is kept? */
  readonly isOlder: boolean;
  /** What stands before it, where it is under a lock. */
  readonly seam: Seam | undefined;
}

/** Opens it, and brings its shapes up to those that the app knows. */
export async function openNewer(watch: Watch): Promise<Found> {
  const db = await openDatabase('soundings', undefined, watch);
  const shapes = db.version % TURN;
  if (shapes >= SHAPES) return { db, isOlder: shapes > SHAPES, seam: isUnderLock(db.version) ? { readSealed, writeSealed } : undefined };
  db.close();
  const base = db.version - shapes;
  const brought = openDatabase('soundings', base + SHAPES, {
    upgrade: async (fresh, from, _, tx) => {
      tx.done.catch(() => undefined);
      try {
        await (isUnderLock(base) || migrate(fresh, tx, from % TURN));
      } catch {
        tx.abort();
      }
    },
  });
  (await brought).close();
  return openNewer(watch);
}

/** Makes the stores of a version from nothing, with `rows` in them. */
export async function fill(db: Database, tx: Upgrade, version: number, rows: readonly Row[]): Promise<void> {
  if (isUnderLock(version)) for (const name of SEALED) db.createObjectStore(name);
  else await migrate(db, tx, 0);
  await Promise.all(rows.map((row) => putIn(tx, row)));
}

/** Makes a database that is not there, under a lock and with `rows` in it, or not at all. */
export async function makeSealed(rows: readonly Row[]): Promise<void> {
  const made = openDatabase('soundings', TURN + SHAPES, {
    upgrade: async (db, from, version, tx) => {
      tx.done.catch(() => undefined);
      try {
        // Another window may have been faster.
        if (from === 0) await fill(db, tx, Number(version), rows);
      } catch {
        tx.abort();
      }
    },
  });
  try {
    (await made).close();
  } catch (error) {
    if (nameOf(error) !== 'VersionError') throw error;
  }
}
