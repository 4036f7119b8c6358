/** From an answer to an interval: rules A and Q. */
import { describe, expect, it } from 'vitest';
import type { Answer, Answers, Value } from '../../src/core/format/answer.ts';
import { EMPTY_POLICY } from '../../src/core/format/facts.ts';
import type { Combine, Question } from '../../src/core/format/questionnaire.ts';
import { kindOf } from '../../src/core/questions/index.ts';
import {
  andMaybeMore,
  answer,
  choice,
  countries,
  date,
  ends,
  isIn,
  model,
  number,
  of,
  POLICY,
  result,
  said,
  several,
  single,
  table,
  text,
} from './support/vocabulary.ts';

const interval = (question: Question, given?: Answer | Value) =>
  ends(result(of([question]), given === undefined ? new Map() : said({ [question.id]: given })).questions[0]?.interval);
const a = single('a', { best: 10, lo: 20, hi: 80 });
const points = [
  { at: 2, risk: 0 },
  { at: 6, risk: 100 },
];
const list = (rule?: Combine, risks: Record<string, number> = { x: 10, y: 60, z: 70, 'none!': 0 }) =>
  several('a', risks, rule ? { combine: rule } : {});
const plus: Combine = { rule: 'worst-plus', each: 5, from: 50 };
const rows = (more = {}) =>
  table(
    'a',
    [choice('p', { lo: 0, hi: 40 }), choice('q', { lo: 0, hi: 80 }, 3), { id: 'note', text: { en: 'note' }, type: 'text', weight: 4 }],
    more,
  );

