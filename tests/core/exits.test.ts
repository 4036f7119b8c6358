/** Exits, each beside a brute force over every value of every question that may change. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import { type Exit, exitsOf, togetherOf } from '../../src/core/exits.ts';
import type { Answer, Answers, Value } from '../../src/core/format/answer.ts';
import type { Condition } from '../../src/core/format/condition.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import type { Model } from '../../src/core/model.ts';
import { kindOf } from '../../src/core/questions/index.ts';
import { allRows, completions, turnedOut } from './support/completions.ts';
import type { Dice } from './support/dice.ts';
import { questionsOf, randomAnswers } from './support/randomAnswers.ts';
import { randomAtom, randomQuestionnaire } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import {
  andMaybeMore,
  answer,
  choice,
  countries,
  date,
  every,
  gate,
  isIn,
  lifts,
  model,
  no,
  number,
  of,
  questionnaire,
  rates,
  risky,
  said,
  section,
  several,
  single,
  some,
  stop,
  table,
} from './support/vocabulary.ts';

/** `q=a|b + r=keep@e2` for each exit. */
const told = (exits: readonly Exit[]) =>
  exits.map(({ changes }) =>
    changes
      .map(
        (c) =>
          `${c.question}=${c.keep ? 'keep' : c.values.map((v) => (typeof v === 'object' ? JSON.stringify(v) : v)).join('|')}@${c.grade}`,
      )
      .join(' + '),
  );

const exits = (built: Questionnaire, answers: Answers, id = 'g') => {
  const made = model(built);
  return told(exitsOf(made, answers, evaluate(made, answers), id));
};

const bad = (id: string) => isIn(id, 'hi');
const ab = [single('a'), single('b'), single('c')];
const weak = (id: string): Condition => ({ op: 'answer-in', question: id, options: ['hi'], settledFrom: 'e2' });
const r = rates('high');
/** What nobody can promise, and what a contract can say. */
const lawAndKeys = (when: (...of: Condition[]) => Condition) =>
  of([single('law', undefined, { notNegotiable: true }), single('keys')], [gate('g', when(bad('law'), bad('keys')), r)]);
/** Four of the six have to go below. */
const risky6: Condition = { op: 'section-at-least', section: 'only', risk: 33 };
const yesNo = choice('ok', { yes: 0, no: 100 });

describe('what can be promised', () => {
  const promised = (built: Questionnaire, answers: Answers) => {
    const made = model(built);
    return told(exitsOf(made, answers, evaluate(made, answers), 'g', true));
  };

  it('G5.4 what nobody who bids can promise is a way out, and no commitment', () => {
    const answers = said({ law: 'hi', keys: 'hi' });
    expect(exits(lawAndKeys(every), answers)).toEqual(['law=lo|mid@e2', 'keys=lo|mid@e2']);
    expect(promised(lawAndKeys(every), answers)).toEqual(['keys=lo|mid@e2']);
    // Where it would take such a change, there is none.
    expect(exits(lawAndKeys(some), answers)).toEqual(['law=lo|mid@e2 + keys=lo|mid@e2']);
    expect(promised(lawAndKeys(some), answers)).toEqual([]);
  });

  it('G5.4 the present answer to it, better shown, can be asked for', () => {
    const built = of([single('law', undefined, { notNegotiable: true })], [gate('g', weak('law'), r)]);
    expect(promised(built, said({ law: 'lo' }, 'e0'))).toEqual(['law=keep@e2']);
  });

  it('G5.4 a larger set without it is looked for where a smaller one has it', () => {
    const questions = [single('law', undefined, { notNegotiable: true }), single('a'), single('b')];
    const built = of(questions, [gate('g', every(bad('law'), some(bad('a'), bad('b'))), r)]);
    const answers = said({ law: 'hi', a: 'hi', b: 'hi' });
    expect(exits(built, answers)).toEqual(['law=lo|mid@e2']);
    expect(promised(built, answers)).toEqual(['a=lo|mid@e2 + b=lo|mid@e2']);
  });
});

