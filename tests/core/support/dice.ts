/** Chance for the laws: drawn by fast-check, so a seed repeats it and failures shrink. */
import fc from 'fast-check';

/** Draws out of a few; everything random in the tests goes through it. */
export interface Dice {
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  chance(percent: number): boolean;
}
/** One fast-check value holds all draws of a case, used in turn. Smaller draws give simpler cases. */
const DRAWS = 701;
export const draws: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(2 ** 24), { minLength: DRAWS, maxLength: DRAWS, size: 'max' });

/** Dice that throw these draws, over and over. */
export function diceOf(draws: readonly number[]): Dice {
  let used = 0;
  const next = () => (draws[used++ % DRAWS] ?? 0) / (2 ** 24 + 1);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    pick: <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T,
    chance: (percent) => next() * 100 > 100 - percent,
  };
}
