/** What was typed and is no answer yet, while the lock is closed: it lies under it, with the settings, and comes back once. */
import { type Row, read, write } from '../database.ts';

const KEY = 'typed';

/** Where it was typed, and what. */
export type Typed = readonly (readonly [string, string])[];

/** As it lies in a store, where there is any. */
export const typedRow = (typed: ReadonlyMap<string, string>): readonly Row[] =>
  typed.size === 0 ? [] : [['settings', KEY, JSON.stringify([...typed])]];

export const typedIn = (rows: readonly Row[]): Typed =>
  listIn(rows.find(([store, key]) => store === 'settings' && key === KEY)?.[2] as string | undefined);

/** @throws if it could not be saved */
export async function keepTyped(typed: ReadonlyMap<string, string>): Promise<void> {
  if (typed.size === 0) return;
  await write(['settings'], async (tx) => {
    const store = tx.objectStore('settings');
    // Windows that are locked together leave theirs one after another.
    await store.put(JSON.stringify([...listIn(await store.get(KEY)), ...typed]), KEY);
  });
}

export async function takeTyped(): Promise<Typed> {
  const kept = await read(['settings'], (tx) => tx.objectStore('settings').get(KEY));
  if (kept !== undefined) await write(['settings'], (tx) => tx.objectStore('settings').delete(KEY));
  return listIn(kept);
}

const listIn = (text: string | undefined): Typed => (text ? JSON.parse(text) : []);
