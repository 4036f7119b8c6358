/** Mistakes that other tools made; each is shown not to happen here. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/core/canonical.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { checkQuestionnaire } from '../../src/core/parse.ts';
import { kindOf } from '../../src/core/questions/index.ts';
import { holds } from './support/runs.ts';
import {
  choice,
  countries,
  ends,
  FACTS,
  gate,
  isIn,
  model,
  number,
  of,
  POLICY,
  questionnaire,
  rates,
  result,
  risky,
  said,
  section,
  several,
  single,
  table,
  text,
} from './support/vocabulary.ts';

const a = single('a');
const overall = (built: Questionnaire, answers: Answers) => ends(result(built, answers).overall);
const heavy = (id: string, weight: number) => single(id, { lo: 0, near: 99, hi: 100 }, { weight });
const thirds = ['a', 'b', 'c'].map((id) => single(id));
const hidden = single('b', undefined, { weight: 50, visible: isIn('a', 'hi') });

describe('T: traps as a table', () => {
  const cases: readonly [string, Questionnaire, Answers, readonly [number, number] | null][] = [
    ['T1 near the top, weights still count', of([heavy('a', 1), heavy('b', 1)]), said({ a: 'hi', b: 'near' }), [99.5, 99.5]],
    ['T1 … and the other way', of([heavy('a', 1), heavy('b', 9)]), said({ a: 'hi', b: 'near' }), [99.1, 99.1]],
    ['T2 a third stays a third', of(thirds), said({ a: 'hi', b: 'lo', c: 'lo' }), [33.333333, 33.333333]],
    [
      'T2 fractions of risk and weight',
      of([single('a', { x: 33.3 }, { weight: 0.5 }), single('b', { x: 66.7 }, { weight: 0.25 })]),
      said({ a: 'x', b: 'x' }),
      [44.433333, 44.433333],
    ],
    ['T3 a hidden question is not the worst', of([a, hidden]), said({ a: 'mid', b: 'hi' }), [50, 50]],
    ['T5 text beside does not dilute', of([a, text('t', { weight: 5 })]), said({ a: 'hi', t: 'words' }), [100, 100]],
    ['T5 a question of weight 0 does not dilute', of([a, single('z', undefined, { weight: 0 })]), said({ a: 'hi', z: 'lo' }), [100, 100]],
    [
      'T5 a text column does not dilute its row',
      of([table('r', [choice('c', { hi: 80 }), { id: 't', text: { en: 't' }, type: 'text', weight: 9 }], { rowRisk: 'mean' })]),
      said({ r: [{ c: 'hi', t: 'words' }] }),
      [80, 80],
    ],
    [
      'T5 a section without questions that score does not dilute',
      questionnaire([section('s', 1, [a]), section('t', 9, [text('t')])]),
      said({ a: 'hi', t: 'words' }),
      [100, 100],
    ],
    ['T7 one section of weight 0: no score, not 0', questionnaire([section('s', 0, [a])]), said({ a: 'hi' }), null],
    ['T8 what does not apply leaves the divisor', of([a, hidden]), said({ a: 'lo' }), [0, 0]],
    ['T8 … of a section as well', questionnaire([section('s', 1, [a]), section('t', 9, [hidden])]), said({ a: 'mid' }), [50, 50]],
    ['T9 no answer is not safe', of([a]), said({}), [0, 100]],
    ['T9 … nor is a refusal', of([a]), said({ a: '!' }), [0, 100]],
    [
      'T9 … nor an open cell',
      of([table('r', [choice('c', { lo: 0, hi: 80 }), choice('d', { lo: 0, hi: 70 })])]),
      said({ r: [{ d: 'lo' }] }),
      [0, 80],
    ],
    [
      'T9 … nor a country of no listed class',
      of([countries('l', {}, undefined, { near: 0, far: 90, listed: 100 })]),
      said({ l: ['QQ'] }),
      [90, 90],
    ],
    [
      'T10 worst is the worst, not the mean',
      of([several('l', { x: 0, y: 10, z: 90 }, { combine: { rule: 'worst' } })]),
      said({ l: ['x', 'y', 'z'] }),
      [90, 90],
    ],
    ['T10 … of countries', of([countries('l')]), said({ l: ['XN', 'XM', 'XL'] }), [100, 100]],
    ['T10 … of rows', of([table('r', [choice('c', { lo: 0, hi: 80 })])]), said({ r: [{ c: 'lo' }, { c: 'lo' }, { c: 'hi' }] }), [80, 80]],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(overall(built, answers)).toEqual(expected));
});

it('T1 a weight that can change nothing is named', () => {
  const same = of([a, single('b', { x: 40, y: 40 })]);
  expect(checkQuestionnaire(same).map((one) => [one.severity, one.code, one.path])).toContainEqual([
    'warning',
    'weight-without-effect',
    '/sections/0/pages/0/questions/1/weight',
  ]);
});

it('T3 the maximum never comes from what is hidden: not in a gate either', () => {
  const built = of([a, hidden], [gate('g', risky('b', 50), rates('critical'))]);
  expect(result(built, said({ a: 'lo', b: 'hi' })).gates[0]?.state).toBe('false');
});

it('T4 a small change of an answer makes a small change of the score: no more than its share of the weight', () => {
  holds('T4', 1000, (d) => {
    const weights = Array.from({ length: d.int(1, 8) }, () => d.int(1, 9));
    const changing = {
      ...number('q0', {
        max: 100,
        scale: {
          kind: 'line',
          points: [
            { at: 0, risk: 0 },
            { at: 100, risk: 100 },
          ],
        },
      }),
      weight: weights[0] ?? 1,
    };
    const built = of([changing, ...weights.slice(1).map((weight, i) => single(`q${i + 1}`, undefined, { weight }))]);
    const from = d.int(0, 9900) / 100;
    const step = d.int(1, 100) / 100;
    const at = (value: number) => result(built, said({ q0: value })).overall?.low ?? 0;
    const share = (weights[0] ?? 1) / weights.reduce((sum, weight) => sum + weight, 0);
    expect(at(from + step) - at(from)).toBeCloseTo(share * step, 9);
    return 'as much as its share';
  });
});

describe('T6 what has no risk is refused, not guessed', () => {
  const cases: readonly [string, Questionnaire, string][] = [
    ['T6 an option', of([single('a', { lo: 0, gap: null, hi: 100 })]), '/sections/0/pages/0/questions/0/options/1'],
    ['T6 an option of several', of([several('a', { lo: 0, gap: null })]), '/sections/0/pages/0/questions/0/options/1'],
    ['T6 a class of countries', of([countries('a', {}, undefined, { listed: 100, near: 0 })]), '/sections/0/pages/0/questions/0/risks'],
    ['T6 a number without a scale', of([number('a')]), '/sections/0/pages/0/questions/0'],
    [
      'T6 an answer that is no number',
      of([
        number(
          'a',
          {
            scale: {
              kind: 'steps',
              points: [
                { at: 0, risk: 0 },
                { at: 5, risk: 50 },
              ],
            },
          },
          { unlimited: null },
        ),
      ]),
      '/sections/0/pages/0/questions/0/options/0',
    ],
    [
      'T6 an option of a scored column',
      of([table('a', [choice('c', { lo: 0, gap: null })])]),
      '/sections/0/pages/0/questions/0/columns/0/options/1',
    ],
    [
      'T6 "no rows"',
      of([table('a', [choice('c', { lo: 0, hi: 9 })], { noRows: { text: { en: 'none' } } })]),
      '/sections/0/pages/0/questions/0/noRows',
    ],
  ];
  it.each(cases)('%s', (_, built, path) => {
    expect(
      checkQuestionnaire(built)
        .filter((one) => one.severity === 'error')
        .map((one) => [one.code, one.path]),
    ).toContainEqual(['risk-missing', path]);
  });
});

it('T9 a questionnaire without any answer has no band, and nothing is covered', () => {
  const { headline, coverage } = result(of([a, single('b')]), new Map());
  expect([headline, coverage]).toEqual([{ kind: 'not-ratable' }, 0]);
});

describe('T11 weights and policies cannot change unseen', () => {
  const built = of([a, heavy('b', 3)], [gate('g', isIn('a', 'hi'), rates('high'))]);
  const hash = hashOf(model(built).questionnaire);
  const first = built.sections[0];
  const changes: readonly [string, Questionnaire][] = [
    ['T11 a weight of a question', of([a, heavy('b', 4)], built.gates)],
    ['T11 a weight of a section', { ...built, sections: first ? [{ ...first, weight: 2 }] : [] }],
    ['T11 a risk', of([single('a', { lo: 1, mid: 50, hi: 100 }), heavy('b', 3)], built.gates)],
    ['T11 a gate', { ...built, gates: [] }],
    ['T11 an edge of a band', { ...built, bands: built.bands.map((band) => (band.id === 'high' ? { ...band, from: 51 } : band)) }],
    ['T11 a widening', { ...built, grades: built.grades.map((grade) => ({ ...grade, widening: 0 })) }],
    ['T11 the share that may be unanswered', { ...built, unansweredAtMost: 0.3 }],
  ];
  it.each(changes)('%s makes another hash', (_, changed) => expect(hashOf(model(changed).questionnaire)).not.toBe(hash));

  it('T11 so do the list and the parameters of the policy, and the facts', () => {
    const of = (policy = POLICY) => hashOf(model(built, policy).policy);
    expect(of({ ...POLICY, countries: [] })).not.toBe(of());
    expect(of({ ...POLICY, parameters: { threshold: 'strict' } })).not.toBe(of());
    expect(hashOf({ ...FACTS, sets: [] })).not.toBe(hashOf(FACTS));
  });

  it('T11 the order of keys and the spacing do not', () => {
    const turned = Object.fromEntries(Object.entries(built).reverse());
    expect(hashOf(JSON.parse(JSON.stringify(turned, null, 7)))).toBe(hash);
  });
});

it('T6 every kind has bounds that hold what it can give', () => {
  const kinds = [
    a,
    several('s', { x: 5, y: 10 }),
    countries('c'),
    number('n', {
      scale: {
        kind: 'line',
        points: [
          { at: 0, risk: 3 },
          { at: 10, risk: 70 },
        ],
      },
    }),
    table('t', [choice('c', { lo: 2, hi: 9 })]),
  ];
  const made = model(of(kinds));
  for (const { question, bounds } of made.items) {
    const risks = kindOf(question)
      .samples(question, made.classify, made.countries)
      .map((value) => kindOf(question).risk(question, value, false, made.classify));
    expect(risks.length).toBeGreaterThan(1);
    expect(Math.min(...risks.map((one) => one.low))).toBeGreaterThanOrEqual(bounds?.low ?? Number.NaN);
    expect(Math.max(...risks.map((one) => one.high))).toBeLessThanOrEqual(bounds?.high ?? Number.NaN);
  }
});