describe('exits as a table', () => {
  const cases: readonly [string, Questionnaire, Answers, readonly string[]][] = [
    ['G5 one answer', of(ab, [gate('g', bad('a'), r)]), said({ a: 'hi' }), ['a=lo|mid@e2']],
    [
      'G5 of `all`, any one will do',
      of(ab, [gate('g', every(bad('a'), bad('b')), r)]),
      said({ a: 'hi', b: 'hi' }),
      ['a=lo|mid@e2', 'b=lo|mid@e2'],
    ],
    [
      'G5 of `any`, every one has to go',
      of(ab, [gate('g', some(bad('a'), bad('b')), r)]),
      said({ a: 'hi', b: 'hi' }),
      ['a=lo|mid@e2 + b=lo|mid@e2'],
    ],
    ['G5 open questions are exits too', of(ab, [gate('g', bad('a'), r)]), said({}), ['a=lo|mid@e2']],
    ['G5 a gate that is off has nothing to leave', of(ab, [gate('g', bad('a'), r)]), said({ a: 'lo' }), ['a=keep@e2']],
    ['G5.1 the same answer, better shown, asks least', of(ab, [gate('g', weak('a'), r)]), said({ a: 'lo' }, 'e0'), ['a=keep@e2']],
    [
      'G5.1 what the buyer states is no exit',
      of([single('a', undefined, { evidence: 'none' }), single('b')], [gate('g', every(bad('a'), bad('b')), r)]),
      said({ a: 'hi', b: 'hi' }),
      ['b=lo|mid@e2'],
    ],
    [
      'G5 through an earlier gate',
      of(ab, [gate('first', bad('a'), r), gate('g', every({ op: 'gate', gate: 'first' }, bad('b')), r)]),
      said({ a: 'hi', b: 'hi' }),
      ['a=lo|mid@e2', 'b=lo|mid@e2'],
    ],
    [
      'G5 S3 hiding the question',
      of([single('a', { yes: 50, no: 0 }), single('b', undefined, { visible: isIn('a', 'yes') })], [gate('g', bad('b'), r)]),
      said({ a: 'yes', b: 'hi' }),
      ['b=lo|mid@e2', 'a=no@e2'],
    ],
    [
      'G5.1 a list goes without what offends',
      of([several('a', { x: 0, y: 10, z: 100 })], [gate('g', isIn('a', 'z'), r)]),
      said({ a: ['x', 'y', 'z'] }),
      ['a=["x","y"]@e2'],
    ],
    [
      'G5.1 countries go without what offends',
      of([countries('a')], [gate('g', { op: 'country-class-in', question: 'a', classes: ['far'] }, r)]),
      said({ a: ['XN', 'XF'] }),
      ['a=["XN"]@e2'],
    ],
    [
      'G5 a list that may be longer is to be closed',
      of([several('a', { x: 0, y: 10, z: 100 })], [gate('g', isIn('a', 'z'), r)]),
      said({ a: andMaybeMore(['x']) }),
      ['a=keep@e2'],
    ],
    [
      'G5.1 rows go without what offends',
      of([table('a', [yesNo])], [gate('g', { op: 'answer-in', question: 'a', column: 'ok', options: ['no'] }, r)]),
      said({ a: [{ ok: 'yes' }, { ok: 'no' }] }),
      ['a=[{"ok":"yes"}]@e2'],
    ],
    [
      'G5 "there is none" where it is an answer',
      of([table('a', [choice('ok', { no: 100 })], { noRows: { text: { en: 'none' }, risk: 0 } })], [gate('g', risky('a', 50), r)]),
      said({ a: [{ ok: 'no' }] }),
      ['a=[]@e2'],
    ],
    [
      'G5.3 a number between two limits',
      of(
        [number('a', { max: 20, weight: 0 })],
        [
          gate(
            'g',
            some(
              { op: 'number-is', question: 'a', relation: 'at-most', to: 5 },
              { op: 'number-is', question: 'a', relation: 'at-least', to: 7 },
            ),
            r,
          ),
        ],
      ),
      said({ a: 3 }),
      ['a=6@e2'],
    ],
    [
      'G5.3 only days that the question accepts',
      of(
        [
          date('a', {
            min: '2025-01-01',
            scale: {
              kind: 'steps',
              points: [
                { at: '2020-01-01', risk: 0 },
                { at: '2024-01-01', risk: 30 },
                { at: '2026-01-01', risk: 100 },
              ],
            },
          }),
        ],
        [gate('g', risky('a', 50), r)],
      ),
      said({ a: '2026-02-01' }),
      ['a=2025-01-01@e2'],
    ],
    [
      'G5 a section that another gate lifts',
      questionnaire(
        [section('s', 1, [single('a', { x: 0, y: 10 })]), section('t', 1, [single('b')])],
        [gate('lift', bad('b'), lifts('s', 60)), gate('g', { op: 'section-at-least', section: 's', risk: 50 }, r)],
      ),
      said({ a: 'y', b: 'hi' }),
      ['b=lo|mid@e2'],
    ],
    [
      'G5.2 more than three changes: one set of which none is idle',
      of(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => single(id)),
        [gate('g', risky6, r)],
      ),
      said({ a: 'hi', b: 'hi', c: 'hi', d: 'hi', e: 'hi', f: 'lo' }),
      ['a=lo@e2 + b=lo@e2 + c=lo@e2 + d=lo@e2'],
    ],
    ['G5 no exit where there is none', of([single('a', { x: 100, y: 100 })], [gate('g', isIn('a', 'x', 'y'), r)]), said({ a: 'x' }), []],
    [
      'C2.1 G5 under `not`, the claim is to be shown',
      of(ab, [gate('g', no({ op: 'answer-in', question: 'a', options: ['lo'], settledFrom: 'e2' }), r)]),
      said({ a: 'lo' }, 'e0'),
      ['a=keep@e2'],
    ],
  ];
  it.each(cases)('%s', (_, built, answers, expected) => expect(exits(built, answers)).toEqual(expected));
});

