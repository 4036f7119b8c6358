/** A comparison under a procedure: its seal and every change since come first, and labels stand for names until they are revealed. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import type { Procedure, ProcedureEntry } from '../../../src/core/format/procedure.ts';
import { fold } from '../../../src/core/history.ts';
import { parseAssessment, parseProcedure } from '../../../src/core/parse.ts';
import { sealCode } from '../../../src/core/procedure/seal.ts';
import { foldProcedure } from '../../../src/core/procedure/state.ts';
import { formats } from '../../../src/i18n/format.ts';
import type { Block } from '../../../src/report/blocks.ts';
import { type ComparisonInput, comparisonContext } from '../../../src/report/comparison/context.ts';
import { comparisonDocument } from '../../../src/report/comparison/document.ts';
import { procedureContext } from '../../../src/report/comparison/procedure.ts';
import { textsOf, under } from '../text.ts';
import { comparing } from './bids.ts';

const FOLDER = 'questionnaires/examples/kreekmonde';
const f = formats('en');

function read<T>(parse: (text: string) => { readonly ok: boolean; readonly value?: T }, file: string): T {
  const { value } = parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!value) throw new Error(`${file} is refused`);
  return value;
}
const tender: Procedure = read(parseProcedure, 'procedure.json');
const bids: ReadonlyMap<string, Assessment> = new Map(
  readdirSync(`${FOLDER}/bids`).map((name) => [name, read(parseAssessment, `bids/${name}`)]),
);
const state = foldProcedure(tender.history);
const { details, seal, deviations } = state;

const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');
const compared = comparing(bids, { seed: 1, draws: 200 });
const inside = (procedure: Procedure, more: Partial<ComparisonInput> = {}): ComparisonInput => ({
  ...compared,
  procedure: procedureContext(procedure, bids.values()),
  ...more,
});
const after = (...entries: readonly object[]): Procedure => ({
  ...tender,
  history: [
    ...tender.history,
    ...entries.map((one, i) => ({ id: `entry-after-${i}`, at: '2026-12-01T10:00:00.000Z', by: 'B. Person', ...one }) as ProcedureEntry),
  ],
});
const REVEALED = after({ kind: 'reveal' });
const criterion = (name: string, number: number, section: string | null) => ({
  type: section ? 'quality' : 'price',
  name: { en: name },
  weight: { number, kind: 'per-exa' },
  section,
});
/** As the notice of the example has it, with another weight of the operator. */
const kept = (operator: number) =>
  after({
    kind: 'notice',
    notice: '00000000-2026',
    lot: {
      id: 'LOT-0001',
      title: {},
      formula: {},
      criteria: [
        criterion('Price', 60, null),
        criterion('Collation', 8, 'ic'),
        criterion('Location of data', 8, 'dl'),
        criterion('Who operates', operator, 'op'),
        criterion('Software', 12, 'si'),
      ],
    },
  });

describe('N7 the weights of the notice', () => {
  const part = (procedure: Procedure) =>
    all(under(comparisonDocument(inside(procedure)).blocks, 'Weights published in the contract notice')).replace(/[\u00a0\u202f]/g, ' ');

  test('N7 stand in the report where they are kept, with what each criterion stands for and whose word that is', () => {
    const said = part(kept(12));
    for (const told of [
      'Notice 00000000-2026, LOT-0001',
      'The weights used are those that the notice publishes for LOT-0001.',
      '“Who operates”: 12 %',
      'Judged elsewhere, and left out of the published shares: “Price”: 60 %.',
      'was said by B. Person on',
    ])
      expect(said).toContain(told);
    expect(all(comparisonDocument(inside(tender)).blocks)).not.toContain('Weights published in the contract notice');
  });

  test('N4 N7 a disagreement is told first', () => {
    expect(part(kept(22))).toContain('The weights used are not those that the notice publishes for LOT-0001: ');
  });

  test('B4 and are neither criteria nor a deviation', () => {
    expect(all(comparisonDocument(inside(kept(12))).blocks)).toContain('They were changed once since.');
    expect(foldProcedure(kept(12).history).deviations).toEqual(deviations);
  });
});

describe('before anything is ranked', () => {
  const document = comparisonDocument(inside(tender));
  const first = document.blocks[0];

  test('there is a sealed example with a change after the seal', () => {
    expect(seal).not.toBeNull();
    expect(deviations.length).toBeGreaterThan(0);
    expect(bids.size).toBeGreaterThan(3);
  });

  test('B3 B3.1 the first page names the tender, and its seal with code, hash, time and name', () => {
    expect(document.title).toBe(`Comparison of bids: ${details.number} · ${state.lots[0]?.title}`);
    expect(document.eyebrow).toBe(details.authority);
    expect(first?.kind).toBe('facts');
    const said = all(document.blocks.slice(0, 1));
    for (const value of [...Object.values(details), state.lots[0]?.title, seal && sealCode(seal.sha256), seal?.sha256])
      expect(said).toContain(value);
    expect(said).toContain(`${f.instant(seal?.at ?? '')}, ${seal?.by}`);
  });

  test('B4 every change stands with its reason, old and new value, before the first sentence on the order', () => {
    const { blocks } = document;
    const lead = blocks.findIndex((block) => block.kind === 'paragraph' && block.style === 'lead');
    const before = blocks.slice(0, lead);
    for (const { reason, at, by } of deviations) {
      expect(all(before)).toContain(`Reason: ${reason}`);
      expect(all(before)).toContain(`${f.instant(at)}, ${by}`);
    }
    const tables = before.filter((block) => block.kind === 'table');
    expect(tables).toHaveLength(deviations.length);
    for (const { rows } of tables) for (const [, old, now] of rows) expect(old).not.toBe(now);
    expect(all(before.filter((block) => block.kind === 'paragraph'))).toContain('They were changed once since.');
  });

  test('B4 without a change it says that there was none, and without a seal that nothing is settled', () => {
    const upTo = (kind: string) => ({
      ...tender,
      history: tender.history.slice(0, tender.history.findIndex((one) => one.kind === kind) + 1),
    });
    expect(all(comparisonDocument(inside(upTo('seal'))).blocks)).toContain('None of them has changed since.');
    const open = all(comparisonDocument(inside(upTo('criteria'))).blocks);
    expect(open).toContain('The criteria of this procedure are not sealed.');
    expect(open).not.toContain('were sealed');
  });

  test('the document’s id and date are those of the procedure as well', () => {
    const plain = comparisonDocument(compared);
    expect(plain.dataHash).not.toBe(document.dataHash);
    expect(JSON.parse(document.data)).toMatchObject({ procedure: tender, seed: 1, draws: 200, band: null });
    expect(comparisonDocument(inside(REVEALED)).date).toBe('2026-12-01T10:00:00.000Z');
    expect(all(plain.blocks)).not.toContain('SHA-256 of what is sealed');
  });
});

