/** Gates, their effects, and why they stand as they do: rules G1 to G4. */

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import { explainGate } from '../../src/core/explain.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import { type Gate, QuestionnaireSchema } from '../../src/core/format/questionnaire.ts';
import {
  ends,
  every,
  gate,
  isIn,
  lifts,
  model,
  no,
  of,
  questionnaire,
  rates,
  result,
  said,
  section,
  single,
  stop,
} from './support/vocabulary.ts';

const asked = [single('a'), single('b')];
const told = (gates: readonly Gate[], answers: Answers) => {
  const { gates: states, sections, rating, headline } = result(of(asked, gates), answers);
  return [states.map((one) => one.state[0]).join(''), ends(sections[0]?.interval), rating && `${rating.low}–${rating.high}`, headline.kind];
};
const bad = isIn('a', 'hi');

describe('G: effects as a table', () => {
  const cases: readonly [string, readonly Gate[], Answers, ReturnType<typeof told>][] = [
    ['G2 rating at least', [gate('g', bad, rates('critical'))], said({ a: 'hi', b: 'lo' }), ['t', [50, 50], 'critical–critical', 'band']],
    ['G2 section at least', [gate('g', bad, lifts('only', 80))], said({ a: 'hi', b: 'lo' }), ['t', [80, 80], 'critical–critical', 'band']],
    ['G2 stop gives no rating but says so', [gate('g', bad, stop)], said({ a: 'hi', b: 'lo' }), ['t', [50, 50], 'high–high', 'stop']],
    [
      'G2 several effects of one gate',
      [gate('g', bad, lifts('only', 60), rates('critical'))],
      said({ a: 'hi', b: 'lo' }),
      ['t', [60, 60], 'critical–critical', 'band'],
    ],
    [
      'G3 undetermined: at the upper end only',
      [gate('g', isIn('b', 'hi'), rates('critical'))],
      said({ a: 'lo' }),
      ['u', [0, 50], 'low–critical', 'not-ratable'],
    ],
    [
      'G3 undetermined section floor',
      [gate('g', isIn('b', 'hi'), lifts('only', 80))],
      said({ a: 'lo' }),
      ['u', [0, 80], 'low–critical', 'not-ratable'],
    ],
    [
      'G3 false: nothing',
      [gate('g', bad, rates('critical'), lifts('only', 90), stop)],
      said({ a: 'lo', b: 'lo' }),
      ['f', [0, 0], 'low–low', 'band'],
    ],
    [
      'G4 a lower floor lowers nothing',
      [gate('g', bad, rates('moderate'), lifts('only', 10))],
      said({ a: 'hi', b: 'hi' }),
      ['t', [100, 100], 'critical–critical', 'band'],
    ],
    [
      'G4 of two floors the higher holds',
      [gate('g', bad, rates('critical')), gate('h', bad, rates('moderate'))],
      said({ a: 'hi', b: 'lo' }),
      ['tt', [50, 50], 'critical–critical', 'band'],
    ],
    [
      'G3.1 a later gate sees the lifted section',
      [gate('g', bad, lifts('only', 80)), gate('h', { op: 'section-at-least', section: 'only', risk: 80 }, stop)],
      said({ a: 'hi', b: 'lo' }),
      ['tt', [80, 80], 'critical–critical', 'stop'],
    ],
    [
      'G3.1 an earlier one does not',
      [gate('h', { op: 'section-at-least', section: 'only', risk: 80 }, stop), gate('g', bad, lifts('only', 80))],
      said({ a: 'hi', b: 'lo' }),
      ['ft', [80, 80], 'critical–critical', 'band'],
    ],
  ];
  it.each(cases)('%s', (_, gates, answers, expected) => expect(told(gates, answers)).toEqual(expected));
});

it('G2.1 a floor under a section that is not scored has nothing to lift', () => {
  const built = questionnaire(
    [section('s', 1, [single('a')]), section('t', 1, [single('b', undefined, { visible: isIn('a', 'hi') })])],
    [gate('g', isIn('a', 'lo'), lifts('t', 90))],
  );
  const { sections, overall } = result(built, said({ a: 'lo' }));
  expect([sections[1]?.interval, ends(overall)]).toEqual([null, [0, 0]]);
});

it('G1 a gate without a reason, a source or an exit is refused', () => {
  const whole = gate('g', bad, stop);
  for (const key of ['reason', 'sources', 'exit', 'effects', 'when'] as const) {
    const { [key]: _, ...rest } = whole;
    const shape = { ...of(asked), gates: [rest] };
    expect(
      v.safeParse(QuestionnaireSchema, shape).issues?.map((issue) => v.getDotPath(issue)),
      key,
    ).toEqual([`gates.0.${key}`]);
  }
  expect(v.safeParse(QuestionnaireSchema, of(asked, [whole])).success).toBe(true);
});

describe('G3 why a gate stands as it does', () => {
  const explain = (gates: readonly Gate[], answers: Answers) => {
    const made = model(of(asked, gates));
    const { because, dependsOn, sections } = explainGate(made, answers, evaluate(made, answers), gates.at(-1)?.id ?? '');
    return [because, dependsOn, sections];
  };
  const weak = { op: 'answer-in' as const, question: 'a', options: ['lo'], settledFrom: 'e2' };
  const cases: readonly [string, readonly Gate[], Answers, readonly (readonly string[])[]][] = [
    ['G3 the answers that make it true', [gate('g', every(bad, isIn('b', 'hi')), stop)], said({ a: 'hi', b: 'hi' }), [['a', 'b'], [], []]],
    ['G3 the answers that it depends on', [gate('g', every(bad, isIn('b', 'hi')), stop)], said({ a: 'hi' }), [['a'], ['b'], []]],
    ['G3 through `not`', [gate('g', no(isIn('a', 'lo')), stop)], said({ a: 'hi' }), [['a'], [], []]],
    ['C2.1 G3 a claim to be shown, through `not`', [gate('g', no(weak), stop)], said({ a: 'lo' }, 'e0'), [[], ['a'], []]],
    ['G3 through an earlier gate', [gate('f', bad, stop), gate('g', { op: 'gate', gate: 'f' }, stop)], said({ a: 'hi' }), [['a'], [], []]],
    ['G3 a section', [gate('g', { op: 'section-at-least', section: 'only', risk: 50 }, stop)], said({}), [[], [], ['only']]],
  ];
  it.each(cases)('%s', (_, gates, answers, expected) => expect(explain(gates, answers)).toEqual(expected));
});
