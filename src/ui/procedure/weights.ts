import type { Policy } from '../../core/format/facts.ts';
import type { LocalText } from '../../core/format/primitives.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';

/** A section that can weigh something. */
export interface SectionWeight {
  readonly id: string;
  readonly title: LocalText;
  /** The questionnaire's. */
  readonly published: number;
  /** The one that counts (SPEC S1.1). */
  readonly weight: number;
}

/** The sections that can be scored, each with its weight. */
export const sectionWeights = ({ sections }: Questionnaire, { weights = {} }: Pick<Policy, 'weights'>): readonly SectionWeight[] =>
  sections
    .filter(({ pages }) => pages.some(({ questions }) => questions.some(({ weight }) => weight > 0)))
    .map(({ id, title, weight }) => ({ id, title, published: weight, weight: weights[id] ?? weight }));

/** What share of the whole a weight has; null where there is no whole. */
export function shareOf(weight: number, all: readonly { readonly weight: number }[]): number | null {
  const total = all.reduce((sum, one) => sum + one.weight, 0);
  return total > 0 ? weight / total : null;
}
