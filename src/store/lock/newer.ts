/** A database whose version is later than the app's (`version.ts`). */
import { abort, type Database, migrate, openDatabase, type Seam, SHAPES } from '../database.ts';
import { readSealed, writeSealed } from './seam.ts';
import { isUnderLock, TURN } from './version.ts';

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
export async function openNewer(store: string, watch: Watch): Promise<Found> {
  const db = await openDatabase(store, undefined, watch);
  const shapes = db.version % TURN;
  if (shapes >= SHAPES) return { db, isOlder: shapes > SHAPES, seam: isUnderLock(db.version) ? { readSealed, writeSealed } : undefined };
  db.close();
  const base = db.version - shapes;
  const brought = openDatabase(store, base + SHAPES, {
    upgrade: async (fresh, from, _, tx) => {
      tx.done.catch(() => undefined);
      try {
        await (isUnderLock(base) || migrate(fresh, tx, from % TURN));
      } catch {
        abort(tx);
      }
    },
  });
  (await brought).close();
  return openNewer(store, watch);
}
