/** What a new database begins with: nothing where there was none before; what the second copy has, and a note of the loss, where there was. */
import { type Row, StorageError } from '../database.ts';
import { now } from '../identity.ts';
import { lockIn, openTexts } from '../lock/copy.ts';
import { makeSealed } from '../lock/make.ts';
import { sealedRows } from '../lock/seal.ts';
import { openSession } from '../lock/session.ts';
import { labelRows } from '../own/beside.ts';
import { place } from '../place.ts';
import { type Mark, readMark } from '../sentinel.ts';
import { copyFolder, textsOf } from './files.ts';
import { type CopyRead, readCopy } from './journal.ts';
import { type Loss, lossRow } from './loss.ts';

/**
 * @param wasDamaged did the browser say that there was a database, which it deleted?
 * Under a lock it makes the database itself, and there is nothing left to put into it.
 * @throws if the second copy could not be read, `StorageError` 'locked' if it is under a lock; nothing is made then, and the next try may
 *   read it
 */
export async function rowsOfCopy(wasDamaged: boolean): Promise<readonly Row[] | undefined> {
  const folder = await copyFolder();
  const texts = folder ? await textsOf(folder) : [];
  const isLocked = lockIn(texts) !== null;
  // What is under a passphrase of its own is that or is not there.
  if (!isLocked && place.own) throw new StorageError('locked');
  const copy: CopyRead = readCopy(isLocked ? (await openTexts(openSession(), texts)).texts : texts);
  const rows = [...copy.rows.values()];
  const loss = lossOf(rows, copy, readMark(), wasDamaged);
  const all = loss ? [...rows.filter(([store, key]) => !(store === 'settings' && key === 'loss')), lossRow(loss)] : rows;
  if (!isLocked) return all;
  await makeSealed([...(await sealedRows(openSession(), all)), ...labelRows(all)]);
  return undefined;
}

const count = (rows: readonly Row[], store: Row[0]): number => rows.filter(([of]) => of === store).length;

function lossOf(rows: readonly Row[], { damaged }: CopyRead, mark: Mark | null, wasDamaged: boolean): Loss | null {
  const found = { assessments: count(rows, 'assessments'), procedures: count(rows, 'procedures'), entries: count(rows, 'entries') };
  const expected = { assessments: mark?.assessments ?? found.assessments, entries: mark?.entries ?? found.entries };
  // Soon after the very first start the mark and the second copy may both lack what was in it.
  if (rows.length === 0 && expected.assessments === 0 && !wasDamaged) return null;
  return { at: now(), ...found, expected: expected.assessments, missing: Math.max(0, expected.entries - found.entries), damaged };
}
