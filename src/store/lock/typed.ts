/** What was typed and is no answer yet, while the lock is closed: it lies under it, with the settings, and comes back once. */
import { read, write } from '../database.ts';

const KEY = 'typed';

/** @throws if it could not be saved */
export async function keepTyped(typed: ReadonlyMap<string, string>): Promise<void> {
  if (typed.size === 0) return;
  await write(['settings'], async (tx) => {
    const store = tx.objectStore('settings');
    // Windows that are locked together leave theirs one after another.
    await store.put(JSON.stringify([...listIn(await store.get(KEY)), ...typed]), KEY);
  });
}

export async function takeTyped(): Promise<readonly (readonly [string, string])[]> {
  const kept = await read(['settings'], (tx) => tx.objectStore('settings').get(KEY));
  if (kept !== undefined) await write(['settings'], (tx) => tx.objectStore('settings').delete(KEY));
  return listIn(kept);
}

const listIn = (text: string | undefined): readonly (readonly [string, string])[] => (text ? JSON.parse(text) : []);
