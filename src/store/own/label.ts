/** What a store under a passphrase of its own is called, read without the passphrase. */
import { openAsItIs } from '../lock/find.ts';
import { place } from '../place.ts';
import { labelIn } from './beside.ts';

/** '' where it has none. @returns null where there is no database, or it cannot be read */
export async function labelOf(store = place.name): Promise<string | null> {
  const db = await openAsItIs(store).catch(() => null);
  if (!db) return null;
  try {
    return await labelIn(db);
  } catch {
    return null;
  } finally {
    db.close();
  }
}
