/** The shipped examples, against the figures of the reference reckoning. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/core/counts.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import { plainSums } from '../../src/core/plain.ts';
import { andMaybeMore } from './support/vocabulary.ts';

type Ends = readonly [number, number];
interface Figures {
  readonly dl: Ends;
  readonly op: Ends;
  readonly si: Ends;
  readonly ic: Ends;
  readonly overall: Ends;
  readonly plain: readonly [number, number, number];
  readonly rating: string;
  readonly gates: string;
  readonly open: string;
}
const all = (figure: number): readonly [number, number, number] => [figure, figure, figure];
const OPEN = 'g0? g1? g2? g3? g4? g5? g6? g7? g8? g9? dl-floor';

/** Replayed, A and B as the reference has them; "dl-floor" is what it reckons as the floor of the section. */
const cases: readonly [string, string, Answers, Figures][] = [
  [
    'S1 S2 P1 replay, as shipped',
    'liege-hub-replay',
    new Map(),
    {
      dl: [50, 94.2],
      op: [21.9, 91.9],
      si: [0, 98.1],
      ic: [24, 98.7],
      overall: [21.2, 95.5],
      plain: [14.6, 54.7, 72.5],
      rating: 'low–critical not-ratable',
      gates: OPEN,
      open: '48/55',
    },
  ],
  [
    'S1 S2 P1 replay, with the answer that the reference takes',
    'liege-hub-replay',
    new Map([['op-09', andMaybeMore(['info'], 'e1')]]),
    {
      dl: [50, 94.2],
      op: [24.1, 91.9],
      si: [0, 98.1],
      ic: [24, 98.7],
      overall: [21.9, 95.5],
      plain: [15.4, 53.5, 65.9],
      rating: 'low–critical not-ratable',
      gates: OPEN,
      open: '47/55',
    },
  ],
  [
    'S1 Q2 P1 bidder A',
    'scheldewaard',
    new Map(),
    {
      dl: [13.3, 16.8],
      op: [4.6, 6.9],
      si: [46.1, 48],
      ic: [45.9, 45.9],
      overall: [26.6, 28.4],
      plain: all(26.6),
      rating: 'moderate–moderate band',
      gates: '',
      open: '0/53',
    },
  ],
  [
    'S1 G2 P1 bidder B',
    'meridian',
    new Map(),
    {
      dl: [50, 50],
      op: [25, 25],
      si: [11.2, 11.2],
      ic: [33.2, 33.2],
      overall: [27.4, 27.4],
      plain: all(26.3),
      rating: 'high–high band',
      gates: 'g1 dl-floor',
      open: '0/52',
    },
  ],
  [
    'S1 G5 P1 bidder B, renegotiated',
    'meridian-renegotiated',
    new Map(),
    {
      dl: [24, 24],
      op: [25, 25],
      si: [11.2, 11.2],
      ic: [33.2, 33.2],
      overall: [23.5, 23.5],
      plain: all(23.5),
      rating: 'low–low band',
      gates: '',
      open: '0/52',
    },
  ],
];

describe('figures of the examples', () => {
  it.each(cases)('%s', (_, file, besides, expected) => {
    const parsed = parseAssessment(readFileSync(new URL(`../../questionnaires/examples/${file}.json`, import.meta.url), 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { questionnaire, facts, policy, history } = parsed.value;
    const model = modelOf(questionnaire, facts, policy);
    const result = evaluate(model, new Map([...fold(history).answers, ...besides]));
    const near = (found: number | null | undefined, wanted: number, what: string) =>
      expect(Math.abs((found ?? Number.NaN) - wanted), `${what}: ${found}, expected ${wanted}`).toBeLessThanOrEqual(0.05 + 1e-9);
    for (const id of ['dl', 'op', 'si', 'ic'] as const) {
      const section = result.sections.find((one) => one.id === id)?.interval;
      near(section?.low, expected[id][0], `${id} low`);
      near(section?.high, expected[id][1], `${id} high`);
    }
    near(result.overall?.low, expected.overall[0], 'overall low');
    near(result.overall?.high, expected.overall[1], 'overall high');
    const plain = plainSums(model, result);
    near(plain.unknownAsZero, expected.plain[0], 'plain, unknown as 0');
    near(plain.unknownAsHalf, expected.plain[1], 'plain, unknown as 50');
    near(plain.unknownLeftOut, expected.plain[2], 'plain, unknown left out');
    expect(`${result.rating?.low}–${result.rating?.high} ${result.headline.kind}`).toBe(expected.rating);
    const gates = result.gates.filter((one) => one.state !== 'false').map((one) => (one.state === 'true' ? one.id : `${one.id}?`));
    expect(gates.join(' ')).toBe(expected.gates);
    const counts = countsOf(model, result, undefined, true);
    expect(`${counts.applicable - counts.answered}/${counts.applicable}`).toBe(expected.open);
  });
});
