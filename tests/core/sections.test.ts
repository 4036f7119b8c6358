/** Sections, the whole, and what contributes: rules S. */
import { describe, expect, it } from 'vitest';
import { contributions } from '../../src/core/contributions.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { plainSums } from '../../src/core/plain.ts';
import { planeOf } from '../../src/core/plane.ts';
import { ends, gate, isIn, lifts, model, of, POLICY, questionnaire, result, said, section, single, text } from './support/vocabulary.ts';

const a = single('a');
const heavy = single('b', undefined, { weight: 3 });
const onA = (id: string, weight = 1) => single(id, undefined, { weight, visible: isIn('a', 'hi') });
const two = (w1: number, w2: number) => questionnaire([section('s', w1, [a]), section('t', w2, [single('b')])]);

describe('S: overall as a table', () => {
  const cases: readonly [string, Questionnaire, Answers, readonly [number, number] | null][] = [
    ['S1 weighted mean of questions', of([a, heavy]), said({ a: 'hi', b: 'lo' }), [25, 25]],
    ['S1 weighted mean of sections', two(1, 3), said({ a: 'hi', b: 'lo' }), [25, 25]],
    ['S1 ends are means of ends', of([a, heavy]), said({ b: 'mid' }), [37.5, 62.5]],
    ['S1 a hidden question leaves the divisor', of([a, onA('b', 9), single('c')]), said({ a: 'lo', b: 'hi', c: 'hi' }), [50, 50]],
    [
      'S1 a section in which nothing applies leaves the divisor',
      questionnaire([section('s', 1, [a]), section('t', 9, [onA('b')])]),
      said({ a: 'mid' }),
      [50, 50],
    ],
    ['S1 a section of weight 0 does not count', two(1, 0), said({ a: 'mid', b: 'hi' }), [50, 50]],
    ['S1 nothing scored: no score, which is not 0', of([text('a')]), said({ a: 'words' }), null],
    ['S2 it may be there or not: both are covered', of([single('a', { lo: 50, hi: 50 }), onA('b')]), said({ b: 'lo' }), [25, 50]],
    [
      'S2 … and neither end takes it where it would move inwards',
      of([single('a', { lo: 0, hi: 100 }), onA('b')]),
      said({ b: 'mid' }),
      [0, 100],
    ],
    [
      'S2 several of them: each is taken where it moves the end',
      of([single('a', { x: 50, hi: 50 }), onA('b'), onA('c', 2), onA('d')]),
      said({ b: 'lo', c: 'hi', d: 'mid' }),
      [25, 83.333333],
    ],
    [
      'S2 all that a section has may be missing',
      questionnaire([section('s', 1, [single('a', { lo: 50, hi: 50 })]), section('t', 1, [onA('b')])]),
      said({ b: 'hi' }),
      [50, 75],
    ],
    ['S3 a hidden question has no effect', of([a, onA('b', 5)]), said({ a: 'lo', b: 'hi' }), [0, 0]],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(ends(result(built, answers).overall)).toEqual(expected));
});

it('S3 a hidden answer is kept, counts for nothing that looks at it, and counts again when it comes back', () => {
  const built = of([a, onA('b'), single('c', undefined, { visible: isIn('b', 'hi') })], [gate('g', isIn('b', 'hi'), lifts('only', 90))]);
  const hidden = result(built, said({ a: 'lo', b: 'hi' }));
  expect(hidden.questions.map((one) => [one.state, one.applicable])).toEqual([
    ['answered', 'true'],
    ['answered', 'false'],
    ['open', 'false'],
  ]);
  expect([hidden.gates[0]?.state, ends(hidden.overall)]).toEqual(['false', [0, 0]]);
  const back = result(built, said({ a: 'hi', b: 'hi' }));
  expect([back.gates[0]?.state, back.questions[2]?.applicable]).toEqual(['true', 'true']);
});

describe('S1.1: the weights of the authority', () => {
  const under = (weights: Readonly<Record<string, number>>) =>
    evaluate(model(two(1, 3), { ...POLICY, weights }), said({ a: 'hi', b: 'lo' }));
  const cases: readonly [string, Readonly<Record<string, number>>, number][] = [
    ["S1.1 they count instead of the questionnaire's", { s: 3, t: 1 }, 75],
    ['S1.1 a section that is not named keeps its own', { s: 1 }, 25],
    ['S1.1 a weight of 0 takes a section out', { t: 0 }, 100],
  ];
  it.each(cases)('%s', (_, weights, expected) => expect(ends(under(weights).overall)).toEqual([expected, expected]));
  it('S1.1 contributions and plain sums follow them', () => {
    const made = model(two(1, 3), { ...POLICY, weights: { s: 3, t: 1 } });
    const result = evaluate(made, said({ a: 'hi', b: 'lo' }));
    expect(contributions(made, result).map((one) => one.points)).toEqual([75, 0]);
    expect(plainSums(made, result).unknownLeftOut).toBe(75);
  });
});

