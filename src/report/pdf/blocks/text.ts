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

/** What stays together takes at most this share of a page: more would leave too much of the one before empty. */
const TOGETHER = 1 / 3;

const mayKeep = (flow: Flow, height: number): boolean => height <= (flow.bottom - flow.top) * TOGETHER;

/** `keep`: height of the beginning of a list that it introduces. */
export function drawParagraph(flow: Flow, paragraph: Paragraph, keep: number): void {
  const style = paragraphStyle(paragraph);
  const whole = keep > 0 ? paragraphHeight(flow, paragraph) + keep : 0;
  if (mayKeep(flow, whole)) flow.room(whole);
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

/** `keep`: height of the beginning of what is said of the list after it. */
export function listStart(flow: Flow, list: List, keep: number): number {
  return listKept(flow, list, 0, keep);
}

/** Height of what stays together from the item at `index` on: as of lines, two items at either end and never one alone, with what is said of them. */
function listKept(flow: Flow, list: List, index: number, keep: number): number {
  const linesOf = (item: Rich): number => itemLines(flow, list, item).length;
  const { leading } = STYLE.body;
  const left = list.items.length - index;
  const isEnd = index === 0 || left <= 2;
  const items = list.items.slice(index, index + (isEnd ? linesKept(left) : 1)).map(linesOf);
  const height = items.reduce((sum, lines) => sum + lines * leading + LIST.gap, -LIST.gap) + (left === items.length ? keep : 0);
  return isEnd && mayKeep(flow, height) ? height : linesKept(items[0] ?? 0) * leading;
}

/** `keep`: height of the beginning of what is said of it after it. */
export function drawList(flow: Flow, list: List, keep: number): void {
  const parent = flow.element('L', { numbering: list.ordered ? 'Decimal' : 'Disc' });
  const width = labelWidth(list);
  const style = STYLE.body;
  list.items.forEach((item, i) => {
    const lines = itemLines(flow, list, item);
    flow.gap(i > 0 ? LIST.gap : 0);
    flow.room(listKept(flow, list, i, keep));
    const element = addElement(parent, 'LI');
    const label = flow.set(list.ordered ? `${i + 1}.` : '•', style);
    flow.sheet.lines(addElement(element, 'Lbl'), label, { x: flow.left + (list.ordered ? 0 : 3), width }, flow.y + baseline(style), style);
    flow.runningText(addElement(element, 'LBody'), lines, style, { x: flow.left + width, width: flow.width - width });
  });
}
