/**
 * Stores that hold an assessment under a passphrase of its own. What they are called, and what of one can be read without the passphrase: a label
 * that a person chose to stay readable. It is a setting of the store, and lies beside the lock as well.
 */
import type { Database, Row } from '../database.ts';
import { rawStores } from '../lock/seam.ts';

export const MAIN = 'soundings';
const OWN = /^soundings-([\da-f]{32})$/;

export const storeOf = (id: string): string => `${MAIN}-${id}`;
/** Null: it is no store of this kind. */
export const idOf = (store: string): string | null => OWN.exec(store)?.[1] ?? null;
export const isOwn = (store: string): boolean => idOf(store) !== null;

/** Key of the label, both among the settings and beside the lock. */
const LABEL = 'label';
/** Key, beside the lock, that says that all of it is just being taken out. */
const LEAVING = 'leaving';

export const labelRow = (label: string): Row => ['settings', LABEL, label];
/** The label of these rows as it lies beside the lock, where they have one. */
export const labelRows = (rows: readonly Row[]): readonly Row[] =>
  rows.flatMap(([store, key, value]) => (store === 'settings' && key === LABEL ? [['lock', LABEL, value] as unknown as Row] : []));

/** @returns '' where it has none */
export async function labelIn(db: Database): Promise<string> {
  const label = await rawStores(db, 'readonly').lock.get(LABEL);
  return typeof label === 'string' ? label : '';
}

export const isLeavingIn = async (db: Database): Promise<boolean> => (await rawStores(db, 'readonly').lock.get(LEAVING)) === true;

/** @throws if it could not be saved */
export async function markLeavingIn(db: Database, isLeaving: boolean): Promise<void> {
  const { lock, done } = rawStores(db, 'readwrite');
  await Promise.all([lock.put(isLeaving, LEAVING), done]);
}
