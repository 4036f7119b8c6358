/** Which assessments may join: rules B2 and B6. */
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '../../../src/core/format/answer.ts';
import type { ProcedureEntry } from '../../../src/core/format/procedure.ts';
import { buyerQuestions, criteriaOf } from '../../../src/core/procedure/criteria.ts';
import { type Joining, joinDifferences } from '../../../src/core/procedure/join.ts';
import { ANSWERS, assessment, bid, CRITERIA, entry, NUMBERED, POLICY, pinned, procedure, QUESTIONNAIRE, SEALED, SET } from './support.ts';

const OTHER = { ...CRITERIA, policy: { ...POLICY, name: 'Another list', countries: ['XA'] } };
const CHANGED = entry('criteria', { criteria: pinned(OTHER), reason: 'The list was wrong.' });

const told = (joining: Joining): string => {
  switch (joining.kind) {
    case 'joins':
      return `joins, ${joining.answers.map(({ question }) => question).join(' ') || 'nothing'} to add`;
    case 'differs':
      return joining.differences.map(({ at, about }) => `${at.map(({ thing, id }) => `${thing} ${id}`).join()} ${about.kind}`).join('; ');
    case 'is-in':
      return `is in as ${joining.bid.label}`;
    default:
      return joining.kind;
  }
};
const answered = (value: Extract<Answer, { state: 'answered' }>['value'], more: object = {}): Answer => ({
  state: 'answered',
  value,
  ...more,
});

test('B4.1 after a deviation to a newer version only what was made with it joins, and a bid made before is told line by line', () => {
  const NEWER = { ...CRITERIA, questionnaire: { ...QUESTIONNAIRE, version: '1.1.0' } };
  const history = [...SEALED, bid('one'), entry('criteria', { criteria: pinned(NEWER), reason: 'A question was unclear.' })];
  const tender = procedure(history, [CRITERIA, NEWER]);
  expect(told(joinDifferences(tender, assessment('two', CRITERIA, ANSWERS)))).toContain('questionnaire');
  expect(told(joinDifferences(tender, assessment('two', NEWER, ANSWERS)))).toBe('joins, nothing to add');
});

describe('joining as a table', () => {
  const joins = 'joins, nothing to add';
  const both = (more: Readonly<Record<string, Answer>>) => assessment('one', CRITERIA, { ...ANSWERS, ...more });
  const cases: readonly (readonly [string, readonly ProcedureEntry[], ReturnType<typeof assessment>, string])[] = [
    ['B6 not before the seal', [NUMBERED, SET], assessment('one'), 'not-sealed'],
    ['B6 what the buyer answers is added', SEALED, assessment('one'), 'joins, pr-02 pr-03 to add'],
    ['B6 one of them is there', SEALED, assessment('one', CRITERIA, { 'pr-03': ANSWERS['pr-03'] as Answer }), 'joins, pr-02 to add'],
    ['B6 both are there', SEALED, both({}), joins],
    ['B6 a list in another order', SEALED, both({ 'pr-02': answered(['pcs', 'gate']) }), joins],
    ['B6 another note and document', SEALED, both({ 'pr-03': answered('crit', { note: 'Mine.', evidence: { title: 'A file' } }) }), joins],
    ['B6 another answer', SEALED, both({ 'pr-03': answered('min') }), 'answer pr-03 aspect; answer pr-03 aspect'],
    [
      'B6 the same answer, shown on a grade',
      SEALED,
      both({ 'pr-02': answered(['gate', 'pcs'], { evidence: { grade: 'e2' } }) }),
      'answer pr-02 aspect',
    ],
    [
      'B6 the same list, possibly incomplete',
      SEALED,
      both({ 'pr-02': answered(['gate', 'pcs'], { incomplete: true }) }),
      'answer pr-02 aspect',
    ],
    ['B6 unknown is another answer', SEALED, both({ 'pr-03': { state: 'unknown' } }), 'answer pr-03 aspect; answer pr-03 aspect'],
    ['B6 what only the vendor is asked may be anything', SEALED, both({ 'dl-10': { state: 'declined' } }), joins],
    ['B6 another policy', SEALED, assessment('one', OTHER), 'policy  aspect; country XB presence'],
    ['B6 after a deviation, the old policy', [...SEALED, CHANGED], assessment('one'), 'policy  aspect; country XB presence'],
    ['B6 after a deviation, the new one', [...SEALED, CHANGED], assessment('one', OTHER), 'joins, pr-02 pr-03 to add'],
    ['B6.1 once only', [...SEALED, bid('one')], assessment('one'), 'is in as Bid one'],
    ['B6.1 again after leaving', [...SEALED, bid('one'), entry('leave', { assessment: 'bid-one-0000', reason: 'Late.' })], both({}), joins],
  ];
  it.each(cases)('%s', (_, history, one, expected) =>
    expect(told(joinDifferences(procedure(history, [CRITERIA, OTHER]), one))).toBe(expected),
  );
});

test('B6 what the buyer left open, a bid may not answer', () => {
  const open = { ...CRITERIA, answers: {} };
  const set = entry('criteria', { criteria: pinned(open) });
  const history = [NUMBERED, set, entry('seal', { sha256: '0'.repeat(64) })];
  const joining = joinDifferences(procedure(history), assessment('one', CRITERIA, { 'pr-03': answered('min') }));
  expect(joining).toMatchObject({ kind: 'differs', differences: [{ at: [{ id: 'pr-03' }], from: null, to: { say: 'answer' } }] });
});

test('B2 the buyer answers what rests on nobody’s proof: what the platform is for, and how important it is', () => {
  expect(buyerQuestions(QUESTIONNAIRE).map(({ id }) => id)).toEqual(['pr-02', 'pr-03']);
});

test('B2 criteria are documents by hash; one that is not there is the mistake of whoever asks', () => {
  const whole = procedure([SET], [OTHER, CRITERIA]);
  expect(criteriaOf(whole, pinned(CRITERIA))).toEqual(CRITERIA);
  expect(() => criteriaOf(whole, { ...pinned(CRITERIA), facts: '0'.repeat(64) })).toThrow(RangeError);
});
