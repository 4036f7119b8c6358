/** A small assessment that can be made final, and versions of it. */
import { namedBy } from '../../../src/core/editions/versions.ts';
import type { Answer } from '../../../src/core/format/answer.ts';
import { ASSESSMENT_FORMAT, type Assessment, type Entry, type FinalEntry } from '../../../src/core/format/assessment.ts';
import { answer, FACTS, of, POLICY, single, text } from './vocabulary.ts';

const base = (id: string) => ({ id: `entry-no-${id}`, at: '2026-05-01T10:00:00.000Z', by: 'Ada' });

export const gives = (id: string, question: string, value: Answer | string | null): Entry => ({
  ...base(id),
  kind: 'answer',
  question,
  answer: typeof value === 'string' ? answer(value) : value,
});
export const undoes = (id: string, entry: string): Entry => ({ ...base(id), kind: 'undo', entry: `entry-no-${entry}` });
export const makesFinal = (id: string, changes: Partial<FinalEntry> = {}): Entry => ({
  ...base(id),
  kind: 'final',
  number: '2026/17',
  day: '2026-05-01',
  preparer: { name: 'Ada', interest: null },
  reviewer: { name: 'Ben', interest: null },
  approver: { name: 'Cy', interest: 'A cousin works there.' },
  retention: 'Procurement, 10 years',
  disposal: '2036-12-31',
  ...changes,
});

/** `a` low to high, `b` asked where `a` is high, and a remark that is never scored. */
const questionnaire = of([
  single('a', { lo: 0, hi: 100 }),
  single('b', { lo: 0, hi: 100 }, { visible: { op: 'answer-in', question: 'a', options: ['hi'] } }),
  text('remark', { weight: 0 }),
]);

export const assessment = (history: readonly Entry[], changes: Partial<Assessment> = {}): Assessment => ({
  format: ASSESSMENT_FORMAT,
  id: 'assessment-1',
  created: '2026-05-01T09:00:00.000Z',
  questionnaire,
  policy: POLICY,
  facts: FACTS,
  history,
  ...changes,
});

export const ANSWERED: readonly Entry[] = [gives('1', 'a', 'lo'), gives('2', 'remark', '?')];
export const FINAL = assessment([...ANSWERED, makesFinal('3')]);

export const supersedes = (id: string, before: Assessment): Entry => ({ ...base(id), kind: 'supersedes', ...namedBy(before) });
/** A new version of what is final, with these entries of its own. */
export const versionOf = (before: Assessment, id: string, ...own: readonly Entry[]): Assessment => ({
  ...before,
  id,
  created: '2026-06-01T09:00:00.000Z',
  history: [...before.history, supersedes(`next-${id}`, before), ...own],
});
