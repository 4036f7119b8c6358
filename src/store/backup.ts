/** Everything that is kept here in one file, but for the keys, which cannot be taken out; and back, whole or not at all. */
import { hashOf } from '../core/canonical.ts';
import type { Backup, BackupAssessment, BackupDocument, BackupOwn, BackupProcedure } from '../core/format/backup.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { below, type Outcome, type Problem, problem } from '../core/problems.ts';
import { announce } from './announce.ts';
import { haveOneBeginning } from './assessments.ts';
import { readAll } from './copy/all.ts';
import { COPIED, type Rows } from './copy/rows.ts';
import { type RegisterLine, type Row, type StoredDocument, type Writing, write } from './database.ts';
import { BACKUP_LIMIT, fileText, readText } from './files.ts';
import { now } from './identity.ts';
import { addDocumentsIn } from './keeping.ts';
import { inTime } from './own/inTime.ts';
import { dropStore, putLineIn, turnLine } from './own/lines.ts';
import { listOwn } from './own/list.ts';
import { packed, unpack } from './own/lying.ts';
import { place } from './place.ts';
import { addProcedureEntriesIn, procedureEntriesIn } from './procedureRecords.ts';
import { addEntriesIn, deleteOrphansIn, entriesIn } from './records.ts';
import { loadSettings } from './settings.ts';
import { entryOf, isShipped } from './shipped.ts';
import { refresh } from './workspace.ts';

const SETTINGS = ['person', 'language', 'theme'] as const;

export interface ExportedBackup {
  readonly name: string;
  readonly text: string;
  /** How many assessments under a passphrase of their own are not in it, since they cannot be read as they lie: opened, they can be again. */
  readonly left: number;
}

/** @returns the text of a backup of all that is on disk, and a name for the file @throws if it cannot be read */
export async function exportBackup(): Promise<ExportedBackup> {
  const backup = backupOf(await readAll(), now());
  const all = place.own ? [] : await Promise.all((await listOwn()).map(({ id }) => inTime(packed(id)).catch(() => null)));
  const own = all.filter((one) => one !== null);
  return {
    name: `soundings-backup-${backup.made.slice(0, 10)}.json`,
    text: fileText(own.length > 0 ? { ...backup, own } : backup),
    left: all.length - own.length,
  };
}

/** Rows of a store as a backup. */
export function backupOf(rows: Rows, made: string): Backup {
  const all = (store: Row[0]): readonly Row[] => [...rows.values()].filter(([of]) => of === store);
  const histories = (store: 'entries' | 'procedureEntries') => {
    const found = new Map<string, [number, unknown][]>();
    for (const [, key, entry] of all(store)) {
      const [id, place] = key as [string, number];
      found.set(id, [...(found.get(id) ?? []), [place, entry]]);
    }
    return (id: string) => (found.get(id) ?? []).sort(([a], [b]) => a - b).map(([, entry]) => entry);
  };
  const [entries, procedureEntries] = [histories('entries'), histories('procedureEntries')];
  const settings = new Map(all('settings').map(([, key, value]) => [key, value]));
  return {
    format: 'soundings-backup/1',
    made,
    documents: all('documents').map(([, , document]) => JSON.parse((document as { text: string }).text) as BackupDocument),
    assessments: all('assessments').map(([, key, header]) => ({ ...(header as BackupAssessment), history: entries(String(key)) as never })),
    procedures: all('procedures').map(([, key, header]) => ({
      ...(header as BackupProcedure),
      history: procedureEntries(String(key)) as never,
    })),
    questionnaires: all('questionnaires').map(([, , sha256]) => sha256 as string),
    register: all('register').map(([, , line]) => line as Backup['register'][number]),
    settings: Object.fromEntries(SETTINGS.flatMap((name) => (settings.has(name) ? [[name, settings.get(name) as string]] : []))),
  };
}

/** How much came in that was not here, of how much that the backup holds. */
export interface Restored {
  readonly assessments: number;
  readonly procedures: number;
  readonly added: number;
  /** Assessments under a passphrase of their own that came in; of these, what is here already stays as it is. */
  readonly own: number;
}

/**
 * Takes in all of a backup, or refuses it with every problem. What is here already grows by what the backup has more of; what went
 * another way here is a reason to refuse. What is here and not in the backup stays.
 * @throws if it could not be saved; nothing is changed then
 */
export async function restoreBackup(file: Blob): Promise<Outcome<Restored>> {
  const text = await readText(file, BACKUP_LIMIT);
  if (!text.ok) return text;
  const { parseBackup } = await import('../core/parse.ts');
  const parsed = parseBackup(text.value);
  if (!parsed.ok) return parsed;
  const backup = parsed.value;
  // Hashing takes time, so it is done before the transaction begins.
  const documents = new Map(backup.documents.map((one) => [hashOf(one), storedOf(one)]));
  const done = await withOwn(backup.own ?? [], (settle) =>
    write([...COPIED], async (tx) => {
      const merged = await mergeIn(tx, backup, documents);
      return merged.ok ? { ...merged, value: { ...merged.value, own: await settle(tx) } } : merged;
    }),
  );
  if (!done.ok) return done;
  announce({ kind: 'list' });
  await Promise.all([refresh(), loadSettings().catch(() => undefined)]);
  return { ...done, warnings: parsed.warnings };
}

