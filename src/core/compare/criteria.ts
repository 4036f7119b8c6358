import type { Assessment } from '../format/assessment.ts';
import { documentHash } from '../procedure/criteria.ts';

/** What an assessment was made with, by hash (method K1). */
export interface Criteria {
  readonly questionnaire: string;
  readonly policy: string;
  readonly facts: string;
}

/** The hashes of the documents that an assessment carries. */
export const criteriaOf = ({ questionnaire, policy, facts }: Pick<Assessment, keyof Criteria>): Criteria => ({
  questionnaire: documentHash(questionnaire),
  policy: documentHash(policy),
  facts: documentHash(facts),
});

/** In what two sets of criteria differ; none: their assessments may be compared (method K1). */
export function differencesOf(a: Criteria, b: Criteria): readonly (keyof Criteria)[] {
  return (['questionnaire', 'policy', 'facts'] as const).filter((part) => a[part] !== b[part]);
}

/** The criteria that most have, which are those that are compared (method K1); of equally many, those that come first. */
export function mostCommon(all: readonly Criteria[]): Criteria | undefined {
  const counts = new Map<string, { readonly criteria: Criteria; count: number }>();
  for (const criteria of all) {
    const key = [criteria.questionnaire, criteria.policy, criteria.facts].join();
    const found = counts.get(key);
    if (found) found.count += 1;
    else counts.set(key, { criteria, count: 1 });
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count));
  return [...counts.values()].find(({ count }) => count === most)?.criteria;
}
