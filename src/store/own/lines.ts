/**
 * Which assessments are under a passphrase of their own: a line each among the settings of the store that all others are in. The line says whose the
 * assessment is, and it changes in the one transaction that brings the rows or takes them away; so at any moment it is whole in exactly one place.
 */
import { type Reading, read, type Writing, write } from '../database.ts';
import { eraseStore } from '../lock/erase.ts';
import { inTime } from './inTime.ts';
import { storeOf } from './names.ts';

/** `making`: its store is not whole yet; `kept`: it is there alone; `leaving`: it is among the others again. All but `kept` is to be erased. */
type Line = 'making' | 'kept' | 'leaving';

const PREFIX = 'own ';

export const lineIn = (tx: Reading | Writing, id: string): Promise<string | undefined> => tx.objectStore('settings').get(PREFIX + id);
export const putLineIn = (tx: Writing, id: string, line: Line): Promise<unknown> => tx.objectStore('settings').put(line, PREFIX + id);

/** By id. */
export function readLines(): Promise<ReadonlyMap<string, string>> {
  return read(['settings'], async (tx) => {
    const [keys, values] = await Promise.all([tx.objectStore('settings').getAllKeys(), tx.objectStore('settings').getAll()]);
    return new Map(keys.flatMap((key, i) => (key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), values[i] ?? ''] as const] : [])));
  });
}

/** Changes a line by itself. @returns false, with nothing changed, where it does not say `from` @throws if it could not be saved */
export function turnLine(id: string, from: readonly (Line | undefined)[], to: Line): Promise<boolean> {
  return write(['settings'], async (tx) => {
    if (!from.includes((await lineIn(tx, id)) as Line | undefined)) return false;
    await putLineIn(tx, id, to);
    return true;
  });
}

/** Erases a store that is not, or not any more, where its assessment is. @throws what kept it from being erased: the line stays */
export async function dropStore(id: string): Promise<void> {
  if (!(await turnLine(id, ['making', 'leaving'], 'leaving'))) return;
  await inTime(eraseStore(storeOf(id)));
  await write(['settings'], (tx) => tx.objectStore('settings').delete(PREFIX + id));
}

/** Runs what moves between stores, while no other window does. @returns null, with nothing done, where one does */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  return ifFree('soundings-own', work);
}

/** Runs `work` while nobody else has this lock of the browser's. @returns null, with nothing done, where somebody has */
export async function ifFree<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  const { locks } = navigator;
  // Without them there is no encryption either.
  if (!locks) return null;
  let value: T | null = null;
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) value = await work();
  });
  return value;
}

/** Erases what a kill left half made, or left behind. What cannot be erased now is tried again the next time. */
export async function finish(): Promise<void> {
  const left = [...(await readLines())].filter(([, line]) => line !== 'kept');
  if (left.length > 0) await inTurn(() => Promise.all(left.map(([id]) => dropStore(id)))).catch(() => undefined);
}
