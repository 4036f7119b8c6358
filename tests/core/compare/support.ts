/** Bids in a few words. */
import { type Comparison, compare } from '../../../src/core/compare/comparison.ts';
import type { Answers } from '../../../src/core/format/answer.ts';
import { ASSESSMENT_FORMAT, type Assessment } from '../../../src/core/format/assessment.ts';
import type { Gate, Questionnaire } from '../../../src/core/format/questionnaire.ts';
import { FACTS, number, POLICY, questionnaire, section } from '../support/vocabulary.ts';

/** An assessment with these answers. */
export const assessmentOf = (built: Questionnaire, answers: Answers): Assessment => ({
  format: ASSESSMENT_FORMAT,
  id: 'assessment',
  created: '2026-01-01T00:00:00Z',
  questionnaire: built,
  facts: FACTS,
  policy: POLICY,
  history: [...answers].map(([question, answer], i) => ({
    id: `entry-${String(i).padStart(4, '0')}`,
    at: '2026-01-01T00:00:00Z',
    by: 'test',
    kind: 'answer' as const,
    question,
    // The history's own type is that of the parsed file, which is wider in its marks of what may be missing.
    answer: answer as Extract<Assessment['history'][number], { kind: 'answer' }>['answer'],
  })),
});

export function compared(built: Questionnaire, bids: Readonly<Record<string, Answers>>): Comparison {
  const comparison = compare(Object.entries(bids).map(([id, answers]) => ({ id, assessment: assessmentOf(built, answers) })));
  if (!comparison) throw new Error('nothing to compare');
  return comparison;
}

/** Sections s0, s1 … of these weights, each of one question q0, q1 … whose answer, 0 to 100, is its risk. */
export const plain = (weights: readonly number[], gates: readonly Gate[] = []): Questionnaire =>
  questionnaire(
    weights.map((weight, i) => section(`s${i}`, weight, [number(`q${i}`, { max: 100, scale: SCALE })])),
    gates,
  );
export const SCALE = {
  kind: 'line' as const,
  points: [
    { at: 0, risk: 0 },
    { at: 100, risk: 100 },
  ],
};
