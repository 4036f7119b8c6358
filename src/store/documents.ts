/** The three documents that an assessment is made with, named by their hashes. Apart from `records.ts`: only making one needs to hash. */
import { hashOf } from '../core/canonical.ts';
import type { Assessment } from '../core/format/assessment.ts';
import type { Header, StoredDocument } from './database.ts';
import type { WholeAssessment } from './records.ts';

/** The header of an assessment, and its documents by hash. Takes time: hash before the transaction begins. */
export function partsOf(assessment: Omit<Assessment, 'format' | 'history'>): {
  header: Header;
  documents: ReadonlyMap<string, StoredDocument>;
} {
  const { id, created, questionnaire, policy, facts } = assessment;
  const header = { id, created, questionnaire: hashOf(questionnaire), policy: hashOf(policy), facts: hashOf(facts) };
  const documents = new Map<string, StoredDocument>([
    [header.questionnaire, { kind: 'questionnaire', value: questionnaire }],
    [header.policy, { kind: 'policy', value: policy }],
    [header.facts, { kind: 'facts', value: facts }],
  ]);
  return { header, documents };
}

/** Were both made with the same questionnaire, policy and facts? */
export const sameDocuments = (a: Header, b: Header): boolean =>
  a.questionnaire === b.questionnaire && a.policy === b.policy && a.facts === b.facts;

/** An assessment as its file has it. */
export function assessmentOf({ header: { id, created }, questionnaire, policy, facts, history }: WholeAssessment): Assessment {
  return { format: 'soundings-assessment/1', id, created, questionnaire, policy, facts, history };
}
