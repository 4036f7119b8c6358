import { type Criteria, differencesOf } from './comparison.ts';

/** The criteria that most have, which are those that are compared (method K1); of equally many, those that come first. */
export function mostCommon(all: readonly Criteria[]): Criteria | undefined {
  const count = (criteria: Criteria) => all.filter((other) => differencesOf(other, criteria).length === 0).length;
  return all.reduce<Criteria | undefined>((best, criteria) => (best && count(best) >= count(criteria) ? best : criteria), undefined);
}
