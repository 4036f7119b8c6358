import { rounded } from '../interval.ts';
import type { Model } from '../model.ts';
import type { Result } from '../result.ts';

/**
 * Where a bid stands at one end of its interval: stop before rating before score (method K2). Smaller is better; compared
 * from the left.
 */
export type Standing = readonly [stop: number, band: number, score: number];

/** A bid's best and worst standing under its present answers. */
export interface Range {
  readonly best: Standing;
  readonly worst: Standing;
}

/** Null where nothing is scored: such a bid has no place in an order. */
export function rangeOf(model: Model, result: Result): Range | null {
  const { overall, rating, stop } = result;
  if (!overall || !rating) return null;
  const band = (id: string) => model.questionnaire.bands.findIndex((one) => one.id === id);
  return {
    best: [stop === 'true' ? 1 : 0, band(rating.low), rounded(overall.low)],
    worst: [stop === 'false' ? 0 : 1, band(rating.high), rounded(overall.high)],
  };
}

/** Negative: a stands better; 0: they stand alike. */
export function compareStandings(a: Standing, b: Standing): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * Index of the band of a score, or of the floor where that is higher (method R1, R2). Score and `edges`, the lower edges of the bands,
 * are rounded, as they are compared.
 */
export function bandFrom(floor: number, score: number, edges: readonly number[]): number {
  let band = floor;
  while (band + 1 < edges.length && score >= (edges[band + 1] as number)) band++;
  return band;
}

export type Relation = 'before' | 'after' | 'not-separated';

/** Method K2: an order is claimed only where one bid at its worst still stands better than the other at its best. */
export function relationOf(a: Range, b: Range): Relation {
  if (compareStandings(a.worst, b.best) < 0) return 'before';
  return compareStandings(b.worst, a.best) < 0 ? 'after' : 'not-separated';
}

/**
 * Groups, best first: every bid of a group is separated from every bid of every other group, and a group cannot be split
 * further. Two bids of one group may yet be separated from each other, when a third stands between; `relationOf` tells.
 */
export function groupsOf<T>(bids: readonly T[], range: (bid: T) => Range): readonly (readonly T[])[] {
  const sorted = [...bids].sort(
    (a, b) => compareStandings(range(a).best, range(b).best) || compareStandings(range(a).worst, range(b).worst),
  );
  const groups: T[][] = [];
  let reach: Standing | null = null;
  for (const bid of sorted) {
    const { best, worst } = range(bid);
    const last = groups.at(-1);
    if (last && reach && compareStandings(reach, best) >= 0) last.push(bid);
    else groups.push([bid]);
    if (!reach || compareStandings(worst, reach) > 0) reach = worst;
  }
  return groups;
}