/**
 * Puts all of a backup among what is here, as `restoreBackup` does. `documents`: those of the backup, by hash.
 * @returns what came of it; where it is refused, nothing was written
 */
export async function mergeIn(
  tx: Writing,
  backup: Backup,
  documents: ReadonlyMap<string, StoredDocument>,
): Promise<Outcome<Omit<Restored, 'own'>>> {
  const [assessments, procedures] = await Promise.all([
    Promise.all(
      backup.assessments.map(async ({ id }) => ({
        header: await tx.objectStore('assessments').get(id),
        history: await entriesIn(tx, id),
      })),
    ),
    Promise.all(
      backup.procedures.map(async ({ id }) => ({
        header: await tx.objectStore('procedures').get(id),
        history: await procedureEntriesIn(tx, id),
      })),
    ),
  ]);
  const problems = [
    ...strays('assessments', backup.assessments, assessments),
    ...strays('procedures', backup.procedures, procedures),
    ...(await takenIn(tx, backup, documents)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  let added = 0;
  await addDocumentsIn(tx, documents);
  for (const [i, { history, ...header }] of backup.assessments.entries()) {
    const here = assessments[i]?.header;
    const from = here ? (assessments[i]?.history.length ?? 0) : 0;
    await deleteOrphansIn(tx, header.id);
    await tx.objectStore('assessments').put(here ?? (header as NonNullable<typeof here>));
    await addEntriesIn(tx, header.id, from, history.slice(from));
    added += here ? 0 : 1;
  }
  for (const [i, { history, ...header }] of backup.procedures.entries()) {
    const here = procedures[i]?.header;
    const from = here ? (procedures[i]?.history.length ?? 0) : 0;
    await tx.objectStore('procedures').put(here ?? (header as NonNullable<typeof here>));
    await addProcedureEntriesIn(tx, header.id, from, history.slice(from));
    added += here ? 0 : 1;
  }
  await addRestIn(tx, backup, documents);
  return { ok: true, value: { assessments: backup.assessments.length, procedures: backup.procedures.length, added }, warnings: [] };
}

/**
 * Makes the stores of those that are not here, and runs `work`, which writes their lines with all the rest (`settle`, which says how many). Where
 * nothing comes of that, they are erased.
 */
async function withOwn<T>(
  own: readonly BackupOwn[],
  work: (settle: (tx: Writing) => Promise<number>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const here = new Set(own.length > 0 ? (await listOwn()).flatMap(({ id, isThere }) => (isThere ? id : [])) : []);
  const fresh = own.filter(({ id }) => !here.has(id));
  let isDone = false;
  try {
    for (const one of fresh) {
      await turnLine(one.id, [undefined, 'kept'], 'making');
      await inTime(unpack(one));
    }
    const done = await work(async (tx) => {
      for (const { id } of fresh) await putLineIn(tx, id, 'kept');
      return fresh.length;
    });
    isDone = done.ok;
    return done;
  } finally {
    if (!isDone) for (const { id } of fresh) await dropStore(id).catch(() => undefined);
  }
}

interface Here {
  readonly header: unknown;
  readonly history: readonly unknown[];
}

/** Those of the backup that are here and went another way. */
function strays(
  list: string,
  there: readonly { readonly id: string; readonly history: readonly unknown[] }[],
  here: readonly Here[],
): readonly Problem[] {
  return there.flatMap(({ id, history }, i) => {
    const kept = here[i];
    if (!kept?.header || haveOneBeginning(kept.history, history)) return [];
    return [problem(below('', list, i), 'backup-gone-another-way', { id })];
  });
}

/** Own questionnaires of the backup whose version stands for another text here. */
async function takenIn(tx: Writing, backup: Backup, documents: ReadonlyMap<string, StoredDocument>): Promise<readonly Problem[]> {
  const found = await Promise.all(
    ownOf(backup, documents).map(async ({ key, sha256 }, i) => {
      const present = await tx.objectStore('questionnaires').get(key);
      if (present === undefined || present === sha256) return [];
      return [problem(below('', 'questionnaires', i), 'questionnaire-version-taken', { found: key })];
    }),
  );
  return found.flat();
}

const ownOf = (backup: Backup, documents: ReadonlyMap<string, StoredDocument>) =>
  backup.questionnaires.map((sha256) => ({ sha256, key: entryOf(documents.get(sha256)?.value as Questionnaire).key }));

async function addRestIn(tx: Writing, backup: Backup, documents: ReadonlyMap<string, StoredDocument>): Promise<void> {
  const [questionnaires, register, settings] = [tx.objectStore('questionnaires'), tx.objectStore('register'), tx.objectStore('settings')];
  for (const { key, sha256 } of ownOf(backup, documents)) if (!isShipped(key)) await questionnaires.put(sha256, key);
  for (const line of backup.register) if ((await register.getKey(line.id)) === undefined) await register.put(line as RegisterLine);
  for (const name of SETTINGS) {
    const value = backup.settings[name];
    if (value && !(await settings.get(name))) await settings.put(value, name);
  }
}

export function storedOf(document: BackupDocument): StoredDocument {
  switch (document.format) {
    case 'soundings-questionnaire/1':
      return { kind: 'questionnaire', value: document };
    case 'soundings-policy/1':
      return { kind: 'policy', value: document };
    case 'soundings-jurisdictions/1':
      return { kind: 'facts', value: document };
  }
}
