/** Evidence and notes that stand beside another answer than the one they were named for: rule H4. */
import { describe, expect, it } from 'vitest';
import { type Earlier, earlierIn } from '../../src/core/earlier.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';

const E2 = { grade: 'e2', title: 'Report' };
const said = (value: string, about: Pick<Answer, 'evidence' | 'note'> = { evidence: E2 }): Answer => ({
  state: 'answered',
  value,
  ...about,
});
const unknown = (note: string): Answer => ({ state: 'unknown', note });
/** An answer to question `a`, or the undo of an entry by its number. */
type Step = Answer | null | { readonly undo: number };

const historyOf = (steps: readonly Step[]): readonly Entry[] =>
  steps.map((step, at): Entry => {
    const base = { id: `entry-${at + 1}`, at: '2026-05-01T10:00:00.000Z', by: 'A. Person' };
    if (step && 'undo' in step) return { ...base, kind: 'undo', entry: `entry-${step.undo}` };
    return { ...base, kind: 'answer', question: 'a', answer: step };
  });
const present = (history: readonly Entry[]): Earlier => earlierIn(history)(fold(history).given.get('a'));

/** The earlier answer's value or state, of the evidence and of the note. */
const told = ({ evidence, note }: Earlier): string =>
  Object.entries({ evidence, note })
    .flatMap(([part, answer]) => (answer ? [`${part}: ${answer.state === 'answered' ? answer.value : answer.state}`] : []))
    .join(', ');

describe('H4: what was named for an earlier answer', () => {
  const yes = said('yes');
  const no = said('no');
  const cases: readonly [string, readonly Step[], string][] = [
    ['H4 nothing was answered', [], ''],
    ['H4 one answer', [yes], ''],
    ['H4 another answer on the same evidence', [yes, no], 'evidence: yes'],
    ['H4 whatever the order of its keys', [yes, said('no', { evidence: { title: 'Report', grade: 'e2' } })], 'evidence: yes'],
    ['H4 several answers in between', [yes, no, said('some')], 'evidence: yes'],
    ['H4 back to the answer it was named for', [yes, no, yes], ''],
    ['H4 named for this one', [yes, said('no', { evidence: { ...E2, title: 'Audit' } })], ''],
    ['H4 a source named afterwards', [yes, no, said('no', { evidence: { ...E2, title: 'Audit' } })], ''],
    [
      'H4 named for the one in between',
      [yes, said('some', { evidence: { grade: 'e1' } }), said('no', { evidence: { grade: 'e1' } })],
      'evidence: some',
    ],
    ['H4 named again after another', [yes, said('no', { evidence: { grade: 'e1' } }), no], ''],
    ['H4 there is none any more', [yes, no, said('no', {})], ''],
    ['H4 none, then the same again', [yes, no, said('no', {}), no], ''],
    ['H4 taken back, then answered on the same', [yes, null, no], ''],
    ['H4 confirmed', [yes, no, no], ''],
    ['H4 confirmed, then changed', [yes, no, no, said('some')], 'evidence: no'],
    ['H4 a note alone confirms no evidence', [yes, no, said('no', { evidence: E2, note: 'By telephone' })], 'evidence: yes'],
    [
      'H4 evidence alone confirms no note',
      [unknown('Not public'), said('yes', { note: 'Not public' }), said('yes', { evidence: E2, note: 'Not public' })],
      'note: unknown',
    ],
    ['H4 unknown, then answered', [unknown('Not public'), said('yes', { note: 'Not public' })], 'note: unknown'],
    ['H4 answered, then unknown', [said('yes', { note: 'Page 3' }), unknown('Page 3')], 'note: yes'],
    ['H4 both', [said('yes', { evidence: E2, note: 'Page 3' }), said('no', { evidence: E2, note: 'Page 3' })], 'evidence: yes, note: yes'],
    ['H4 the change undone', [yes, no, { undo: 2 }], ''],
    ['H4 the undo undone', [yes, no, { undo: 2 }, { undo: 3 }], 'evidence: yes'],
    ['H4 the confirmation undone', [yes, no, no, { undo: 3 }], 'evidence: yes'],
    [
      'H4 the order of a list means nothing',
      [
        { state: 'answered', value: ['x', 'y'], evidence: E2 },
        { state: 'answered', value: ['y', 'x'], evidence: E2 },
      ],
      '',
    ],
  ];
  it.each(cases)('%s', (_, steps, expected) => expect(told(present(historyOf(steps)))).toBe(expected));
});

it('H4 an evaluator keeps nothing of an answer that they had not seen', () => {
  const [first, second] = historyOf([said('yes'), said('no')]);
  if (!first || !second) throw new Error('two entries');
  const apart = [first, { ...second, after: [] }];
  expect(told(earlierIn(apart)(apart[1]))).toBe('');
  expect(told(earlierIn([first, second])(second))).toBe('evidence: yes');
});

it('H4 entries about other questions, and those that give no answer, are nothing to it', () => {
  const [first, second] = historyOf([said('yes'), said('no')]);
  if (first?.kind !== 'answer' || !second) throw new Error('two entries');
  const history = [{ ...first, question: 'b' }, second];
  expect(told(present(history))).toBe('');
  expect(earlierIn(history)(undefined)).toEqual({});
});
