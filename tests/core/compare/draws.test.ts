/** What the open answers of a bid come to, draw by draw (method K4). */
import { describe, expect, it } from 'vitest';
import { acceptability } from '../../../src/core/compare/acceptability.ts';
import { type Comparison, robustness } from '../../../src/core/compare/comparison.ts';
import { type Drawn, drawerOf } from '../../../src/core/compare/draws.ts';
import { compareStandings, type Standing } from '../../../src/core/compare/order.ts';
import { drawsFrom } from '../../../src/core/compare/random.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Answers } from '../../../src/core/format/answer.ts';
import type { Condition } from '../../../src/core/format/condition.ts';
import type { Questionnaire } from '../../../src/core/format/questionnaire.ts';
import { rounded } from '../../../src/core/interval.ts';
import type { Model } from '../../../src/core/model.ts';
import { bandIndex } from '../../../src/core/rating.ts';
import { randomAnswers } from '../support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import {
  andMaybeMore,
  answer,
  choice,
  countries,
  gate,
  isIn,
  lifts,
  model,
  no,
  number,
  questionnaire,
  rates,
  risky,
  said,
  section,
  several,
  single,
  stop,
  table,
} from '../support/vocabulary.ts';
import { compared, plain, SCALE } from './support.ts';

/** Many draws, or many bids, on a busy machine. */
const TIME = { timeout: 60_000 };
const DRAWS = 4000;
const drawsOf = (built: Questionnaire, answers: Answers, draws = DRAWS, seed = 1): readonly Drawn[] => {
  const made = model(built);
  const draw = drawsFrom(seed);
  const next = drawerOf(made, answers, evaluate(made, answers));
  return Array.from({ length: draws }, () => next(draw));
};
const part = (drawn: readonly Drawn[], holds: (one: Drawn) => boolean) => drawn.filter(holds).length / drawn.length;
/** Four times the standard deviation of a share near one half. */
const NEAR = 2 / Math.sqrt(DRAWS);

describe('uniform in the interval', () => {
  it.each([
    ['K4.1 not answered', said({}), 0, 100],
    ['K4.1 unknown', said({ q: '?' }), 0, 100],
    ['K4.1 declined', said({ q: '!' }), 0, 100],
    ['K4.1 on weak evidence', said({ q: 40 }, 'e0'), 40, 70],
    ['K4.1 without a grade', said({ q: 40 }, null), 40, 70],
    ['K4.1 a claim of the worst', said({ q: 100 }, 'e0'), 100, 100],
    ['K4.1 settled', said({ q: 40 }), 40, 40],
  ])('%s', (_, answers, low, high) => {
    const drawn = drawsOf(questionnaire([section('s', 1, [number('q', { max: 100, scale: SCALE })])]), answers);
    const risks = drawn.map(({ sections }) => sections[0] ?? -1);
    for (const risk of risks) {
      expect(risk).toBeGreaterThanOrEqual(low);
      expect(risk).toBeLessThanOrEqual(high);
    }
    for (const t of [0.1, 0.5, 0.8])
      if (high > low) expect(Math.abs(part(drawn, ({ sections }) => (sections[0] ?? 0) < low + t * (high - low)) - t)).toBeLessThan(NEAR);
  });

  it('K4.1 where nothing is open, nothing is drawn', () => {
    const built = plain([1, 1]);
    const made = model(built);
    const answers = said({ q0: 10, q1: 90 });
    const next = drawerOf(made, answers, evaluate(made, answers));
    const unused = () => {
      throw new Error('drawn');
    };
    expect(next(unused)).toBe(next(unused));
    expect([...next(unused).sections]).toEqual([10, 90]);
  });

  it('K4.1 sections without weight are not among the criteria', () => {
    expect([...(drawsOf(plain([1, 0, 2]), said({ q0: 10, q1: 50, q2: 90 }), 1)[0]?.sections ?? [])]).toEqual([10, 90]);
  });
});

