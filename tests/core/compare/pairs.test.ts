/** Any two of several bids beside each other (methods K2, K3 and K5). */
import { expect, it } from 'vitest';
import type { Pair } from '../../../src/core/compare/pairs.ts';
import { randomAnswers } from '../support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import { said } from '../support/vocabulary.ts';
import { compared, plain } from './support.ts';

/** Up to the last digits, in which the roots of an equation and of its mirror image may differ. */
const nearly = ({ section, flip }: Pair['flips'][number]) => ({
  section,
  flip: flip && { share: expect.closeTo(flip.share, 9), change: expect.closeTo(flip.change, 9) },
});
const MIRROR = { before: 'after', after: 'before', 'not-separated': 'not-separated', a: 'b', b: 'a' } as const;

it('K2 K3 K5 one against another is the other against the one, mirrored; in whatever company', () => {
  holds('pairs', 400, (d) => {
    const built = randomQuestionnaire(d, { ...USUAL, questions: 2, sections: 3 });
    const given = Object.fromEntries(['w', 'x', 'y', 'z'].map((id) => [id, randomAnswers(d, built, d.pick([0, 20]))]));
    const all = compared(built, given);
    const found = all.pairs.map(({ a, b, relation, dominance, flips }) => {
      const [there, back] = [all.pair(a, b), all.pair(b, a)];
      expect({ ...there, flips: there.flips }).toEqual({ a, b, relation, dominance, flips });
      expect(back.relation).toBe(MIRROR[relation]);
      expect(back.dominance).toBe(dominance && MIRROR[dominance]);
      expect(back.flips).toEqual(flips.map(nearly));
      const { w: _, ...few } = given;
      if (a !== 'w' && b !== 'w') expect(compared(built, few).pair(a, b).flips).toEqual(flips);
      return dominance !== null;
    });
    expect(found.length * 2).toBe(all.bids.length ** 2 - all.bids.length);
    return found.includes(true) ? 'one dominates' : 'none dominates';
  });
});

it('K2 a bid that is not among them is an error', () => {
  expect(() => compared(plain([1]), { a: said({ q0: 1 }) }).pair('a', 'b')).toThrow(RangeError);
});
