/** Assessments as they lie on disk: a header, the entries of its history, and the documents that it shares with others. */
import type { Entry } from '../core/format/assessment.ts';
import type { Facts, Policy } from '../core/format/facts.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { type Header, type Reading, read, StorageError, type StoredDocument, type Writing, write } from './database.ts';

export interface WholeAssessment {
  readonly header: Header;
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly facts: Facts;
  readonly history: readonly Entry[];
}

/** The places of a history from `from` on. */
export const placesOf = (id: string, from = 0): IDBKeyRange => IDBKeyRange.bound([id, from], [id, Number.POSITIVE_INFINITY]);

/** @returns an assessment with all it was made with, or null. */
export function readAssessment(id: string): Promise<WholeAssessment | null> {
  return read(['assessments', 'entries', 'documents'], (tx) => assessmentIn(tx, id));
}

/** `known`: documents that need not be read again. */
export async function assessmentIn(
  tx: Reading | Writing,
  id: string,
  known?: ReadonlyMap<string, StoredDocument>,
): Promise<WholeAssessment | null> {
  const header = await tx.objectStore('assessments').get(id);
  if (!header) return null;
  const document = (sha256: string) => known?.get(sha256) ?? documentIn(tx, sha256);
  const [questionnaire, policy, facts, history] = await Promise.all([
    document(header.questionnaire),
    document(header.policy),
    document(header.facts),
    entriesIn(tx, id),
  ]);
  if (questionnaire?.kind !== 'questionnaire' || policy?.kind !== 'policy' || facts?.kind !== 'facts')
    throw new Error(`a document of assessment ${id} is missing`);
  return { header, questionnaire: questionnaire.value, policy: policy.value, facts: facts.value, history };
}

/** A document by its SHA-256. */
export async function documentIn(tx: Reading | Writing, sha256: string): Promise<StoredDocument | undefined> {
  const kept = await tx.objectStore('documents').get(sha256);
  return kept && ({ kind: kept.kind, value: JSON.parse(kept.text) } as StoredDocument);
}

/** The entries of a history from place `from` on. */
export const entriesIn = (tx: Reading | Writing, id: string, from = 0): Promise<readonly Entry[]> =>
  tx.objectStore('entries').getAll(placesOf(id, from));

/**
 * Adds entries from place `from` on. All requests leave at once and the transaction is told to commit with them: a page that is
 * left a moment later has nothing more to say for them to get to the disk.
 * @throws ConstraintError if a place is taken, or the one before it is empty, `StorageError` 'removed' if the assessment is gone; nothing is
 *   written then
 */
export async function addEntries(id: string, from: number, entries: readonly Entry[]): Promise<void> {
  const [isHere, follows] = await write(['assessments', 'entries'], async (tx) => {
    const store = tx.objectStore('entries');
    const requests = [
      tx.objectStore('assessments').count(id),
      from === 0 || store.count([id, from - 1]),
      addEntriesIn(tx, id, from, entries),
    ];
    tx.commit();
    return Promise.all(requests);
  });
  if (isHere && follows) return;
  await write(['assessments', 'entries'], (tx) =>
    isHere ? tx.objectStore('entries').delete(placesOf(id, from)) : deleteOrphansIn(tx, id),
  );
  throw isHere ? new DOMException('the history on disk is shorter', 'ConstraintError') : new StorageError('removed');
}

/** Deletes entries that have no assessment: what a window wrote just after another deleted it. */
export async function deleteOrphansIn(tx: Writing, id: string): Promise<void> {
  if ((await tx.objectStore('assessments').getKey(id)) === undefined) await tx.objectStore('entries').delete(placesOf(id));
}

export async function addEntriesIn(tx: Writing, id: string, from: number, entries: readonly Entry[]): Promise<void> {
  const store = tx.objectStore('entries');
  await Promise.all(entries.map((entry, i) => store.add(entry, [id, from + i])));
}
