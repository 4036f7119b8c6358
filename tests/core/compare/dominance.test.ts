/** Dominance (method K5). */
import { describe, expect, it } from 'vitest';
import { robustness } from '../../../src/core/compare/comparison.ts';
import { dominates, type Profile } from '../../../src/core/compare/dominance.ts';
import { questionsOf, randomAnswers } from '../support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import { gate, isIn, questionnaire, rates, said, section, single, stop } from '../support/vocabulary.ts';
import { compared } from './support.ts';

type Ends = readonly [low: number, high: number, perhaps?: 'perhaps'] | null;
const NOTHING = { floor: 0, stop: false };
const bid = (sections: readonly Ends[], least = NOTHING, most = least): Profile => ({
  sections: sections.map((ends) => ends && { low: ends[0], high: ends[1], optional: ends[2] === 'perhaps' }),
  least,
  most,
});

describe('sections', () => {
  it.each([
    [
      'K5 better in both',
      bid([
        [10, 10],
        [20, 20],
      ]),
      bid([
        [30, 30],
        [40, 40],
      ]),
      true,
    ],
    [
      'K5 as good in one, better in the other',
      bid([
        [10, 10],
        [40, 40],
      ]),
      bid([
        [30, 30],
        [40, 40],
      ]),
      true,
    ],
    [
      'K5 worse in one',
      bid([
        [10, 10],
        [41, 41],
      ]),
      bid([
        [30, 30],
        [40, 40],
      ]),
      false,
    ],
    [
      'K5 alike',
      bid([
        [10, 10],
        [40, 40],
      ]),
      bid([
        [10, 10],
        [40, 40],
      ]),
      false,
    ],
    ['K5.1 no worse than the other at its best, and nowhere better', bid([[10, 30]]), bid([[30, 60]]), false],
    [
      'K5.1 the same, and better beside it',
      bid([
        [10, 30],
        [1, 2],
      ]),
      bid([
        [30, 60],
        [3, 4],
      ]),
      true,
    ],
    [
      'K5.1 intervals that overlap',
      bid([
        [10, 31],
        [1, 2],
      ]),
      bid([
        [30, 60],
        [3, 4],
      ]),
      false,
    ],
    ['K5.1 nothing but rounding is no difference', bid([[10, 10 + 1e-9]]), bid([[10, 10]]), false],
    ['K5.1 a section that neither has', bid([null, [10, 10]]), bid([null, [20, 20]]), true],
    [
      'K5.1 a section that one does not have',
      bid([null, [10, 10]]),
      bid([
        [50, 50],
        [20, 20],
      ]),
      false,
    ],
    [
      'K5.1 a section that one may not have',
      bid([
        [0, 0],
        [50, 50],
      ]),
      bid([
        [1, 1],
        [60, 60, 'perhaps'],
      ]),
      false,
    ],
    [
      'K5.1 a section that neither may have',
      bid([
        [0, 0],
        [50, 50, 'perhaps'],
      ]),
      bid([
        [1, 1],
        [60, 60, 'perhaps'],
      ]),
      false,
    ],
    ['K5.2 a stop', bid([[0, 0]], { floor: 0, stop: true }), bid([[10, 10]]), false],
    ['K5.2 a stop that could apply', bid([[0, 0]], NOTHING, { floor: 0, stop: true }), bid([[10, 10]]), false],
    ['K5.2 both are stopped', bid([[0, 0]], { floor: 0, stop: true }), bid([[10, 10]], { floor: 0, stop: true }), true],
    [
      'K5.2 the other may not be stopped',
      bid([[0, 0]], { floor: 0, stop: true }),
      bid([[10, 10]], NOTHING, { floor: 0, stop: true }),
      false,
    ],
    ['K5.2 a higher floor', bid([[0, 0]], { floor: 2, stop: false }), bid([[10, 10]], { floor: 1, stop: false }), false],
    ['K5.2 the same floor', bid([[0, 0]], { floor: 2, stop: false }), bid([[10, 10]], { floor: 2, stop: false }), true],
  ] as const)('%s', (_, a, b, expected) => {
    expect(dominates(a, b)).toBe(expected);
    expect(dominates(b, a)).toBe(false);
  });
});

it('K5.2 a bid that law stops dominates none, though it is better in every section', () => {
  const built = questionnaire(
    [section('s', 1, [single('q'), single('owner', { fit: null, unfit: null }, { weight: 0 })])],
    [gate('g', isIn('owner', 'unfit'), stop), gate('h', isIn('q', 'hi'), rates('critical'))],
  );
  const { pairs } = compared(built, {
    a: said({ q: 'lo', owner: 'unfit' }),
    b: said({ q: 'mid', owner: 'fit' }),
    c: said({ q: 'hi', owner: 'fit' }),
  });
  expect(pairs.map(({ a, b, relation, dominance }) => [a, b, relation, dominance])).toEqual([
    ['a', 'b', 'after', null],
    ['a', 'c', 'after', null],
    ['b', 'c', 'before', 'a'],
  ]);
});

it('K5 K4.1 who dominates is never behind, in no draw and at no weights', { timeout: 60_000 }, () => {
  holds('dominance in every draw', 1000, (d) => {
    const built = randomQuestionnaire(d, { ...USUAL, questions: 2, sections: 3 });
    const open = d.pick([0, 10, 30]);
    const better = randomAnswers(d, built, open);
    // The other differs in one answer or a few, so that one of them is often better throughout.
    const other = randomAnswers(d, built, open);
    const changed = questionsOf(built).filter(() => d.chance(50));
    const worse = new Map(better);
    for (const { id } of changed) {
      const answer = other.get(id);
      if (answer) worse.set(id, answer);
    }
    const comparison = compared(built, { a: better, b: worse });
    const pair = comparison.pairs[0];
    if (!pair?.dominance) return 'none';
    const behind = pair.dominance === 'a' ? 2 : 1;
    const band = d.pick([null, 0, 0.3]);
    // One draw each: 0 is behind, a half a tie.
    for (let seed = 0; seed < 40; seed++) expect(robustness(comparison, { draws: 1, seed, band })?.before[behind]).toBeLessThanOrEqual(0.5);
    expect(pair.relation).not.toBe(pair.dominance === 'a' ? 'after' : 'before');
    return 'dominance';
  });
});
