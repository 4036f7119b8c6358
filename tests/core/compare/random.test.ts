/** Chance out of a seed, and the weights drawn with it (method K4). */
import { describe, expect, it } from 'vitest';
import { drawsFrom, drawWeights, drawWeightsWithin, rangesAround } from '../../../src/core/compare/random.ts';

/** The generators as they were published, in whole numbers of any size. */
const WORD = (1n << 32n) - 1n;
const turned = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & WORD;
function* splitmix32(seed: number): Generator<bigint, never> {
  for (let state = BigInt(seed) & WORD; ; ) {
    state = (state + 0x9e3779b9n) & WORD;
    let z = state;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & WORD;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & WORD;
    yield z ^ (z >> 15n);
  }
}
function* xoshiro(state: readonly [bigint, bigint, bigint, bigint]): Generator<bigint, never> {
  const s = [...state] as [bigint, bigint, bigint, bigint];
  for (;;) {
    yield (turned((s[1] * 5n) & WORD, 7n) * 9n) & WORD;
    const t = (s[1] << 9n) & WORD;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = turned(s[3], 11n);
  }
}
function take<T>(count: number, from: Iterator<T>): T[] {
  return Array.from({ length: count }, () => from.next().value as T);
}

describe('xoshiro128**', () => {
  it('K4.2 the second writing gives the figures known for the state 1, 2, 3, 4', () => {
    expect(take(4, xoshiro([1n, 2n, 3n, 4n]))).toEqual([11520n, 0n, 5927040n, 70819200n]);
  });

  it.each([0, 1, 2, 20261123, 2 ** 31, 2 ** 32 - 1, -1])('K4.2 seed %i gives what the published algorithm gives', (seed) => {
    const draw = drawsFrom(seed);
    const [a, b, c, d] = take(4, splitmix32(seed)) as [bigint, bigint, bigint, bigint];
    const expected = take(1000, xoshiro([a, b, c, d])).map((word) => (Number(word) + 0.5) / 2 ** 32);
    expect(Array.from({ length: 1000 }, draw)).toEqual(expected);
  });

  it('K4.2 draws fall evenly, one by one and in pairs', () => {
    const draw = drawsFrom(7);
    const bins = (draws: number, bin: () => number) => {
      const counts = new Array<number>(256).fill(0);
      for (let i = 0; i < draws; i++) {
        const at = bin();
        counts[at] = (counts[at] ?? 0) + 1;
      }
      return counts.reduce((sum, count) => sum + (count - draws / 256) ** 2 / (draws / 256), 0);
    };
    // Chi square with 255 degrees of freedom: 95 of 100 lie between 213 and 301, nearly all between 180 and 345.
    for (const bin of [
      () => Math.floor(draw() * 256),
      () => Math.floor(draw() * 16) * 16 + Math.floor(draw() * 16),
      () => Math.floor(draw() * 2 ** 32) % 256,
    ]) {
      const found = bins(200_000, bin);
      expect(found).toBeGreaterThan(180);
      expect(found).toBeLessThan(345);
    }
  });
});

const DRAWS = 40_000;
/** Share of the draws for which it holds; known to 0.0049 in 95 of 100 cases, to 0.01 in all but one of ten thousand. */
function share(width: number, fill: (weights: Float64Array) => void, holds: (weights: readonly number[]) => boolean): number {
  const weights = new Float64Array(width);
  let found = 0;
  for (let i = 0; i < DRAWS; i++) {
    fill(weights);
    if (holds([...weights])) found += 1;
  }
  return found / DRAWS;
}
const mean = (width: number, fill: (weights: Float64Array) => void): readonly number[] => {
  const sums = new Array<number>(width).fill(0);
  share(width, fill, (weights) => {
    for (const [i, weight] of weights.entries()) sums[i] = (sums[i] ?? 0) + weight;
    return true;
  });
  return sums.map((sum) => sum / DRAWS);
};

