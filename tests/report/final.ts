/** A final assessment of the fixture, and a version that goes on from it and is final as well. */
import { namedBy } from '../../src/core/editions/versions.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';
import { answered, inputOf, RAISED } from './fixture.ts';

const at = '2026-03-02T10:00:00.000Z';
export const final = (id: string, number: string): Entry => ({
  id: `entry-final-${id}`,
  at,
  by: 'Ada Anders',
  kind: 'final',
  number,
  day: '2026-03-02',
  preparer: { name: 'Ada Anders', interest: null },
  reviewer: { name: 'Ben Bos', interest: 'A cousin works there.' },
  approver: { name: 'Cy Claes', interest: null },
  retention: 'Procurement, 10 years',
  disposal: '2036-12-31',
});

export function grown(input: ReportInput, id: string, ...entries: readonly Entry[]): ReportInput {
  const history = [...input.assessment.history, ...entries];
  const state = fold(history);
  return { ...input, assessment: { ...input.assessment, id, history }, state, result: evaluate(input.model, state.answers) };
}
export const FIRST = grown(
  inputOf({
    answers: { ...RAISED, keys: { ...answered('vendor'), note: 'Said on the phone.' } },
    override: { band: 'low', reason: 'Seen on site.' },
  }),
  'fixture-0001',
  final('1', '2026/17'),
);
export const SECOND = grown(
  FIRST,
  'fixture-0002',
  { id: 'entry-next', at, by: 'Ada Anders', kind: 'supersedes', ...namedBy(FIRST.assessment) },
  { id: 'entry-keys', at, by: 'Ada Anders', kind: 'answer', question: 'keys', answer: answered('buyer') },
  { id: 'entry-name', at, by: 'Ada Anders', kind: 'detail', detail: 'vendor', value: 'Example Cargo Holding' },
  final('2', '2026/18'),
);
