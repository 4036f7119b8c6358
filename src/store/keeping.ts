/** What comes to the disk whole and what goes from it: assessments and documents. Apart from `records.ts`, which a question waits for. */
import type { Entry } from '../core/format/assessment.ts';
import { isFinal } from '../core/line.ts';
import { type Header, StorageError, type StoredDocument, type Writing } from './database.ts';
import { addEntriesIn, deleteOrphansIn, placesOf } from './records.ts';

/** @throws `StorageError` 'final' where nothing may follow this history */
export function refuseFinal(history: readonly Entry[]): void {
  if (isFinal(history)) throw new StorageError('final');
}

/** Puts a new assessment there. */
export async function addAssessmentIn(
  tx: Writing,
  header: Header,
  documents: ReadonlyMap<string, StoredDocument>,
  history: readonly Entry[],
): Promise<void> {
  await deleteOrphansIn(tx, header.id);
  await Promise.all([tx.objectStore('assessments').add(header), addDocumentsIn(tx, documents), addEntriesIn(tx, header.id, 0, history)]);
}

export async function addDocumentsIn(tx: Writing, documents: ReadonlyMap<string, StoredDocument>): Promise<void> {
  const store = tx.objectStore('documents');
  await Promise.all(
    [...documents].map(async ([sha256, { kind, value }]) => {
      if ((await store.getKey(sha256)) === undefined) await store.add({ kind, text: JSON.stringify(value) }, sha256);
    }),
  );
}

/** Deletes an assessment's header and history. */
export async function deleteAssessmentIn(tx: Writing, id: string): Promise<void> {
  await Promise.all([tx.objectStore('assessments').delete(id), tx.objectStore('entries').delete(placesOf(id))]);
}

/** Deletes the documents that nothing refers to any more. */
export async function sweepDocumentsIn(tx: Writing): Promise<void> {
  const [headers, procedures, own, all] = await Promise.all([
    tx.objectStore('assessments').getAll(),
    tx.objectStore('procedureEntries').getAll(),
    tx.objectStore('questionnaires').getAll(),
    tx.objectStore('documents').getAllKeys(),
  ]);
  const pinned = procedures.flatMap((entry) => (entry.kind === 'criteria' ? [entry.criteria] : []));
  const used = new Set([...[...headers, ...pinned].flatMap(({ questionnaire, policy, facts }) => [questionnaire, policy, facts]), ...own]);
  await Promise.all(all.filter((sha256) => !used.has(sha256)).map((sha256) => tx.objectStore('documents').delete(sha256)));
}
