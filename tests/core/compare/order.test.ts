/** The order of bids (methods K1 and K2). */
import { describe, expect, it } from 'vitest';
import { type Comparison, compare } from '../../../src/core/compare/comparison.ts';
import { type Criteria, criteriaOf, differencesOf, mostCommon } from '../../../src/core/compare/criteria.ts';
import { compareStandings, groupsOf, type Range, rangeOf, relationOf, type Standing } from '../../../src/core/compare/order.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import type { Dice } from '../support/dice.ts';
import { holds } from '../support/runs.ts';
import {
  FACTS,
  gate,
  isIn,
  model,
  POLICY,
  questionnaire,
  rates,
  result,
  said,
  section,
  single,
  stop,
  text,
} from '../support/vocabulary.ts';
import { assessmentOf, compared, plain } from './support.ts';

describe('criteria', () => {
  const made = assessmentOf(plain([1]), said({ q0: 10 }));
  it.each<readonly [string, Partial<Assessment>, readonly (keyof Criteria)[]]>([
    ['K1 the same', {}, []],
    ['K1 another policy list', { policy: { ...POLICY, countries: ['XF'] } }, ['policy']],
    ['K1 other weights are another questionnaire', { questionnaire: plain([2]) }, ['questionnaire']],
    ['K1.1 another country table', { facts: { ...FACTS, version: '2026-02-02' } }, ['facts']],
    ['K1 everything else', { policy: { ...POLICY, name: 'other' }, questionnaire: plain([1, 1]) }, ['questionnaire', 'policy']],
    [
      'K1 the order of keys, the id and the answers say nothing',
      { id: 'another', policy: Object.fromEntries(Object.entries(POLICY).reverse()) as typeof POLICY },
      [],
    ],
  ])('%s', (_, other, parts) => {
    expect(differencesOf(criteriaOf(made), criteriaOf({ ...made, ...other }))).toEqual(parts);
  });

  const [a, b, c] = ['a', 'b', 'c'].map((questionnaire): Criteria => ({ questionnaire, policy: 'p', facts: 'f' })) as [
    Criteria,
    Criteria,
    Criteria,
  ];
  it.each([
    ['K1 those of most', [a, b, b, c], b],
    ['K1 of equally many, those that come first', [c, a, a, c], c],
    ['K1 each part counts', [a, { ...a, facts: 'g' }, { ...a, facts: 'g' }], { ...a, facts: 'g' }],
    ['K1 a single one', [a], a],
    ['K1 of nothing, nothing', [], undefined],
  ])('%s', (_, all, expected) => {
    expect(mostCommon(all)).toEqual(expected);
  });
});

/** [stop, band, score] at its best and at its worst. */
const range = (best: Standing, worst: Standing = best): Range => ({ best, worst });

describe('standing', () => {
  it.each([
    ['K2 the lower score', range([0, 1, 30]), range([0, 1, 31]), 'before'],
    ['K2 the band before the score: a gate puts the lower score last', range([0, 2, 10]), range([0, 1, 49]), 'after'],
    ['K2 a stop last, whatever the score', range([1, 0, 0]), range([0, 3, 100]), 'after'],
    ['K2 overlapping scores', range([0, 1, 30], [0, 1, 35]), range([0, 1, 34], [0, 1, 40]), 'not-separated'],
    ['K2 one within the other', range([0, 0, 0], [0, 3, 100]), range([0, 1, 40]), 'not-separated'],
    ['K2.1 ends that touch are not separated', range([0, 1, 30], [0, 1, 35]), range([0, 1, 35], [0, 1, 40]), 'not-separated'],
    ['K2.1 scores overlap, ratings do not', range([0, 1, 30], [0, 1, 45]), range([0, 2, 40], [0, 2, 44]), 'before'],
    ['K2.1 a stop that could apply reaches to the end', range([0, 0, 5], [1, 0, 6]), range([0, 3, 90]), 'not-separated'],
    ['K2 alike', range([0, 1, 30]), range([0, 1, 30]), 'not-separated'],
  ] as const)('%s', (_, a, b, relation) => {
    expect(relationOf(a, b)).toBe(relation);
    expect(relationOf(b, a)).toBe({ before: 'after', after: 'before', 'not-separated': 'not-separated' }[relation]);
  });

  it.each([
    ['K2.1 score and band at both ends', [], said({ q: 'mid' }, 'e0'), [0, 2, 50], [0, 3, 75]],
    ['K2.1 rounded to 0.000001, as scores are compared', [], said({ q: 'third' }), [0, 1, 33.333333], [0, 1, 33.333333]],
    [
      'K2.1 a floor that could apply, at the worst end alone',
      [gate('g', isIn('t', 'bad'), rates('high'))],
      said({ q: 'lo' }),
      [0, 0, 0],
      [0, 2, 0],
    ],
    ['K2.1 a floor that applies, at both', [gate('g', isIn('t', 'bad'), rates('high'))], said({ q: 'lo', t: 'bad' }), [0, 2, 0], [0, 2, 0]],
    ['K2.1 a stop that could apply, at the worst end alone', [gate('g', isIn('t', 'bad'), stop)], said({ q: 'lo' }), [0, 0, 0], [1, 0, 0]],
    ['K2.1 a stop that applies, at both', [gate('g', isIn('t', 'bad'), stop)], said({ q: 'lo', t: 'bad' }), [1, 0, 0], [1, 0, 0]],
  ] as const)('%s', (_, gates, answers, best, worst) => {
    const built = questionnaire(
      [section('s', 1, [single('q', { lo: 0, third: 100 / 3, mid: 50, hi: 100 }), single('t', { good: null, bad: null }, { weight: 0 })])],
      gates,
    );
    expect(rangeOf(model(built), result(built, answers))).toEqual({ best, worst });
  });

  it('K2.2 a bid of which nothing is scored has no place', () => {
    const built = questionnaire([section('s', 1, [text('t', { weight: 0 })])]);
    expect(rangeOf(model(built), result(built))).toBeNull();
    expect(compared(built, { a: new Map() }).bids).toEqual([]);
    expect(compare([])).toBeNull();
  });
});

