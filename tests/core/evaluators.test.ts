/** Several evaluators of one bid: rules E. */
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import { agreementsOf } from '../../src/core/evaluators/agreement.ts';
import { mergeAssessments, mergeHistories, sharedAmong } from '../../src/core/evaluators/merge.ts';
import { settledIn } from '../../src/core/evaluators/settled.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold, standing } from '../../src/core/history.ts';
import { append, undoable } from '../../src/core/line.ts';
import { DAY, merged, randomEvaluators, slowly } from './support/evaluators.ts';
import { questionsOf, randomAnswer } from './support/randomAnswers.ts';
import { randomQuestionnaire } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import { answer, FACTS, model, of, POLICY, several, single, table, text } from './support/vocabulary.ts';

const base = (id: string, by = 'Ada') => ({ id: `entry-${id}`, at: DAY, by });
const gives = (id: string, question: string, value: Answer | string | null, by?: string): Entry => ({
  ...base(id, by),
  kind: 'answer',
  question,
  answer: typeof value === 'string' ? answer(value) : value,
});
const settles = (id: string, question: string, value: string, by = 'Mod'): Entry =>
  ({
    ...gives(id, question, value, by),
    ...{ reason: 'because' },
  }) as Entry;
const names = (id: string, detail: 'title' | 'vendor', value: string): Entry => ({ ...base(id), kind: 'detail', detail, value });
const rates = (id: string, band: string | null): Entry => ({
  ...base(id),
  kind: 'override',
  override: band === null ? null : { band, reason: 'because' },
});
const undoes = (id: string, entry: string): Entry => ({ ...base(id), kind: 'undo', entry: `entry-${entry}` });

/** `q=value` for every answer, `q?a|b` where they differ; then the override and the details. */
function told(history: readonly Entry[]): string {
  const { answers, disputed, override, details } = fold(history);
  const value = (one: Answer) => (one.state === 'answered' ? `${one.value}` : one.state);
  return [
    ...[...answers].map(([id, one]) => `${id}=${value(one)}`),
    ...[...disputed].map(([id, voices]) => `${id}?${voices.map((one) => value(one.answer)).join('|')}`),
    ...(override ? [`band=${override.band}`] : []),
    ...Object.entries(details).map(([detail, text]) => `${detail}=${text}`),
  ]
    .sort()
    .join(' ');
}

describe('E: what stands in a merged history', () => {
  const shared = [gives('1', 'a', 'lo'), gives('2', 'b', 'lo')];
  const cases: readonly [string, readonly (readonly Entry[])[], string][] = [
    ['E3 the same said twice', [[gives('a', 'a', 'hi')], [gives('b', 'a', 'hi', 'Ben')]], 'a=hi'],
    ['E3 one alone said something', [[gives('a', 'a', 'hi')], [gives('b', 'b', 'lo', 'Ben')]], 'a=hi b=lo'],
    ['E3 one alone changed what both had', [[...shared, gives('a', 'a', 'hi')], shared], 'a=hi b=lo'],
    [
      'E4 both changed it, differently',
      [
        [...shared, gives('a', 'a', 'mid')],
        [...shared, gives('b', 'a', 'hi')],
      ],
      'a?mid|hi b=lo',
    ],
    ['E4 no shared beginning', [[gives('a', 'a', 'mid')], [gives('b', 'a', 'hi')]], 'a?mid|hi'],
    ['E4 one could not find out', [[gives('a', 'a', '?')], [gives('b', 'a', 'hi')]], 'a?unknown|hi'],
    ['E4 not found out is not declined', [[gives('a', 'a', '?')], [gives('b', 'a', '!')]], 'a?unknown|declined'],
    ['E4 three, of whom two agree', [[gives('a', 'a', 'hi')], [gives('b', 'a', 'hi')], [gives('c', 'a', 'lo')]], 'a?hi|hi|lo'],
    ['E5 one took it back', [[...shared, gives('a', 'a', null)], shared], 'b=lo'],
    [
      'E5 one took it back, one changed it',
      [
        [...shared, gives('a', 'a', null)],
        [...shared, gives('b', 'a', 'hi')],
      ],
      'a=hi b=lo',
    ],
    [
      'E5 facts side by side',
      [[names('a', 'vendor', 'Two')], [names('b', 'vendor', 'One')], [names('c', 'vendor', 'One')]],
      'vendor=One / Two',
    ],
    ['E5 one alone set a rating', [[rates('a', 'high')], [gives('b', 'a', 'hi')]], 'a=hi band=high'],
    ['E5 two set a rating', [[rates('a', 'high')], [rates('b', 'low')]], ''],
    [
      'E1 an undo reaches what its author had seen',
      [
        [...shared, undoes('a', '1')],
        [...shared, gives('b', 'b', 'hi')],
      ],
      'b=hi',
    ],
    [
      'E1 and not the answer of another',
      [
        [...shared, undoes('a', '1')],
        [...shared, gives('b', 'a', 'hi')],
      ],
      'a=hi b=lo',
    ],
  ];
  it.each(cases)('%s', (_, histories, expected) => {
    expect(told(merged(...histories))).toBe(expected);
  });
});

