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

/** Caption, head and the first row hold together; of a row taller than a page, its first lines. */
export function tableStart(flow: Flow, table: Table): number {
  const grid = gridOf(flow, table);
  const [first] = table.rows;
  return startHeight(flow, grid, first ? setRow(flow, grid, first) : undefined);
}

function startHeight(flow: Flow, grid: Grid, first: readonly SetCell[] | undefined): number {
  const above = captionHeight(grid) + grid.headHeight;
  if (!first) return above;
  const height = rowHeight(first);
  return height > flow.bottom - flow.top - above ? above + linesKept(4) * STYLE.cell.leading * 3 : above + height;
}

export function drawTable(flow: Flow, table: Table): void {
  const grid = gridOf(flow, table);
  const [firstRow] = table.rows;
  flow.room(startHeight(flow, grid, firstRow && setRow(flow, grid, firstRow)));
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
  for (const row of table.rows) {
    const line = addElement(body, 'TR');
    const cells = setRow(flow, grid, row);
    drawRow(
      flow,
      grid.columns,
      cells,
      cells.map((_, i) => cellElement(line, table.columns[i])),
      again,
      grid.headHeight,
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
