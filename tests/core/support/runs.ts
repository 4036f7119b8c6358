/** One seed for all random tests, and a line for each that says how much it tried. */
import fc from 'fast-check';
import { type Dice, diceOf, draws } from './dice.ts';

const SEED = 20_261_123;

/**
 * Holds `law` for `runs` random cases; it says of each what it was,
 * and a kind that hardly ever came up fails, so that a law about nothing does not pass.
 */
export function holds(name: string, runs: number, law: (d: Dice) => string): void {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(draws, (drawn) => {
      const kind = law(diceOf(drawn));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }),
    { seed: SEED, numRuns: runs },
  );
  const counted = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${name}: seed ${SEED}, ${runs} runs (${counted})`);
  for (const [kind, count] of kinds) if (count < runs / 250) throw new Error(`${name}: only ${count} of ${runs} runs were ${kind}`);
}
