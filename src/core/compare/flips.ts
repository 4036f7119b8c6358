/**
 * Weight flips (method K3): by how much must the share of one section change, the others scaled in proportion, for two bids to
 * swap places? Exact: along the share, scores are quotients of two straight lines, so the places where anything can change are
 * the roots of a few equations; between two of them the order stands still.
 */
import type { Band } from '../format/questionnaire.ts';
import { bandIndex } from '../rating.ts';
import { compareStandings, type Standing } from './order.ts';

/** A bid as one point: what it has in each section (null: not scored), and what its gates demand. */
export interface Point {
  readonly sections: readonly (number | null)[];
  /** Index of the lowest band its gates allow. */
  readonly floor: number;
  readonly stop: boolean;
}

export interface Flip {
  /** Share at which they swap, 0 to 1. */
  readonly share: number;
  /** By how much the share changes to get there; positive: it grows. */
  readonly change: number;
}

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
    if (end === undefined || order((start + end) / 2) !== -now) continue;
    const share = end <= from ? end : start;
    if (!best || Math.abs(share - from) < Math.abs(best.change)) best = { share, change: share - from };
  }
  return best;
}

/** Score as a quotient along the share x: (n0 + n1·x) / (d0 + d1·x). */
interface Line {
  readonly n0: number;
  readonly n1: number;
  readonly d0: number;
  readonly d1: number;
}

function lineOf(point: Point, shares: readonly number[], section: number): Line {
  const scale = 1 / (1 - (shares[section] ?? 0));
  let [n0, n1, d0, d1] = [0, 0, 0, 0];
  for (const [index, risk] of point.sections.entries()) {
    if (risk === null) continue;
    if (index === section) {
      n1 += risk;
      d1 += 1;
    } else {
      const share = (shares[index] ?? 0) * scale;
      n0 += share * risk;
      n1 -= share * risk;
      d0 += share;
      d1 -= share;
    }
  }
  return { n0, n1, d0, d1 };
}

const scoreAt = ({ n0, n1, d0, d1 }: Line, share: number): number => {
  const weight = d0 + d1 * share;
  return weight === 0 ? 0 : (n0 + n1 * share) / weight;
};

const standing = (point: Point, line: Line, share: number, bands: readonly Band[]): Standing => {
  const score = scoreAt(line, share);
  return [point.stop ? 1 : 0, Math.max(point.floor, bandIndex(bands, score)), score];
};

/** Shares at which both score the same. */
function meeting(a: Line, b: Line): readonly number[] {
  return roots(a.n0 * b.d0 - b.n0 * a.d0, a.n0 * b.d1 + a.n1 * b.d0 - b.n0 * a.d1 - b.n1 * a.d0, a.n1 * b.d1 - b.n1 * a.d1);
}

/** Shares at which the score reaches an edge. */
const reaching = (line: Line, edge: number): readonly number[] => roots(line.n0 - edge * line.d0, line.n1 - edge * line.d1, 0);

/** Real roots of c + b·x + a·x². */
function roots(c: number, b: number, a: number): readonly number[] {
  if (Math.abs(a) < 1e-15) return Math.abs(b) < 1e-15 ? [] : [-c / b];
  const inside = b * b - 4 * a * c;
  if (inside < 0) return [];
  const root = Math.sqrt(inside);
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}
