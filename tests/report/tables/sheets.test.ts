/** What stands in the sheets: every bid, question and figure, and arithmetic from which the scores can be recomputed. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { evaluate } from '../../../src/core/evaluate.ts';
import { fold } from '../../../src/core/history.ts';
import { parseAssessment, parseProcedure } from '../../../src/core/parse.ts';
import { foldProcedure } from '../../../src/core/procedure/state.ts';
import { comparisonContext } from '../../../src/report/comparison/context.ts';
import { procedureContext } from '../../../src/report/comparison/procedure.ts';
import { comparisonBook, comparisonTable } from '../../../src/report/tables/book.ts';
import { reckoning } from '../../../src/report/tables/reckoning.ts';
import type { Cell, Sheet } from '../../../src/report/tables/sheet.ts';
import { CRITERIA, entry, POLICY, pinned, procedure, SEALED } from '../../core/procedure/support.ts';
import { randomAnswers } from '../../core/support/randomAnswers.ts';
import { randomQuestionnaire } from '../../core/support/randomQuestionnaire.ts';
import { holds } from '../../core/support/runs.ts';
import { model } from '../../core/support/vocabulary.ts';
import { comparing, examples, GOOD, made, STOP } from '../comparison/bids.ts';
import { answered, RAISED } from '../fixture.ts';

// Whole books of all examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const said = (cell: Cell | undefined): string | number | null => {
  if (!cell || cell.kind === 'empty') return null;
  return cell.kind === 'text' ? cell.text : cell.kind === 'day' ? cell.day : cell.value;
};
const column = ({ columns, rows }: Sheet, head: string) => {
  const at = columns.findIndex((one) => one.head === head);
  expect(at, head).toBeGreaterThanOrEqual(0);
  return rows.map((row) => said(row[at]));
};
const named = (sheets: readonly Sheet[], name: string): Sheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

test('S1 S2 G2 the parts of a bid give both ends of its score again, whatever is open', { timeout: 120_000 }, () => {
  holds('parts of a score', 3000, (d) => {
    const built = randomQuestionnaire(d);
    const of = model(built);
    const result = evaluate(of, randomAnswers(d, built, d.pick([10, 50, 90])));
    const sections = reckoning(of, result).flatMap(({ section, questions, ends }) => (ends ? [{ section, questions, ends }] : []));
    for (const end of ['low', 'high'] as const) {
      const parts = sections.map(({ section, questions, ends }) => {
        const counted = questions.filter((question) => question[end].counts);
        const weight = counted.reduce((sum, { item }) => sum + item.question.weight, 0);
        const mean = counted.reduce((sum, question) => sum + question.item.question.weight * question[end].risk, 0) / weight;
        expect(mean).toBeCloseTo(ends[end].mean, 9);
        expect(Math.abs(Math.max(mean, ends[end].floor ?? 0) - ends[end].held)).toBeLessThan(2e-6);
        return { weight: ends[end].counts ? section.weight : 0, held: ends[end].held };
      });
      const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
      if (!result.overall) expect(whole).toBe(0);
      else expect(parts.reduce((sum, { weight, held }) => sum + weight * held, 0) / whole).toBeCloseTo(result.overall[end], 9);
    }
    return result.overall ? (sections.some(({ ends }) => ends.low.floor !== null) ? 'scored, with floors' : 'scored') : 'not scored';
  });
});

const shipped = () => comparisonContext(comparing(examples));

test('K2 the bids stand in the order of the comparison, with score, rating and what is open', () => {
  const context = shipped();
  const bids = named(comparisonBook(context), 'Bids');
  expect(column(bids, 'Bid')).toEqual(context.bids.map(({ label }) => label));
  expect(column(bids, 'Score, lower end')).toEqual(context.bids.map(({ result }) => result.overall?.low));
  expect(column(bids, 'Score, upper end')).toEqual(context.bids.map(({ result }) => result.overall?.high));
  const scheldewaard = column(bids, 'Vendor').findIndex((name) => String(name).startsWith('Scheldewaard'));
  expect(Number(column(bids, 'Score, lower end')[scheldewaard]).toFixed(1)).toBe('26.6');
  expect(Number(column(bids, 'Score, upper end')[scheldewaard]).toFixed(1)).toBe('28.4');
  expect(column(bids, 'Rating')[scheldewaard]).toBe('Moderate');
  const before = column(bids, 'Stands before').flatMap((others) =>
    String(others ?? '')
      .split(', ')
      .filter(Boolean),
  );
  const behind = column(bids, 'Stands behind').flatMap((others) =>
    String(others ?? '')
      .split(', ')
      .filter(Boolean),
  );
  expect(before.length).toBe(behind.length);
  expect(before.length).toBeGreaterThan(0);
});

test('every bid has a line for every question, its answer typed as what it is', () => {
  const answers = {
    ...RAISED,
    remark: { ...answered('=1+1'), note: 'A note' },
    copies: { ...answered(2), evidence: { grade: 'e2', title: 'Contract', date: '2026-02-03', reference: '§ 4' } },
  };
  const context = comparisonContext(made({ one: { answers }, two: { answers: { ...GOOD, order: { state: 'declined' } } } }));
  const [first] = context.bids.filter(({ label }) => label === 'Bid A');
  (first?.state.disputed as Map<string, readonly never[]> | undefined)?.set('use', []);
  const sheet = named(comparisonBook(context), 'Answers');
  expect(sheet.rows).toHaveLength(2 * context.model.items.length);
  const at = (question: string, bid: string) =>
    sheet.rows.findIndex((_, i) => column(sheet, 'Question')[i] === question && column(sheet, 'Bid')[i] === bid);
  const cell = (question: string, bid: string, head: string) =>
    sheet.rows[at(question, bid)]?.[sheet.columns.findIndex((one) => one.head === head)];
  expect(cell('COPIES', 'Bid A', 'Answer')).toEqual({ kind: 'number', value: 2 });
  expect(cell('COPIES', 'Bid A', 'Evidence of')).toEqual({ kind: 'day', day: '2026-02-03' });
  expect(cell('COPIES', 'Bid A', 'Reference')).toEqual({ kind: 'text', text: '§ 4' });
  expect(cell('COPIES', 'Bid B', 'Applies')).toEqual({ kind: 'text', text: 'no' });
  expect(cell('COPIES', 'Bid B', 'Risk, upper end')).toEqual({ kind: 'empty' });
  expect(cell('REMARK', 'Bid A', 'Answer')).toEqual({ kind: 'text', text: '=1+1' });
  expect(cell('REMARK', 'Bid A', 'Note')).toEqual({ kind: 'text', text: 'A note' });
  expect(cell('ORDER', 'Bid B', 'State of the answer')).toEqual({ kind: 'text', text: 'The vendor declined to say' });
  expect(cell('ORDER', 'Bid B', 'Answer')).toEqual({ kind: 'empty' });
  expect(cell('USE', 'Bid A', 'State of the answer')).toEqual({ kind: 'text', text: 'Evaluators differ, not settled' });
});

test('S4 the points of questions and floors add up to the score, in the workbook and in the one table', () => {
  for (const context of [shipped(), comparisonContext(made({ raised: { answers: RAISED }, stop: { answers: STOP }, open: {} }))]) {
    const book = comparisonBook(context);
    const [sections, arithmetic] = [named(book, 'Sections'), named(book, 'Arithmetic')];
    const sums = (sheet: Sheet, head: string, bid: string) => {
      const bids = column(sheet, 'Bid');
      return column(sheet, head).reduce<number>((sum, value, i) => sum + (bids[i] === bid ? Number(value ?? 0) : 0), 0);
    };
    const table = comparisonTable(context);
    expect(table.rows).toHaveLength(context.bids.length * context.model.items.length);
    for (const { label, result, contributions } of context.bids) {
      expect(sums(sections, 'Section, points of the score, upper end', label)).toBeCloseTo(result.overall?.high ?? 0, 9);
      const floors = contributions.filter(({ kind }) => kind === 'floor').reduce((sum, { points }) => sum + points, 0);
      for (const sheet of [arithmetic, table])
        expect(sums(sheet, 'Points of the score, upper end', label) + floors).toBeCloseTo(result.overall?.high ?? 0, 9);
    }
  }
});

test('G3 K4 K1 gates, draws and criteria are there', () => {
  const other = { ...CRITERIA, policy: { ...POLICY, name: 'Another list', countries: ['XA'] } };
  const whole = procedure([...SEALED, entry('criteria', { criteria: pinned(other), reason: 'The list was wrong.' })], [CRITERIA, other]);
  const context = comparisonContext({ ...comparing(examples), procedure: procedureContext(whole, examples.values()) });
  const book = comparisonBook(context);
  expect(named(book, 'Gates').rows).toHaveLength(context.bids.flatMap(({ gates }) => gates).length);
  for (const [, ...shares] of named(book, 'Places').rows)
    expect(shares.reduce((sum, cell) => sum + Number(said(cell)), 0)).toBeCloseTo(1, 9);
  const criteria = named(book, 'Criteria').rows.map((row) => row.map(said));
  const line = (what: string) => criteria.find(([first]) => first === what);
  expect(line('Questionnaire')).toEqual(['Questionnaire', expect.stringContaining('logistics-platform'), context.hashes.questionnaire]);
  expect(line('Comparison')?.[2]).toBe(context.dataHash);
  expect(line('Draws')?.[1]).toBe(context.acceptability.draws);
  const at = criteria.findIndex(([what]) => String(what).startsWith('Seal of'));
  expect(criteria[at]?.slice(1)).toEqual([
    expect.stringMatching(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}$/),
    foldProcedure(whole.history).seal?.sha256,
  ]);
  expect(criteria.slice(at + 1, at + 4).map(([what, value]) => [String(what).split(',')[0], value])).toEqual([
    [expect.stringMatching(/^Deviation of 1 May 2026/), 'The list was wrong.'],
    ['Policy: name', 'List of a port → Another list'],
    ['The authority’s list', 'there → not there'],
  ]);
  const names = book.map(({ name }) => name);
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('B7 until names are revealed, no sheet names a bidder or says what it typed', () => {
  const folder = 'questionnaires/examples/kreekmonde';
  const bids = new Map(
    readdirSync(`${folder}/bids`).map((name) => {
      const parsed = parseAssessment(readFileSync(`${folder}/bids/${name}`, 'utf8'));
      if (!parsed.ok) throw new Error(`${name} is refused`);
      return [name, parsed.value] as const;
    }),
  );
  const parsed = parseProcedure(readFileSync(`${folder}/procedure.json`, 'utf8'));
  if (!parsed.ok) throw new Error('the procedure is refused');
  const context = comparisonContext({ ...comparing(bids), procedure: procedureContext(parsed.value, bids.values()) });
  const typed = [...bids.values()].flatMap(({ history }) => {
    const { answers, details } = fold(history);
    return [
      details.vendor,
      details.title,
      details.register,
      ...[...answers.values()].flatMap(({ note, evidence }) => [note, evidence?.title]),
    ];
  });
  const secret = [...new Set(typed)].filter((one) => one !== undefined && one.length > 8);
  expect(secret.length).toBeGreaterThan(20);
  const sheets = [...comparisonBook(context), comparisonTable(context)];
  const texts = new Set(sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map(said))));
  for (const text of texts) for (const one of secret) if (String(text).includes(one ?? '')) expect(text, 'names a bidder').toBe('');
  expect(texts.has('Bid A')).toBe(true);
});
