/**
 * What lies beside the lock of a store that holds an assessment under a passphrase of its own, readable without it: a label that a person chose for that,
 * which is a setting of the store as well; and whether all of it is just being taken out.
 */
import type { Database, Row } from '../database.ts';
import { rawStores } from '../lock/seam.ts';

const LABEL = 'label';
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
