/** May an assessment join a procedure? It may where it was made under the criteria in force, or says line by line why not. */
import { canonicalJson } from '../canonical.ts';
import type { Answer } from '../format/answer.ts';
import type { Assessment } from '../format/assessment.ts';
import type { Procedure } from '../format/procedure.ts';
import { fold } from '../history.ts';
import { buyerQuestions, type Criteria, criteriaOf } from './criteria.ts';
import { criteriaDifferences, type Difference } from './differences.ts';
import { foldProcedure, type JoinedBid } from './state.ts';

/** An answer of the buyer that an assessment still lacks. */
export interface BuyerAnswer {
  readonly question: string;
  readonly answer: Answer;
}

export type Joining =
  /** It may; `answers` are still to be written into its history. */
  | { readonly kind: 'joins'; readonly answers: readonly BuyerAnswer[] }
  /** From the criteria in force to those of the assessment. */
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] }
  /** Nothing may join before the seal. */
  | { readonly kind: 'not-sealed' }
  | { readonly kind: 'is-in'; readonly bid: JoinedBid };

/** Whether an assessment may join a procedure as a bid, and if not, why (SPEC B6). */
export function joinDifferences(procedure: Procedure, assessment: Assessment): Joining {
  const { seal, criteria, bids } = foldProcedure(procedure.history);
  if (!seal || !criteria) return { kind: 'not-sealed' };
  const bid = bids.find((one) => one.assessment === assessment.id);
  if (bid) return { kind: 'is-in', bid };
  return underCriteria(criteriaOf(procedure, criteria), assessment);
}

/** The same for criteria alone, whether or not the assessment is in: does it agree with them, and what does it lack? */
export function underCriteria(criteria: Criteria, assessment: Assessment): Extract<Joining, { kind: 'joins' | 'differs' }> {
  const given = fold(assessment.history).answers;
  const own: Record<string, Answer> = { ...criteria.answers };
  const missing: BuyerAnswer[] = [];
  for (const { id } of buyerQuestions(criteria.questionnaire)) {
    const [wanted, found] = [criteria.answers[id], given.get(id)];
    if (found && !(wanted && sameMeaning(wanted, found))) own[id] = found;
    if (!found && wanted) missing.push({ question: id, answer: wanted });
  }
  const { questionnaire, policy, facts } = assessment;
  const differences = criteriaDifferences(criteria, { questionnaire, policy, facts, answers: own });
  return differences.length > 0 ? { kind: 'differs', differences } : { kind: 'joins', answers: missing };
}

/** Do two answers count alike everywhere? Notes and names of documents may differ, and the order of a list. */
const sameMeaning = (a: Answer, b: Answer): boolean => canonicalJson(meaning(a)) === canonicalJson(meaning(b));

function meaning(answer: Answer): unknown {
  if (answer.state !== 'answered') return [answer.state];
  const { value, incomplete = false, evidence } = answer;
  const isSet = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return [answer.state, isSet ? [...value].sort() : value, incomplete, evidence?.grade ?? null];
}