describe('free weights', () => {
  it.each([1, 2, 3, 4, 60])('K4.2 %i of them: none below 0, together 1, each 1/n in the mean', (width) => {
    const draw = drawsFrom(width);
    const fill = (weights: Float64Array) => drawWeights(weights, draw);
    expect(
      share(width, fill, (weights) => weights.every((one) => one >= 0) && Math.abs(weights.reduce((a, b) => a + b, 0) - 1) < 1e-12),
    ).toBe(1);
    for (const one of mean(width, fill)) expect(Math.abs(one - 1 / width)).toBeLessThan(0.01 / width ** 0.5);
  });

  it('K4.2 uniform on the simplex: a weight of k exceeds t with (1 − t)^(k − 1), and any of them alike', () => {
    for (const width of [2, 3, 5])
      for (const t of [0.1, 0.3, 0.6])
        for (const at of [0, width - 1]) {
          const draw = drawsFrom(width * 100 + at);
          const found = share(
            width,
            (weights) => drawWeights(weights, draw),
            (weights) => (weights[at] ?? 0) > t,
          );
          expect(Math.abs(found - (1 - t) ** (width - 1))).toBeLessThan(0.01);
        }
  });
});

describe('weights within a band', () => {
  const within = (shares: readonly number[], band: number, seed = 3) => {
    const draw = drawsFrom(seed);
    const ranges = rangesAround(shares, band);
    return (weights: Float64Array) => drawWeightsWithin(weights, ranges, draw);
  };
  it.each([
    ['K4.2 even shares', [1 / 3, 1 / 3, 1 / 3], 0.3],
    ['K4.2 uneven shares', [0.35, 0.25, 0.25, 0.15], 0.5],
    ['K4.2 one that outweighs all others', [0.9, 0.05, 0.05], 0.2],
    ['K4.2 many', Array.from({ length: 60 }, () => 1 / 60), 0.3],
    ['K4.2 the whole of it', [0.5, 0.3, 0.2], 1],
    ['K4.2 a single one', [1], 0.3],
  ])('%s: each within its band, together 1, the stated share in the mean', (_, shares, band) => {
    const fits = (weights: readonly number[]) =>
      weights.every((one, i) => Math.abs(one - (shares[i] ?? 0)) <= band * (shares[i] ?? 0) + 1e-9) &&
      Math.abs(weights.reduce((a, b) => a + b, 0) - 1) < 1e-9;
    expect(share(shares.length, within(shares, band), fits)).toBe(1);
    // The slice is its own mirror image about the stated shares.
    for (const [i, one] of mean(shares.length, within(shares, band)).entries())
      expect(Math.abs(one - (shares[i] ?? 0))).toBeLessThan(0.02 * (shares[i] ?? 0));
  });

  it('K4.2 a band of 0 is the stated weights', () => {
    const weights = new Float64Array(3);
    within([0.5, 0.3, 0.2], 0)(weights);
    for (const [i, one] of [0.5, 0.3, 0.2].entries()) expect(weights[i]).toBeCloseTo(one, 15);
  });

  it('K4.2 uniform in the hexagon that the band cuts out: a weight stays in the inner half of its range with 7/12', () => {
    const third = 1 / 3;
    for (const at of [0, 1, 2]) {
      const found = share(3, within([third, third, third], 0.6, at), (weights) => Math.abs((weights[at] ?? 0) - third) <= 0.3 * third);
      expect(Math.abs(found - 7 / 12)).toBeLessThan(0.01);
    }
  });

  it('K4.2 a band beyond 1 begins at 0: no weight is negative, however wide it is', () => {
    expect(share(3, within([0.5, 0.3, 0.2], 5), (weights) => weights.every((one) => one >= -1e-12))).toBe(1);
  });

  it('K4.2 shares that are none are an error, not an endless search', () => {
    expect(() => within([0.2, 0.2], 0.1)(new Float64Array(2))).toThrow(RangeError);
  });
});
