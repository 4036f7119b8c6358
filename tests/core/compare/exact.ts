/**
 * Rank acceptability reckoned exactly, from its definition alone, for two and three criteria: the simplex of weights is cut along
 * every line on which two bids score alike or one reaches a band; within a piece nothing changes places, so its size counts in full.
 */
import { Fraction } from '../support/fractions.ts';

export interface ExactBid {
  readonly risks: readonly number[];
  readonly floor: number;
  readonly stop: boolean;
}
/** By bid and rank, and by bid and bid; shares of the simplex. A tie shares its ranks, and is half before. */
export interface Exact {
  readonly ranks: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
}

/** The weights of all criteria; they add up to 1. */
type Corner = readonly Fraction[];
/** Two corners: a stretch; more: a polygon, in turn. */
type Piece = readonly Corner[];

const ZERO = new Fraction(0n);
const ONE = new Fraction(1n);
const whole = (n: number) => new Fraction(BigInt(n));
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
function reduced({ top, bottom }: Fraction): Fraction {
  const common = divisor(top < 0n ? -top : top, bottom);
  return common > 1n ? new Fraction(top / common, bottom / common) : new Fraction(top, bottom);
}
const sum = (terms: readonly Fraction[]) => reduced(terms.reduce((all, one) => all.plus(one), ZERO));
const along = (form: readonly Fraction[], corner: Corner) => sum(form.map((one, i) => one.times(corner[i] ?? ZERO)));

export function exactly(bids: readonly ExactBid[], edges: readonly number[]): Exact {
  const width = bids[0]?.risks.length ?? 0;
  const simplex: Piece = Array.from({ length: width }, (_, i) => Array.from({ length: width }, (__, j) => (i === j ? ONE : ZERO)));
  const all = sizeOf(simplex);
  const found = { ranks: bids.map(() => bids.map(() => ZERO)), before: bids.map(() => bids.map(() => ZERO)) };
  for (const piece of cut(simplex, formsOf(bids, edges))) {
    const share = reduced(sizeOf(piece).over(all));
    const middle = Array.from({ length: width }, (_, i) =>
      reduced(sum(piece.map((corner) => corner[i] ?? ZERO)).over(whole(piece.length))),
    );
    const places = bids.map((bid) => placeOf(bid, middle, edges));
    const add = (rows: Fraction[][], i: number, j: number, part: Fraction) => {
      const row = rows[i] ?? [];
      row[j] = reduced((row[j] ?? ZERO).plus(part));
    };
    for (const [i, own] of places.entries()) {
      const ahead = places.filter((other) => compared(other, own) < 0).length;
      const alike = places.filter((other) => compared(other, own) === 0).length;
      for (let rank = ahead; rank < ahead + alike; rank++) add(found.ranks, i, rank, share.over(whole(alike)));
      for (const [j, other] of places.entries())
        if (j !== i) add(found.before, i, j, share.times([ONE, new Fraction(1n, 2n), ZERO][compared(own, other) + 1] ?? ZERO));
    }
  }
  const numbers = (rows: readonly (readonly Fraction[])[]) => rows.map((row) => row.map((one) => one.toNumber()));
  return { ranks: numbers(found.ranks), before: numbers(found.before) };
}

/** Linear forms that are 0 where something changes places. An edge counts for all weights, since these add up to 1. */
function formsOf(bids: readonly ExactBid[], edges: readonly number[]): readonly (readonly Fraction[])[] {
  const between = bids.flatMap((a, i) => bids.slice(i + 1).map((b) => a.risks.map((risk, k) => whole(risk - (b.risks[k] ?? 0)))));
  const reaching = bids.flatMap(({ risks }) => edges.slice(1).map((edge) => risks.map((risk) => whole(risk - edge))));
  return [...between, ...reaching];
}

const cut = (piece: Piece, forms: readonly (readonly Fraction[])[]): readonly Piece[] =>
  forms.reduce<readonly Piece[]>(
    (pieces, form) => pieces.flatMap((one) => [side(one, form, 1n), side(one, form, -1n)].filter(hasSize)),
    [piece],
  );

/** The part of a piece in which the form has this sign; where it is 0 everywhere, the first side has it all. */
function side(piece: Piece, form: readonly Fraction[], sign: bigint): Piece {
  const values = piece.map((corner) => along(form, corner));
  if (values.every((value) => value.isZero())) return sign > 0n ? piece : [];
  const kept: Corner[] = [];
  for (const [i, corner] of piece.entries()) {
    const next = (i + 1) % piece.length;
    const [here, there] = [values[i] ?? ZERO, values[next] ?? ZERO];
    if (here.top * sign >= 0n) kept.push(corner);
    // A stretch has one side, not one there and one back.
    if (here.top * there.top < 0n && !(piece.length === 2 && i === 1)) {
      const at = here.over(here.minus(there));
      kept.push(corner.map((one, k) => reduced(one.plus(at.times((piece[next]?.[k] ?? ZERO).minus(one))))));
    }
  }
  return kept;
}

const hasSize = (piece: Piece) => piece.length >= 2 && !sizeOf(piece).isZero();

/** Length or area, measured along the first weight or the first two. */
function sizeOf(piece: Piece): Fraction {
  const at = (corner: Corner | undefined, k: number) => corner?.[k] ?? ZERO;
  if (piece[0]?.length === 2) return absolute(reduced(at(piece[0], 0).minus(at(piece[1], 0))));
  return absolute(
    sum(
      piece.map((corner, i) => {
        const next = piece[(i + 1) % piece.length];
        return at(corner, 0)
          .times(at(next, 1))
          .minus(at(next, 0).times(at(corner, 1)));
      }),
    ),
  );
}
const absolute = (one: Fraction) => (one.top < 0n ? ZERO.minus(one) : one);

interface Place {
  readonly stop: boolean;
  readonly band: number;
  readonly score: Fraction;
}
function placeOf({ risks, floor, stop }: ExactBid, weights: Corner, edges: readonly number[]): Place {
  const score = along(risks.map(whole), weights);
  const reached = edges.filter((edge) => !score.isBelow(whole(edge))).length - 1;
  return { stop, band: Math.max(floor, reached), score };
}
/** −1, 0 or 1: a stands before b, alike, behind. */
function compared(a: Place, b: Place): -1 | 0 | 1 {
  if (a.stop !== b.stop) return a.stop ? 1 : -1;
  if (a.band !== b.band) return a.band < b.band ? -1 : 1;
  return a.score.isBelow(b.score) ? -1 : b.score.isBelow(a.score) ? 1 : 0;
}
