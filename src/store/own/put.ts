/**
 * Puts one assessment under a passphrase of its own. Its store is made first, whole and with a second copy; then one transaction takes it from among
 * the others and says so in its line. Whatever ends it before that, the others have it; after that its own store has it, and it alone.
 */
import { announce } from '../announce.ts';
import { copyOfOther, dropCopy } from '../copy/copy.ts';
import {
  type Header,
  isOlderThanData,
  type Reading,
  type RegisterLine,
  type Row,
  read,
  StorageError,
  type Writing,
  write,
} from '../database.ts';
import { newKey } from '../identity.ts';
import { deleteAssessmentIn, sweepDocumentsIn } from '../keeping.ts';
import { eraseStore } from '../lock/erase.ts';
import { makeSealed } from '../lock/make.ts';
import { scrubOnce } from '../lock/scrub.ts';
import { sealedRows } from '../lock/seal.ts';
import { newSession } from '../lock/session.ts';
import { renewBoth } from '../lock/turn.ts';
import { typedRow } from '../lock/typed.ts';
import { entriesIn } from '../records.ts';
import type { Cost } from '../sealed.ts';
import { labelRow, labelRows } from './beside.ts';
import { inTime } from './inTime.ts';
import { dropStore, lineIn, putLineIn, readLines } from './lines.ts';
import { placeOf, storeOf } from './names.ts';

const STORES = ['assessments', 'entries', 'documents', 'questionnaires', 'procedureEntries', 'register', 'settings'] as const;

/** What goes along as it is, so that the app looks there as it does here. */
const SETTINGS = ['person', 'language', 'theme'] as const;

export interface Putting {
  /** Stays readable. */
  readonly label: string;
  readonly passphrase: string;
  /** What was typed for it and is no answer yet. */
  readonly typed: ReadonlyMap<string, string>;
  readonly cost?: Cost;
}

/**
 * @returns id of its store
 * @throws if it could not be done, `StorageError` 'removed' where there is none with this id that stands by itself; all is as it was then
 */
export async function putUnder(assessment: string, { label, passphrase, typed, cost }: Putting): Promise<string> {
  if (isOlderThanData()) throw new StorageError('newer');
  const id = newKey();
  const store = storeOf(id);
  const session = await newSession(passphrase, cost);
  await write(['settings'], (tx) => putLineIn(tx, id, 'making'));
  try {
    for (;;) {
      const { own, settings } = await read([...STORES], async (tx) => ({
        own: await ownIn(tx, assessment),
        settings: await settingsIn(tx),
      }));
      const rows = [...own, ...settings, labelRow(label), ...typedRow(typed)];
      const sealed = await inTime(sealedRows(session, rows));
      await inTime(makeSealed([...sealed, ...labelRows(rows)], store));
      if (!(await copyOfOther(placeOf(id), session))) throw new StorageError('unavailable');
      // Nothing of it is to be left in either file.
      await dropCopy();
      if (await take(id, assessment, own)) break;
      // It grew meanwhile.
      await inTime(eraseStore(store));
    }
  } catch (error) {
    if (!(await isKept(id))) throw error;
  } finally {
    await renewBoth().catch(() => undefined);
  }
  announce({ kind: 'list' });
  await scrubOnce(store);
  return id;
}

/** All that belongs to it and to nothing else, and the documents that it needs. */
async function ownIn(tx: Reading | Writing, id: string): Promise<readonly Row[]> {
  const header = await tx.objectStore('assessments').get(id);
  // What is a bid belongs to its procedure, which writes into it.
  if (!header || header.procedure !== undefined) throw new StorageError('removed');
  const [entries, documents, register] = await Promise.all([entriesIn(tx, id), documentsIn(tx, header), linesIn(tx, id)]);
  return [
    ['assessments', id, header],
    ...entries.map((entry, place): Row => ['entries', [id, place], entry]),
    ...documents,
    ...register.map((line): Row => ['register', line.id, line]),
  ];
}

function documentsIn(tx: Reading | Writing, { questionnaire, policy, facts }: Header): Promise<readonly Row[]> {
  return Promise.all(
    [...new Set([questionnaire, policy, facts])].map(
      async (sha256): Promise<Row> => ['documents', sha256, await tx.objectStore('documents').get(sha256)],
    ),
  );
}

/** What the register says of its reports. */
async function linesIn(tx: Reading | Writing, id: string): Promise<readonly RegisterLine[]> {
  return (await tx.objectStore('register').getAll()).filter((line) => !line.disposed && line.assessment === id);
}

async function settingsIn(tx: Reading): Promise<readonly Row[]> {
  const kept = await Promise.all(SETTINGS.map(async (name) => ['settings', name, await tx.objectStore('settings').get(name)] as const));
  return kept.filter(([, , value]) => value !== undefined);
}

/** The moment. @returns false, with nothing changed, where it is not any more as it was sealed */
function take(id: string, assessment: string, sealed: readonly Row[]): Promise<boolean> {
  return write([...STORES], async (tx) => {
    const line = await lineIn(tx, id);
    // A try that was told as failed got through.
    if (line === 'kept') return true;
    if (line !== 'making') throw new StorageError('removed');
    if (JSON.stringify(await ownIn(tx, assessment)) !== JSON.stringify(sealed)) return false;
    const lines = await linesIn(tx, assessment);
    await deleteAssessmentIn(tx, assessment);
    await Promise.all(lines.map((one) => tx.objectStore('register').delete(one.id)));
    await sweepDocumentsIn(tx);
    await putLineIn(tx, id, 'kept');
    return true;
  });
}

/** Did it come about all the same? What did not is erased. */
async function isKept(id: string): Promise<boolean> {
  await dropStore(id).catch(() => undefined);
  return readLines().then(
    (lines) => lines.get(id) === 'kept',
    () => false,
  );
}
