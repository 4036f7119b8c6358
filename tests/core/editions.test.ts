/** Final, and after: rules F. */
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from '../../src/core/canonical.ts';
import { historyProblems } from '../../src/core/check/history.ts';
import { changesSince } from '../../src/core/editions/changes.ts';
import { editionProblems } from '../../src/core/editions/check.ts';
import { standsInTheWay } from '../../src/core/editions/finalise.ts';
import { finalOf, supersededIn, versionBefore } from '../../src/core/editions/versions.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import { mergeHistories } from '../../src/core/evaluators/merge.ts';
import type { Assessment, Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import { append, isFinal, redoable, undoable } from '../../src/core/line.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import { ANSWERED, assessment, FINAL, gives, makesFinal, supersedes, undoes, versionOf } from './support/editions.ts';
import { randomAnswer } from './support/randomAnswers.ts';
import { randomQuestionnaire } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import { plain } from './support/states.ts';
import { answer } from './support/vocabulary.ts';

/** Codes with their places in the history. */
const told = (one: Assessment): string =>
  historyProblems(one)
    .map(({ code, path }) => `${code} ${path.replace('/history/', '')}`)
    .join(', ');

const SECOND = versionOf(FINAL, 'assessment-2', gives('5', 'a', 'hi'), gives('6', 'b', 'lo'), makesFinal('7', { number: '2026/18' }));
const THIRD = versionOf(SECOND, 'assessment-3', gives('8', 'b', 'hi'));
const named = (changes: object, before = FINAL): Entry => ({ ...supersedes('4', before), ...changes }) as Entry;

describe('F: histories, and what is wrong with them', () => {
  const signed = (changes: Parameters<typeof makesFinal>[1]) => assessment([...ANSWERED, makesFinal('3', changes)]);
  const someone = (name: string) => ({ name, interest: null });
  const cases: readonly [string, Assessment, string][] = [
    ['F1 all that applies has an answer, or is known to have none', FINAL, ''],
    ['F1 a question is open', assessment([gives('1', 'a', 'lo'), makesFinal('3')]), 'final-open 1'],
    ['F1 one that the answers bring in is open', assessment([...ANSWERED, gives('0', 'a', 'hi'), makesFinal('3')]), 'final-open 3'],
    ['F1 one that may apply is open', assessment([...ANSWERED, gives('0', 'a', '?'), makesFinal('3')]), 'final-open 3'],
    ['F1 an answer was taken back', assessment([...ANSWERED, undoes('0', '1'), makesFinal('3')]), 'final-open 3, final-open 3'],
    ['F1 one person twice', signed({ reviewer: someone('Ada') }), 'final-same-person 2/reviewer/name'],
    ['F1 the same name typed otherwise', signed({ approver: someone(' ADA ') }), 'final-same-person 2/approver/name'],
    [
      'F1 the same name with its accent apart',
      signed({ preparer: someone('Zo\u00eb'), approver: someone('Zoe\u0308') }),
      'final-same-person 2/approver/name',
    ],
    ['F1 a blank name', signed({ approver: someone('  ') }), 'final-no-name 2/approver/name'],
    ['F1 disposal before the day', signed({ disposal: '2026-04-30' }), 'final-disposal 2/disposal'],
    ['F2 an answer behind it', assessment([...FINAL.history, gives('4', 'a', 'hi')]), 'entry-after-final 3'],
    ['F2 another final behind it', assessment([...FINAL.history, makesFinal('4')]), 'entry-after-final 3'],
    [
      'F2 something between two versions',
      { ...SECOND, history: SECOND.history.toSpliced(3, 0, gives('x', 'a', 'hi')) },
      'entry-after-final 3, supersedes-nothing 4, supersedes-hash 4/sha256',
    ],
    ['F3 a version', SECOND, ''],
    ['F3 a version of a version', THIRD, ''],
    [
      'F3 a version of nothing',
      assessment([...ANSWERED, named({})], { id: 'assessment-2' }),
      'supersedes-nothing 2, supersedes-hash 2/sha256',
    ],
    ['F3 under its own id', assessment([...FINAL.history, named({})]), 'supersedes-itself 3/assessment'],
    [
      'F3 an answer before it was changed',
      { ...SECOND, history: SECOND.history.with(0, gives('1', 'a', 'hi')) },
      'supersedes-hash 3/sha256',
    ],
    [
      'F3 other documents, so nothing to hold it against',
      assessment([...FINAL.history, named({ policy: '0'.repeat(64), sha256: '1'.repeat(64) })], { id: 'assessment-2' }),
      '',
    ],
    ['F4 an undo within the version', { ...THIRD, history: [...THIRD.history, undoes('9', '8')] }, ''],
    ['F4 an undo of an answer of the version before', { ...THIRD, history: [...THIRD.history, undoes('9', '6')] }, 'undo-final 9/entry'],
    ['F4 an undo of a final entry', { ...THIRD, history: [...THIRD.history, undoes('9', '7')] }, 'undo-final 9/entry'],
    [
      'F6 an evaluator who had not seen where the version begins',
      { ...THIRD, history: [...THIRD.history, { ...gives('9', 'a', 'lo'), after: ['entry-no-6'] }] },
      'entry-unseen 9/after',
    ],
    [
      'F6 a final entry that had not seen all',
      assessment([...ANSWERED, { ...makesFinal('3'), after: ['entry-no-1'] }]),
      'edition-unseen 2/after',
    ],
  ];
  it.each(cases)('%s', (_, one, expected) => expect(told(one)).toBe(expected));
});

it('F1 what stands in the way is told with its question, what may apply as well', () => {
  const { questionnaire, facts, policy } = FINAL;
  const model = modelOf(questionnaire, facts, policy);
  const way = (...history: readonly Entry[]) => {
    const state = fold(history);
    return standsInTheWay(model, state, evaluate(model, state.answers)).map(
      (one) => `${one.question} ${one.why}${one.mayApply ? '?' : ''}`,
    );
  };
  expect(way()).toEqual(['a open', 'b open?', 'remark open']);
  expect(way(...ANSWERED)).toEqual([]);
  expect(way(...ANSWERED, gives('0', 'a', '!'))).toEqual(['b open?']);
  expect(way(gives('1', 'a', 'lo'), { ...gives('2', 'a', 'hi'), after: [] }, gives('3', 'remark', '!'))).toEqual(['a disputed', 'b open?']);
});

it('F2 a file with something behind its final entry is refused, with path and reason', () => {
  const file = parseAssessment(canonicalJson(assessment([...FINAL.history, gives('4', 'a', 'hi')])));
  expect(file.ok ? [] : file.problems).toMatchObject([{ path: '/history/3', code: 'entry-after-final', params: { number: '2026/17' } }]);
  expect(parseAssessment(canonicalJson(FINAL)).ok).toBe(true);
});

it('F3 each version before can be put together again, with its hash', () => {
  expect(canonicalJson(versionBefore(THIRD))).toBe(canonicalJson(SECOND));
  expect(canonicalJson(versionBefore(SECOND))).toBe(canonicalJson(FINAL));
  expect(versionBefore(FINAL)).toBeNull();
  expect(supersededIn(THIRD.history)).toMatchObject({ assessment: 'assessment-2', sha256: hashOf(SECOND) });
});

it('F4 undo and redo stop where the version begins', () => {
  expect([FINAL, SECOND].map(({ history }) => [isFinal(history), undoable(history), redoable(history)])).toEqual(
    Array(2).fill([true, null, null]),
  );
  const begun = versionOf(FINAL, 'assessment-2');
  expect([isFinal(begun.history), undoable(begun.history)]).toEqual([false, null]);
  const own = gives('5', 'a', 'hi');
  expect(undoable([...begun.history, own])).toBe(own);
  expect(undoable([...begun.history, own, undoes('6', '5')])).toBeNull();
});

describe('F5 what a version changes', () => {
  const note = { ...answer('lo'), note: 'by letter' };
  const cases: readonly [string, readonly Entry[], string][] = [
    ['F5 nothing', [], ''],
    ['F5 an answer, and what it brings in', [gives('5', 'a', 'hi'), gives('6', 'b', 'lo')], 'a lo>hi, b open>lo'],
    ['F5 changed and changed back', [gives('5', 'a', 'hi'), gives('6', 'a', 'lo')], ''],
    ['F5 taken back', [gives('5', 'a', null)], 'a lo>open'],
    ['F5 undone', [gives('5', 'a', 'hi'), undoes('6', '5')], ''],
    ['F5 a note alone', [gives('5', 'a', note)], 'a lo>lo'],
    ['F5 no longer unknown', [gives('5', 'remark', 'Seen.')], 'remark unknown>Seen.'],
  ];
  it.each(cases)('%s', (_, own, expected) => {
    const side = (one: ReturnType<typeof answer> | undefined) => (!one ? 'open' : one.state === 'answered' ? one.value : one.state);
    const changes = changesSince(versionOf(FINAL, 'assessment-2', ...own));
    expect(changes?.answers.map(({ question, before, now }) => `${question} ${side(before)}>${side(now)}`).join(', ')).toBe(expected);
  });
});

it('F5 details, ratings by hand and results stand on both sides', () => {
  const changes = changesSince(
    versionOf(
      FINAL,
      'assessment-2',
      { ...gives('5', 'a', 'hi') },
      { id: 'entry-six', at: '2026-06-01T10:00:00.000Z', by: 'Ada', kind: 'detail', detail: 'vendor', value: 'Other' },
      { id: 'entry-seven', at: '2026-06-01T10:00:00.000Z', by: 'Ada', kind: 'override', override: { band: 'high', reason: 'because' } },
    ),
  );
  expect(changes?.details).toEqual([{ detail: 'vendor', before: '', now: 'Other' }]);
  expect([changes?.before.state.override, changes?.now.state.override?.band]).toEqual([null, 'high']);
  expect([changes?.before.result.overall, changes?.now.result.overall]).toEqual([
    { low: 0, high: 0 },
    { low: 50, high: 100 },
  ]);
  expect(changes?.final.number).toBe('2026/17');
  expect(changesSince(FINAL)).toBeNull();
});

it('F6 what is final is not merged, nor are versions of different ones', () => {
  const codes = (...histories: readonly (readonly Entry[])[]) => {
    const found = mergeHistories(histories);
    return found.ok ? '' : found.problems.map(({ code }) => code).join();
  };
  const own = (id: string) => [...versionOf(FINAL, 'assessment-2').history, gives(id, 'a', 'hi')];
  expect(codes(own('x'), own('y'))).toBe('');
  expect(codes(FINAL.history, ANSWERED)).toBe('merge-final');
  expect(codes(own('x'), ANSWERED)).toBe('merge-versions');
  expect(codes(own('x'), THIRD.history)).toBe('merge-versions');
});

it('F2 F3 H1 over random histories: what is made final by the rules passes, each version gives back the one before, and the fold is the same step by step', () => {
  holds('F2 F3 H1', 60, (d) => {
    const questionnaire = randomQuestionnaire(d);
    const questions = questionnaire.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
    const model = modelOf(questionnaire, FINAL.facts, FINAL.policy);
    let now: Assessment = assessment([], { questionnaire });
    let made = 0;
    const versions = d.int(1, 3);
    for (let v = 1; v <= versions; v++) {
      if (v > 1) now = versionOf(now, `assessment-${v}`);
      const all = questions.map((question) => gives(`${made++}`, question.id, randomAnswer(d, question, 0) ?? { state: 'unknown' }));
      const before = now;
      now = { ...now, history: [...now.history, ...all, makesFinal(`${made++}`)] };
      expect(editionProblems(now)).toEqual([]);
      if (v > 1) expect(hashOf(versionBefore(now))).toBe(supersededIn(now.history)?.sha256);
      let state = fold(before.history);
      let history = before.history;
      for (const entry of now.history.slice(before.history.length)) {
        state = append(state, history, entry);
        history = [...history, entry];
      }
      expect(plain(state)).toEqual(plain(fold(now.history)));
      expect(evaluate(model, state.answers)).toEqual(evaluate(model, fold(now.history).answers));
    }
    expect(finalOf(now.history)?.kind).toBe('final');
    return `${versions} versions`;
  });
});
