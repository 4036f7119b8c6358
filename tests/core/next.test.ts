/** Which question to ask next. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { nextQuestions } from '../../src/core/next.ts';
import { completions, turnedOut } from './support/completions.ts';
import { randomAnswers } from './support/randomAnswers.ts';
import { randomQuestionnaire } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import { gate, isIn, lifts, model, of, questionnaire, rates, said, section, single } from './support/vocabulary.ts';

const next = (built: Questionnaire, answers: Answers = new Map()) => {
  const made = model(built);
  return nextQuestions(made, answers, evaluate(made, answers)).map((one) => [one.question, one.narrows, ...one.gates]);
};
const heavy = single('b', undefined, { weight: 3 });
const narrow = single('c', { lo: 40, hi: 60 }, { weight: 4 });

describe('next questions as a table', () => {
  const cases: readonly [string, Questionnaire, Answers, readonly (readonly (string | number)[])[]][] = [
    [
      'R4 by weight and width',
      of([single('a'), heavy, narrow]),
      said({}),
      [
        ['b', 37.5],
        ['a', 12.5],
        ['c', 10],
      ],
    ],
    ['R4 answered ones are done', of([single('a'), heavy]), said({ b: 'lo' }), [['a', 25]]],
    [
      'R4 unknown and declined are open',
      of([single('a'), single('b')]),
      said({ a: '?', b: '!' }),
      [
        ['a', 50],
        ['b', 50],
      ],
    ],
    [
      'R4 ties by the gates that hang on them',
      of([single('a'), single('b')], [gate('g', isIn('b', 'hi'), rates('high'))]),
      said({}),
      [
        ['b', 50, 'g'],
        ['a', 50],
      ],
    ],
    ['R4 S3 hidden ones are not asked', of([single('a'), single('b', undefined, { visible: isIn('a', 'hi') })]), said({ a: 'lo' }), []],
    [
      'R4 what is never scored is asked where a gate hangs on it',
      of(
        [single('a'), single('b', undefined, { weight: 0 }), single('c', undefined, { weight: 0 })],
        [gate('g', isIn('b', 'hi'), rates('high'))],
      ),
      said({}),
      [
        ['a', 100],
        ['b', 0, 'g'],
      ],
    ],
    [
      'R4 what is never scored is asked where it decides what applies',
      questionnaire([
        section('s', 1, [single('a', undefined, { weight: 0 }), single('b', undefined, { visible: isIn('a', 'hi') }), single('c')]),
      ]),
      said({ c: 'lo' }),
      [
        ['a', 50],
        ['b', 50],
      ],
    ],
    [
      'R4 a floor that an answer would lift counts',
      of([single('a', { lo: 0, hi: 10 }), single('b', undefined, { weight: 0 })], [gate('g', isIn('b', 'hi'), lifts('only', 60))]),
      said({}),
      [
        ['b', 60, 'g'],
        ['a', 10],
      ],
    ],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(next(built, answers)).toEqual(expected));
});

it('R4 R4.1 narrowing is that of a brute force over every answer', { timeout: 60_000 }, () => {
  holds('R4 against brute force', 1500, (d) => {
    const built = randomQuestionnaire(d, { hidden: 30, gates: 2, onlyRising: false, sections: 2, questions: 3 });
    const made = model(built);
    const answers = randomAnswers(d, built, 70);
    const now = evaluate(made, answers);
    const asked = nextQuestions(made, answers, now);
    const width = (of: typeof now) => (of.overall ? of.overall.high - of.overall.low : 0);
    for (const { question, narrows } of asked) {
      const item = made.items[made.indexOf(question) ?? -1];
      if (!item) throw new Error(question);
      const after = completions(made, item.question, undefined).map((value) =>
        width(evaluate(made, new Map(answers).set(question, turnedOut(undefined, value)))),
      );
      const exact = Math.max(0, width(now) - Math.min(...after));
      // What has too many answers is tried by samples (R4.1), so it may promise less than its best answer would give, never more.
      const { type } = item.question;
      if (type === 'single') expect(narrows).toBeCloseTo(exact, 5);
      else if (type !== 'table' && type !== 'date') expect(narrows).toBeLessThanOrEqual(exact + 1e-6);
    }
    expect(asked.map((one) => one.narrows)).toEqual(asked.map((one) => one.narrows).sort((a, b) => b - a));
    return asked.length > 0 ? 'asked' : 'nothing to ask';
  });
});