it('G5.2 a section of many questions is left in good time, and what is told works', () => {
  const many = Array.from({ length: 60 }, (_, i) => single(`q${i}`));
  const built = of(many, [gate('g', { op: 'section-at-least', section: 'only', risk: 50 }, r)]);
  const made = model(built);
  const now = evaluate(made, new Map());
  const [exit, ...others] = exitsOf(made, new Map(), now, 'g');
  expect(others).toEqual([]);
  const tried = new Map(exit?.changes.map((c) => [c.question, answer(c.values[0] ?? '', c.grade)]));
  expect(tried.size).toBe(31);
  expect(evaluate(made, tried).gates[0]?.state).toBe('false');
});

it('G5.5 alternatives that lead to different ratings are told with the best and the worst of them', () => {
  const built = of(
    [single('a'), single('b')],
    [gate('g', isIn('a', 'hi'), rates('high')), gate('h', isIn('a', 'hi', 'mid'), rates('critical'))],
  );
  const made = model(built);
  const answers = said({ a: 'hi', b: 'lo' });
  const [exit] = exitsOf(made, answers, evaluate(made, answers), 'g');
  const [best, worst] = ['lo', 'mid'].map((a) => evaluate(made, said({ a, b: 'lo' })));
  expect(exit?.changes[0]?.values).toEqual(['lo', 'mid']);
  expect(exit?.after.headline).toEqual(best?.headline);
  expect(exit?.worst?.headline).toEqual(worst?.headline);
  expect(best?.headline).not.toEqual(worst?.headline);
});

