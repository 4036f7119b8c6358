/** Rank acceptability (method K4): closed forms, and the exact figures reckoned independently. */
import { describe, expect, it } from 'vitest';
import { type Acceptability, acceptability, type Sampling } from '../../../src/core/compare/acceptability.ts';
import type { DrawBid } from '../../../src/core/compare/draws.ts';
import { type Dice, diceOf } from '../support/dice.ts';
import { holds } from '../support/runs.ts';
import { type ExactBid, exactly } from './exact.ts';

const EDGES = [0, 25, 50, 75];
const fixed = (...sections: readonly (number | null)[]) => settled({ risks: sections, floor: 0, stop: false });
/** A bid in which nothing is open. */
const settled = ({ risks, floor, stop }: Omit<ExactBid, 'risks'> & { readonly risks: readonly (number | null)[] }): DrawBid => {
  const drawn = { sections: Float64Array.from(risks, (risk) => risk ?? Number.NaN), floor, stop };
  return () => drawn;
};
function ranked(bids: readonly DrawBid[], more: Partial<Sampling> & { readonly shares: readonly number[] }): Acceptability {
  const found = acceptability(bids, { draws: 10_000, seed: 1, band: null, edges: EDGES, ...more });
  if (!found) throw new Error('ended');
  return found;
}
const rows = (table: Float64Array, n: number) => Array.from({ length: n }, (_, i) => [...table.slice(i * n, (i + 1) * n)]);

describe('two bids, two criteria', () => {
  // a = 20 + 40w against 45 − 5w: a is first for w below 5/9.
  it.each([
    ['K4 where the lines cross', fixed(60, 20), fixed(40, 45), 5 / 9],
    ['K4 first at any weights', fixed(10, 20), fixed(40, 45), 1],
    ['K4 alike at all weights: half and half', fixed(30, 30), fixed(30, 30), 0.5],
    ['K4 crossed evenly', fixed(0, 20), fixed(20, 0), 0.5],
    // Sections that are not scored leave the divisor: a is 40 whatever the weights, b = 70w + 20(1 − w) is below it for w < 0.4.
    ['K4 S1 one section that is not scored', fixed(40, null), fixed(70, 20), 0.6],
    ['K4 S1 nothing scored in a draw is the worst, not 0', fixed(null, null), fixed(70, 99), 0],
    // a has the floor High; b = 80w + 20(1 − w) is behind it from 50 on, w ≥ 1/2.
    ['K4 a floor in every draw', settled({ risks: [10, 10], floor: 2, stop: false }), fixed(80, 20), 0.5],
    ['K4 a floor that the other never reaches', settled({ risks: [10, 10], floor: 3, stop: false }), fixed(70, 20), 0],
    ['K4 a stop in every draw', settled({ risks: [0, 0], floor: 0, stop: true }), fixed(100, 100), 0],
  ])('%s', (_, a, b, expected) => {
    for (const seed of [1, 2, 3]) {
      const { ranks, before, error } = ranked([a, b], { shares: [0.5, 0.5], seed });
      expect(Math.abs((ranks[0] ?? 0) - expected)).toBeLessThan(2 * error);
      expect(before[1]).toBeCloseTo(ranks[0] ?? 0, 12);
      expect([...ranks]).toEqual([ranks[0], ranks[1], ranks[1], ranks[0]]);
      if (expected === 0 || expected === 1 || expected === 0.5) expect([0, 1, ranks[0]]).toContain(ranks[0]);
    }
  });

  it('K4 alike is shared to the last draw', () => {
    expect(rows(ranked([fixed(30, 30), fixed(30, 30), fixed(90, 90)], { shares: [0.5, 0.5], draws: 500 }).ranks, 3)).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ]);
  });
});

const randomBids = (d: Dice, width: number): readonly ExactBid[] => {
  const alike = d.chance(20);
  const risks = () => Array.from({ length: width }, () => d.int(0, 20) * 5);
  const first = risks();
  return Array.from({ length: d.int(2, 4) }, (_, i) => ({
    risks: alike && i < 2 ? first : risks(),
    floor: d.pick([0, 0, 0, 1, 2, 3]),
    stop: d.chance(10),
  }));
};

it('K4 the exact reckoning itself: two bids, two and three criteria, by hand', () => {
  const bid = (...risks: number[]) => ({ risks, floor: 0, stop: false });
  expect(exactly([bid(60, 20), bid(40, 45)], [0]).ranks[0]?.[0]).toBeCloseTo(5 / 9, 14);
  // w1·10 < w2·30 within the triangle: the line from the third corner meets the opposite side at w1 = 3/4.
  expect(exactly([bid(10, 0, 5), bid(0, 30, 5)], [0]).before[0]?.[1]).toBeCloseTo(3 / 4, 14);
  expect(exactly([bid(10, 10, 0), bid(9, 9, 9)], [0]).before[0]?.[1]).toBeCloseTo(0.9 ** 2, 14);
  expect(exactly([bid(7, 7, 7), bid(7, 7, 7)], [0]).ranks).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
});

