/** A range of risk or score, `low ≤ high`, each 0 to 100. Higher is worse. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A risk that is known. */
export const point = (risk: number): Interval => ({ low: risk, high: risk });

/** Smallest interval that covers all given; there must be at least one. */
export function hull(first: Interval, ...rest: readonly Interval[]): Interval {
  let { low, high } = first;
  for (const other of rest) {
    low = Math.min(low, other.low);
    high = Math.max(high, other.high);
  }
  return { low, high };
}

/** Method R1: scores are compared after rounding to 1e-6, so that the order of additions decides nothing. */
export const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;
