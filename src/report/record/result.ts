import type { Model } from '../../core/model.ts';
import type { Result } from '../../core/result.ts';
import type { RecordedResult } from './record.ts';

/** A result as plain JSON that can be read without the questionnaire: every figure beside the id of what it is of. */
export function recordedResult(model: Model, result: Result): RecordedResult {
  const { headline, rating, overall, stop, coverage, gates, sections, questions } = result;
  return {
    headline,
    rating,
    overall,
    stop,
    coverage,
    gates: gates.map(({ id, state }) => ({ id, state })),
    sections: sections.map(({ id, weight, sum, interval, answered }) => ({ id, weight, sum, interval, answered })),
    questions: questions.map(({ applicable, state, value, interval }, i) => ({
      id: model.items[i]?.question.id ?? '',
      applicable,
      state,
      value,
      interval,
    })),
  };
}
