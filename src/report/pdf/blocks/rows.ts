/**
 * Rows of cells, shared by tables and facts. A row stays whole unless it is taller than a page; then its cells run on,
 * side by side, over as many pages as the longest needs.
 */
import type { Drawing } from '../../figures/drawing.ts';
import { drawingOperators } from '../drawing.ts';
import { baseline, type Flow } from '../flow.ts';
import type { Column } from '../sheet.ts';
import { addElement, type Element } from '../structure.ts';
import { PAPER, type TextStyle } from '../theme.ts';
import type { Line } from '../typesetter.ts';

/** A cell made ready for its column: lines, or a drawing with its alternative text. */
export type SetCell =
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly style: TextStyle }
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly alt: string; readonly scale: number };

/** White space above and below the contents of a row. */
const PADDING = 4.5;
/** A row that has to split begins on this page only if so many lines of it fit. */
const LEAST_LINES = 3;

export function rowHeight(cells: readonly SetCell[]): number {
  return Math.max(0, ...cells.map(contentHeight)) + 2 * PADDING;
}

function contentHeight(cell: SetCell): number {
  return cell.kind === 'text' ? cell.lines.length * cell.style.leading : cell.drawing.height * cell.scale;
}

/**
 * `elements`: one a cell. `again` draws what is repeated at the top of a page, the head of a table; `repeated` is its height. `kept`: of
 * the row and of those that stay with it.
 */
export function drawRow(
  flow: Flow,
  columns: readonly Column[],
  cells: readonly SetCell[],
  elements: readonly Element[],
  again: () => void,
  repeated: number,
  kept = 0,
): void {
  const height = rowHeight(cells);
  const next = (): void => {
    flow.newPage();
    again();
  };
  flow.room(0);
  if (height > flow.bottom - flow.top - repeated) {
    drawTallRow(flow, columns, cells, elements, next);
    return;
  }
  if (Math.max(height, kept) > flow.remaining + 0.01) next();
  const inner = height - 2 * PADDING;
  cells.forEach((cell, i) => {
    const [column, element] = [columns[i], elements[i]];
    if (!column || !element) return;
    if (cell.kind === 'text') {
      flow.sheet.lines(element, cell.lines, column, flow.y + PADDING + baseline(cell.style), cell.style);
    } else {
      // A small drawing sits on the first line where text runs longer beside it, and in the middle otherwise.
      drawFigure(flow, element, cell, column.x, flow.y + PADDING + Math.max(0, Math.min(inner, 12) - contentHeight(cell)) / 2);
    }
  });
  closeRow(flow, columns, height);
}

/** The drawing of a cell or a block, as one figure with its alternative text. */
export function drawFigure(
  flow: Flow,
  parent: Element,
  figure: { readonly drawing: Drawing; readonly alt: string; readonly scale: number },
  x: number,
  y: number,
): void {
  const { drawing, alt, scale } = figure;
  if (alt.trim() === '') throw new Error('a figure without alternative text');
  const [right, bottom] = [x + drawing.width * scale, y + drawing.height * scale];
  const element = addElement(parent, 'Figure', { alt, box: [x, PAPER.height - bottom, right, PAPER.height - y] });
  flow.sheet.mark(element, () => flow.sheet.paint(drawingOperators(flow.setter, drawing, x, y, scale)));
}

function drawTallRow(
  flow: Flow,
  columns: readonly Column[],
  cells: readonly SetCell[],
  elements: readonly Element[],
  next: () => void,
): void {
  const done = cells.map(() => 0);
  const leading = Math.max(...cells.map((cell) => (cell.kind === 'text' ? cell.style.leading : 0)));
  if (flow.remaining < 2 * PADDING + LEAST_LINES * leading) next();
  for (let rest = true; rest; ) {
    rest = false;
    let used = 0;
    cells.forEach((cell, i) => {
      const [column, element, from] = [columns[i], elements[i], done[i] ?? 0];
      if (!column || !element) return;
      if (cell.kind === 'drawing') {
        if (from === 0) drawFigure(flow, element, cell, column.x, flow.y + PADDING);
        done[i] = 1;
        used = Math.max(used, contentHeight(cell));
        return;
      }
      const fit = Math.max(1, Math.floor((flow.remaining - 2 * PADDING) / cell.style.leading));
      const lines = cell.lines.slice(from, from + fit);
      if (lines.length > 0) flow.sheet.lines(element, lines, column, flow.y + PADDING + baseline(cell.style), cell.style);
      done[i] = from + lines.length;
      used = Math.max(used, lines.length * cell.style.leading);
      if (from + lines.length < cell.lines.length) rest = true;
    });
    closeRow(flow, columns, used + 2 * PADDING);
    if (rest) next();
  }
}

function closeRow(flow: Flow, columns: readonly Column[], height: number): void {
  flow.y += height;
  const [first, last] = [columns[0], columns[columns.length - 1]];
  if (first && last) flow.sheet.hairline(first.x, last.x + last.width, flow.y);
}
