/** What is on every page around the text: the mark of a draft, the running head, the foot. */
import type { Document } from '../blocks.ts';
import { baseline, type Flow } from './flow.ts';
import { rectangle } from './operators.ts';
import type { Column, Sheet } from './sheet.ts';
import { addFirst } from './structure.ts';
import { INK, PAPER, STYLE, TYPE_AREA } from './theme.ts';
import type { Line, Typesetter } from './typesetter.ts';

const WIDTH = TYPE_AREA.right - TYPE_AREA.left;
const MARK = { top: 22, paddingX: 8, paddingY: 3.5, bar: 4, gap: 10 } as const;
const HEAD = { top: 34, gap: 14 } as const;
const FOOT = { lineAt: 790, gap: 5, label: 110, leastMargin: 20 } as const;

/** The furniture of a document, set once: all pages share its lines, and the text between is as high as it leaves. */
export interface Furniture {
  readonly top: number;
  readonly bottom: number;
  readonly mark: readonly Line[];
  readonly head: readonly Line[];
  readonly foot: readonly Line[];
  readonly headTop: number;
  readonly footTop: number;
}

export function setFurniture(setter: Typesetter, document: Document): Furniture {
  const mark = document.mark === undefined ? [] : setter.lines(document.mark, STYLE.mark, WIDTH - MARK.bar - 2 * MARK.paddingX);
  const head = setter.lines(document.head ?? document.eyebrow, STYLE.furniture, WIDTH);
  const foot = setter.lines(document.foot, STYLE.furniture, WIDTH - FOOT.label);
  const headTop = Math.max(HEAD.top, mark.length === 0 ? 0 : MARK.top + markHeight(mark) + MARK.gap);
  // A foot of many lines grows upwards, into the room of the text.
  const footTop = Math.min(FOOT.lineAt, PAPER.height - FOOT.leastMargin - FOOT.gap - foot.length * STYLE.furniture.leading);
  return {
    mark,
    head,
    foot,
    headTop,
    footTop,
    top: Math.max(TYPE_AREA.top, headTop + head.length * STYLE.furniture.leading + HEAD.gap),
    bottom: footTop - (FOOT.lineAt - TYPE_AREA.bottom),
  };
}

/** Draws it on every page; done last, when their number is known. On page one the mark is read aloud too, before all else. */
export function drawFurniture(flow: Flow, furniture: Furniture, document: Document): void {
  const pages = flow.sheets.length;
  flow.sheets.forEach((sheet, i) => {
    if (furniture.mark.length > 0) {
      sheet.artifact(() => drawFrame(sheet, furniture.mark), 'Header');
      if (i === 0) sheet.lines(addFirst(flow.root, 'P'), furniture.mark, markColumn(), markBaseline(), STYLE.mark);
      else sheet.artifact(() => sheet.text(furniture.mark, markColumn(), markBaseline(), STYLE.mark), 'Header');
    }
    if (sheet.index > 0) sheet.artifact(() => drawHead(sheet, furniture), 'Header');
    const label = flow.setter.lines(document.pageLabel(i + 1, pages), STYLE.furniture, FOOT.label);
    sheet.artifact(() => drawFoot(sheet, furniture, label), 'Footer');
  });
}

const COLUMN: Column = { x: TYPE_AREA.left, width: WIDTH };

function drawHead(sheet: Sheet, furniture: Furniture): void {
  sheet.text(furniture.head, COLUMN, furniture.headTop + baseline(STYLE.furniture), STYLE.furniture);
}

function drawFoot(sheet: Sheet, furniture: Furniture, label: readonly Line[]): void {
  sheet.rule(TYPE_AREA.left, TYPE_AREA.right, furniture.footTop);
  const y = furniture.footTop + FOOT.gap + baseline(STYLE.furniture);
  sheet.text(furniture.foot, COLUMN, y, STYLE.furniture);
  sheet.text(label, { ...COLUMN, end: true }, y, STYLE.furniture);
}

function markHeight(mark: readonly Line[]): number {
  return mark.length * STYLE.mark.leading + 2 * MARK.paddingY;
}

function markColumn(): Column {
  return { x: TYPE_AREA.left + MARK.bar + MARK.paddingX, width: WIDTH - MARK.bar - 2 * MARK.paddingX };
}

function markBaseline(): number {
  return MARK.top + MARK.paddingY + baseline(STYLE.mark);
}

/** A framed strip with a thick bar: told from the page by its shape, in greyscale too. */
function drawFrame(sheet: Sheet, mark: readonly Line[]): void {
  const height = markHeight(mark);
  const frame = `${INK['risk-4']} RG 0.9 w ${rectangle(TYPE_AREA.left, MARK.top, WIDTH, height)} S`;
  const bar = `${INK['risk-4']} rg ${rectangle(TYPE_AREA.left, MARK.top, MARK.bar, height)} f`;
  sheet.paint(`q ${frame} ${bar} Q`);
}
