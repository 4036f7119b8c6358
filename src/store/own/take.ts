/**
 * Takes an assessment from under its own passphrase. One transaction brings all of its store among the others and says so in its line; then the store
 * is erased. From before that on it says of itself that it is leaving, so that nobody works in it meanwhile.
 */
import { hashOf } from '../../core/canonical.ts';
import { type Outcome, problem } from '../../core/problems.ts';
import { announce } from '../announce.ts';
import { backupOf, mergeIn, storedOf } from '../backup.ts';
import { COPIED, nameOfRow } from '../copy/rows.ts';
import { type Database, failureOf, putIn, type Row, SHAPES, write } from '../database.ts';
import { now } from '../identity.ts';
import { openAsItIs, openLock } from '../lock/find.ts';
import { openRow } from '../lock/seal.ts';
import type { Session } from '../lock/session.ts';
import { type Typed, typedIn } from '../lock/typed.ts';
import { TURN } from '../lock/version.ts';
import { markLeavingIn } from './beside.ts';
import { inTime } from './inTime.ts';
import { dropStore, ifFree, inTurn, lineIn, putLineIn } from './lines.ts';
import { lyingIn } from './lying.ts';
import { storeOf } from './names.ts';

/** Why its lock was not opened. */
const SHUT = { passphrase: 'own-passphrase', damaged: 'own-damaged', none: 'own-gone', gone: 'own-gone' } as const;

const refused = (code: string): Outcome<never> => ({ ok: false, problems: [problem('', code)] });

/**
 * @returns what was typed in it and is no answer yet, or why nothing was changed
 * @throws if it could not be saved; nothing is changed then
 */
export async function takeOut(id: string, passphrase: string): Promise<Outcome<Typed>> {
  const store = storeOf(id);
  // Whoever has it open holds this.
  const done = await inTurn(() =>
    ifFree(`${store}-window`, async () => {
      const opened = await inTime(openLock(passphrase, store));
      if (typeof opened === 'string') return refused(SHUT[opened]);
      const db = await inTime(openAsItIs(store));
      if (!db) return refused('own-lost');
      try {
        return await takeFrom(db, id, opened.session);
      } finally {
        db.close();
      }
    }),
  );
  if (!done) return refused('own-open');
  if (!done.ok) return done;
  await dropStore(id).catch(() => undefined);
  announce({ kind: 'list' });
  return done;
}

async function takeFrom(db: Database, id: string, session: Session): Promise<Outcome<Typed>> {
  if (db.version % TURN > SHAPES) return refused('own-newer');
  // Where it is broken off, whoever lists it next finds the line, and knows whether it is leaving still.
  await inTime(markLeavingIn(db, true));
  const rows = await inTime(rowsIn(db, session));
  const done = rows ? await bringIn(id, rows) : refused('own-row');
  if (!done.ok) await inTime(markLeavingIn(db, false));
  return done;
}

/** Null: one of them is damaged. */
async function rowsIn(db: Database, session: Session): Promise<readonly Row[] | null> {
  const { rows } = await lyingIn(db);
  try {
    return await Promise.all(rows.map(([place, sealed]) => openRow(session, place, sealed)));
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    return null;
  }
}

/** The moment. */
async function bringIn(id: string, rows: readonly Row[]): Promise<Outcome<Typed>> {
  const backup = backupOf(new Map(rows.map((row) => [nameOfRow(row[0], row[1]), row])), now());
  const documents = new Map(backup.documents.map((one) => [hashOf(one), storedOf(one)]));
  const keys = rows.filter(([store]) => store === 'keys');
  return write([...COPIED, 'keys'], async (tx) => {
    const line = await lineIn(tx, id);
    // One that was found without a line may be taken as well.
    if (line !== undefined && line !== 'kept') return refused('own-gone');
    const merged = await mergeIn(tx, backup, documents);
    if (!merged.ok) return merged;
    await Promise.all(keys.map((row) => putIn(tx, row)));
    await putLineIn(tx, id, 'leaving');
    return { ok: true, value: typedIn(rows), warnings: [] };
  });
}
