/** The comparison's messages for closed sets. */
import type { Criteria } from '../../core/compare/criteria.ts';
import type { ComparisonKey } from '../../i18n/languages.ts';

/** In what a file differs from those that are compared (method K1). */
export const DIFFERENCE = {
  questionnaire: 'comparison.leftOut.questionnaire',
  policy: 'comparison.leftOut.policy',
  facts: 'comparison.leftOut.facts',
} as const satisfies Record<keyof Criteria, ComparisonKey>;
