import type { Band, Questionnaire } from './format/questionnaire.ts';
import { type Interval, rounded } from './interval.ts';
import type { Headline, Result } from './result.ts';
import type { Truth } from './truth.ts';

/** Method R1: index of the band that a score falls into; the lower edge belongs to the band. */
export function bandIndex(bands: readonly Band[], score: number): number {
  const above = bands.findIndex((band) => rounded(band.from) > rounded(score));
  return above === -1 ? bands.length - 1 : Math.max(0, above - 1);
}

/** Method R2: the band at each end, raised to the floors (band indexes) that the gates set. */
export function ratingOf(bands: readonly Band[], overall: Interval, floors: Interval): NonNullable<Result['rating']> {
  const at = (score: number, floor: number) => bands[Math.max(bandIndex(bands, score), floor)]?.id ?? '';
  return { low: at(overall.low, floors.low), high: at(overall.high, floors.high) };
}

/**
 * Method R3. A stop that could apply is an end that does not agree with a band, so it leaves nothing to headline (SPEC R3.1).
 */
export function headlineOf(questionnaire: Questionnaire, rating: Result['rating'], stop: Truth, coverage: number): Headline {
  if (stop === 'true') return { kind: 'stop' };
  if (!rating) return { kind: 'not-scored' };
  const enough = rounded(1 - coverage) <= questionnaire.unansweredAtMost;
  return stop === 'false' && enough && rating.low === rating.high ? { kind: 'band', band: rating.low } : { kind: 'not-ratable' };
}
