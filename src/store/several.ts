/** Several assessments in one look: what they share is read once, however many share it. */
import type { Facts, Policy } from '../core/format/facts.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { type Header, read, type StoredDocument } from './database.ts';
import { documentIn, entriesIn, type WholeAssessment } from './records.ts';

/** @returns by id, in the order of `ids`; those that are not here are missing. Assessments with one document have the same object. */
export function readAssessments(ids: readonly string[]): Promise<ReadonlyMap<string, WholeAssessment>> {
  return read(['assessments', 'entries', 'documents'], async (tx) => {
    const headers = await Promise.all(ids.map((id) => tx.objectStore('assessments').get(id)));
    const here = headers.flatMap((header) => header ?? []);
    const wanted = [...new Set(here.flatMap(({ questionnaire, policy, facts }) => [questionnaire, policy, facts]))];
    const [documents, histories] = await Promise.all([
      Promise.all(wanted.map((sha256) => documentIn(tx, sha256))),
      Promise.all(here.map(({ id }) => entriesIn(tx, id))),
    ]);
    const byHash = new Map(wanted.map((sha256, i) => [sha256, documents[i]]));
    return new Map(here.map((header, i) => [header.id, { header, ...documentsOf(header, byHash), history: histories[i] ?? [] }]));
  });
}

function documentsOf(
  header: Header,
  byHash: ReadonlyMap<string, StoredDocument | undefined>,
): { readonly questionnaire: Questionnaire; readonly policy: Policy; readonly facts: Facts } {
  const [questionnaire, policy, facts] = [header.questionnaire, header.policy, header.facts].map((sha256) => byHash.get(sha256));
  if (questionnaire?.kind !== 'questionnaire' || policy?.kind !== 'policy' || facts?.kind !== 'facts')
    throw new Error(`a document of assessment ${header.id} is missing`);
  return { questionnaire: questionnaire.value, policy: policy.value, facts: facts.value };
}
