/** The one language of visibility and gates: rules C. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/core/format/answer.ts';
import type { Condition } from '../../src/core/format/condition.ts';
import { checkQuestionnaire } from '../../src/core/parse.ts';
import { all, any, not, type Truth } from '../../src/core/truth.ts';
import {
  andMaybeMore,
  answer,
  choice,
  countries,
  every,
  gate,
  isIn,
  lifts,
  no,
  number,
  of,
  questionnaire,
  rates,
  result,
  risky,
  said,
  section,
  several,
  single,
  some,
  stop,
  table,
} from './support/vocabulary.ts';

const T: Truth = 'true';
const F: Truth = 'false';
const U: Truth = 'undetermined';

describe('C2 three values', () => {
  const cases: readonly [string, Truth, Truth][] = [
    ['C2 all: false decides', all([U, F, T]), F],
    ['C2 all: else undetermined', all([T, U]), U],
    ['C2 all of true', all([T, T]), T],
    ['C2 any: true decides', any([U, T, F]), T],
    ['C2 any: else undetermined', any([F, U]), U],
    ['C2 any of false', any([F, F]), F],
    ['C2 not', not(T), F],
    ['C2 not undetermined', not(U), U],
  ];
  it.each(cases)('%s', (_, found, expected) => expect(found).toBe(expected));
});

const asked = [
  single('a'),
  several('list', { x: 10, y: 60, z: 0 }),
  countries('land', {}, { nobody: 0 }),
  number('n', { weight: 0 }, { unlimited: null }),
  table(
    'rows',
    [
      choice('c', { good: 0, poor: 60 }),
      { id: 'k', text: { en: 'k' }, type: 'country', weight: 0 },
      { id: 'm', text: { en: 'm' }, type: 'number', min: 0, max: 9 },
    ],
    { rowRisk: 'worst' },
  ),
  single('shown', undefined, { visible: isIn('a', 'hi') }),
];
const inColumn = (column: string, ...options: string[]): Condition => ({ op: 'answer-in', question: 'rows', column, options });
const land = (...classes: string[]): Extract<Condition, { question: string }> => ({ op: 'country-class-in', question: 'land', classes });
const n = (relation: 'at-least' | 'above' | 'at-most' | 'below' | 'equal', to: number): Extract<Condition, { question: string }> => ({
  op: 'number-is',
  question: 'n',
  relation,
  to,
});
const settled = (...options: string[]): Condition => ({ op: 'answer-in', question: 'a', options, settledFrom: 'e2' });
const parameter: Condition = { op: 'answer-risk-at-least', question: 'a', risk: { parameter: 'threshold' } };
const gateOf = (when: Condition, answers: Answers) => result(of(asked, [gate('g', when, stop)]), answers).gates[0]?.state;

describe('C: statements as a table', () => {
  const cases: readonly [string, Condition, Answers, Truth][] = [
    ['C1 answer-in', isIn('a', 'mid', 'hi'), said({ a: 'hi' }), T],
    ['C1 answer-in, another', isIn('a', 'mid', 'hi'), said({ a: 'lo' }), F],
    ['C2 not yet answered', isIn('a', 'hi'), said({}), U],
    ['C2 unknown', isIn('a', 'hi'), said({ a: '?' }), U],
    ['C2 declined', isIn('a', 'hi'), said({ a: '!' }), U],
    ['C2 the rest decides: all', every(isIn('a', 'hi'), isIn('list', 'x')), said({ list: ['y'] }), F],
    ['C2 the rest decides: any', some(isIn('a', 'hi'), isIn('list', 'x')), said({ list: ['x'] }), T],
    ['C1 not', no(isIn('a', 'hi')), said({ a: 'lo' }), T],
    ['C1 answer-in of a list: one is enough', isIn('list', 'y'), said({ list: ['x', 'y'] }), T],
    ['C2 A3 a list that may be longer', isIn('list', 'y'), said({ list: andMaybeMore(['x']) }), U],
    ['C2 A3 … unless it is there already', isIn('list', 'y'), said({ list: andMaybeMore(['y']) }), T],
    ['C1 answer-risk-at-least: the edge belongs to it', risky('a', 50), said({ a: 'mid' }), T],
    ['C1 answer-risk-at-least, below', risky('a', 50.1), said({ a: 'mid' }), F],
    ['C1 R1 a threshold of more digits than are compared', risky('list', 60.00000001), said({ list: ['y'] }), T],
    ['C2 A3 the risk of a list that may be longer', risky('list', 50), said({ list: andMaybeMore(['x']) }), U],
    ['C1 a parameter of the authority', parameter, said({ a: 'mid' }), F],
    ['C1 country-class-in', land('far', 'listed'), said({ land: ['XN', 'XF'] }), T],
    ['C1 country-class-in, none of them', land('listed'), said({ land: ['XN', 'XF'] }), F],
    ['C1 an option is in no class', land('far'), said({ land: ['nobody'] }), F],
    ['C1 number-is at-least', n('at-least', 5), said({ n: 5 }), T],
    ['C1 number-is above', n('above', 5), said({ n: 5 }), F],
    ['C1 number-is at-most', n('at-most', 5), said({ n: 5 }), T],
    ['C1 number-is below', n('below', 5), said({ n: 5 }), F],
    ['C1 number-is equal', n('equal', 5), said({ n: 5 }), T],
    ['C1.1 an answer that is no number fulfils no comparison', n('at-least', 0), said({ n: 'unlimited' }), F],
    ['C1 any row of a table', inColumn('c', 'poor'), said({ rows: [{ c: 'good' }, { c: 'poor' }] }), T],
    ['C1 no row', inColumn('c', 'poor'), said({ rows: [{ c: 'good' }] }), F],
    ['C2 an open cell', inColumn('c', 'poor'), said({ rows: [{ m: 1 }] }), U],
    ['C2 A3 rows that may follow', inColumn('c', 'poor'), said({ rows: andMaybeMore([{ c: 'good' }]) }), U],
    ['C1 risk of a cell', { op: 'answer-risk-at-least', question: 'rows', column: 'c', risk: 60 }, said({ rows: [{ c: 'poor' }] }), T],
    ['C2 risk of an open cell', { op: 'answer-risk-at-least', question: 'rows', column: 'c', risk: 60 }, said({ rows: [{ m: 1 }] }), U],
    ['C1 risk of the table', risky('rows', 60), said({ rows: [{ c: 'poor' }] }), T],
    ['C1 number of a column', { op: 'number-is', question: 'rows', column: 'm', relation: 'above', to: 3 }, said({ rows: [{ m: 4 }] }), T],
    [
      'C1 country of a column',
      { op: 'country-class-in', question: 'rows', column: 'k', classes: ['far'] },
      said({ rows: [{ k: 'XF' }] }),
      T,
    ],
    ['C2.1 a bare claim against it leaves it open', settled('hi'), said({ a: 'lo' }, 'e1'), U],
    ['C2.1 no evidence at all, likewise', settled('hi'), said({ a: 'lo' }, null), U],
    ['C2.1 shown well enough, it is settled', settled('hi'), said({ a: 'lo' }, 'e2'), F],
    ['C2.1 a bare claim that speaks for it is taken', settled('hi'), said({ a: 'hi' }, 'e0'), T],
    ['C2.1 under `not`, what speaks against the whole is the other way round', no(settled('lo')), said({ a: 'lo' }, 'e1'), U],
    ['C2.1 under `not`, shown well enough', no(settled('lo')), said({ a: 'lo' }, 'e2'), F],
    ['C2.1 under `not`, a bare claim for it is taken', no(settled('lo')), said({ a: 'hi' }, 'e0'), T],
    ['C2.1 twice `not` is as none', no(no(settled('hi'))), said({ a: 'lo' }, 'e1'), U],
    ['C2.1 of a number, likewise', { ...n('above', 5), settledFrom: 'e2' }, said({ n: 5 }, 'e1'), U],
    ['C2.1 of a country, likewise', { ...land('listed'), settledFrom: 'e2' }, said({ land: ['XN'] }, 'e1'), U],
    ['C2.3 possibly incomplete, of a risk that nothing can reach', risky('list', 61), said({ list: andMaybeMore(['x']) }), F],
    ['C2.3 possibly incomplete, of a risk that is reached', risky('list', 10), said({ list: andMaybeMore(['x']) }), T],
    ['C2.3 possibly incomplete, of a risk that may be reached', risky('list', 60), said({ list: andMaybeMore(['x']) }), U],
    ['C2.2 S3 a question that does not apply fulfils nothing', isIn('shown', 'hi'), said({ a: 'lo', shown: 'hi' }), F],
    ['C2.2 … and so its `not` holds', no(isIn('shown', 'hi')), said({ a: 'lo', shown: 'hi' }), T],
    ['C2.2 where it may not apply, a fulfilled statement is open', isIn('shown', 'hi'), said({ shown: 'hi' }), U],
    ['C2.2 where it may not apply, an unfulfilled one is false either way', isIn('shown', 'hi'), said({ shown: 'lo' }), F],
  ];
  it.each(cases)('%s', (_, when, answers, expected) => expect(gateOf(when, answers)).toBe(expected));
});

it('C1 a parameter follows the policy', () => {
  const strict = { format: 'soundings-policy/1' as const, name: 'p', version: '1', countries: [], parameters: { threshold: 'strict' } };
  expect(result(of(asked, [gate('g', parameter, stop)]), said({ a: 'mid' }), strict).gates[0]?.state).toBe('true');
});

describe('C3 what a gate sees of sections and gates', () => {
  const atLeast = (at: string, risk: number): Condition => ({ op: 'section-at-least', section: at, risk });
  const built = (when: Condition) =>
    questionnaire(
      [section('s', 1, [single('a')]), section('t', 1, [single('b', undefined, { visible: isIn('a', 'hi') })])],
      [gate('lift', isIn('a', 'mid'), lifts('s', 70)), gate('g', when, rates('high'))],
    );
  const cases: readonly [string, Condition, Answers, Truth][] = [
    ['C3 a section at its threshold', atLeast('s', 100), said({ a: 'hi' }), T],
    ['C3 a section that may reach it', atLeast('s', 50), said({}), U],
    ['G3.1 C3 a section as an earlier gate left it', atLeast('s', 70), said({ a: 'mid' }), T],
    ['S1 C3 a section that is not scored reaches nothing', atLeast('t', 0), said({ a: 'lo' }), F],
    ['S2 C3 a section that may not be scored is open', atLeast('t', 0), said({ b: 'hi' }), U],
    ['C3 an earlier gate', { op: 'gate', gate: 'lift' }, said({ a: 'mid' }), T],
    ['C3 an earlier gate that is open', { op: 'gate', gate: 'lift' }, said({}), U],
  ];
  it.each(cases)('%s', (_, when, answers, expected) => expect(result(built(when), answers).gates[1]?.state).toBe(expected));

  it('C3 looking ahead is refused', () => {
    const ahead = of(
      [single('a', undefined, { visible: isIn('b', 'hi') }), single('b')],
      [gate('one', { op: 'gate', gate: 'two' }, stop), gate('two', isIn('a', 'hi'), stop)],
    );
    expect(
      checkQuestionnaire(ahead)
        .filter((one) => one.code === 'reference-forward')
        .map((one) => one.path),
    ).toEqual(['/sections/0/pages/0/questions/0/visible/question', '/gates/0/when/gate']);
  });
});

it('C2 A4 visibility, too, waits for evidence where its author says so', () => {
  const built = of([single('a'), single('b', undefined, { visible: settled('hi') })]);
  expect(result(built, said({ a: 'lo' }, 'e0')).questions[1]?.applicable).toBe('undetermined');
  expect(result(built, said({ a: answer('lo', 'e3') })).questions[1]?.applicable).toBe('false');
});
