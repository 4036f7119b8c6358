import { combine, combineOpen } from '../combine.ts';
import type { Classify } from '../countries.ts';
import type { Row } from '../format/answer.ts';
import type { Column, QuestionOf } from '../format/questionnaire.ts';
import { hull, type Interval, point } from '../interval.ts';
import { weightedMean } from '../mean.ts';
import { below, type Problem, problem } from '../problems.ts';
import { isRows, type Kind } from './kind.ts';
import { acceptScalar, sampleScalar, sayScalar, scalarBounds, scalarRisk } from './scalar.ts';

type Table = QuestionOf<'table'>;

/** Rows a table may have where the questionnaire names no limit. */
const ROW_LIMIT = 200;

/** A column that can have no risk, such as text, counts for nothing, whatever its weight. */
const scored = (table: Table): readonly Column[] =>
  table.columns.filter((column) => (column.weight ?? 0) > 0 && scalarBounds(column) !== null);

/** Risk of a row out of the ranges of its scored columns (method Q7). */
function rowRisk(table: Table, cell: (column: Column) => Interval | null): Interval | null {
  const parts = scored(table).flatMap((column) => {
    const risk = cell(column);
    return risk ? [{ ...risk, weight: column.weight ?? 0, optional: false }] : [];
  });
  if (parts.length === 0) return null;
  if (table.rowRisk === 'mean') return weightedMean(parts);
  return { low: Math.max(...parts.map((p) => p.low)), high: Math.max(...parts.map((p) => p.high)) };
}

const anyRow = (table: Table) => rowRisk(table, scalarBounds);

/** An open cell of a row may be anything the column allows. */
const riskOfRow = (table: Table, row: Row, classify: Classify) =>
  rowRisk(table, (column) => {
    const value = row[column.id];
    return value === undefined ? scalarBounds(column) : point(scalarRisk(column, value, classify));
  });

const limit = (table: Table) => table.maxRows ?? ROW_LIMIT;
const repeat = (risk: number, times: number): number[] => Array.from({ length: Math.max(0, times) }, () => risk);

export const table: Kind<Table> = {
  list: true,
  bounds(question) {
    const row = anyRow(question);
    if (!row) return null;
    const rows: Interval = {
      low: combine([row.low], question.combine),
      high: combineOpen([row.high], repeat(row.high, limit(question) - 1), question.combine).high,
    };
    return question.noRows?.risk === undefined ? rows : hull(rows, point(question.noRows.risk));
  },
  risk(question, value, incomplete, classify): Interval {
    const rows = isRows(value) ? value : [];
    const row = anyRow(question);
    if (!row) return point(0);
    if (rows.length === 0)
      return incomplete || question.noRows?.risk === undefined ? (this.bounds(question) ?? point(0)) : point(question.noRows.risk);
    const risks = rows.flatMap((one) => riskOfRow(question, one, classify) ?? []);
    const further = incomplete ? limit(question) - rows.length : 0;
    return {
      low: combineOpen(
        risks.map((r) => r.low),
        repeat(row.low, further),
        question.combine,
      ).low,
      high: combineOpen(
        risks.map((r) => r.high),
        repeat(row.high, further),
        question.combine,
      ).high,
    };
  },
  accept(question, value, countries) {
    if (!Array.isArray(value)) return [problem('', 'value-not-rows', { found: typeof value })];
    if (value.length === 0) return question.noRows ? [] : [problem('', 'value-no-rows', {})];
    if (value.length > limit(question)) return [problem('', 'value-too-many-rows', { found: value.length, max: limit(question) })];
    return value.flatMap((row: unknown, index) => acceptRow(question, row, index, countries));
  },
  describe(question, value) {
    const rows = isRows(value) ? value : [];
    if (rows.length === 0) return question.noRows ? { shape: 'none', text: question.noRows.text } : { shape: 'items', items: [] };
    return {
      shape: 'rows',
      columns: question.columns.map((column) => column.text),
      rows: rows.map((row) =>
        question.columns.map((column) => {
          const cell = row[column.id];
          return cell === undefined ? null : sayScalar(column, cell);
        }),
      ),
    };
  },
  samples(question, classify, all) {
    const columns = question.columns
      .map((column) => ({ id: column.id, cells: sampleScalar(column, classify, all) }))
      .filter(({ cells }) => cells.length > 0);
    const combinations = columns.reduce<Row[]>(
      (rows, { id, cells }) => rows.flatMap((row) => cells.map((value) => ({ ...row, [id]: value }))).slice(0, SAMPLE_ROWS),
      [{}],
    );
    return [...(question.noRows ? [[]] : []), ...(columns.length > 0 ? combinations.map((row) => [row]) : [])];
  },
};

/** Enough for four columns of five options; beyond it, the first combinations stand for the rest. */
const SAMPLE_ROWS = 625;

function acceptRow(question: Table, row: unknown, index: number, countries: ReadonlySet<string> | null): readonly Problem[] {
  const path = below('', index);
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [problem(path, 'value-not-a-row', { found: typeof row })];
  const cells = row as Readonly<Record<string, unknown>>;
  const problems: Problem[] = [];
  for (const key of Object.keys(cells)) {
    const column = question.columns.find((one) => one.id === key);
    if (column) problems.push(...acceptScalar(column, cells[key], below(path, key), countries));
    else
      problems.push(
        problem(below(path, key), 'value-unknown-column', { found: key, expected: question.columns.map((one) => one.id).join(', ') }),
      );
  }
  if (Object.keys(cells).length === 0) problems.push(problem(path, 'value-empty-row', {}));
  return problems;
}
