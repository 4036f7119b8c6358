/**
 * Weight flips (method K3): by how much must the share of one section change, the others scaled in proportion, for two bids to
 * swap places? Exact: along the share, scores are quotients of two straight lines, so the places where anything can change are
 * the roots of a few equations; between two of them the order stands still.
 */
import { rounded } from '../interval.ts';
import type { Demand } from './demand.ts';
import { bandFrom } from './order.ts';

/** A bid as one point: what it has in each section (null: not scored), and what its gates demand. */
export interface Point extends Demand {
  readonly sections: readonly (number | null)[];
}

/** How a bid fares along the share of one section, from none of the weight to all of it. */
export interface Path extends Demand {
  /** The stated share. */
  readonly from: number;
  readonly line: Line;
  /** Lower edges of the bands, as scores are compared. */
  readonly edges: readonly number[];
  /** Shares at which its score reaches an edge. */
  readonly reaching: readonly number[];
}

export interface Flip {
  /** Share at which they swap, 0 to 1. */
  readonly share: number;
  /** By how much the share changes to get there; positive: it grows. */
  readonly change: number;
}

/** `shares`: of all sections, adding up to 1. */
export function pathOf({ sections, floor, stop }: Point, shares: readonly number[], section: number, edges: readonly number[]): Path {
  const line = lineOf(sections, shares, section);
  return {
    from: shares[section] ?? 0,
    line,
    edges,
    floor,
    stop,
    reaching: edges.flatMap((edge) => (edge > 0 ? reaching(line, edge) : [])),
  };
}

/** Shares closer together are one: there is nothing between them but rounding. */
const NARROWEST = 1e-12;

/** Two bids along the share of the same section. Null: no share swaps them. */
export function weightFlip(a: Path, b: Path): Flip | null {
  const { from } = a;
  const now = from >= 1 || a.stop !== b.stop ? 0 : orderAt(a, b, from);
  if (now === 0) return null;
  const places = [0, from, 1, ...meeting(a.line, b.line), ...a.reaching, ...b.reaching];
  const sorted = places.filter((place) => place >= 0 && place <= 1).sort((x, y) => x - y);
  let best: Flip | null = null;
  for (let i = 1; i < sorted.length; i++) {
    const [start, end] = [sorted[i - 1] as number, sorted[i] as number];
    const share = end <= from ? end : start;
    if (end - start < NARROWEST || (best && Math.abs(share - from) >= Math.abs(best.change))) continue;
    if (orderAt(a, b, (start + end) / 2) === -now) best = { share, change: share - from };
  }
  return best;
}

/** −1, 0 or 1: a stands before b, alike, behind, where neither or both are stopped (method K2). */
function orderAt(a: Path, b: Path, share: number): number {
  const [one, other] = [rounded(scoreAt(a.line, share)), rounded(scoreAt(b.line, share))];
  return Math.sign(bandFrom(a.floor, one, a.edges) - bandFrom(b.floor, other, b.edges) || one - other);
}

/** Score as a quotient along the share x, of what this section gives and what the others give: (own·x + rest·(1 − x)) / (the weights of both). */
interface Line {
  readonly own: number;
  readonly ownWeight: number;
  readonly rest: number;
  readonly restWeight: number;
}

function lineOf(sections: Point['sections'], shares: readonly number[], section: number): Line {
  const scale = 1 / (1 - (shares[section] ?? 0));
  const line = { own: 0, ownWeight: 0, rest: 0, restWeight: 0 };
  for (const [index, risk] of sections.entries()) {
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
