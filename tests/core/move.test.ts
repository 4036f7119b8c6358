/** An assessment on a newer version of its questionnaire: rules M. */
import { describe, expect, it } from 'vitest';
import { historyProblems } from '../../src/core/check/history.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import { ASSESSMENT_FORMAT, type Assessment, type Entry } from '../../src/core/format/assessment.ts';
import { EMPTY_POLICY, type Policy } from '../../src/core/format/facts.ts';
import type { Question, Questionnaire } from '../../src/core/format/questionnaire.ts';
import { fold } from '../../src/core/history.ts';
import { type Move, moveTo } from '../../src/core/move.ts';
import type { Dice } from './support/dice.ts';
import { DAY, merged } from './support/evaluators.ts';
import { questionsOf, randomAnswer } from './support/randomAnswers.ts';
import { randomQuestionnaire } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import { answer, choice, countries, date, FACTS, model, number, of, options, several, single, table } from './support/vocabulary.ts';

const gives = (id: string, question: string, given: Answer | null, by = 'Ada'): Entry => ({
  id: `entry-${id}`,
  at: DAY,
  by,
  kind: 'answer',
  question,
  answer: given,
});
const assessment = (questionnaire: Questionnaire, history: readonly Entry[]): Assessment => ({
  format: ASSESSMENT_FORMAT,
  id: 'assessment-1',
  created: DAY,
  questionnaire,
  policy: EMPTY_POLICY,
  facts: FACTS,
  history,
});
const next = (questionnaire: Questionnaire): Questionnaire => ({ ...questionnaire, version: '1.1.0' });

