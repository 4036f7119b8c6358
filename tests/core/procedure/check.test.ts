/** What must hold of a procedure file: rules B1 to B8. */
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '../../../src/core/format/answer.ts';
import { EMPTY_POLICY } from '../../../src/core/format/facts.ts';
import type { Procedure, ProcedureEntry } from '../../../src/core/format/procedure.ts';
import { parseProcedure } from '../../../src/core/parse.ts';
import problems from '../../../src/i18n/en/problems.json?messages';
import values from '../../../src/i18n/en/values.json?messages';
import type { ProblemKey } from '../../../src/i18n/languages.ts';
import { sayProblemAt } from '../../../src/i18n/problem-words.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { bid, CRITERIA, entry, ID, LOTS, NUMBERED, POLICY, pinned, procedure, QUESTIONNAIRE, SEALED, SET, sealing } from './support.ts';

const t = translator<ProblemKey>('en', { ...problems, ...values });
/** What is said of a file; nothing where it is taken. */
const said = (file: unknown): readonly string[] => {
  const parsed = parseProcedure(JSON.stringify(file));
  return (parsed.ok ? parsed.warnings : parsed.problems).map((one) => sayProblemAt(t, one));
};

const under = (answers: Readonly<Record<string, Answer>>) => entry('criteria', { criteria: pinned({ ...CRITERIA, answers }) });
const MINOR = { ...CRITERIA, answers: { 'pr-03': { state: 'answered', value: 'min' } as const } };
const later = (reason?: string, by = 'A. Person') =>
  entry('criteria', { criteria: pinned(MINOR), ...(reason === undefined ? {} : { reason }) }, by);
const leave = (name: string, reason = 'Withdrawn.') => entry('leave', { assessment: `bid-${name}-0000`, reason });
const NOTHING = '0'.repeat(64);
const MISFIT = { ...CRITERIA, policy: { ...POLICY, parameters: { other: 'x' }, weights: { xx: 1 } } };
const [, , , SEAL] = SEALED;

describe('a sound file is taken', () => {
  it.each<[string, Procedure]>([
    ['B8 nothing yet', procedure([], [])],
    ['B8 a draft', procedure([NUMBERED, SET])],
    ['B3 sealed', procedure(SEALED)],
    [
      'B4 with a deviation, and back',
      procedure([...SEALED, later('The council decided.'), { ...SET, id: 'entry-back', reason: 'Taken back.' } as ProcedureEntry]),
    ],
    [
      'B6.1 with bids that come, go and come again',
      procedure([...SEALED, bid('one', 'A', 'north'), bid('two', 'B'), leave('one'), bid('one', 'A', 'south')]),
    ],
    ['B7 revealed', procedure([...SEALED, bid('one'), entry('reveal', {})])],
    ['B1 with clocks that run backwards', procedure([...SEALED, { ...bid('one'), at: '1999-01-01T00:00:00.000Z' }])],
    [
      'B8 with two policies',
      procedure(
        [...SEALED, entry('criteria', { criteria: pinned({ ...CRITERIA, policy: EMPTY_POLICY }), reason: 'None.' })],
        [CRITERIA, { ...CRITERIA, policy: EMPTY_POLICY }],
      ),
    ],
  ])('%s', (_, file) => expect(said(file)).toEqual([]));
});

