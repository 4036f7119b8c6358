/**
 * Rank acceptability (method K4; SMAA-2, Lahdelma & Salminen 2001): how often each bid takes each rank when weights are drawn uniformly
 * and open answers from their intervals. Typed arrays and one pass per draw, so that 50 bids and 10,000 draws take a moment.
 */
import type { DrawBid, Drawn } from './draws.ts';
import { bandFrom } from './order.ts';
import { drawsFrom, drawWeights, drawWeightsWithin, rangesAround } from './random.ts';

export interface Acceptability {
  readonly draws: number;
  readonly seed: number;
  /** Half-width of the 95 % interval of a share near one half; every other share is known better. */
  readonly error: number;
  /** Share of the draws in which bid i takes rank j (0 is first); bids that tie share their ranks. Row by row. */
  readonly ranks: Float64Array;
  /** Share of the draws in which bid i stands before bid j; a tie counts half. Row by row. */
  readonly before: Float64Array;
}

export interface Sampling {
  readonly draws: number;
  readonly seed: number;
  /** Stated shares of the sections, adding up to 1. */
  readonly shares: readonly number[];
  /** Null: weights are free; else how far each may stray from its stated share (0.3: 30 %). */
  readonly band: number | null;
  /** Lower edges of the bands, ascending from 0, rounded as they are compared. */
  readonly edges: readonly number[];
  /** Called now and then with the number of draws done; returning false ends the work. */
  readonly progress?: (done: number) => boolean;
}

/** Draws between two calls of `progress`. */
const STEP = 500;
/** A stop weighs more than any band, a band more than any score. */
const STOP = 1e6;
const BAND = 1e3;

/** Null where `progress` ended it. */
export function acceptability(bids: readonly DrawBid[], sampling: Sampling): Acceptability | null {
  const { draws, shares, band, edges } = sampling;
  const draw = drawsFrom(sampling.seed);
  const n = bids.length;
  const ranks = new Float64Array(n * n);
  const before = new Float64Array(n * n);
  const weights = new Float64Array(shares.length);
  const ranges = band === null ? null : rangesAround(shares, band);
  const standing = new Float64Array(n);
  const order = Uint16Array.from({ length: n }, (_, i) => i);
  for (let d = 0; d < draws; d++) {
    if (d % STEP === 0 && sampling.progress?.(d) === false) return null;
    if (ranges) drawWeightsWithin(weights, ranges, draw);
    else drawWeights(weights, draw);
    for (let i = 0; i < n; i++) standing[i] = standingOf((bids[i] as DrawBid)(draw), weights, edges);
    sortFrom(order, standing);
    count(order, standing, ranks, before, n);
  }
  for (let i = 0; i < ranks.length; i++) {
    ranks[i] = (ranks[i] as number) / draws;
    before[i] = (before[i] as number) / draws;
  }
  return { draws, seed: sampling.seed, error: 0.98 / Math.sqrt(draws), ranks, before };
}

/** One number that orders as stop, band and score do (method K2). */
function standingOf({ sections, floor, stop }: Drawn, weights: Float64Array, edges: readonly number[]): number {
  const total = productOf(sections, weights);
  const score = Math.round((Number.isNaN(total) ? meanOfScored(sections, weights) : total) * 1e6) / 1e6;
  return (stop ? STOP : 0) + bandFrom(floor, score, edges) * BAND + score;
}

/** NaN where a section is not scored. Two sums side by side, since an addition that waits for none before it takes half the time. */
function productOf(sections: Float64Array, weights: Float64Array): number {
  const last = sections.length - 1;
  let [even, odd] = [0, 0];
  for (let s = 0; s < last; s += 2) {
    even += (weights[s] as number) * (sections[s] as number);
    odd += (weights[s + 1] as number) * (sections[s + 1] as number);
  }
  return last % 2 === 0 ? even + odd + (weights[last] as number) * (sections[last] as number) : even + odd;
}

/**
 * Sections that are not scored leave the divisor (S1), which is 1 where there are none. Where no weight is left, there is no score,
 * which is not 0: the bid stands as the worst.
 */
function meanOfScored(sections: Float64Array, weights: Float64Array): number {
  let total = 0;
  let weight = 0;
  for (let s = 0; s < sections.length; s++) {
    if (Number.isNaN(sections[s])) continue;
    total += (weights[s] as number) * (sections[s] as number);
    weight += weights[s] as number;
  }
  return weight === 0 ? 100 : total / weight;
}

/** Insertion into a run that is nearly sorted: the order of the last draw. */
function sortFrom(order: Uint16Array, standing: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const bid = order[i] as number;
    const own = standing[bid] as number;
    let at = i;
    for (; at > 0 && (standing[order[at - 1] as number] as number) > own; at--) order[at] = order[at - 1] as number;
    order[at] = bid;
  }
}

function count(order: Uint16Array, standing: Float64Array, ranks: Float64Array, before: Float64Array, n: number): void {
  for (let start = 0; start < n; ) {
    const own = standing[order[start] as number] as number;
    let end = start + 1;
    while (end < n && standing[order[end] as number] === own) end++;
    const share = 1 / (end - start);
    for (let i = start; i < end; i++) {
      const row = (order[i] as number) * n;
      for (let rank = start; rank < end; rank++) ranks[row + rank] = (ranks[row + rank] as number) + share;
      for (let j = start; j < end; j++)
        if (j !== i) before[row + (order[j] as number)] = (before[row + (order[j] as number)] as number) + 0.5;
      for (let j = end; j < n; j++) before[row + (order[j] as number)] = (before[row + (order[j] as number)] as number) + 1;
    }
    start = end;
  }
}