describe('E: going on after a merge', () => {
  const differ = merged([gives('a', 'q', 'mid')], [gives('b', 'q', 'hi', 'Ben')]);
  const cases: readonly [string, readonly Entry[], string][] = [
    ['E4 settled with a reason', [...differ, settles('m', 'q', 'lo')], 'q=lo'],
    ['E4 an answer without a reason settles nothing', [...differ, gives('c', 'q', 'lo')], 'q?mid|hi|lo'],
    ['E4 nor does taking it back', [...differ, gives('c', 'q', null)], 'q?mid|hi'],
    ['E4 undone, it is open again', [...differ, settles('m', 'q', 'lo'), undoes('u', 'm')], 'q?mid|hi'],
    ['E4 once settled, it is changed like any other', [...differ, settles('m', 'q', 'lo'), gives('c', 'q', 'hi')], 'q=hi'],
    ['E4 settled twice, differently', merged([...differ, settles('m', 'q', 'lo')], [...differ, settles('n', 'q', 'hi')]), 'q?lo|hi'],
    [
      'E4 one of the two went on unseen',
      merged([...differ, settles('m', 'q', 'lo')], [gives('a', 'q', 'mid'), gives('c', 'q', 'hi')]),
      'q?hi|lo',
    ],
    [
      'E1 what is added sees all',
      [...merged([names('a', 'title', 'One')], [names('b', 'title', 'Two')]), names('c', 'title', 'Three')],
      'title=Three',
    ],
  ];
  it.each(cases)('%s', (_, history, expected) => expect(told(history)).toBe(expected));
});

describe('E3: what is the same', () => {
  const q = of([single('q'), several('list', { one: 1, two: 2 }), text('words'), table('rows', [])]);
  const cases: readonly [string, Answer, Answer, boolean][] = [
    ['E3 a list in another order', answer(['one', 'two']), answer(['two', 'one']), true],
    ['E3 rows in another order', answer([{ a: 1, b: 'x' }, { a: 2 }]), answer([{ a: 2 }, { b: 'x', a: 1 }]), true],
    ['E3 a row more', answer([{ a: 1 }]), answer([{ a: 1 }, { a: 1 }]), false],
    ['E3 possibly incomplete is another thing to say', answer(['one']), answer(['one'], 'e2', true), false],
    ['E3 a number is no text', answer(1), answer('1'), false],
    ['E3 the grade says nothing of the value', answer('lo', 'e0'), answer('lo', 'e2'), true],
    ['E3 nor does a note', answer('lo'), { ...answer('lo'), note: 'seen' }, true],
  ];
  it.each(cases)('%s', (_, one, other, same) => {
    const state = fold(merged([gives('a', 'q', one)], [gives('b', 'q', other)]));
    expect([state.answers.has('q'), state.disputed.has('q')]).toEqual([same, !same]);
    expect(q.sections.length).toBe(1);
  });

  it('E3 of evidence and note counts what all have in common', () => {
    const shown = (grade: string, title: string, note: string): Answer => ({
      state: 'answered',
      value: 'lo',
      evidence: { grade, title },
      note,
    });
    const both = (one: Answer, other: Answer) => fold(merged([gives('a', 'q', one)], [gives('b', 'q', other)])).answers.get('q');
    expect(both(shown('e2', 'clause 4', 'n'), shown('e2', 'clause 4', 'n'))).toEqual(shown('e2', 'clause 4', 'n'));
    expect(both(shown('e2', 'clause 4', 'n'), shown('e2', 'clause 5', 'm'))).toEqual(answer('lo', 'e2'));
    expect(both(shown('e2', 'clause 4', 'n'), shown('e1', 'clause 4', 'n'))).toEqual({ state: 'answered', value: 'lo', note: 'n' });
    expect(both(shown('e2', 'clause 4', 'n'), answer('lo', null))).toEqual(answer('lo', null));
  });
});