it('G5.7 several exits come to the best and the worst of them, each with the range of all that lead to it', () => {
  const built = of(
    [single('law', undefined, { notNegotiable: true }), single('a'), single('b')],
    [gate('g', every(bad('law'), bad('a'), bad('b')), rates('high')), gate('h', bad('b'), rates('critical'))],
  );
  const made = model(built);
  const answers = said({ law: 'hi', a: 'hi', b: 'hi' });
  const found = exitsOf(made, answers, evaluate(made, answers), 'g', true);
  expect(told(found)).toEqual(['a=lo|mid@e2', 'b=lo|mid@e2']);
  const [viaA, viaB] = found.map(({ after }) => after);
  expect(togetherOf(made, found)).toEqual({ after: viaB, worst: viaA });
  expect(viaB?.headline).not.toEqual(viaA?.headline);
  expect(togetherOf(made, [])).toBeUndefined();
  const alike = found.map(
    ({ changes, after }): Exit => ({ changes, after: { ...after, headline: { kind: 'not-ratable' }, rating: null }, worst: undefined }),
  );
  const ends = found.flatMap(({ after }) => after.overall ?? []);
  expect(togetherOf(made, alike)).toMatchObject({
    after: { overall: { low: Math.min(...ends.map(({ low }) => low)), high: Math.max(...ends.map(({ high }) => high)) } },
    worst: undefined,
  });
});

it('G5.6 a stop that is true has no exits; one that could be has', () => {
  const built = of([single('a')], [gate('g', weak('a'), stop)]);
  expect(exits(built, said({ a: 'hi' }))).toEqual([]);
  expect(exits(built, said({ a: 'lo' }, 'e0'))).toEqual(['a=keep@e2']);
});

it('G5 `after` says what the result is once the exit is taken', () => {
  const built = of([single('a')], [gate('g', bad('a'), rates('critical'))]);
  const made = model(built);
  const answers = said({ a: 'hi' });
  const [exit] = exitsOf(made, answers, evaluate(made, answers), 'g');
  const after = evaluate(made, said({ a: 'lo' }));
  // The only other alternative would be rated otherwise.
  expect(exit?.worst?.overall).toEqual(evaluate(made, said({ a: 'mid' })).overall);
  expect(exit?.after).toEqual({ headline: after.headline, rating: after.rating, overall: after.overall });
});

/** Every answer that could be given instead, on evidence that counts in full; of lists, those of one entry, or all. */
function instead(made: Model, id: string, present: Answer | undefined, entries: 'one' | 'any'): readonly Answer[] {
  const item = made.items[made.indexOf(id) ?? -1];
  if (!item || item.question.evidence === 'none') return [];
  const rows = item.question.type === 'table' ? allRows(item.question.columns).map((row) => [row]) : [];
  const values = [...completions(made, item.question, undefined), ...rows].filter(
    (value) => entries === 'any' || !Array.isArray(value) || value.length < 2,
  );
  const better: readonly Value[] = present?.state === 'answered' ? [present.value] : [];
  return [...better, ...values].map((value) => turnedOut(undefined, value));
}

/** The smallest sets of questions, up to two, that can switch the gate off. */
function bruteForce(made: Model, answers: Answers, id: string, entries: 'one' | 'any'): readonly string[] {
  const ids = made.items.map((item) => item.question.id);
  const off = (tried: Answers) => evaluate(made, tried).gates.find((one) => one.id === id)?.state === 'false';
  for (let size = 1; size <= 2; size++) {
    const found = new Set<string>();
    const walk = (from: number, chosen: readonly string[], tried: Answers): void => {
      if (chosen.length === size) {
        if (off(tried)) found.add(chosen.join(' + '));
        return;
      }
      for (let i = from; i < ids.length; i++) {
        const question = ids[i] ?? '';
        if (found.has([...chosen, question].join(' + '))) continue;
        for (const answer of instead(made, question, answers.get(question), entries))
          walk(i + 1, [...chosen, question], new Map(tried).set(question, answer));
      }
    };
    walk(0, [], answers);
    if (found.size > 0) return [...found];
  }
  return [];
}

