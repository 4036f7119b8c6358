/**
 * Numbers drawn from a seed: xoshiro128** (Blackman & Vigna 2018), its state filled by splitmix32. Only 32-bit integer steps and one
 * division, so a seed gives the same figures in every engine.
 */
export type Draw = () => number;

/** Uniform draws, strictly between 0 and 1. `seed`: any integer; its lowest 32 bits count. */
export function drawsFrom(seed: number): Draw {
  let fill = seed | 0;
  const next = (): number => {
    fill = (fill + 0x9e3779b9) | 0;
    let mixed = Math.imul(fill ^ (fill >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result + 0.5) / 4294967296;
  };
}

/** Fills `weights` with a point drawn uniformly from the simplex: the gaps between sorted uniform draws. */
export function drawWeights(weights: Float64Array, draw: Draw): void {
  const last = weights.length - 1;
  for (let i = 0; i < last; i++) {
    const value = draw();
    let at = i;
    for (; at > 0 && (weights[at - 1] ?? 0) > value; at--) weights[at] = weights[at - 1] ?? 0;
    weights[at] = value;
  }
  weights[last] = 1;
  for (let i = last; i > 0; i--) weights[i] = (weights[i] ?? 0) - (weights[i - 1] ?? 0);
}

/** Between what each weight may lie, and which of them may stray furthest. */
export interface Ranges {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly widest: number;
}

/** `band` around each stated share: 0.3 is from 70 % to 130 % of it; 1 and more, from 0. */
export const rangesAround = (shares: readonly number[], band: number): Ranges => ({
  least: Float64Array.from(shares, (share) => Math.max(0, share * (1 - band))),
  most: Float64Array.from(shares, (share) => Math.min(1, share * (1 + band))),
  widest: shares.indexOf(Math.max(...shares)),
});

/** Tries at one draw within ranges before it is given up as empty. */
const MOST_TRIES = 100_000;

/**
 * Fills `weights` with a point drawn uniformly from that part of the simplex in which every weight lies within its range. The
 * others are drawn in their ranges and the widest takes what is left, again until that fits its range too.
 * @throws RangeError where nothing fits: a programmer's error, since the stated shares themselves always do
 */
export function drawWeightsWithin(weights: Float64Array, { least, most, widest }: Ranges, draw: Draw): void {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    let rest = 1;
    for (let i = 0; i < weights.length; i++) {
      if (i === widest) continue;
      const from = least[i] as number;
      const weight = from + draw() * ((most[i] as number) - from);
      weights[i] = weight;
      rest -= weight;
    }
    if (rest < (least[widest] as number) - 1e-12 || rest > (most[widest] as number) + 1e-12) continue;
    weights[widest] = rest;
    return;
  }
  throw new RangeError('no weights within these ranges add up to 1');
}
