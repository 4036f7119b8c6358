/** What bids are judged by, whole: the documents that a procedure's entries name by hash, and the buyer's own answers. */
import { hashOf, sha256Hex } from '../canonical.ts';
import type { Answer } from '../format/answer.ts';
import type { Facts, Policy } from '../format/facts.ts';
import type { Pinned, Procedure } from '../format/procedure.ts';
import type { Question, Questionnaire } from '../format/questionnaire.ts';

export interface Criteria {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly facts: Facts;
  /** The buyer's, by question id. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/**
 * The documents and answers of these criteria.
 * @throws RangeError where the procedure does not hold a document that they name: no procedure that passed its check
 */
export function criteriaOf(procedure: Pick<Procedure, 'questionnaires' | 'policies' | 'facts'>, pinned: Pinned): Criteria {
  return {
    questionnaire: named(procedure.questionnaires, pinned.questionnaire),
    policy: named(procedure.policies, pinned.policy),
    facts: named(procedure.facts, pinned.facts),
    answers: pinned.answers,
  };
}

/** The questions that the buyer answers, once for all bids: those that rest on nobody's proof (SPEC A4.1). */
export const buyerQuestions = (questionnaire: Questionnaire): readonly Question[] =>
  questionnaire.sections.flatMap((section) =>
    section.pages.flatMap((page) => page.questions.filter((question) => question.evidence === 'none')),
  );

function named<T extends object>(documents: readonly T[], sha256: string): T {
  const found = documents.find((document) => documentHash(document) === sha256);
  if (!found) throw new RangeError(`no document ${sha256}`);
  return found;
}

const known = new WeakMap<object, string>();

/** The hash of a document, reckoned once: documents are never changed. `text`: its canonical text, where that is at hand. */
export function documentHash(document: object, text?: string): string {
  const found = known.get(document) ?? (text === undefined ? hashOf(document) : sha256Hex(text));
  known.set(document, found);
  return found;
}
