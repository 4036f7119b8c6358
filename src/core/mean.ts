import type { Interval } from './interval.ts';

/** One part of a weighted mean. `optional`: it may or may not be there (method S2). */
export interface Part extends Interval {
  readonly weight: number;
  readonly optional: boolean;
}

/** The range of a weighted mean. `optional`: in some case no part is there at all, and there is no mean. */
export interface Mean extends Interval {
  readonly optional: boolean;
}

/**
 * Weighted mean of intervals (method S1), over every way in which the optional parts may be there or not (S2).
 * Parts of weight 0 count for nothing; without any weight there is no mean (null), which is not the same as 0.
 *
 * The least mean is found exactly: a part lowers the mean just when it lies below it, so optional parts are taken
 * in ascending order for as long as they lower it. The greatest likewise.
 */
export function weightedMean(parts: readonly Part[]): Mean | null {
  let weight = 0;
  let low = 0;
  let high = 0;
  const optional: Part[] = [];
  for (const part of parts) {
    if (part.weight === 0) continue;
    if (part.optional) optional.push(part);
    else {
      weight += part.weight;
      low += part.weight * part.low;
      high += part.weight * part.high;
    }
  }
  if (weight === 0 && optional.length === 0) return null;
  if (optional.length === 0) return { low: low / weight, high: high / weight, optional: false };
  return {
    low: extreme(
      weight,
      low,
      optional.map((p) => ({ weight: p.weight, value: p.low })),
      1,
    ).value,
    high: extreme(
      weight,
      high,
      optional.map((p) => ({ weight: p.weight, value: p.high })),
      -1,
    ).value,
    optional: weight === 0,
  };
}

/** One end of a weighted mean, the weight under it, and the parts that make it. */
export interface End {
  readonly value: number;
  readonly weight: number;
  readonly taken: ReadonlySet<Part>;
}

/** Which of the optional parts make the greatest mean, and that mean (for contributions, method S4). */
export const greatestMean = (parts: readonly Part[]): End | null => endOf(parts, 'high');

/** The same of the least mean. */
export const leastMean = (parts: readonly Part[]): End | null => endOf(parts, 'low');

function endOf(parts: readonly Part[], end: 'low' | 'high'): End | null {
  const certain = parts.filter((p) => p.weight > 0 && !p.optional);
  const optional = parts.filter((p) => p.weight > 0 && p.optional);
  if (certain.length + optional.length === 0) return null;
  const weight = certain.reduce((sum, p) => sum + p.weight, 0);
  const total = certain.reduce((sum, p) => sum + p.weight * p[end], 0);
  const best = extreme(
    weight,
    total,
    optional.map((part) => ({ weight: part.weight, value: part[end], part })),
    end === 'low' ? 1 : -1,
  );
  return { value: best.value, weight: best.weight, taken: new Set([...certain, ...best.taken.map((t) => t.part)]) };
}

function extreme<T extends { weight: number; value: number }>(weight: number, total: number, optional: readonly T[], direction: 1 | -1) {
  const sorted = [...optional].sort((a, b) => direction * (a.value - b.value));
  const taken: T[] = [];
  for (const part of sorted) {
    if (weight > 0 && direction * (part.value - total / weight) >= 0) break;
    total += part.weight * part.value;
    weight += part.weight;
    taken.push(part);
  }
  return { value: total / weight, weight, taken };
}