describe('what is wrong is named with its place, what was expected and what was found', () => {
  const other = { ...CRITERIA, policy: EMPTY_POLICY };
  it.each<[string, unknown, readonly string[]]>([
    ['B8 an entry twice', procedure([NUMBERED, NUMBERED], []), ['/history/1/id: The entry']],
    [
      'B8 a document twice',
      { ...procedure([SET]), policies: [POLICY, POLICY] },
      ['/policies/1: The same policy stands here and at /policies/0.'],
    ],
    ['B8 a document that no entry names', procedure([SET], [CRITERIA, other]), ['/policies/1: No entry names this policy (']],
    [
      'B8 a document that is not there',
      { ...procedure([SET]), facts: [] },
      ['/history/0/criteria/facts: Expected the SHA-256 of a country table'],
    ],
    [
      'B8 a questionnaire that is not there',
      { ...procedure([SET]), questionnaires: [] },
      ['/history/0/criteria/questionnaire: Expected the SHA-256 of a questionnaire'],
    ],
    [
      'B8 a questionnaire that is not sound',
      { ...procedure([SET]), questionnaires: [{ ...QUESTIONNAIRE, bands: QUESTIONNAIRE.bands.slice(1) }] },
      ['/questionnaires/0/bands/0/from: '],
    ],
    [
      'B8 a policy that does not fit',
      procedure([entry('criteria', { criteria: pinned(MISFIT) })], [MISFIT]),
      ['/policies/0/parameters/other: Expected the id of a parameter', '/policies/0/weights/xx: Expected the id of a section'],
    ],
    [
      'B8 told once, though two entries name it',
      procedure(
        [entry('criteria', { criteria: pinned(MISFIT) }), entry('criteria', { criteria: { ...pinned(MISFIT), answers: {} } })],
        [MISFIT],
      ),
      ['/policies/0/parameters/other: ', '/policies/0/weights/xx: '],
    ],
    [
      'B2 an answer to no question',
      procedure([under({ 'no-such': { state: 'unknown' } })]),
      ['/history/0/criteria/answers/no-such: Expected the id of a question'],
    ],
    [
      'B2 an answer that is the vendor’s',
      procedure([under({ 'dl-10': { state: 'unknown' } })]),
      ['/history/0/criteria/answers/dl-10: "dl-10" is asked about each vendor.'],
    ],
    [
      'B2 an answer that is none',
      procedure([under({ 'pr-03': { state: 'answered', value: 'huge' } })]),
      ['/history/0/criteria/answers/pr-03/value: '],
    ],
    [
      'B2 a grade that is none',
      procedure([under({ 'pr-03': { state: 'unknown', evidence: { grade: 'e9' } } })]),
      ['/history/0/criteria/answers/pr-03/evidence/grade: Expected the id of a grade'],
    ],
    ['B3 a seal without criteria', procedure([NUMBERED, sealing([])], []), ['/history/1: Expected criteria before the seal']],
    [
      'B3 a seal without a number',
      procedure([SET, sealing([SET], '')]),
      ['/history/1: Expected the number of the procedure before the seal'],
    ],
    [
      'B3 a seal by nobody',
      procedure([NUMBERED, SET, { ...sealing([SET]), by: ' ' }]),
      ['/history/2/by: Expected the name', '/history/2/sha256: This is not the seal'],
    ],
    ['B3 a second seal', procedure([...SEALED, sealing([SET])]), [`/history/4: The criteria were sealed on ${SEAL?.at}`]],
    [
      'B3 another number',
      procedure([...SEALED, entry('detail', { detail: 'number', value: 'P-9' })]),
      ['/history/4/value: The number is sealed. Expected "P-2026/7"; found "P-9".'],
    ],
    ['B4 a deviation without a reason', procedure([...SEALED, later()]), ['/history/4/reason: Criteria were changed after the seal.']],
    ['B4 a blank one', procedure([...SEALED, later('  ')]), ['/history/4/reason: Criteria were changed after the seal.']],
    ['B4 a deviation by nobody', procedure([...SEALED, later('So.', '')]), ['/history/4/by: Expected the name']],
    [
      'B4 a deviation that changes nothing',
      procedure([...SEALED, { ...SET, id: 'entry-same', reason: 'So.' } as ProcedureEntry]),
      ['/history/4/criteria: These criteria were in force already.'],
    ],
    ['B6 a bid before the seal', procedure([NUMBERED, SET, bid('one')]), ['/history/2: Expected the seal before the first bid']],
    [
      'B6.1 a bid twice',
      procedure([...SEALED, bid('one', 'A'), bid('one', 'B')]),
      ['/history/5/assessment: The assessment "bid-one-0000" is in the procedure already.'],
    ],
    [
      'B6.1 a label twice',
      procedure([...SEALED, bid('one', 'A'), bid('two', 'A')]),
      ['/history/5/label: The label "A" is that of the bid "bid-one-0000".'],
    ],
    [
      'B6.1 the label of one that left',
      procedure([...SEALED, bid('one', 'A'), leave('one'), bid('two', 'A')]),
      ['/history/6/label: The label "A"'],
    ],
    [
      'B6.1 a lot that is none',
      procedure([...SEALED, bid('one', 'A', 'west')]),
      ['/history/4/lot: Expected the id of a lot of this procedure; found "west".'],
    ],
    [
      'B6.1 a lot that goes while it has bids',
      procedure([...SEALED, bid('one', 'A', 'north'), entry('lots', { lots: [] })]),
      ['/history/5/lots: There are bids for the lot "north".'],
    ],
    [
      'B6.1 a lot twice',
      procedure([entry('lots', { lots: [...(LOTS.kind === 'lots' ? LOTS.lots : []), { id: 'north', title: 'Again' }] })], []),
      ['/history/0/lots/2/id: The id "north" stands here and at /history/0/lots/0/id.'],
    ],
    [
      'B6.1 leaving what one is not in',
      procedure([...SEALED, leave('one')]),
      ['/history/4/assessment: The assessment "bid-one-0000" is not in the procedure.'],
    ],
    ['B6.1 leaving for a blank reason', procedure([...SEALED, bid('one'), leave('one', ' ')]), ['/history/5/reason: A bid was taken out.']],
    [
      'B7 revealing before the seal',
      procedure([NUMBERED, SET, entry('reveal', {})]),
      ['/history/2: Expected the seal before names are revealed'],
    ],
    ['B7 revealing twice', procedure([...SEALED, entry('reveal', {}), entry('reveal', {})]), ['/history/5: The names were revealed on ']],
    [
      'B8 another format',
      { ...procedure([]), format: 'soundings-assessment/1' },
      ['/format: Expected a file of the format "soundings-procedure/1"; found "soundings-assessment/1".'],
    ],
    [
      'B8 no format',
      { ...procedure([]), format: null },
      ['/format: Expected a file of the format "soundings-procedure/1"; this one names none.'],
    ],
    ['B8 a key too many', { ...procedure([], []), extra: 1 }, ['/extra: The key "extra" is not part of the format.']],
  ])('%s', (_, file, expected) => {
    const found = said(file);
    expect(found.map((one, i) => one.slice(0, expected[i]?.length))).toEqual(expected);
  });
});

test('B3 whatever is changed behind the seal or before it, the seal no longer fits', () => {
  const wrong = (change: (history: ProcedureEntry[]) => void, id = ID) => {
    const history = structuredClone(SEALED) as ProcedureEntry[];
    change(history);
    return said({ ...procedure(history), id }).filter((one) => one.includes('This is not the seal'));
  };
  expect(wrong(() => {})).toEqual([]);
  const changes: readonly ((history: ProcedureEntry[]) => void)[] = [
    (history) => history.splice(0, 1, { ...NUMBERED, value: 'P-2026/8' } as ProcedureEntry),
    (history) => history.splice(2, 1, under({ 'pr-03': { state: 'answered', value: 'min' } })),
    (history) => history.splice(3, 1, { ...SEAL, at: '2026-05-01T10:00:01.000Z' } as ProcedureEntry),
    (history) => history.splice(3, 1, { ...SEAL, by: 'B. Person' } as ProcedureEntry),
    (history) => history.splice(3, 1, { ...SEAL, sha256: NOTHING } as ProcedureEntry),
  ];
  for (const change of changes) expect(wrong(change)).toHaveLength(1);
  expect(wrong(() => {}, 'procedure-0002')).toHaveLength(1);
});