describe('groups', () => {
  const ids = ({ groups }: Comparison) => groups.map((group) => group.map(({ id }) => id));
  const stopped = gate('g', { op: 'number-is', question: 'q0', relation: 'below', to: 5 }, stop);
  it.each([
    [
      'K2 three apart, best first',
      { c: said({ q0: 70, q1: 70 }), a: said({ q0: 10, q1: 10 }), b: said({ q0: 30, q1: 30 }) },
      [['a'], ['b'], ['c']],
    ],
    [
      'K2.1 an open one joins two that are apart',
      { a: said({ q0: 40, q1: 40 }), b: said({ q0: 41 }), c: said({ q0: 49, q1: 49 }) },
      [['b', 'a', 'c']],
    ],
    [
      'K2 a stop stands last, and apart',
      { a: said({ q0: 3, q1: 3 }), b: said({ q0: 100, q1: 100 }), c: said({ q0: 50, q1: 100 }) },
      [['c'], ['b'], ['a']],
    ],
    ['K2 alike', { b: said({ q0: 10, q1: 30 }), a: said({ q0: 30, q1: 10 }) }, [['b', 'a']]],
  ])('%s', (_, bids, groups) => {
    expect(ids(compared(plain([1, 1], [stopped]), bids))).toEqual(groups);
  });
});

/** Small numbers, so that ends often touch. */
function randomRange(d: Dice): Range {
  const standing = (): Standing => [d.int(0, 1) * d.int(0, 1), d.int(0, 2), d.int(0, 6)];
  const [a, b] = [standing(), d.chance(40) ? null : standing()];
  if (!b) return range(a);
  return compareStandings(a, b) < 0 ? range(a, b) : range(b, a);
}
const randomRanges = (d: Dice) => Array.from({ length: d.int(2, 8) }, () => randomRange(d));

describe('laws', () => {
  it('K2.1 "before" is an interval order', () => {
    holds('interval order', 2000, (d) => {
      const first = (x: Range, y: Range) => relationOf(x, y) === 'before';
      const [a, b, c, e] = Array.from({ length: 4 }, () => randomRange(d)) as [Range, Range, Range, Range];
      expect(relationOf(a, a)).toBe('not-separated');
      if (first(a, b)) expect(relationOf(b, a)).toBe('after');
      if (first(a, b) && first(b, c)) expect(first(a, c)).toBe(true);
      if (!(first(a, b) && first(c, e))) return 'without two pairs';
      expect(first(a, e) || first(c, b)).toBe(true);
      return 'with two pairs';
    });
  });

  it('K2.1 groups are the finest split into mutually separated sets, best first', () => {
    holds('groups', 2000, (d) => {
      const bids = randomRanges(d);
      const groups = groupsOf(bids, (bid) => bid);
      // Who hangs together with whom, by following every pair that is not separated.
      const own = bids.map((_, i) => i);
      for (const _ of bids)
        for (const [i, a] of bids.entries())
          for (const [j, b] of bids.entries())
            if (relationOf(a, b) === 'not-separated') own[i] = own[j] = Math.min(own[i] ?? 0, own[j] ?? 0);
      const expected = new Set(own);
      expect(groups.length).toBe(expected.size);
      expect(groups.flat().length).toBe(bids.length);
      for (const group of groups) expect(new Set(group.map((bid) => own[bids.indexOf(bid)])).size).toBe(1);
      for (const [i, group] of groups.entries())
        for (const later of groups.slice(i + 1)) for (const a of group) for (const b of later) expect(relationOf(a, b)).toBe('before');
      return groups.length === 1 ? 'in one group' : 'in several groups';
    });
  });
});
