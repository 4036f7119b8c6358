import type { Model } from './model.ts';
import type { Result } from './result.ts';

/** How many questions apply (or may), and how they stand. `open` are the ones not yet answered. */
export interface Counts {
  readonly applicable: number;
  readonly answered: number;
  readonly unknown: number;
  readonly declined: number;
  readonly open: number;
}

/** Counts over the given question indexes, or all; `scoredOnly` leaves out what is never scored. */
export function countsOf(model: Model, result: Result, among: Iterable<number> = model.items.keys(), scoredOnly = false): Counts {
  const counts = { applicable: 0, answered: 0, unknown: 0, declined: 0, open: 0 };
  for (const index of among) {
    const question = result.questions[index];
    if (!question || question.applicable === 'false' || (scoredOnly && !model.items[index]?.bounds)) continue;
    counts.applicable += 1;
    counts[question.state] += 1;
  }
  return counts;
}