it('G5 G5.3 G5.5 the sets are the smallest there are, all of them, and each really switches the gate off', { timeout: 120_000 }, () => {
  holds('G5 against brute force', 1500, (d: Dice) => {
    const drawn = randomQuestionnaire(d, { hidden: 30, gates: 2, onlyRising: true, sections: 2, questions: 2 });
    // Half of them with a gate that two questions hold open, so that sets of two come up.
    const two = () => randomAtom(d, d.pick(questionsOf(drawn).filter((question) => question.type !== 'text')));
    const built = d.chance(50) ? drawn : { ...drawn, gates: [gate('g0', some(two(), two(), two()), rates('high'))] };
    const made = model(built);
    const answers = randomAnswers(d, built, 40);
    const result = evaluate(made, answers);
    // A stop that is true has none (G5.6).
    const stops = new Set(built.gates.flatMap(({ id, effects }) => (effects.some(({ effect }) => effect === 'stop') ? [id] : [])));
    const asked = result.gates.find(({ id, state }) => state === 'undetermined' || (state === 'true' && !stops.has(id)));
    if (!asked) return 'off already';
    const found = exitsOf(made, answers, result, asked.id);
    for (const { changes, after, worst } of found) {
      for (let n = 0; n < 4; n++) {
        const taken = changes.map((c) => [c.question, turnedOut(undefined, d.pick(c.values)), c] as const);
        for (const [question, given] of taken) {
          const item = made.items[made.indexOf(question) ?? -1];
          if (item && given.state === 'answered') expect(kindOf(item.question).accept(item.question, given.value, null)).toEqual([]);
        }
        const graded = taken.map(([question, given, c]): [string, Answer] => [question, { ...given, evidence: { grade: c.grade } }]);
        const then = evaluate(made, new Map([...answers, ...graded]));
        expect(then.gates.find((one) => one.id === asked.id)?.state).toBe('false');
        // G5.5: whichever of the alternatives is taken, what stands beside them holds.
        if (worst === undefined) {
          expect({ headline: then.headline, rating: then.rating }).toEqual({ headline: after.headline, rating: after.rating });
          expect(then.overall?.low ?? 0).toBeGreaterThanOrEqual((after.overall?.low ?? 0) - 1e-9);
          expect(then.overall?.high ?? 0).toBeLessThanOrEqual((after.overall?.high ?? 0) + 1e-9);
        } else {
          const band = (one: typeof after) =>
            one.headline.kind === 'stop' ? 99 : built.bands.findIndex(({ id }) => id === one.rating?.high);
          expect(band(then)).toBeGreaterThanOrEqual(band(after));
          expect(band(then)).toBeLessThanOrEqual(band(worst));
        }
      }
    }
    const sets = new Set(
      found.map(({ changes }) =>
        changes
          .map((c) => c.question)
          .sort()
          .join(' + '),
      ),
    );
    const sizeOf = (set: string | undefined) => set?.split(' + ').length ?? 3;
    const all = bruteForce(made, answers, asked.id, 'any');
    const plain = bruteForce(made, answers, asked.id, 'one');
    const shown = JSON.stringify({
      questions: made.items.map((item) => item.question),
      gates: built.gates,
      answers: [...answers],
      sets: [...sets],
      all,
      plain,
    });
    // Never smaller than the smallest; where single entries do, all of them, and none that is not.
    for (const set of sets) expect(sizeOf(set), shown).toBeGreaterThanOrEqual(sizeOf(all[0]));
    if (plain.length === 0 || sizeOf(plain[0]) > sizeOf(all[0])) return 'no set of one or two';
    expect(
      plain.filter((set) => !sets.has(set)),
      shown,
    ).toEqual([]);
    expect(
      [...sets].filter((set) => !all.includes(set)),
      shown,
    ).toEqual([]);
    return `of ${sizeOf(plain[0])}`;
  });
});