describe('S4: contributions', () => {
  const told = (built: Questionnaire, answers: Answers) => {
    const made = model(built);
    return contributions(made, evaluate(made, answers)).map((one) => [
      one.kind,
      one.id,
      Math.round(one.share * 1e4) / 1e4,
      one.risk,
      Math.round(one.points * 1e4) / 1e4,
    ]);
  };
  const cases: readonly [string, Questionnaire, Answers, readonly (readonly (string | number)[])[]][] = [
    [
      'S4 share × risk, largest first',
      of([a, heavy]),
      said({ a: 'hi', b: 'mid' }),
      [
        ['question', 'b', 0.75, 50, 37.5],
        ['question', 'a', 0.25, 100, 25],
      ],
    ],
    [
      'S4 at the upper end',
      of([a, heavy]),
      said({ a: 'hi' }),
      [
        ['question', 'b', 0.75, 100, 75],
        ['question', 'a', 0.25, 100, 25],
      ],
    ],
    [
      'S4 what a floor adds stands for itself',
      of([a], [gate('g', isIn('a', 'mid'), lifts('only', 80))]),
      said({ a: 'mid' }),
      [
        ['question', 'a', 1, 50, 50],
        ['floor', 'only', 1, 30, 30],
      ],
    ],
    [
      'S2 S4 what may be there counts only where it raises the end',
      of([single('a', { x: 50, hi: 50 }), onA('b'), onA('c')]),
      said({ b: 'lo', c: 'hi' }),
      [
        ['question', 'c', 0.5, 100, 50],
        ['question', 'a', 0.5, 50, 25],
      ],
    ],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(told(built, answers)).toEqual(expected));

  const settled: readonly [string, Questionnaire, Answers, readonly (readonly [string, number, number])[]][] = [
    [
      'S4.1 an answer is settled, an open question is not',
      of([a, heavy]),
      said({ a: 'hi' }),
      [
        ['b', 75, 0],
        ['a', 25, 25],
      ],
    ],
    [
      'S4.1 what may turn out not to count is not settled',
      of([single('a', { x: 50, hi: 50 }), onA('b')]),
      said({ b: 'hi' }),
      [
        ['b', 50, 0],
        ['a', 25, 25],
      ],
    ],
    [
      'S4.1 a floor that holds is settled',
      of([a], [gate('g', isIn('a', 'mid'), lifts('only', 80))]),
      said({ a: 'mid' }),
      [
        ['a', 50, 50],
        ['only', 30, 30],
      ],
    ],
    [
      'S4.1 a floor that could hold is not',
      questionnaire([section('s', 1, [a]), section('t', 0, [single('b')])], [gate('g', isIn('b', 'hi'), lifts('s', 80))]),
      said({ a: 'mid' }),
      [
        ['a', 50, 50],
        ['s', 30, 0],
      ],
    ],
  ];
  it.each(settled)('%s', (_, built, answers, expected) => {
    const made = model(built);
    const found = contributions(made, evaluate(made, answers)).filter(({ points }) => points > 0);
    expect(found.map(({ id, points, settled }) => [id, points, settled])).toEqual(expected);
  });
});

it('S1 an index of the plane is the weighted mean of its own sections', () => {
  const built = {
    ...questionnaire([section('s', 1, [a]), section('t', 3, [single('b')]), section('u', 1, [single('c')])]),
    plane: { x: { title: { en: 'x' }, sections: ['s', 't'] }, y: { title: { en: 'y' }, sections: ['u'] } },
  };
  const made = model(built);
  const plane = planeOf(made, evaluate(made, said({ a: 'hi', b: 'lo', c: 'mid' })));
  expect([ends(plane?.x), ends(plane?.y)]).toEqual([
    [25, 25],
    [50, 50],
  ]);
});

it('P1 plain sums: unknown as 0, as 50, and left out; neither evidence nor gates', () => {
  const built = questionnaire([section('s', 1, [a, heavy]), section('t', 1, [single('c')])], [gate('g', isIn('a', 'hi'), lifts('s', 100))]);
  const made = model(built);
  expect(plainSums(made, evaluate(made, said({ a: 'hi' }, 'e0')))).toEqual({
    unknownAsZero: 12.5,
    unknownAsHalf: 56.25,
    unknownLeftOut: 100,
  });
  const nothing = model(of([text('a')]));
  expect(plainSums(nothing, evaluate(nothing, new Map()))).toEqual({ unknownAsZero: null, unknownAsHalf: null, unknownLeftOut: null });
});