describe('A and Q: intervals as a table', () => {
  const cases: readonly [string, Question, Answer | Value | undefined, readonly [number, number] | null][] = [
    ['A1 Q3 not yet answered: best to worst', a, undefined, [10, 80]],
    ['A1 Q3 unknown: best to worst', a, '?', [10, 80]],
    ['A1 Q3 declined: best to worst', a, '!', [10, 80]],
    ['Q2 on evidence that counts in full, the value itself', a, 'lo', [20, 20]],
    ['A4 Q2 half of the way to the worst', a, answer('lo', 'e0'), [20, 50]],
    ['A4 Q2 a quarter of the way', a, answer('lo', 'e1'), [20, 35]],
    ['A4.1 no grade counts as the weakest', a, answer('lo', null), [20, 50]],
    ['A4.1 where no evidence is asked, nothing widens', { ...a, evidence: 'none' }, answer('lo', null), [20, 20]],
    ['Q2 the worst answer has nowhere to widen to', a, answer('hi', 'e0'), [80, 80]],
    ['Q5 worst', list(), ['x', 'y'], [60, 60]],
    ['Q5 mean', list({ rule: 'mean' }), ['x', 'y'], [35, 35]],
    ['Q5 sum', list({ rule: 'sum' }), ['x', 'y'], [70, 70]],
    ['Q5 sum ends at 100', list({ rule: 'sum' }), ['x', 'y', 'z'], [100, 100]],
    ['Q5 worst plus for each further item', list(plus), ['x', 'y', 'z'], [75, 75]],
    ['Q5 worst plus, nothing further at the threshold', list(plus), ['x', 'z'], [70, 70]],
    ['Q5 worst plus, the threshold itself counts', list({ ...plus, from: 60 }), ['y', 'z'], [75, 75]],
    ['Q5 worst plus ends at 100', list({ rule: 'worst-plus', each: 50, from: 10 }), ['x', 'y', 'z'], [100, 100]],
    ['A3 Q4 possibly incomplete: from the known to the worst', list(), andMaybeMore(['x']), [10, 70]],
    ['A3 Q4 possibly incomplete sum', list({ rule: 'sum' }), andMaybeMore(['y']), [60, 100]],
    ['Q4.1 possibly incomplete mean: least and greatest over what may join', list({ rule: 'mean' }), andMaybeMore(['y']), [35, 65]],
    ['Q4.1 what stands alone cannot join', list(undefined, { x: 10, y: 60, 'all!': 100 }), andMaybeMore(['x']), [10, 60]],
    [
      'Q4 Q2 incomplete and weakly shown: widened from the worse end',
      list(undefined, { x: 10, y: 60, 'all!': 100 }),
      andMaybeMore(['x'], 'e0'),
      [10, 80],
    ],
    ['Q1 several: the least alone, all together', list(plus), undefined, [0, 75]],
    ['Q1 several with mean: no better than the best', list({ rule: 'mean' }), undefined, [0, 70]],
    ['Q6 the worst listed country counts', countries('a'), ['XN', 'XF'], [60, 60]],
    ['Q6 the list of the policy goes before the facts', countries('a'), ['XL'], [100, 100]],
    ['Q6 the facts', countries('a'), ['XN'], [0, 0]],
    ['Q6 a country that nobody names is of the rest', countries('a'), ['ZZ'], [60, 60]],
    ['Q6 an option stands alone', countries('a', {}, { nobody: 5 }), ['nobody'], [5, 5]],
    ['A3 Q4 Q6 more countries may follow', countries('a'), andMaybeMore(['XF']), [60, 100]],
    ['Q1 Q6 countries: best and worst class', countries('a', {}, { nobody: 5 }, { near: 20, far: 60, listed: 90 }), undefined, [5, 90]],
    ['Q7 steps: below the first', number('a', { scale: { kind: 'steps', points } }), 1, [0, 0]],
    ['Q7 steps: the edge belongs to the step', number('a', { scale: { kind: 'steps', points } }), 6, [100, 100]],
    ['Q7 steps: just before it', number('a', { scale: { kind: 'steps', points } }), 5.999, [0, 0]],
    ['Q7 line: between points', number('a', { scale: { kind: 'line', points } }), 3, [25, 25]],
    ['Q7 line: flat outside', number('a', { scale: { kind: 'line', points } }), 9, [100, 100]],
    ['Q1 Q7 bounds end where the number ends', number('a', { min: 3, max: 5, scale: { kind: 'line', points } }), undefined, [25, 75]],
    ['Q7 an answer that is no number', number('a', { scale: { kind: 'steps', points } }, { unlimited: 70 }), 'unlimited', [70, 70]],
    [
      'Q7 dates: a line over days',
      date('a', {
        scale: {
          kind: 'line',
          points: [
            { at: '2024-01-01', risk: 0 },
            { at: '2024-12-31', risk: 100 },
          ],
        },
      }),
      '2024-07-01',
      [49.863014, 49.863014],
    ],
    [
      'Q1 Q7 dates without limits: all the points',
      date('a', {
        scale: {
          kind: 'steps',
          points: [
            { at: '2024-01-01', risk: 20 },
            { at: '2025-01-01', risk: 90 },
          ],
        },
      }),
      undefined,
      [20, 90],
    ],
    ['Q7 text is never scored', text('a'), 'words', null],
    ['Q7 row by its worst column', rows(), [{ p: 'hi', q: 'lo' }], [40, 40]],
    [
      'Q7 T5 row by the weighted mean; the text column counts for nothing',
      rows({ rowRisk: 'mean' }),
      [{ p: 'hi', q: 'lo', note: 'words' }],
      [10, 10],
    ],
    ['Q7 an open cell is open', rows({ rowRisk: 'mean' }), [{ p: 'hi' }], [10, 70]],
    [
      'Q5 Q7 rows combine',
      rows({ combine: { rule: 'sum' } }),
      [
        { p: 'hi', q: 'lo' },
        { p: 'lo', q: 'lo' },
        { p: 'hi', q: 'lo' },
      ],
      [80, 80],
    ],
    ['Q7 no rows has its declared risk', rows({ noRows: { text: { en: 'none' }, risk: 15 } }), [], [15, 15]],
    ['A3 Q4 no rows so far', rows({ noRows: { text: { en: 'none' }, risk: 15 } }), andMaybeMore([]), [0, 80]],
    [
      'A3 Q4 Q7 rows may follow, up to the limit',
      rows({ combine: { rule: 'sum' }, maxRows: 2 }),
      andMaybeMore([{ p: 'lo', q: 'lo' }]),
      [0, 80],
    ],
    [
      'Q1 Q7 the worst table is full of the worst rows',
      rows({ combine: { rule: 'worst-plus', each: 3, from: 50 }, maxRows: 4 }),
      undefined,
      [0, 89],
    ],
    ['Q1 weight 0 is never scored', { ...a, weight: 0 }, 'lo', null],
  ];
  it.each(cases)('%s', (_, question, given, expected) => expect(interval(question, given)).toEqual(expected));
});

