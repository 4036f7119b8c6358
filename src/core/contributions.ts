import { greatestMean } from './mean.ts';
import type { Model } from './model.ts';
import type { Result } from './result.ts';

/** Points of the overall score, at its upper end, that come from one question, or from a gate's floor on a section. */
export interface Contribution {
  readonly kind: 'question' | 'floor';
  /** Question id, or section id of a floor. */
  readonly id: string;
  /** Share of the overall weight, 0 to 1; of a floor, the section's. */
  readonly share: number;
  readonly risk: number;
  readonly points: number;
  /** Of `points`, those that its lower end makes up; the rest is due to what is open or weakly shown. */
  readonly settled: number;
}

/**
 * Method S4: weight share × risk at the upper end, for every question that counts there; with what floors add, they make up
 * the score (law L6). Largest first, then in order. What may turn out not to count has nothing settled (S4.1).
 */
export function contributions(model: Model, result: Result): readonly Contribution[] {
  const sections = result.sections.map((section, index) => ({
    index,
    weight: section.weight,
    low: section.interval?.low ?? 0,
    high: section.interval?.high ?? 0,
    optional: section.interval?.optional ?? false,
    section,
  }));
  const overall = greatestMean(sections.filter(({ section }) => section.interval));
  if (!overall) return [];
  const found: Contribution[] = [];
  for (const part of sections) {
    if (!overall.taken.has(part)) continue;
    const share = part.weight / overall.weight;
    const questions = (model.sections[part.index]?.items ?? []).flatMap((i) => {
      const item = model.items[i];
      const question = result.questions[i];
      if (!item || !question?.interval || question.applicable === 'false') return [];
      return [
        { ...question.interval, weight: item.question.weight, optional: question.applicable === 'undetermined', id: item.question.id },
      ];
    });
    const mean = greatestMean(questions);
    for (const question of questions) {
      if (!mean?.taken.has(question)) continue;
      const own = (share * question.weight) / mean.weight;
      const settled = part.optional || question.optional ? 0 : own * question.low;
      found.push({ kind: 'question', id: question.id, share: own, risk: question.high, points: own * question.high, settled });
    }
    const added = part.high - (mean?.value ?? 0);
    if (added > 0 && part.section.sum && part.section.interval !== part.section.sum)
      found.push({
        kind: 'floor',
        id: part.section.id,
        share,
        risk: added,
        points: share * added,
        settled: part.optional ? 0 : share * Math.max(0, part.low - (mean?.value ?? 0)),
      });
  }
  return found.sort((a, b) => b.points - a.points);
}