function moved(from: Assessment, to: Questionnaire, policy: Policy = EMPTY_POLICY): Move {
  const found = moveTo(from, to, policy);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** 'carried', or why not; a plus where somebody may confirm it. */
function fate(before: Question, after: Question | null, given: Answer, to: Partial<Questionnaire> = {}): string {
  const other = single('other');
  const { carried, left } = moved(
    assessment(of([before]), [gives('1', before.id, given)]),
    next({ ...of(after ? [after] : [other]), ...to }),
  );
  expect(carried.length + left.length).toBe(1);
  return carried.length === 1 ? 'carried' : left.map(({ why, confirmed }) => why.join(' ') + (confirmed ? ' +' : '')).join();
}

const en = (words: string) => ({ en: words });
const high = { ...number('q'), max: 100 } as Question;
const parts = table('q', [choice('kind', { new: 0, old: 100 }), { id: 'part', text: en('part'), type: 'text' }], {
  noRows: { text: en('none') },
});
const columns = (...of: Extract<Question, { type: 'table' }>['columns']) => ({ ...parts, columns: of }) as Question;
const [kind, part] = (parts as Extract<Question, { type: 'table' }>).columns;
if (!kind || !part) throw new Error('a table of two columns');
const tonnes = { id: 'weight', text: en('weight'), type: 'number' as const, min: 0, max: 10, unit: en('t') };
const E2 = { id: 'e2', name: en('e2'), widening: 0 };

describe('M: what becomes of an answer', () => {
  const lo = answer('lo');
  const row = answer([{ kind: 'old', part: 'winch' }]);
  const cases: readonly [string, string, Question, Question | null, Answer, Partial<Questionnaire>?][] = [
    ['M1 the question is the same', 'carried', single('q'), single('q'), lo],
    ['M1 other weights, risks and order of options', 'carried', single('q'), single('q', { hi: 90, lo: 10, mid: 1 }, { weight: 7 }), lo],
    ['M1 other guidance, sources and visibility', 'carried', single('q'), single('q', undefined, { help: en('new'), trap: en('new') }), lo],
    ['M1 one more language', 'carried', single('q'), { ...single('q'), text: { en: 'q', fr: 'q?' } } as Question, lo],
    ['M1 not found out', 'carried', single('q'), single('q', { lo: 0 }), answer('?')],
    ['M1 declined', 'carried', single('q'), single('q', { lo: 0 }), answer('!')],
    ['M1 a range that still holds the number', 'carried', number('q'), high, answer(7)],
    ['M1 an option beside the number', 'carried', number('q'), number('q', {}, { unlimited: 100 }), answer(7)],
    ['M1 an option beside the countries', 'carried', countries('q'), countries('q', {}, { nobody: 0 }), answer(['XF'])],
    ['M1 rows of the same columns', 'carried', parts, columns(part, kind), row],
    ['M1 rows, where "there is none" has other words', 'carried', parts, { ...parts, noRows: { text: en('not one') } } as Question, row],
    ['M2 the question is gone', 'question-gone', single('q'), null, lo],
    ['M2 another type', 'type-changed', single('q'), several('q', { lo: 0, mid: 50, hi: 100 }), lo],
    ['M2 the option is gone', 'option-gone', single('q'), single('q', { mid: 50, hi: 100 }), lo],
    ['M2 one of several options is gone', 'option-gone', several('q', { a: 1, b: 2 }), several('q', { a: 1 }), answer(['a', 'b'])],
    ['M2 the option beside the number is gone', 'option-gone', number('q', {}, { unlimited: 100 }), number('q'), answer('unlimited')],
    [
      'M2 the option beside the day is gone',
      'option-gone',
      { ...date('q'), options: options({ never: 1 }) } as Question,
      date('q'),
      answer('never'),
    ],
    ['M2 the option beside the countries is gone', 'option-gone', countries('q', {}, { nobody: 0 }), countries('q'), answer(['nobody'])],
    ['M2 "there is none" is gone', 'option-gone', parts, { ...parts, noRows: undefined } as Question, answer([])],
    ['M2 out of the new range', 'out-of-range', high, number('q'), answer(50)],
    ['M2 a day before the first', 'out-of-range', date('q'), date('q', { min: '2026-01-01' }), answer('2025-12-31')],
    ['M2 no whole number', 'not-accepted', number('q'), number('q', { integer: true }), answer(1.5)],
    ['M2 too many rows', 'not-accepted', parts, { ...parts, maxRows: 1 } as Question, answer([{ kind: 'old' }, { kind: 'new' }])],
    ['M2 a column is gone', 'column-gone', parts, columns(kind), row],
    ['M2 another unit', 'unit-changed', number('q', { unit: en('km') }), number('q', { unit: en('miles') }), answer(7)],
    ['M2 another unit of a column', 'unit-changed', columns(tonnes), columns({ ...tonnes, unit: en('kg') }), answer([{ weight: 7 }])],
    ['M2 a unit where there was none', 'unit-changed', number('q'), number('q', { unit: en('km') }), answer(7)],
    ['M3 other words', 'words-changed +', single('q'), { ...single('q'), text: en('q, really') } as Question, lo],
    ['M3 another hint', 'words-changed +', single('q'), single('q', undefined, { hint: en('at night') }), lo],
    ['M3 no language in common', 'words-changed +', single('q'), { ...single('q'), text: { fr: 'q' } } as Question, lo],
    [
      'M3 other words, and not found out',
      'words-changed +',
      single('q'),
      { ...single('q'), text: en('q, really') } as Question,
      answer('?'),
    ],
    ['M3 one more option to choose from', 'options-changed +', single('q'), single('q', { lo: 0, mid: 50, hi: 100, none: 0 }), lo],
    [
      'M3 an option in other words',
      'options-changed +',
      single('q', { a: 1 }),
      { ...single('q'), options: [{ id: 'a', text: en('b'), risk: 1 }] } as Question,
      answer('a'),
    ],
    [
      'M3 "there is none" in other words',
      'options-changed +',
      parts,
      { ...parts, noRows: { text: en('not one') } } as Question,
      answer([]),
    ],
    [
      'M3 an option explained otherwise',
      'options-changed +',
      single('q', { a: 1 }),
      single('q', { a: 1 }, { options: [{ id: 'a', text: en('a'), help: en('new'), risk: 1 }] } as object),
      answer('a'),
    ],
    ['M3 a column of other options', 'columns-changed +', parts, columns(choice('kind', { new: 0, old: 100, other: 50 }), part), row],
    ['M3 a column with another hint', 'columns-changed +', parts, columns(kind, { ...part, hint: en('by name') } as typeof part), row],
    ['M3 one more column', 'columns-changed +', parts, columns(kind, part, { id: 'day', text: en('day'), type: 'date' }), row],
    ['M3 a column in other words', 'columns-changed +', parts, columns(kind, { ...part, text: en('which part') } as typeof part), row],
    ['M3 a grade by another name', 'grade-changed +', single('q'), single('q'), lo, { grades: [{ ...E2, name: en('audit') }] }],
    ['M3 the grade is gone', 'grade-changed +', single('q'), single('q'), lo, { grades: [{ ...E2, id: 'other' }] }],
    [
      'M3 an answer without a grade has none to lose',
      'carried',
      single('q'),
      single('q'),
      answer('lo', null),
      { grades: [{ ...E2, id: 'other' }] },
    ],
  ];
  it.each(cases)('%s: %s', (_, expected, before, after, given, to) => expect(fate(before, after, given, to)).toBe(expected));
});

it('M3 what is confirmed stands as it was, but for a grade that is gone', () => {
  const given: Answer = { state: 'answered', value: 'lo', evidence: { grade: 'e2', title: 'clause 4' } };
  const from = assessment(of([single('q')]), [gives('1', 'q', given)]);
  expect(moved(from, next({ ...of([{ ...single('q'), text: en('other') } as Question]) })).left[0]?.confirmed).toEqual(given);
  expect(moved(from, next({ ...of([single('q')]), grades: [{ ...E2, id: 'other' }] })).left[0]?.confirmed).toEqual({
    ...given,
    evidence: { title: 'clause 4' },
  });
});

it('M4 disagreement and a rating set by hand stay behind, facts about it come along, each with its person and time', () => {
  const title: Entry = { id: 'entry-t', at: DAY, by: 'Ada', kind: 'detail', detail: 'vendor', value: 'One' };
  const rating: Entry = { id: 'entry-r', at: DAY, by: 'Ada', kind: 'override', override: { band: 'high', reason: 'because' } };
  const settles: Entry = { ...gives('s', 'r', answer('hi'), 'Mod'), reason: 'asked again' } as Entry;
  const history = [
    ...merged(
      [title, rating, gives('1', 'q', answer('lo')), gives('2', 'r', answer('lo')), gives('3', 's', answer('lo'))],
      [gives('4', 'q', answer('hi'), 'Ben'), gives('5', 'r', answer('mid'), 'Ben'), gives('6', 's', answer('lo'), 'Ben')],
    ),
    settles,
  ];
  const built = of([single('q'), single('r'), single('s')]);
  const { history: after, carried, left, override } = moved(assessment(built, history), next(built));
  expect(carried).toEqual(['r', 's']);
  expect(left).toEqual([{ question: 'q', why: ['disputed'], answer: null, confirmed: null }]);
  expect(override).toBe(true);
  expect(after.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['detail Ada', 'answer Mod', 'answer Ada / Ben']);
  expect(after.map((entry) => (entry.kind === 'answer' ? entry.reason : undefined))).toEqual([undefined, 'asked again', undefined]);
});

it('M1 another questionnaire is refused, and a policy that names what the new version has not', () => {
  const from = assessment(of([single('q')]), []);
  const codes = (to: Questionnaire, policy: Policy = EMPTY_POLICY) => {
    const found = moveTo(from, to, policy);
    return found.ok ? [] : found.problems.map(({ code, path }) => `${code} ${path}`);
  };
  expect(codes({ ...of([single('q')]), id: 'other' })).toEqual(['move-other-questionnaire /id']);
  expect(codes(of([single('q')]), { ...EMPTY_POLICY, parameters: { gone: 'usual' } })).toEqual([
    'reference-missing /policy/parameters/gone',
  ]);
});

/** The next version of a questionnaire, in which anything may have changed. */
function randomNext(d: Dice, built: Questionnaire): Questionnaire {
  const change = (question: Question): Question => {
    if (d.chance(50)) return question;
    if (d.chance(30)) return { ...question, text: en('in other words') } as Question;
    const other = questionsOf(randomQuestionnaire(d)).find(({ type }) => type === question.type);
    return other ? ({ ...other, id: question.id, visible: undefined } as Question) : question;
  };
  const sections = built.sections.map((one) => ({
    ...one,
    pages: one.pages.map((page) => ({ ...page, questions: page.questions.filter((_, i) => i === 0 || d.chance(90)).map(change) })),
  }));
  return next({ ...built, sections, gates: [], grades: built.grades.slice(d.int(0, 1)) });
}

it('M1 M2 every answer is carried or left with a reason, what is carried is accepted, and on the same questions nothing changes', () => {
  holds('M', 400, (d) => {
    const random = randomQuestionnaire(d);
    const built = { ...random, sections: random.sections.map((one) => ({ ...one, weight: one.weight + 1 })) };
    const history = questionsOf(built).flatMap((question, i) => {
      const given = randomAnswer(d, question, 20);
      return given ? [gives(String(i), question.id, given)] : [];
    });
    const from = assessment(built, history);
    const same = moved(from, next(built));
    expect(same.left).toEqual([]);
    const on = model(built);
    expect(evaluate(on, fold(same.history).answers)).toEqual(evaluate(on, fold(history).answers));

    const to = randomNext(d, built);
    const found = moved(from, to);
    expect([...found.carried, ...found.left.map(({ question }) => question)].sort()).toEqual([...fold(history).answers.keys()].sort());
    for (const { why } of found.left) expect(why.length).toBeGreaterThan(0);
    const confirmed = found.left.flatMap(({ question, confirmed: one }, i) => (one ? [gives(`confirmed-${i}`, question, one)] : []));
    expect(historyProblems({ ...from, questionnaire: to, history: [...found.history, ...confirmed] })).toEqual([]);
    for (const id of found.carried) expect(fold(found.history).answers.get(id)).toEqual(fold(history).answers.get(id));
    return found.left.length > 0 ? 'something left' : 'all carried';
  });
});
