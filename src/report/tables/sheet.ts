/** Tables of typed cells, whatever file they are written to. */
import { visible } from '../pdf/visible.ts';

/**
 * One cell. `score`: a figure from 0 to 100, shown with one decimal and kept whole · `share`: of 1, shown as a percentage · `day`: ISO.
 * `formula`: what a spreadsheet reckons `value` with, from cells of this book and nothing else.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'score' | 'share'; readonly value: number; readonly formula?: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'empty' };

interface Head {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

/** A table with one line of heads; every row has a cell for each. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Head[];
  readonly rows: readonly (readonly Cell[])[];
  /** Its rows are to stay in their order: sorting them would mix up what others reckon from them. */
  readonly inPlace?: true;
}

/** A column of a table whose rows are each made from one thing. */
export interface Column<Row> extends Head {
  readonly cell: (row: Row) => Cell;
}

export const sheetOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  name,
  columns: columns.map(({ head, width }) => ({ head, width })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** Characters that a cell of a spreadsheet holds. */
const CELL = 32_767;
const CUT = ' […]';

const EMPTY: Cell = { kind: 'empty' };

/** Text as the report prints it: what is hidden is named (`visible`). Nothing is an empty cell; what is too long for one ends with […]. */
export function text(given: string | undefined): Cell {
  if (!given) return EMPTY;
  const shown = visible(given);
  return { kind: 'text', text: shown.length > CELL ? cut(shown) : shown };
}

function cut(whole: string): string {
  const end = CELL - CUT.length;
  // Not between the halves of a character.
  return whole.slice(0, whole.codePointAt(end - 1) === whole.charCodeAt(end - 1) ? end : end - 1) + CUT;
}

const figure =
  (kind: 'number' | 'score' | 'share') =>
  (value: number | null | undefined, formula?: string): Cell =>
    value === null || value === undefined ? EMPTY : { kind, value, ...(formula === undefined ? {} : { formula }) };

export const number = figure('number');
export const score = figure('score');
export const share = figure('share');

/** A day of the calendar; text where it is none, as older details may be. */
export const day = (given: string | undefined): Cell =>
  given !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(given) ? { kind: 'day', day: given } : text(given);
