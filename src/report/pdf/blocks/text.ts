/** Headings, paragraphs and lists. */
import type { Heading, List, Paragraph, Rich } from '../../blocks.ts';
import { baseline, type Flow, linesKept } from '../flow.ts';
import { rectangle } from '../operators.ts';
import { addElement, type Role } from '../structure.ts';
import { INK, STYLE, type TextStyle } from '../theme.ts';

const HEADINGS = { 1: STYLE.heading1, 2: STYLE.heading2, 3: STYLE.heading3 } as const satisfies Record<Heading['level'], TextStyle>;
/** By depth, from 1. The title is the document's H1; its headings come below it. */
const ROLES = ['H1', 'H2', 'H3', 'H4'] as const satisfies readonly Role[];

export function headingHeight(flow: Flow, heading: Heading): number {
  const style = HEADINGS[heading.level];
  return flow.set(heading.text, style).length * style.leading;
}

/** `keep`: height of the beginning of what follows, gap and all; the heading never stands without it. */
export function drawHeading(flow: Flow, heading: Heading, keep: number): void {
  const style = HEADINGS[heading.level];
  const role = ROLES[flow.depthOf(heading.level)] ?? 'H4';
  const lines = flow.set(heading.text, style);
  const height = lines.length * style.leading;
  flow.room(Math.min(height + keep, flow.bottom - flow.top));
  flow.bookmarks.push({ level: heading.level, title: heading.text, page: flow.sheet.index, y: flow.y });
  flow.sheet.lines(flow.element(role), lines, flow.column, flow.y + baseline(style), style);
  flow.y += height;
}

const QUOTE = { indent: 14, bar: 1.5 } as const;

function paragraphStyle(paragraph: Paragraph): TextStyle {
  return paragraph.style ? STYLE[paragraph.style] : STYLE.body;
}

export function paragraphStart(flow: Flow, paragraph: Paragraph): number {
  return linesKept(paragraphLines(flow, paragraph)) * paragraphStyle(paragraph).leading;
}

export function paragraphHeight(flow: Flow, paragraph: Paragraph): number {
  return paragraphLines(flow, paragraph) * paragraphStyle(paragraph).leading;
}

function paragraphLines(flow: Flow, paragraph: Paragraph): number {
  const width = flow.width - (paragraph.style === 'quote' ? QUOTE.indent : 0);
  return flow.set(paragraph.text, paragraphStyle(paragraph), width).length;
}

export function drawParagraph(flow: Flow, paragraph: Paragraph): void {
  const style = paragraphStyle(paragraph);
  if (paragraph.style !== 'quote') {
    flow.runningText(flow.element('P'), flow.set(paragraph.text, style), style);
    return;
  }
  const lines = flow.set(paragraph.text, style, flow.width - QUOTE.indent);
  flow.room(linesKept(lines.length) * style.leading);
  const { left } = flow;
  flow.left += QUOTE.indent;
  const bar = (top: number, bottom: number): string => `${INK.line} rg ${rectangle(left, top, QUOTE.bar, bottom - top)} f`;
  flow.onGround(bar, () => flow.runningText(addElement(flow.element('BlockQuote'), 'P'), lines, style));
  flow.left = left;
}

const LIST = { gap: 3, bullet: 14, digit: 5.5 } as const;

/** Width of the column of bullets or numbers: room for the longest number. */
function labelWidth(list: List): number {
  return list.ordered ? LIST.bullet + LIST.digit * (String(list.items.length).length - 1) + 3 : LIST.bullet;
}

function itemLines(flow: Flow, list: List, item: Rich) {
  return flow.set(item, STYLE.body, flow.width - labelWidth(list));
}

export function listStart(flow: Flow, list: List): number {
  const [first] = list.items;
  return first === undefined ? 0 : linesKept(itemLines(flow, list, first).length) * STYLE.body.leading;
}

export function drawList(flow: Flow, list: List): void {
  const parent = flow.element('L', { numbering: list.ordered ? 'Decimal' : 'Disc' });
  const width = labelWidth(list);
  const style = STYLE.body;
  list.items.forEach((item, i) => {
    const lines = itemLines(flow, list, item);
    flow.gap(i > 0 ? LIST.gap : 0);
    flow.room(linesKept(lines.length) * style.leading);
    const element = addElement(parent, 'LI');
    const label = flow.set(list.ordered ? `${i + 1}.` : '•', style);
    flow.sheet.lines(addElement(element, 'Lbl'), label, { x: flow.left + (list.ordered ? 0 : 3), width }, flow.y + baseline(style), style);
    flow.runningText(addElement(element, 'LBody'), lines, style, { x: flow.left + width, width: flow.width - width });
  });
}
