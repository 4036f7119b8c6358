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

/** Caption, head and the first rows hold together (`kept`); of a row taller than a page, its first lines. */
export function tableStart(flow: Flow, table: Table): number {
  const grid = gridOf(flow, table);
  const first = table.rows.slice(0, table.rows.length > WHOLE.rows ? 2 : WHOLE.rows);
  return startHeight(
    flow,
    grid,
    first.map((row) => rowHeight(setRow(flow, grid, row))),
    table.rows.length,
  );
}

/** `heights`: those of the first rows, as far as they may have to stay together; `count`: of all rows. */
function startHeight(flow: Flow, grid: Grid, heights: readonly number[], count: number): number {
  const above = captionHeight(grid) + grid.headHeight;
  const height = kept(flow, heights, 0, count);
  return height > flow.bottom - flow.top - above ? above + linesKept(4) * STYLE.cell.leading * 3 : above + height;
}

/**
 * Height of what stays together from the row at `index` on: all of a small table, else two rows at its beginning and two at its end.
 * Where that is tall, the row alone: so much of a page would be left empty for it.
 */
function kept(flow: Flow, heights: readonly number[], index: number, count: number): number {
  const most = (flow.bottom - flow.top) * WHOLE.share;
  const whole = sum(heights.slice(index));
  if (index === 0 && count <= WHOLE.rows && whole <= most) return whole;
  const two = sum(heights.slice(index, index + 2));
  return (index === 0 || index === count - 2) && two <= most ? two : (heights[index] ?? 0);
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

export function drawTable(flow: Flow, table: Table): void {
  const grid = gridOf(flow, table);
  const rows = table.rows.map((row) => setRow(flow, grid, row));
  const heights = rows.map(rowHeight);
  flow.room(startHeight(flow, grid, heights, rows.length));
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
  rows.forEach((cells, index) => {
    const line = addElement(body, 'TR');
    drawRow(
      flow,
      grid.columns,
      cells,
      cells.map((_, i) => cellElement(line, table.columns[i])),
      again,
      grid.headHeight,
      kept(flow, heights, index, rows.length),
    );
  });
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