it('E3 each question says how the files stand to each other, and whose words stand', () => {
  const built = model(of(['a', 'b', 'c', 'd', 'e'].map((id) => single(id))));
  const ada = [gives('1', 'a', answer('lo', 'e1')), gives('2', 'b', 'lo'), gives('3', 'c', 'lo')];
  const ben = [gives('4', 'a', answer('lo', 'e3'), 'Ben'), gives('5', 'b', 'hi', 'Ben'), gives('6', 'd', 'hi', 'Ben')];
  const found = agreementsOf(built, [fold(ada), fold(ben)], merged(ada, ben));
  expect(found.map(({ question, agreement, evidenceDiffers }) => [question, agreement, evidenceDiffers])).toEqual([
    ['a', 'agree', true],
    ['b', 'differ', false],
    ['c', 'alone', false],
    ['d', 'alone', false],
  ]);
  expect(found.map(({ voices }) => voices.map(({ by }) => by))).toEqual([['Ada', 'Ben'], ['Ada', 'Ben'], ['Ada'], ['Ben']]);
  const changed = [...ada, gives('7', 'a', 'hi')];
  expect(agreementsOf(built, [fold(ada), fold(changed)], merged(ada, changed)).map(({ agreement }) => agreement)).toEqual([
    'alone',
    'agree',
    'agree',
  ]);
});

it('E4 a settled disagreement keeps what each had said, also after it was changed again', () => {
  const history = [...merged([gives('a', 'q', 'mid')], [gives('b', 'q', 'hi', 'Ben')]), settles('m', 'q', 'lo'), gives('c', 'q', 'hi')];
  const [one, ...others] = settledIn(history);
  expect(others).toEqual([]);
  expect(one?.entry.by).toBe('Mod');
  expect(one?.voices.map(({ id }) => id)).toEqual(['entry-a', 'entry-b']);
  expect(settledIn([...history, undoes('u', 'm')])).toEqual([]);
  expect(settledIn([gives('a', 'q', 'mid'), settles('m', 'q', 'lo')]), 'nothing differed').toEqual([]);
});

it('E1 what is undone in a merged history is its last line, and takes nothing else with it', () => {
  const history = merged([gives('a', 'q', 'mid')], [gives('b', 'q', 'hi', 'Ben'), gives('c', 'r', 'lo', 'Ben')]);
  const last = undoable(history);
  expect(last?.id).toBe('entry-c');
  expect(told([...history, undoes('u', 'c')])).toBe('q?mid|hi');
});

it('E2 an entry that was changed outside, or that two files put after different ones, is refused by its id', () => {
  const one = gives('1', 'a', 'lo');
  const codes = (...histories: readonly (readonly Entry[])[]) => {
    const found = mergeHistories(histories);
    return found.ok ? [] : found.problems.map(({ code, params }) => `${code} ${params.id}`);
  };
  expect(codes([one], [gives('1', 'a', 'hi')])).toEqual(['merge-entry-differs entry-1']);
  expect(codes([one, gives('2', 'b', 'lo')], [gives('2', 'b', 'lo')])).toEqual(['merge-entry-differs entry-2']);
  expect(codes([one], [one])).toEqual([]);
});

it('E1 files that were made with other documents are refused, by what differs', () => {
  const built = of([single('q')]);
  const file = { questionnaire: built, policy: POLICY, facts: FACTS, history: [gives('1', 'q', 'lo')] };
  const codes = (other: Partial<typeof file>) => {
    const found = mergeAssessments([file, { ...file, ...other }]);
    return found.ok ? found.value.length : found.problems.map(({ code, params }) => `${code} ${params.what}`);
  };
  expect(codes({ history: [gives('2', 'q', 'hi')] })).toBe(2);
  expect(codes({ policy: { ...POLICY, version: '2' } })).toEqual(['merge-other-documents policy']);
  expect(codes({ questionnaire: of([single('q', { lo: 1 })]), facts: { ...FACTS, version: '2027-01-01' } })).toEqual([
    'merge-other-documents questionnaire',
    'merge-other-documents facts',
  ]);
});

const VALUES = ['lo', 'hi', '?'];
const QUESTIONS = ['a', 'b', 'c'];