describe('against the exact reckoning', () => {
  it.each([
    ['K4 K4.2 two criteria', 2, 120],
    ['K4 K4.2 three criteria', 3, 60],
  ])('%s, with floors and stops', (name, width, cases) => {
    let [figures, beyond, worst] = [0, 0, 0];
    const numbers = Array.from({ length: 701 }, (_, i) => (i * 7_368_787 + width * 1_299_709) % 2 ** 24);
    for (let i = 0; i < cases; i++) {
      const bids = randomBids(diceOf([...numbers.slice(i * 5), ...numbers.slice(0, i * 5)]), width);
      const exact = exactly(bids, EDGES);
      const shares = Array.from({ length: width }, () => 1 / width);
      const { ranks, before, error } = ranked(bids.map(settled), { shares, seed: i, draws: 4000 });
      for (const [found, truth] of [
        [ranks, exact.ranks],
        [before, exact.before],
      ] as const)
        for (const [at, expected] of truth.flat().entries()) {
          const off = Math.abs((found[at] ?? 0) - expected);
          if (expected === 0 || expected === 1) expect(off).toBeLessThan(1e-9);
          else figures += 1;
          if (off > error) beyond += 1;
          worst = Math.max(worst, off / error);
        }
    }
    console.log(
      `${name}: ${cases} cases, ${figures} figures between 0 and 1, ${beyond} beyond the stated error, worst ${worst.toFixed(2)} times`,
    );
    expect(figures).toBeGreaterThan(cases * 3);
    // The stated error holds for 95 of 100 figures near one half, and for more of all others.
    expect(beyond / figures).toBeLessThan(0.06);
    expect(worst).toBeLessThan(2.2);
  });
});

describe('laws', () => {
  it('K4 rows and columns add up to 1, and before one another too; the same seed gives the same bits', () => {
    holds('sums', 300, (d) => {
      const width = d.int(1, 5);
      const bids = Array.from({ length: d.int(1, 7) }, () =>
        settled({
          risks: Array.from({ length: width }, () => (d.chance(15) ? null : d.int(0, 8) * 12.5)),
          floor: d.int(0, 3),
          stop: d.chance(20),
        }),
      );
      const shares = Array.from({ length: width }, () => 1 / width);
      const band = d.pick([null, 0.2, 1]);
      const sampling = { shares, band, seed: d.int(0, 99), draws: d.int(1, 60) };
      const { ranks, before } = ranked(bids, sampling);
      const n = bids.length;
      for (let i = 0; i < n; i++) {
        const own = (at: (j: number) => number | undefined) => Array.from({ length: n }, (_, j) => at(j) ?? 0).reduce((a, b) => a + b, 0);
        expect(own((j) => ranks[i * n + j])).toBeCloseTo(1, 10);
        expect(own((j) => ranks[j * n + i])).toBeCloseTo(1, 10);
        expect(before[i * n + i]).toBe(0);
        for (let j = 0; j < i; j++) expect((before[i * n + j] ?? 0) + (before[j * n + i] ?? 0)).toBeCloseTo(1, 10);
      }
      expect(ranked(bids, sampling)).toEqual({
        draws: sampling.draws,
        seed: sampling.seed,
        error: 0.98 / Math.sqrt(sampling.draws),
        ranks,
        before,
      });
      return band === null ? 'free' : 'within a band';
    });
  });

  it('K4 a band of 0 gives the order of the stated weights in every draw', () => {
    const bids = [fixed(60, 20, 30), fixed(40, 45, 10), fixed(0, 90, 50)];
    // At 2 : 1 : 1 they score 42.5, 33.75 and 35.
    expect(rows(ranked(bids, { shares: [0.5, 0.25, 0.25], band: 0, draws: 100 }).ranks, 3)).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('K4 the order in which the bids are handed in changes nothing but the order of the rows', () => {
    const bids = [fixed(60, 20, 30), fixed(40, 45, 10), fixed(0, 90, 50), fixed(33, 33, 33)];
    const [there, back] = [bids, [...bids].reverse()].map((all) => ranked(all, { shares: [0.4, 0.3, 0.3], draws: 2000 }));
    expect(rows(back?.ranks ?? new Float64Array(), 4).reverse()).toEqual(rows(there?.ranks ?? new Float64Array(), 4));
  });
});

it('K4.2 the figures of one seed, so that an engine that reckons otherwise is noticed', () => {
  const bids = [fixed(60, 20, 30), fixed(40, 45, 10), fixed(0, 90, 50), settled({ risks: [5, 5, 5], floor: 2, stop: false })];
  const free = ranked(bids, { shares: [0.5, 0.25, 0.25], seed: 20261123, draws: 1000 });
  expect(rows(free.ranks, 4)).toEqual([
    [0.308, 0.359, 0.252, 0.081],
    [0.471, 0.529, 0, 0],
    [0.221, 0.112, 0.217, 0.45],
    [0, 0, 0.531, 0.469],
  ]);
  const near = ranked(bids, { shares: [0.5, 0.25, 0.25], seed: 20261123, draws: 1000, band: 0.3 });
  expect(rows(near.before, 4)).toEqual([
    [0, 0, 0.145, 1],
    [1, 0, 0.575, 1],
    [0.855, 0.425, 0, 1],
    [0, 0, 0, 0],
  ]);
});

describe('progress', () => {
  const run = (progress: (done: number) => boolean) =>
    acceptability([fixed(1, 2), fixed(2, 1)], { draws: 2100, seed: 1, shares: [0.5, 0.5], band: null, edges: EDGES, progress });
  it('K4.3 is told now and then, in order, and changes no figure', () => {
    const told: number[] = [];
    const found = run((done) => told.push(done) > 0);
    expect(told).toEqual([0, 500, 1000, 1500, 2000]);
    expect(found).toEqual(
      acceptability([fixed(1, 2), fixed(2, 1)], { draws: 2100, seed: 1, shares: [0.5, 0.5], band: null, edges: EDGES }),
    );
  });

  it('K4.3 ends the work', () => {
    const told: number[] = [];
    expect(run((done) => told.push(done) < 3)).toBeNull();
    expect(told).toEqual([0, 500, 1000]);
  });
});