it('Q1.1 Q6 an empty policy list makes no country safe: the class that it would fill still bounds', () => {
  const built = of([countries('a')]);
  expect(ends(result(built, new Map(), EMPTY_POLICY).overall)).toEqual([0, 100]);
  expect(ends(result(built, new Map(), POLICY).overall)).toEqual([0, 100]);
  expect(ends(result(built, said({ a: ['XL'] }), EMPTY_POLICY).overall)).toEqual([0, 0]);
});

it('Q6 a value of a fact can be asked for', () => {
  const countryClasses = [
    { id: 'whole', name: { en: 'whole' }, of: { by: 'facts' as const, set: 'union', values: ['whole'] } },
    { id: 'rest', name: { en: 'rest' }, of: { by: 'rest' as const } },
  ];
  const classify = model(of([], [], { countryClasses })).classify;
  expect(['XN', 'XM', 'XL', 'XF'].map(classify)).toEqual(['whole', 'rest', 'rest', 'rest']);
});

it('A1 what could not be found out and what was declined are kept apart, though they count alike', () => {
  const states = (answers: Answers) => result(of([a]), answers).questions[0]?.state;
  expect([said({}), said({ a: '?' }), said({ a: '!' }), said({ a: 'lo' })].map(states)).toEqual([
    'open',
    'unknown',
    'declined',
    'answered',
  ]);
});

it('A2 not applicable comes from visibility alone: no state of an answer stands for it', () => {
  const b = single('b', undefined, { visible: isIn('a', 'hi') });
  const applicable = (answers: Answers) => result(of([a, b]), answers).questions.map((one) => one.applicable);
  expect(applicable(said({ a: 'hi' }))).toEqual(['true', 'true']);
  expect(applicable(said({ a: 'lo', b: '!' }))).toEqual(['true', 'false']);
  expect(applicable(said({ a: '?' }))).toEqual(['true', 'undetermined']);
});

describe('values that are no answer', () => {
  const whole = number('a', { integer: true });
  const cases: readonly [string, Question, unknown, readonly string[]][] = [
    ['Q7 T2 a number that is not whole is refused, never cut', whole, 2.5, ['value-not-whole']],
    ['Q7 a number out of its range', whole, 11, ['value-out-of-range']],
    ['Q7 a number that is none', whole, Number.NaN, ['value-not-a-number']],
    ['Q5 an option that is none', list(), ['x', 'w'], ['value-not-an-option']],
    ['Q5 the same option twice', list(), ['x', 'x'], ['value-twice']],
    ['Q5 "none of these" beside another', list(), ['x', 'none'], ['value-exclusive']],
    ['Q5 nothing chosen is no answer', list(), [], ['value-nothing-chosen']],
    ['Q6 a code that is none', countries('a'), ['Xn'], ['value-not-a-country']],
    ['Q7 a day that the calendar does not have', date('a'), '2025-02-30', ['value-not-a-date']],
    ['Q7 a day before the first', date('a', { min: '2025-01-01' }), '2024-12-31', ['value-date-out-of-range']],
    ['Q7 no rows where that is no answer', rows(), [], ['value-no-rows']],
    ['Q7 a column that is none', rows(), [{ r: 'lo' }], ['value-unknown-column']],
    ['Q7 a row without anything', rows(), [{}], ['value-empty-row']],
    ['Q7 blanks are no text', text('a'), '  ', ['value-not-text']],
  ];
  it.each(cases)('%s', (_, question, value, expected) =>
    expect(
      kindOf(question)
        .accept(question, value, null)
        .map((one) => one.code),
    ).toEqual(expected),
  );
});
