/** A report is a function of its record, and the record is inside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOf, sha256Hex } from '../../src/core/canonical.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import type { Procedure } from '../../src/core/format/procedure.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment, parseProcedure } from '../../src/core/parse.ts';
import type { Document } from '../../src/report/blocks.ts';
import type { ComparisonInput } from '../../src/report/comparison/context.ts';
import { comparisonDocument } from '../../src/report/comparison/document.ts';
import { procedureContext } from '../../src/report/comparison/procedure.ts';
import { withheldHistory } from '../../src/report/comparison/withheld.ts';
import { reportDocument } from '../../src/report/document.ts';
import { attached } from '../../src/report/record/build.ts';
import { remade } from '../../src/report/record/document.ts';
import { parseRecord } from '../../src/report/record/read.ts';
import type { ComparisonRecord, ReportRecord } from '../../src/report/record/record.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';
import { comparing, examples, GOOD, made, STOP } from './comparison/bids.ts';
import { answered, inputOf, RAISED } from './fixture.ts';

const FOLDER = 'questionnaires/examples/kreekmonde';
function read<T>(parse: (text: string) => { readonly ok: boolean; readonly value?: T }, file: string): T {
  const { value } = parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!value) throw new Error(`${file} is refused`);
  return value;
}
const tender: Procedure = read(parseProcedure, 'procedure.json');
const bids = new Map(readdirSync(`${FOLDER}/bids`).map((name) => [name, read(parseAssessment, `bids/${name}`)] as const));
const revealed: Procedure = {
  ...tender,
  history: [...tender.history, { id: 'entry-after-0', at: '2026-12-01T10:00:00.000Z', by: 'B. Person', kind: 'reveal' }],
};
const inside = (procedure: Procedure, more: Partial<ComparisonInput> = {}): ComparisonInput => ({
  ...comparing(bids, { seed: 1, draws: 200 }),
  procedure: procedureContext(procedure, bids.values()),
  ...more,
});
const one = [...bids.values()][0] as Assessment;
const other: Assessment = { ...one, id: 'assessment-other', policy: { ...one.policy, version: '9.0.0' } };

const documents: readonly (readonly [string, Document])[] = [
  ['nothing answered', reportDocument(inputOf())],
  ['raised by a gate', reportDocument(inputOf({ answers: RAISED, override: { band: 'low', reason: 'Because.' } }))],
  ['a bid of a tender', reportDocument(tendered())],
  ['the shipped examples', comparisonDocument(comparing(examples))],
  ['weights within a band', comparisonDocument({ ...made({ one: { answers: GOOD }, two: { answers: STOP } }), band: 0.2 })],
  ['six bids, names hidden', comparisonDocument(inside(tender))],
  ['six bids, names revealed', comparisonDocument(inside(revealed))],
  [
    'with a file that is left out',
    comparisonDocument(
      inside(tender, { assessments: new Map([['other', other], ...bids]), refused: new Map([['other', 'It has left the tender.']]) }),
    ),
  ],
];

const recordIn = ({ data }: Document): ReportRecord => {
  const parsed = parseRecord(data);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  return parsed.value;
};

describe.each(documents)('%s', (_, document) => {
  test('the record is canonical JSON, its hash the id of the report and printed in it', () => {
    expect(canonicalJson(JSON.parse(document.data))).toBe(document.data);
    expect(document.dataHash).toBe(sha256Hex(document.data));
    expect(document.foot).toContain(document.dataHash.slice(0, 12));
    expect(JSON.stringify(document.blocks)).toContain(document.dataHash);
  });

  test('read from outside it gives the same record and the same report', () => {
    const { pageLabel: _label, ...expected } = document;
    const { record, document: again } = remade(recordIn(document));
    // Not `toBe`: a megabyte of differences helps nobody.
    expect(attached(record).json === document.data).toBe(true);
    const { pageLabel: _again, ...found } = again;
    expect(found).toEqual(expected);
  });
});

describe('what does not follow from the answers', () => {
  const [assessment, comparison] = [documents[1], documents[3]].map((entry) => recordIn((entry as (typeof documents)[0])[1]));
  const forged = (record: ReportRecord | undefined, change: (copy: never) => void): ReportRecord => {
    const copy = structuredClone(record);
    change(copy as never);
    return copy as ReportRecord;
  };

  test.each<readonly [string, ReportRecord]>([
    ['a result', forged(assessment, (copy: { result: { coverage: number } }) => (copy.result.coverage = 0))],
    ['the hash of a bid', forged(comparison, (copy: { bids: { sha256: string }[] }) => (bidIn(copy).sha256 = '0'.repeat(64)))],
    ['the name of a bid', forged(comparison, (copy: { bids: { name: string }[] }) => (bidIn(copy).name = 'Another'))],
    ['a place', forged(comparison, (copy: { result: { ranks: number[][] } }) => copy.result.ranks.reverse())],
  ])('%s is another record', (_, record) => {
    expect(attached(remade(record).record).json).not.toBe(attached(record).json);
  });

  test('a bid that names a document that is not there is refused, and so is what is no record', () => {
    const { policies: _, ...rest } = comparison as ComparisonRecord;
    const without = parseRecord(canonicalJson({ ...rest, policies: [] }));
    expect(without.ok ? [] : [...new Set(without.problems.map(({ code }) => code))]).toEqual(['record-document-missing']);
    expect(parseRecord('{"format":"soundings-record/2"}')).toMatchObject({ ok: false, problems: [{ code: 'format' }] });
    expect(parseRecord(canonicalJson({ ...(assessment as object), more: 1 }))).toMatchObject({ ok: false });
  });
});

describe('B7 a bid known by its label', () => {
  const typed = [...bids.values()].flatMap(({ history }) => {
    const { details, answers } = fold(history);
    return [
      ...[details.vendor, details.title, details.register, details.position],
      ...[...answers.values()].flatMap(({ note, evidence }) => [note, evidence?.title, evidence?.reference]),
    ].filter((text): text is string => (text?.length ?? 0) > 11);
  });

  test('has no typed text in the record, and is tied to its file by the hash', () => {
    const data = documents[5]?.[1].data ?? '';
    expect(typed.length).toBeGreaterThan(50);
    const { procedure, ...record } = JSON.parse(data) as ComparisonRecord;
    // What the buyer says for all bids is no bidder's.
    const buyers = JSON.stringify(procedure);
    expect(typed.filter((text) => !buyers.includes(text) && data.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    expect(record.bids.map(({ sha256, withheld }) => [sha256, withheld])).toEqual([...bids.values()].map((bid) => [hashOf(bid), true]));
    const told = JSON.parse(documents[6]?.[1].data ?? '') as ComparisonRecord;
    expect(told.bids.every(({ name, withheld }) => name !== '' && withheld === undefined)).toBe(true);
  });

  test('evaluators that differ in typed text differ without it, so its result stays', () => {
    const { assessment, model } = inputOf({ answers: RAISED });
    const last = assessment.history.at(-1)?.id ?? '';
    const said = (id: string, value: string, after: readonly string[]) =>
      ({ id, at: '2026-03-01T11:00:00.000Z', by: id, kind: 'answer', question: 'remark', answer: answered(value), after }) as const;
    const history = [...assessment.history, said('entry-a000', 'One.', [last]), said('entry-b000', 'Two.', [last])];
    const merged = { ...assessment, history };
    const result = evaluate(model, fold(history).answers);
    const hidden = withheldHistory(merged, 'withheld');
    expect(fold(hidden).disputed.size).toBe(1);
    expect(evaluate(model, fold(hidden).answers)).toEqual(result);
  });
});

function bidIn<T>({ bids: [first] }: { bids: T[] }): T {
  if (!first) throw new Error('no bid');
  return first;
}

function tendered(): ReportInput {
  const model = modelOf(one.questionnaire, one.facts, one.policy);
  const state = fold(one.history);
  return {
    assessment: one,
    model,
    state,
    result: evaluate(model, state.answers),
    procedure: procedureContext(tender, [one]),
    language: 'en',
    appVersion: '0.0.0',
  };
}
