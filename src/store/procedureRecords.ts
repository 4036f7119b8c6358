/** Procedures as they lie on disk: a header, the entries of the history, and the documents that these name, shared with assessments. */
import type { Procedure, ProcedureEntry } from '../core/format/procedure.ts';
import { foldProcedure } from '../core/procedure/state.ts';
import type { ProcedureHeader, Reading, StoredDocument, Writing } from './database.ts';
import { assessmentIn, documentIn, placesOf, type WholeAssessment } from './records.ts';

/** What a transaction on procedures and their bids takes. */
export const PROCEDURE_STORES = ['procedures', 'procedureEntries', 'assessments', 'entries', 'documents', 'questionnaires'] as const;

/** By SHA-256. */
export type Documents = ReadonlyMap<string, StoredDocument>;

export interface WholeProcedure {
  readonly header: ProcedureHeader;
  readonly history: readonly ProcedureEntry[];
  /** Those that the history names. */
  readonly documents: Documents;
}

/** @returns a procedure with the documents that its history names, or null. */
export async function procedureIn(tx: Reading | Writing, id: string): Promise<WholeProcedure | null> {
  const header = await tx.objectStore('procedures').get(id);
  if (!header) return null;
  const history = await procedureEntriesIn(tx, id);
  const documents = await Promise.all(
    namedIn(history).map(async (sha256): Promise<[string, StoredDocument]> => {
      const document = await documentIn(tx, sha256);
      if (!document) throw new Error(`a document of procedure ${id} is missing`);
      return [sha256, document];
    }),
  );
  return { header, history, documents: new Map(documents) };
}

/** The history of a procedure. */
export const procedureEntriesIn = (tx: Reading | Writing, id: string): Promise<readonly ProcedureEntry[]> =>
  tx.objectStore('procedureEntries').getAll(placesOf(id));

/** Hashes of the documents that a history names, each once, in its order. */
const namedIn = (history: readonly ProcedureEntry[]): readonly string[] => [
  ...new Set(
    history.flatMap((entry) => {
      if (entry.kind !== 'criteria') return [];
      const { questionnaire, policy, facts } = entry.criteria;
      return [questionnaire, policy, facts];
    }),
  ),
];

/** The procedure as its file has it: with the documents that it names, and no others. */
export function procedureOf({ header: { id, created }, history, documents }: WholeProcedure): Procedure {
  const named = namedIn(history).flatMap((sha256) => documents.get(sha256) ?? []);
  return {
    format: 'soundings-procedure/1',
    id,
    created,
    questionnaires: named.flatMap((one) => (one.kind === 'questionnaire' ? [one.value] : [])),
    policies: named.flatMap((one) => (one.kind === 'policy' ? [one.value] : [])),
    facts: named.flatMap((one) => (one.kind === 'facts' ? [one.value] : [])),
    history,
  };
}

/** The bids that are on this device, by assessment. `ids`: those meant; null for all. */
export async function bidsIn(
  tx: Reading | Writing,
  { header, history, documents }: WholeProcedure,
  ids: readonly string[] | null = null,
): Promise<ReadonlyMap<string, WholeAssessment>> {
  const meant = ids ?? foldProcedure(history).bids.map(({ assessment }) => assessment);
  const found = await Promise.all(meant.map((id) => assessmentIn(tx, id, documents)));
  return new Map(found.flatMap((bid) => (bid?.header.procedure === header.id ? [[bid.header.id, bid]] : [])));
}

/** Adds entries from place `from` on. */
export async function addProcedureEntriesIn(tx: Writing, id: string, from: number, entries: readonly ProcedureEntry[]): Promise<void> {
  const store = tx.objectStore('procedureEntries');
  await Promise.all(entries.map((entry, i) => store.add(entry, [id, from + i])));
}

/** Deletes a procedure's header and history. */
export async function deleteProcedureIn(tx: Writing, id: string): Promise<void> {
  await Promise.all([tx.objectStore('procedures').delete(id), tx.objectStore('procedureEntries').delete(placesOf(id))]);
}
