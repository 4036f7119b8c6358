import { canonicalJson } from '../canonical.ts';
import type { Criteria } from './criteria.ts';

/** One line in which two sets of criteria differ. Its words are made by `report/procedure/differences.ts`. */
export interface Difference {
  readonly place: string;
  readonly from: string;
  readonly to: string;
}

/** In what two sets of criteria differ, line by line; none, just when all their hashes agree. */
export function criteriaDifferences(from: Criteria, to: Criteria): readonly Difference[] {
  return (['questionnaire', 'policy', 'facts', 'answers'] as const).flatMap((place) => {
    const [before, after] = [canonicalJson(from[place]), canonicalJson(to[place])];
    return before === after ? [] : [{ place, from: before, to: after }];
  });
}