describe('closed forms for one open answer', () => {
  const ahead = (comparison: Comparison, more: { readonly band: number | null }) => {
    const found = robustness(comparison, { draws: 10_000, seed: 5, ...more });
    if (!found) throw new Error('ended');
    return { share: found.before[1] ?? 0, error: 2 * found.error };
  };
  it.each([
    ['K4.1 one section: below r with r/100', plain([1]), said({ q0: 30 }), said({}), 0.7],
    // b = (x + 40)/2 is below a = 50 where x < 60.
    ['K4.1 two sections, stated weights', plain([1, 1]), said({ q0: 70, q1: 30 }), said({ q1: 40 }), 0.4],
    // The same with a stop at 95 and more: x ≥ 95, risk and value alike, is last as it is anyway.
    ['K4.1 a stop that hangs on it', plain([1], [gate('g', risky('q0', 50), stop)]), said({ q0: 49 }), said({}), 0.51],
    // Both have the floor High below 20. b is ahead below 4, by its score, and from 20 to 50, where it is in a lower band.
    [
      'K4.1 a floor of both, in some draws of one',
      plain([1], [gate('g', { op: 'number-is', question: 'q0', relation: 'below', to: 20 }, rates('high'))]),
      said({ q0: 4 }),
      said({}),
      0.66,
    ],
  ])('%s', (_, built, a, b, expected) => {
    const { share, error } = ahead(compared(built, { a, b }), { band: 0 });
    expect(Math.abs(share - expected)).toBeLessThan(error);
  });

  it('K4.1 K4.2 open answer and free weights together', () => {
    // a = 50 in both; b = 50 in one and x in the other: whatever the weights, ahead where x < 50.
    const { share, error } = ahead(compared(plain([1, 1]), { a: said({ q0: 50, q1: 50 }), b: said({ q1: 50 }) }), { band: null });
    expect(Math.abs(share - 0.5)).toBeLessThan(error);
    // b = wx + 80(1 − w) against 50: behind where w(80 − x) < 30; ahead with ∫ (1 − 30/(80 − x)) over x below 50 = 0.5 − 0.3·ln(8/3).
    const other = ahead(compared(plain([1, 1]), { a: said({ q0: 50, q1: 50 }), b: said({ q1: 80 }) }), { band: null });
    expect(Math.abs(1 - other.share - (0.5 - 0.3 * Math.log(8 / 3)))).toBeLessThan(other.error);
  });
});

/** Beside the gate, a question in a section of its own, so that there is always a score. */
const gated = (
  questions: Questionnaire['sections'][number]['pages'][number]['questions'],
  when: Condition,
  ...effects: Parameters<typeof gate>[2][]
) =>
  questionnaire([section('s', 1, [single('base'), ...questions])], [gate('g', when, ...(effects.length > 0 ? effects : [rates('high')]))]);
const BASE = { base: answer('lo') };
const cells = [choice('c', { lo: 0, mid: 50, hi: 100 }), choice('d', { no: 0, yes: 10 })];

