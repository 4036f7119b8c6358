import { coverageOf, overallOf } from '../evaluate.ts';
import type { Model } from '../model.ts';
import { headlineOf, ratingOf } from '../rating.ts';
import type { Result } from '../result.ts';
import { leastDemand, mostDemand } from './demand.ts';

/**
 * The result with other weights of the sections, in their order (SPEC K3.2): what is left to reckon is the mean of a few sections,
 * so that two hundred bids take no longer than a moment.
 */
export function reweighed(model: Model, result: Result, weights: readonly number[]): Result {
  const sections = result.sections.map((section, index) => ({ ...section, weight: weights[index] ?? 0 }));
  const mean = overallOf(sections);
  const overall = mean && { low: mean.low, high: mean.high };
  const floors = { low: leastDemand(model, result).floor, high: mostDemand(model, result).floor };
  const rating = overall && ratingOf(model.questionnaire.bands, overall, floors);
  const coverage = coverageOf(sections);
  const headline = headlineOf(model.questionnaire, rating, result.stop, coverage);
  return { ...result, sections, overall, rating, coverage, headline };
}