it('E2 the order of the files changes nothing, nor does merging twice or in steps; and nothing is lost', () => {
  holds('E2', 800, (d) => {
    const files = randomEvaluators(d, () => answer(d.pick(VALUES), d.pick(['e1', 'e2'])), QUESTIONS);
    const all = merged(...files);
    const same = (other: readonly Entry[]) => expect(canonicalJson(other)).toBe(canonicalJson(all));
    same(merged(...[...files].reverse()));
    same(merged(all, all));
    same(merged(all, d.pick(files)));
    same(files.slice(1).reduce((sum, file) => merged(sum, file), files[0] ?? []));
    same([...files].reverse().reduce((sum, file) => merged(file, sum), all));
    const ids = new Set(files.flat().map(({ id }) => id));
    expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const entry of files.flat()) {
      const { after: _, ...said } = all.find(({ id }) => id === entry.id) ?? entry;
      const { after: __, ...before } = entry;
      expect(said).toEqual(before);
    }
    // A line that nobody else went on with is found again as it was.
    const single = files[0] ?? [];
    if (single.every(({ after }) => !after)) expect(merged(single)).toEqual(single);
    return all.some(({ after }) => after) ? 'side by side' : 'one line';
  });
});

it('E3 E4 what stands is what the rules say of every pair of entries, and appending one by one is folding all', () => {
  holds('E3 E4', 1000, (d) => {
    const files = randomEvaluators(d, () => answer(d.pick(VALUES)), QUESTIONS);
    const all = merged(...files);
    const state = fold(all);
    const ids = (entries: readonly Entry[] = []) => entries.map(({ id }) => id).sort();
    for (const question of QUESTIONS) expect(ids(standing(all).get(`answer ${question}`))).toEqual(ids(slowly(all, question)));
    const grown = all.reduce((so, entry, i) => append(so, all.slice(0, i), entry, fold), fold([]));
    expect(grown).toEqual(state);
    const kind = [...state.disputed.keys()].length > 0 ? 'differing' : 'agreed';
    for (const question of state.disputed.keys()) expect(state.answers.has(question) || state.given.has(question)).toBe(false);
    return kind;
  });
});

it('E6 the interval of a question holds that of every answer that stands, and settling never widens it', () => {
  holds('E6', 400, (d) => {
    const built = randomQuestionnaire(d);
    const asked = questionsOf(built);
    const byId = new Map(asked.map((question) => [question.id, question]));
    const give = (id: string): Answer => {
      const question = byId.get(id);
      return (question && randomAnswer(d, question, 20)) ?? { state: 'unknown' };
    };
    const few = asked.slice(0, 4).map(({ id }) => id);
    const all = merged(...randomEvaluators(d, give, few));
    const on = model(built);
    const result = evaluate(on, fold(all).answers);
    for (const [index, { question }] of on.items.entries()) {
      const interval = result.questions[index]?.interval;
      const voices = (standing(all).get(`answer ${question.id}`) ?? []).filter((one) => one.kind === 'answer' && one.answer);
      for (const voice of voices) {
        const alone = evaluate(on, fold([{ ...voice, after: undefined }]).answers).questions[index]?.interval;
        if (!interval || !alone) continue;
        expect(interval.low).toBeLessThanOrEqual(alone.low);
        expect(interval.high).toBeGreaterThanOrEqual(alone.high);
      }
    }
    const [disputed] = fold(all).disputed;
    if (!disputed) return 'agreed';
    const [question, voices] = disputed;
    const settled: Entry = { ...base('settles', 'Mod'), kind: 'answer', question, answer: d.pick(voices).answer, reason: 'asked again' };
    const after = evaluate(on, fold([...all, settled]).answers);
    const index = on.indexOf(question) ?? -1;
    const [was, is] = [result.questions[index]?.interval, after.questions[index]?.interval];
    if (was && is) expect(is.low >= was.low && is.high <= was.high).toBe(true);
    return 'settled';
  });
});

it('E1 files share what their histories begin with', () => {
  const shared = [gives('1', 'a', 'lo'), gives('2', 'b', 'lo')];
  expect(sharedAmong([[...shared, gives('3', 'a', 'hi')], shared, [...shared, gives('4', 'a', 'hi')]])).toBe(2);
  expect(sharedAmong([shared, [gives('5', 'a', 'hi')]])).toBe(0);
});