describe('what a draw comes to', () => {
  it.each([
    // The value nearest to the risk drawn: hi from 75 on.
    ['K4.1 open: the nearest value decides', gated([single('q')], isIn('q', 'hi')), said(BASE), 0.25],
    [
      'K4.1 weak: the claim stands while it is nearest',
      gated([single('q', { lo: 0, mid: 20, hi: 100 })], { ...isIn('q', 'mid', 'hi'), settledFrom: 'e2' } as Condition),
      said({ ...BASE, q: answer('lo', 'e0') }),
      0.8,
    ],
    [
      'K4.1 weak: what does not widen is taken as it stands',
      gated([single('q')], { ...isIn('q', 'mid', 'hi'), settledFrom: 'e3' } as Condition),
      said({ ...BASE, q: answer('lo', 'e2') }),
      0,
    ],
    ['K4.1 values of one risk take turns', gated([single('q', { a: 0, b: 0, c: 0, d: 0 })], isIn('q', 'c')), said(BASE), 0.25],
    [
      'K4.1 never scored: each value alike',
      gated([single('q', { a: null, b: null, c: null, d: null }, { weight: 0 })], isIn('q', 'c')),
      said(BASE),
      0.25,
    ],
    [
      'K4.1 an incomplete list keeps what it lists',
      gated([several('q', { a: 0, b: 0, 'none!': 0 })], { op: 'all', of: [isIn('q', 'a'), isIn('q', 'b')] }),
      said({ ...BASE, q: andMaybeMore(['a']) }),
      0.5,
    ],
    [
      'K4.1 countries that may be more',
      gated([countries('q')], { op: 'country-class-in', question: 'q', classes: ['listed'] }),
      said({ ...BASE, q: andMaybeMore(['XF']) }),
      0.5,
    ],
    // Row risk: the worst; open d leaves c as it is. d is yes in half of the draws.
    [
      'K4.1 an open cell',
      gated([table('q', cells, { combine: { rule: 'worst' } })], { op: 'answer-in', question: 'q', column: 'd', options: ['yes'] }),
      said({ ...BASE, q: [{ c: 'hi' }] }),
      0.5,
    ],
    ['K4.1 a gate on a section', gated([], { op: 'section-at-least', section: 's', risk: 60 }), said({}), 0.4],
    [
      'K4.1 a gate behind a gate',
      questionnaire(
        [section('s', 1, [single('base'), single('q')])],
        [gate('f', isIn('q', 'hi'), lifts('s', 10)), gate('g', { op: 'gate', gate: 'f' }, rates('high'))],
      ),
      said(BASE),
      0.25,
    ],
    ['K4.1 not', gated([single('q')], no(isIn('q', 'hi'))), said(BASE), 0.75],
  ])('%s', (_, built, answers, expected) => {
    const found = part(drawsOf(built, answers), ({ floor }) => floor === 2);
    if (expected === 0) expect(found).toBe(0);
    else expect(Math.abs(found - expected)).toBeLessThan(NEAR);
  });

  it('K4.1 it stays so where another gate, left open by it, looks at it too', () => {
    const built = questionnaire(
      [section('s', 1, [single('q', { lo: 0, mid: 20, hi: 100 })])],
      [gate('holds', isIn('q', 'lo'), rates('high')), gate('could', { ...isIn('q', 'mid', 'hi'), settledFrom: 'e2' } as Condition, stop)],
    );
    const drawn = drawsOf(built, said({ q: answer('lo', 'e0') }));
    expect(part(drawn, ({ floor }) => floor === 2)).toBe(1);
    expect(Math.abs(part(drawn, ({ stop: stopped }) => stopped) - 0.8)).toBeLessThan(NEAR);
  });

  it('K4.1 visibility follows the draw', () => {
    const built = questionnaire([section('s', 1, [single('q'), single('more', { lo: 0, hi: 100 }, { visible: isIn('q', 'hi') })])]);
    const drawn = drawsOf(built, said({ more: 'hi' }));
    // q alone below 75, else the mean of q and 100: never between.
    expect(Math.abs(part(drawn, ({ sections }) => (sections[0] ?? 0) < 75) - 0.75)).toBeLessThan(NEAR);
    expect(part(drawn, ({ sections: [risk = 0] }) => risk >= 75 && risk < 87.5)).toBe(0);
  });

  it('K4.1 what the assessment has decided stays: a weak answer that fulfils a gate fulfils it in every draw', () => {
    const built = gated([single('q')], isIn('q', 'lo'), rates('high'), stop);
    const drawn = drawsOf(built, said({ ...BASE, q: answer('lo', 'e0') }), 300);
    expect(part(drawn, ({ floor, stop: stopped }) => floor === 2 && stopped)).toBe(1);
  });

  it('K4.1 a draw in which nothing at all would be scored counts at its upper end', () => {
    const built = questionnaire([
      section('s', 1, [
        single('on', { yes: null, no: null }, { weight: 0 }),
        single('q', { lo: 0, hi: 60 }, { visible: isIn('on', 'yes') }),
      ]),
    ]);
    const drawn = drawsOf(built, said({ q: 'lo' }));
    expect(part(drawn, ({ sections: [risk] }) => risk === 0)).toBe(1);
    const open = drawsOf(built, said({}));
    expect(Math.abs(part(open, ({ sections: [risk] }) => risk === 60) - 0.5)).toBeLessThan(NEAR);
  });

  it('K4.1 a section is as the gates leave it', () => {
    const drawn = drawsOf(gated([single('q')], isIn('q', 'hi'), lifts('s', 80)), said(BASE));
    expect(Math.abs(part(drawn, ({ sections: [risk] }) => risk === 80) - 0.25)).toBeLessThan(NEAR);
    expect(part(drawn, ({ sections: [risk = 0] }) => risk < 37.5 || risk === 80)).toBe(1);
  });
});