describe('B7 names', () => {
  const words = (one: ComparisonInput) => {
    const { title, eyebrow, author, subject, foot, blocks } = comparisonDocument(one);
    return [title, eyebrow, author, subject, foot, all(blocks)].join('\n');
  };
  const told = [...bids.values()].map((one) => fold(one.history));
  /** What people typed into a bid, long enough to be told from a word that stands there anyway. */
  const typed = told
    .flatMap(({ details: { vendor, title, register, position }, answers }) => [
      ...[vendor, title, register, position],
      ...[...answers.values()].flatMap(({ note, evidence }) => [note, evidence?.title, evidence?.reference]),
    ])
    .filter((text): text is string => (text?.length ?? 0) > 11);

  test('B7 until they are revealed bids go by their labels, and nothing that people typed into one is printed', () => {
    const said = words(inside(tender));
    expect(typed.length).toBeGreaterThan(50);
    expect(typed.filter((text) => said.includes(text))).toEqual([]);
    for (const { label } of state.bids) expect(said).toContain(label);
    expect(said).toContain('withheld');
  });

  test('B7 afterwards they stand beside the labels', () => {
    const said = words(inside(REVEALED));
    for (const { details: own } of told) expect(said).toContain(own.vendor);
    expect(said).toContain('Revealed on 1 December 2026, 10:00 UTC by B. Person');
    expect(said).not.toContain('withheld');
  });

  test('B6.1 labels are the procedure’s, whatever the order of the files; who has not joined takes a letter that is free', () => {
    const [gone, ...others] = state.bids;
    const fewer = { ...tender, history: tender.history.filter((one) => !(one.kind === 'bid' && one.assessment === gone?.assessment)) };
    const called = (procedure: Procedure) =>
      new Map(comparisonContext(inside(procedure)).bids.map(({ assessment, label }) => [assessment.id, label]));
    for (const { assessment, label } of state.bids) expect(called(tender).get(assessment)).toBe(label);
    expect(called(fewer).get(gone?.assessment ?? '')).toBe(gone?.label);
    expect(new Set(called(fewer).values()).size).toBe(others.length + 1);
  });
});

describe('K1 B6 files that are not compared', () => {
  const [, one] = [...bids][0] as [string, Assessment];
  const left = (assessment: Assessment, more: Partial<ComparisonInput> = {}) =>
    under(comparisonDocument(inside(tender, { assessments: new Map([...bids, ['other', assessment]]), ...more })).blocks, 'Not compared');

  test('K1 another policy is told line by line', () => {
    const found = left({ ...one, id: 'not-joined', policy: { ...one.policy, adoptedBy: 'Somebody else' } });
    expect(all(found)).toContain('Bid G: made with other criteria. policy ');
    expect(all(found)).toContain(`Policy: adopted by\n${one.policy.adoptedBy}\nSomebody else`);
  });

  test('B6 another answer of the buyer is told though all hashes agree', () => {
    const entry = { id: 'entry-other', at: one.created, by: '', kind: 'answer', question: 'pr-03', answer: { state: 'unknown' } } as const;
    const found = left({ ...one, id: 'not-joined', history: [...one.history, entry] });
    expect(all(found)).toContain('Bid G: the buyer’s own answers in it are not those of the procedure.');
    expect(all(found)).toContain('The buyer’s answer to PR-03');
    expect(all(found)).toContain('Could not find out');
  });

  test('K1 any other reason is the caller’s', () => {
    const found = left({ ...one, id: 'not-joined' }, { refused: new Map([['other', 'It is a bid for another lot.']]) });
    expect(all(found)).toContain('Bid G: It is a bid for another lot.');
  });
});

test('S1.1 the annex prints the weights that count, which are the authority’s', () => {
  const { blocks } = comparisonDocument(inside(tender));
  const annex = all(under(blocks, 'Annex C. Criteria'));
  const { sections } = compared.comparison.model;
  const total = sections.reduce((sum, { section }) => sum + section.weight, 0);
  expect(compared.comparison.model.policy.weights).toBeDefined();
  for (const { section } of sections)
    if (section.weight > 0) expect(annex).toContain(`${section.title.en}\n${f.percent(section.weight / total)}`);
});
