/** Bands, rating and headline: rules R1 to R3. (R4 is next.test.ts, R5 history.test.ts.) */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/core/format/answer.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { bandIndex } from '../../src/core/rating.ts';
import { gate, isIn, of, rates, result, said, single, stop, text } from './support/vocabulary.ts';

const { bands } = of([]);
describe('R1 bands', () => {
  const cases: readonly [string, number, string][] = [
    ['R1 the lowest', 0, 'low'],
    ['R1 T4 below the edge', 24.999998, 'low'],
    ['R1 the edge belongs to the band', 25, 'moderate'],
    ['R1 nearer to the edge than scores are told apart', 24.9999999, 'moderate'],
    ['R1 a sum that misses by the order of its additions', 0.1 + 0.2 + 24.7 - 1e-13, 'moderate'],
    ['R1 T4 shown as 50.0, yet below', 49.96, 'moderate'],
    ['R1 the top', 100, 'critical'],
  ];
  it.each(cases)('%s', (_, score, expected) => expect(bands[bandIndex(bands, score)]?.id).toBe(expected));

  it('R1 an edge of more digits than are compared', () => {
    const third = 100 / 3;
    expect(
      bandIndex(
        [
          { id: 'below', from: 0, name: {} },
          { id: 'above', from: third, name: {} },
        ],
        third,
      ),
    ).toBe(1);
  });
});

const told = (built: Questionnaire, answers: Answers) => {
  const { rating, headline, coverage } = result(built, answers);
  return [rating && `${rating.low}–${rating.high}`, headline.kind === 'band' ? headline.band : headline.kind, Math.round(coverage * 100)];
};
const a = single('a');
const light = single('b', { lo: 0, hi: 100 }, { weight: 0.25 });
const quarter = single('b', { lo: 0, hi: 100 }, { weight: 1 / 3 });
const hidden = single('b', { lo: 0, hi: 100 }, { weight: 9, visible: isIn('a', 'hi') });

describe('R2 and R3 as a table', () => {
  const cases: readonly [string, Questionnaire, Answers, ReturnType<typeof told>][] = [
    ['R2 R3 both ends agree', of([a]), said({ a: 'mid' }), ['high–high', 'high', 100]],
    ['R2 R3 the ends differ', of([a]), said({ a: 'mid' }, 'e0'), ['high–critical', 'not-ratable', 100]],
    ['R3 a fifth unanswered is still enough', of([a, light]), said({ a: 'hi' }), ['critical–critical', 'critical', 80]],
    ['R3 more than a fifth is not, though the ends agree', of([a, quarter]), said({ a: 'hi' }), ['critical–critical', 'not-ratable', 75]],
    ['R3 unknown and declined are not answered', of([a, quarter]), said({ a: 'hi', b: '?' }), ['critical–critical', 'not-ratable', 75]],
    ['R3 S3 what does not apply is not missing', of([a, hidden]), said({ a: 'lo' }), ['low–low', 'low', 100]],
    [
      'R2 gates raise the ends',
      of([a], [gate('g', isIn('a', 'mid'), rates('critical'))]),
      said({ a: 'mid' }),
      ['critical–critical', 'critical', 100],
    ],
    ['R3 a true stop overrides', of([a], [gate('g', isIn('a', 'lo'), stop)]), said({ a: 'lo' }), ['low–low', 'stop', 100]],
    [
      'R3 a true stop overrides though much is missing',
      of([a, quarter], [gate('g', isIn('a', 'hi'), stop)]),
      said({ a: 'hi' }),
      ['critical–critical', 'stop', 75],
    ],
    [
      'R3.1 a possible stop leaves no band to headline',
      of([a, light], [gate('g', isIn('b', 'hi'), stop)]),
      said({ a: 'hi' }),
      ['critical–critical', 'not-ratable', 80],
    ],
    ['R3.2 nothing scored: no band', of([text('t')]), said({ t: 'words' }), [null, 'not-scored', 0]],
    [
      'R3.2 nothing scored, and a stop',
      of([{ ...a, weight: 0 }], [gate('g', isIn('a', 'hi'), stop)]),
      said({ a: 'hi' }),
      [null, 'stop', 0],
    ],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(told(built, answers)).toEqual(expected));
});