/** The standing of a draw at the stated weights, by the rules. */
function standingOf(made: Model, { sections, floor, stop: stopped }: Drawn): Standing {
  const weights = made.sections.flatMap(({ section: { weight } }) => (weight > 0 ? [weight] : []));
  const scored = [...sections].flatMap((risk, i) => (Number.isNaN(risk) ? [] : [{ risk, weight: weights[i] ?? 0 }]));
  const score = scored.reduce((sum, { risk, weight }) => sum + risk * weight, 0) / scored.reduce((sum, { weight }) => sum + weight, 0);
  return [stopped ? 1 : 0, Math.max(floor, bandIndex(made.questionnaire.bands, score)), rounded(score)];
}
const SLACK = 2e-6;
const shifted = ([stopped, band, score]: Standing, by: number): Standing => [stopped, band, score + by];

describe('laws', TIME, () => {
  it('K4.1 every draw lies within what the assessment allows: sections, floors, stop and standing', () => {
    holds('draws within intervals', 600, (d) => {
      const built = randomQuestionnaire(d, USUAL);
      const answers = randomAnswers(d, built, d.pick([20, 50, 80]));
      const { bids, model: made } = compared(built, { a: answers });
      const bid = bids[0];
      if (!bid) return 'nothing scored';
      const draw = drawsFrom(d.int(0, 1e6));
      const next = drawerOf(made, answers, bid.result);
      const weighted = bid.result.sections.filter(({ weight }) => weight > 0);
      for (let i = 0; i < 20; i++) {
        const drawn = next(draw);
        for (const [at, { interval }] of weighted.entries()) {
          const risk = drawn.sections[at] ?? Number.NaN;
          if (Number.isNaN(risk)) expect(interval === null || interval.optional).toBe(true);
          else {
            expect(risk).toBeGreaterThanOrEqual((interval?.low ?? 101) - 1e-9);
            expect(risk).toBeLessThanOrEqual((interval?.high ?? -1) + 1e-9);
          }
        }
        const standing = standingOf(made, drawn);
        expect(compareStandings(shifted(standing, SLACK), bid.range.best)).toBeGreaterThanOrEqual(0);
        expect(compareStandings(shifted(standing, -SLACK), bid.range.worst)).toBeLessThanOrEqual(0);
      }
      return bid.result.gates.some(({ state }) => state === 'undetermined') ? 'with gates that could apply' : 'without';
    });
  });

  it('K2.1 K4.1 who is separated stands before in every draw at the stated weights', () => {
    holds('separated', 400, (d) => {
      const built = randomQuestionnaire(d, { ...USUAL, questions: 3 });
      const comparison = compared(built, Object.fromEntries(['a', 'b', 'c'].map((id) => [id, randomAnswers(d, built, 15)])));
      const separated = comparison.pairs.filter(({ relation }) => relation !== 'not-separated');
      if (separated.length === 0) return 'none separated';
      const found = robustness(comparison, { draws: 20, seed: d.int(0, 1e6), band: 0 });
      const at = (id: string) => comparison.bids.findIndex((bid) => bid.id === id);
      for (const { a, b, relation } of separated)
        expect(found?.before[at(a) * comparison.bids.length + at(b)]).toBe(relation === 'before' ? 1 : 0);
      return 'some separated';
    });
  });

  it('K4.3 the drawing of answers is told of and ended like the rest', () => {
    const built = plain([1, 1]);
    const comparison = compared(built, { a: said({ q0: 10 }), b: said({}) });
    const told: number[] = [];
    expect(robustness(comparison, { draws: 5000, seed: 1, band: null, progress: (done) => told.push(done) < 2 })).toBeNull();
    expect(told).toEqual([0, 500]);
    expect(acceptability([], { draws: 10, seed: 1, shares: [1], band: null, edges: [0] })?.ranks.length).toBe(0);
  });
});
