/** A store under a passphrase of its own as it lies on the disk, of one moment: what a backup takes, and what is opened to be taken out. */
import type { BackupOwn } from '../../core/format/backup.ts';
import type { Database, Row } from '../database.ts';
import { openAsItIs } from '../lock/find.ts';
import { makeSealed } from '../lock/make.ts';
import { base64, bytesIn, LOCK, type Place, type Sealed } from '../lock/seal.ts';
import { rawStores } from '../lock/seam.ts';
import { labelIn, labelRow, labelRows } from './beside.ts';
import { storeOf } from './names.ts';

interface Lying {
  readonly lock: unknown;
  readonly rows: readonly (readonly [Place, Sealed])[];
}

export async function lyingIn(db: Database): Promise<Lying> {
  const { rows, lock } = rawStores(db, 'readonly');
  const all = IDBKeyRange.lowerBound('');
  const [kept, places, values] = await Promise.all([lock.get(LOCK), rows.getAllKeys(all), rows.getAll(all)]);
  return { lock: kept, rows: places.map((place, i) => [place, values[i] as Sealed]) };
}

/** For a backup. @returns null where it is not there, or the record of its key is not: what opens it brings it back from its second copy */
export async function packed(id: string): Promise<BackupOwn | null> {
  const db = await openAsItIs(storeOf(id));
  if (!db) return null;
  try {
    const [label, { lock, rows }] = [await labelIn(db), await lyingIn(db)];
    if (!(lock instanceof Uint8Array)) return null;
    return {
      id,
      label,
      version: db.version,
      lock: base64(lock),
      // A key for signing that cannot be sealed does not get into such a store.
      rows: rows.flatMap(([place, sealed]) => (sealed instanceof Uint8Array ? [[...place, base64(sealed)]] : [])),
    };
  } finally {
    db.close();
  }
}

/** Puts it there as it was, or not at all. @throws if it could not be saved, or is there */
export async function unpack({ id, label, version, lock, rows }: BackupOwn): Promise<void> {
  const sealed = rows.map(([store, tag, place, bytes]) => ['rows', [store, tag, place], bytesIn(bytes)] as unknown as Row);
  const head = ['lock', LOCK, bytesIn(lock)] as unknown as Row;
  await makeSealed([head, ...labelRows([labelRow(label)]), ...sealed], storeOf(id), version);
}
