/** Tables: a quiet head, hairlines between rows, the head again at the top of each further page. */
import type { Cell, Table, TableColumn } from '../../blocks.ts';
import { baseline, type Flow, linesKept } from '../flow.ts';
import type { Column } from '../sheet.ts';
import { addElement, type Element } from '../structure.ts';
import { STYLE } from '../theme.ts';
import type { Line } from '../typesetter.ts';
import { drawRow, rowHeight, type SetCell } from './rows.ts';

const GUTTER = 14;
const HEAD = { above: 2, below: 4 } as const;
const AFTER_CAPTION = 3;
/** A table of at most so many rows that takes at most this share of a page is never parted. */
const WHOLE = { rows: 8, share: 1 / 3 } as const;

/** Everything about a table that is the same for each of its rows. */
interface Grid {
  readonly columns: readonly Column[];
  readonly heads: readonly (readonly Line[])[];
  readonly headHeight: number;
  readonly caption: readonly Line[];
}

function gridOf(flow: Flow, table: Table): Grid {
  const usable = flow.width - GUTTER * (table.columns.length - 1);
  let x = flow.left;
  const columns = table.columns.map((column: TableColumn) => {
    const width = column.width * usable;
    const placed: Column = { x, width, end: column.align === 'end' };
    x += width + GUTTER;
    return placed;
  });
  const heads = table.columns.map((column, i) => flow.set(column.head, STYLE.head, columns[i]?.width));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * STYLE.head.leading + HEAD.above + HEAD.below;
  return { columns, heads, headHeight, caption: table.caption === undefined ? [] : flow.set(table.caption, STYLE.caption) };
}

function setRow(flow: Flow, grid: Grid, row: readonly Cell[]): readonly SetCell[] {
  return row.map((cell, i) => {
    const width = grid.columns[i]?.width ?? 0;
    if (typeof cell === 'object' && 'drawing' in cell)
      return { kind: 'drawing', drawing: cell.drawing, alt: cell.alt, scale: width / cell.drawing.width };
    return { kind: 'text', lines: flow.set(cell, STYLE.cell, width), style: STYLE.cell };
  });
}

function captionHeight(grid: Grid): number {
  return grid.caption.length === 0 ? 0 : grid.caption.length * STYLE.caption.leading + AFTER_CAPTION;
}

/** The rows of a table made ready one by one, when they are first looked at: a long table is never wholly in memory. */
class Rows {
  readonly count: number;
  readonly #set: (index: number) => readonly SetCell[];
  readonly #ready = new Map<number, readonly SetCell[]>();

  constructor(flow: Flow, grid: Grid, { rows }: Table) {
    this.count = rows.length;
    this.#set = (index) => setRow(flow, grid, rows[index] ?? []);
  }

  at(index: number): readonly SetCell[] {
    const cells = this.#ready.get(index) ?? this.#set(index);
    this.#ready.set(index, cells);
    return cells;
  }

  /** The same for the last time. */
  take(index: number): readonly SetCell[] {
    const cells = this.at(index);
    this.#ready.delete(index);
    return cells;
  }

  /** Of the rows from one to another, without that. */
  height(from: number, to: number): number {
    let height = 0;
    for (let index = from; index < Math.min(to, this.count); index += 1) height += rowHeight(this.at(index));
    return height;
  }
}

/** Caption, head and the first rows hold together (`kept`); of a row taller than a page, its first lines. */
export function tableStart(flow: Flow, table: Table): number {
  const grid = gridOf(flow, table);
  return startHeight(flow, grid, new Rows(flow, grid, table));
}

/** Of all of it. */
export function tableHeight(flow: Flow, table: Table): number {
  const grid = gridOf(flow, table);
  return captionHeight(grid) + grid.headHeight + new Rows(flow, grid, table).height(0, table.rows.length);
}

function startHeight(flow: Flow, grid: Grid, rows: Rows): number {
  const above = captionHeight(grid) + grid.headHeight;
  const height = kept(flow, rows, 0);
  return height > flow.bottom - flow.top - above ? above + linesKept(4) * STYLE.cell.leading * 3 : above + height;
}

/**
 * Height of what stays together from the row at `index` on: all of a small table, else two rows at its beginning and two at its end.
 * Where that is tall, the row alone: so much of a page would be left empty for it.
 */
function kept(flow: Flow, rows: Rows, index: number): number {
  const most = (flow.bottom - flow.top) * WHOLE.share;
  const ends = [
    ...(index === 0 && rows.count <= WHOLE.rows ? [rows.count] : []),
    ...(index === 0 || index === rows.count - 2 ? [index + 2] : []),
  ];
  return ends.map((end) => rows.height(index, end)).find((height) => height <= most) ?? rows.height(index, index + 1);
}

export function drawTable(flow: Flow, table: Table): void {
  const grid = gridOf(flow, table);
  const rows = new Rows(flow, grid, table);
  flow.room(startHeight(flow, grid, rows));
  const element = flow.element('Table');
  if (grid.caption.length > 0) {
    flow.sheet.lines(addElement(element, 'Caption'), grid.caption, flow.column, flow.y + baseline(STYLE.caption), STYLE.caption);
    flow.y += captionHeight(grid);
  }
  const headRow = addElement(addElement(element, 'THead'), 'TR');
  drawHead(flow, grid, (lines, column, y) =>
    flow.sheet.lines(addElement(headRow, 'TH', { scope: 'Column' }), lines, column, y, STYLE.head),
  );
  const again = (): void => {
    flow.sheet.artifact(() => drawHead(flow, grid, (lines, column, y) => flow.sheet.text(lines, column, y, STYLE.head)), 'repeated');
  };
  const body = addElement(element, 'TBody');
  for (let index = 0; index < rows.count; index += 1) {
    const line = addElement(body, 'TR');
    const together = kept(flow, rows, index);
    const cells = rows.take(index);
    drawRow(
      flow,
      grid.columns,
      cells,
      cells.map((_, i) => cellElement(line, table.columns[i])),
      again,
      grid.headHeight,
      together,
    );
  }
}

function cellElement(row: Element, column: TableColumn | undefined): Element {
  return column?.rowHeader ? addElement(row, 'TH', { scope: 'Row' }) : addElement(row, 'TD');
}

/** Heads stand on the line below them, however many lines each has. */
function drawHead(flow: Flow, grid: Grid, put: (lines: readonly Line[], column: Column, y: number) => void): void {
  const bottom = flow.y + grid.headHeight - HEAD.below;
  grid.heads.forEach((lines, i) => {
    const column = grid.columns[i];
    if (column) put(lines, column, bottom - lines.length * STYLE.head.leading + baseline(STYLE.head));
  });
  flow.y += grid.headHeight;
  const [first, last] = [grid.columns[0], grid.columns[grid.columns.length - 1]];
  if (first && last) flow.sheet.strongLine(first.x, last.x + last.width, flow.y);
}
