/** Weight flips (method K3): closed forms, and a scan of shares on a fine grid. */
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/compare/comparison.ts';
import { type Flip, type Point, pathOf, weightFlip } from '../../../src/core/compare/flips.ts';
import { compareStandings, type Standing } from '../../../src/core/compare/order.ts';
import { sharesOf } from '../../../src/core/compare/pairs.ts';
import { rounded } from '../../../src/core/interval.ts';
import { bandIndex } from '../../../src/core/rating.ts';
import type { Dice } from '../support/dice.ts';
import { randomAnswers } from '../support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import { isIn, questionnaire, said, section, single } from '../support/vocabulary.ts';
import { compared } from './support.ts';

const { bands } = questionnaire([]);

const EDGES = bands.map(({ from }) => from);
const flipOf = (a: Point, b: Point, shares: readonly number[], section: number): Flip | null =>
  weightFlip(pathOf(a, shares, section, EDGES), pathOf(b, shares, section, EDGES));

/** A bid with these risks by section (null: not scored); gates as named. */
const bid = (sections: readonly (number | null)[], floor = 0, stop = false): Point => ({ sections, floor, stop });

describe('K3 for two sections', () => {
  it.each([
    // a = 20x + 60(1−x), b = 40x + 45(1−x): equal at x = 3/7
    ['K3 the lines cross above the stated share', bid([20, 60]), bid([40, 45]), [0.25, 0.75], 0, 3 / 7],
    ['K3 the same place, told by the other section', bid([20, 60]), bid([40, 45]), [0.25, 0.75], 1, 4 / 7],
    ['K3 they cross below the stated share', bid([20, 60]), bid([40, 45]), [0.8, 0.2], 0, 3 / 7],
    ['K3 one is better in both: never', bid([20, 30]), bid([40, 45]), [0.5, 0.5], 0, null],
    ['K3 they are equal: nothing to swap', bid([30, 40]), bid([30, 40]), [0.5, 0.5], 0, null],
    ['K3 equal scores at the stated share: nothing to swap', bid([20, 40]), bid([40, 20]), [0.5, 0.5], 0, null],
    ['K3 the only section with weight has no other to take from', bid([20]), bid([30]), [1], 0, null],
    // Bands decide before scores: a stays High by its gate until b reaches 50 = 20x + 80(1−x), x = 1/2; from there a is lower.
    ['K3.1 a floor holds its place until the other rises into the same band', bid([10, 10], 2), bid([20, 80]), [0.8, 0.2], 0, 0.5],
    ['K3.1 a floor that the other never reaches', bid([10, 10], 3), bid([20, 70]), [0.8, 0.2], 0, null],
    ['K3.1 a stop stays last whatever the weights', bid([0, 0], 0, true), bid([90, 100], 3), [0.5, 0.5], 0, null],
    ['K3.1 two that are stopped are compared as any two', bid([20, 60], 0, true), bid([40, 45], 0, true), [0.25, 0.75], 0, 3 / 7],
  ] as const)('%s', (_, a, b, shares, section, expected) => {
    const flip = flipOf(a, b, shares, section);
    if (expected === null) return expect(flip).toBeNull();
    expect(flip?.share).toBeCloseTo(expected, 12);
    expect(flip?.change).toBeCloseTo(expected - (shares[section] ?? 0), 12);
    const mirrored = flipOf(b, a, shares, section);
    expect(mirrored).toEqual(flip);
  });

  it('K3.1 where sections of the two are not scored, the others take their weight', () => {
    // Shares 2:1:1. a has the first two, b the first and the last: a = (40x + 80·y)/(x + y) with y = (1 − x)/2, b = (70x + 20y)/(x + y).
    // Equal where 60y = 30x, so y = x/2, x = 1/2: exactly the stated share, and nothing to swap. With b's last at 10, 70y = 30x: x = 7/13.
    expect(flipOf(bid([40, 80, null]), bid([70, null, 20]), [0.5, 0.25, 0.25], 0)).toBeNull();
    expect(flipOf(bid([40, 80, null]), bid([70, null, 10]), [0.5, 0.25, 0.25], 0)?.share).toBeCloseTo(7 / 13, 12);
  });

  it('K3 shares that do not add up to exactly 1 in binary lose no root', () => {
    // Thirds and tenths: the quadratic term is nothing but rounding, and must not spoil the root.
    const shares = [0.1, 0.7 / 3, 0.7 / 3, 0.7 / 3, 0.2];
    const a = bid([80, 13.7, 22.1, 31.9, 3.3]);
    const b = bid([20, 23.1, 29.3, 40.7, 8.9]);
    const rest = (point: Point) =>
      point.sections.slice(1).reduce<number>((sum, risk, i) => sum + ((shares[i + 1] ?? 0) / 0.9) * (risk ?? 0), 0);
    const cross = (rest(b) - rest(a)) / (rest(b) - rest(a) + 60);
    expect(flipOf(a, b, shares, 0)?.share).toBeCloseTo(cross, 12);
  });

  it('K3.1 scores are compared as they are rounded: a difference in the eighth digit swaps nobody', () => {
    expect(flipOf(bid([30, 30]), bid([30.0000001, 29.9999999]), [0.6, 0.4], 0)).toBeNull();
    expect(flipOf(bid([30, 30]), bid([30.1, 29.9]), [0.6, 0.4], 0)?.share).toBeCloseTo(0.5, 9);
  });
});

