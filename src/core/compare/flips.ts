/**
 * Weight flips (method K3): by how much must the share of one section change, the others scaled in proportion, for two bids to
 * swap places? Exact: along the share, scores are quotients of two straight lines, so the places where anything can change are
 * the roots of a few equations; between two of them the order stands still.
 */
import type { Band } from '../format/questionnaire.ts';
import { rounded } from '../interval.ts';
import { bandIndex } from '../rating.ts';
import type { Demand } from './dominance.ts';
import { compareStandings, type Standing } from './order.ts';

/** A bid as one point: what it has in each section (null: not scored), and what its gates demand. */
export interface Point extends Demand {
  readonly sections: readonly (number | null)[];
}

export interface Flip {
  /** Share at which they swap, 0 to 1. */
  readonly share: number;
  /** By how much the share changes to get there; positive: it grows. */
  readonly change: number;
}

/** Shares closer together are one: there is nothing between them but rounding. */
const NARROWEST = 1e-12;

/** Null: no share of this section swaps them. `shares`: of all sections, adding up to 1. */
export function weightFlip(a: Point, b: Point, shares: readonly number[], section: number, bands: readonly Band[]): Flip | null {
  const from = shares[section] ?? 0;
  if (from >= 1) return null;
  const [lineA, lineB] = [lineOf(a, shares, section), lineOf(b, shares, section)];
  const order = (share: number) => Math.sign(compareStandings(standing(a, lineA, share, bands), standing(b, lineB, share, bands)));
  const now = order(from);
  if (now === 0) return null;
  const edges = bands.map((band) => band.from).filter((edge) => edge > 0);
  const places = [0, from, 1, ...meeting(lineA, lineB), ...[lineA, lineB].flatMap((line) => edges.flatMap((edge) => reaching(line, edge)))];
  const sorted = [...new Set(places.filter((place) => place >= 0 && place <= 1))].sort((x, y) => x - y);
  let best: Flip | null = null;
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined || end - start < NARROWEST || order((start + end) / 2) !== -now) continue;
    const share = end <= from ? end : start;
    if (!best || Math.abs(share - from) < Math.abs(best.change)) best = { share, change: share - from };
  }
  return best;
}

/** Score as a quotient along the share x, of what this section gives and what the others give: (own·x + rest·(1 − x)) / (the weights of both). */
interface Line {
  readonly own: number;
  readonly ownWeight: number;
  readonly rest: number;
  readonly restWeight: number;
}

function lineOf(point: Point, shares: readonly number[], section: number): Line {
  const scale = 1 / (1 - (shares[section] ?? 0));
  const line = { own: 0, ownWeight: 0, rest: 0, restWeight: 0 };
  for (const [index, risk] of point.sections.entries()) {
    if (risk === null) continue;
    if (index === section) {
      line.own = risk;
      line.ownWeight = 1;
    } else {
      const share = (shares[index] ?? 0) * scale;
      line.rest += share * risk;
      line.restWeight += share;
    }
  }
  return line;
}

const scoreAt = ({ own, ownWeight, rest, restWeight }: Line, share: number): number =>
  (own * share + rest * (1 - share)) / (ownWeight * share + restWeight * (1 - share));

const standing = (point: Point, line: Line, share: number, bands: readonly Band[]): Standing => {
  const score = rounded(scoreAt(line, share));
  return [point.stop ? 1 : 0, Math.max(point.floor, bandIndex(bands, score)), score];
};

/** Shares at which both score the same. */
function meeting(a: Line, b: Line): readonly number[] {
  const rest = a.rest * b.restWeight - b.rest * a.restWeight;
  const own = a.own * b.ownWeight - b.own * a.ownWeight;
  const mixed = a.own * b.restWeight + a.rest * b.ownWeight - b.own * a.restWeight - b.rest * a.ownWeight;
  return roots(rest, mixed - 2 * rest, rest - mixed + own);
}

/** Shares at which the score reaches an edge. */
function reaching(line: Line, edge: number): readonly number[] {
  const rest = line.rest - edge * line.restWeight;
  return roots(rest, line.own - edge * line.ownWeight - rest, 0);
}

/**
 * Real roots of c + b·x + a·x², and things that are no number from 0 to 1. Written so that a coefficient that is nothing but
 * rounding does no harm: nothing of like size is subtracted.
 */
function roots(c: number, b: number, a: number): readonly number[] {
  const half = -(b + (b < 0 ? -1 : 1) * Math.sqrt(b * b - 4 * a * c)) / 2;
  return [half / a, c / half];
}
