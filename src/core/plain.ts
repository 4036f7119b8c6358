import type { Model } from './model.ts';
import type { Result } from './result.ts';

/** What a plain weighted sum gives for the same answers; null where it has nothing to divide by. */
export interface PlainSums {
  readonly unknownAsZero: number | null;
  readonly unknownAsHalf: number | null;
  readonly unknownLeftOut: number | null;
}

/**
 * "What a simple tool would say": no gates, no evidence, what is listed taken as all there is, and an unknown counted as 0, as
 * 50, or left out. Shown beside the result so that the difference can be seen; nothing else uses it.
 */
export function plainSums(model: Model, result: Result): PlainSums {
  const sum = (unknown: number | null): number | null => {
    let total = 0;
    let weights = 0;
    for (const { section, items } of model.sections) {
      let points = 0;
      let weight = 0;
      for (const index of items) {
        const item = model.items[index];
        const question = result.questions[index];
        if (!item?.bounds || !question || question.applicable === 'false') continue;
        const risk = question.value ? question.value.low : unknown;
        if (risk === null) continue;
        points += item.question.weight * risk;
        weight += item.question.weight;
      }
      if (weight === 0 || section.weight === 0) continue;
      total += (section.weight * points) / weight;
      weights += section.weight;
    }
    return weights === 0 ? null : total / weights;
  };
  return { unknownAsZero: sum(0), unknownAsHalf: sum(50), unknownLeftOut: sum(null) };
}