/** Reckoned anew, from the rules: what each section weighs at a share of one of them, and what stands first. */
function orderAt(a: Point, b: Point, shares: readonly number[], section: number, share: number): number {
  const weights = shares.map((one, i) => (i === section ? share : ((1 - share) * one) / (1 - (shares[section] ?? 0))));
  const [left, right] = [a, b].map(({ sections, floor, stop }) => {
    const scored = sections.flatMap((risk, i) => (risk === null ? [] : [{ risk, weight: weights[i] ?? 0 }]));
    const score = scored.reduce((sum, { risk, weight }) => sum + risk * weight, 0) / scored.reduce((sum, { weight }) => sum + weight, 0);
    return { stop, band: Math.max(floor, bandIndex(bands, score)), score };
  });
  if (!left || !right) throw new Error('two bids');
  if (left.stop !== right.stop) return left.stop ? 1 : -1;
  return Math.sign(left.band - right.band) || Math.sign(rounded(left.score) - rounded(right.score));
}

function randomBid(d: Dice, width: number, without: number): Point {
  const sections = Array.from({ length: width }, () => (d.chance(without) ? null : d.int(0, 100)));
  return {
    sections: sections.some((risk) => risk !== null) ? sections : sections.map(() => 40),
    floor: d.pick([0, 0, 1, 2, 3]),
    stop: d.chance(5),
  };
}
const STEPS = 400;

it('K3.1 a section that may not be scored, and would only lower the upper end, is left out of it', () => {
  const built = questionnaire([
    section('s', 1, [single('q'), single('on', { yes: null, no: null }, { weight: 0 })]),
    section('t', 1, [single('more', { lo: 0, mid: 50, hi: 100 }, { visible: isIn('on', 'yes') })]),
  ]);
  // Up to 100 without the second section, 50 with it: behind b, 75, at any weights.
  const [pair] = compared(built, { a: said({ q: 'hi', more: 'lo' }), b: said({ q: 'mid', on: 'yes', more: 'hi' }) }).pairs;
  expect(pair?.flips).toEqual([
    { section: 's', flip: null },
    { section: 't', flip: null },
  ]);
});

describe('K3 against a scan of all shares', { timeout: 60_000 }, () => {
  it.each([
    ['K3 every section scored', 0],
    ['K3.1 sections that are not scored', 30],
  ])('%s', (name, without) => {
    holds(name, 800, (d) => {
      const width = d.int(2, 5);
      const weights = Array.from({ length: width }, () => d.int(1, 9));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const shares = weights.map((weight) => weight / total);
      const section = d.int(0, width - 1);
      const from = shares[section] ?? 0;
      const [a, b] = [randomBid(d, width, without), randomBid(d, width, without)];
      const order = (share: number) => orderAt(a, b, shares, section, share);
      const now = order(from);
      const flip = flipOf(a, b, shares, section);
      const grid = Array.from({ length: STEPS - 1 }, (_, i) => (i + 1) / STEPS).filter((share) => Math.abs(share - from) > 1e-9);
      const swapped = grid.filter((share) => now !== 0 && order(share) === -now);
      if (!flip) {
        expect(swapped).toEqual([]);
        return 'never swapped';
      }
      const { share, change } = flip;
      expect(share).toBeCloseTo(from + change, 12);
      // No share of the scan that is nearer has them swapped; the nearest one that has is at most a step beyond, or the swap lies between two.
      for (const one of swapped) expect(Math.abs(one - from)).toBeGreaterThanOrEqual(Math.abs(change) - 1e-6);
      const outwards = Math.sign(change) || (order(from + 1e-6) === -now ? 1 : -1);
      const beyond = [1e-9, 1e-7, 1e-6, 1e-5, 1e-4].map((step) => order(share + outwards * step));
      expect(beyond).toContain(-now);
      if (Math.abs(change) > 1e-4) for (const step of [1e-4, 1e-5]) expect(order(share - outwards * step)).not.toBe(-now);
      return outwards > 0 ? 'swapped above' : 'swapped below';
    });
  });
});

it('K3.1 with a weight just beyond its flip, the assessment itself has the upper ends the other way round', { timeout: 60_000 }, () => {
  holds('flips made', 600, (d) => {
    const built = randomQuestionnaire(d, { ...USUAL, questions: 3, hidden: d.pick([0, 30]) });
    const given = { a: randomAnswers(d, built, 20), b: randomAnswers(d, built, 20) };
    const order = (bids: Comparison['bids']) =>
      Math.sign(compareStandings(...(bids.map(({ range }) => range.worst) as [Standing, Standing])));
    const { model: made, bids, pairs } = compared(built, given);
    const pair = pairs[0];
    if (!pair) return 'not two';
    const now = order(bids);
    const shares = sharesOf(made);
    expect(pair.flips.length).toBe(shares.filter((share) => share > 0).length);
    const found = pair.flips.flatMap(({ section: id, flip }) => (flip ? [{ index: made.sectionIndex(id) ?? -1, flip }] : []));
    // Where the upper ends stand alike there is nothing to swap.
    if (now === 0) expect(found).toEqual([]);
    if (found.length === 0) return 'never swapped';
    if (bids.some(({ result }) => result.sections.some(({ interval }) => interval?.optional)))
      return 'with sections that may not be scored';
    for (const { index, flip } of found) {
      const from = shares[index] ?? 0;
      expect(flip.share).toBeCloseTo(from + flip.change, 12);
      const beyond = [1e-7, 1e-6, 1e-5, 1e-4].map((step) => {
        const share = flip.share + (flip.change < 0 ? -step : step);
        const sections = built.sections.map((one, i) => ({
          ...one,
          weight: i === index ? share : ((shares[i] ?? 0) * (1 - share)) / (1 - from),
        }));
        return order(compared({ ...built, sections }, given).bids);
      });
      expect(beyond).toContain(-now);
    }
    return 'swapped';
  });
});
