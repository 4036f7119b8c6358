/** Pairs of a term and its value in two columns, as on the face of a form. */
import type { Facts } from '../../blocks.ts';
import type { Flow } from '../flow.ts';
import type { Column } from '../sheet.ts';
import { addElement } from '../structure.ts';
import { STYLE, type TextStyle } from '../theme.ts';
import { drawRow, rowHeight, type SetCell } from './rows.ts';

const TERM = { share: 0.3, gutter: 12 } as const;
const TERM_STYLE: TextStyle = { ...STYLE.cell, ink: STYLE.small.ink };

function columnsOf(flow: Flow): readonly [Column, Column] {
  const width = flow.width * TERM.share;
  return [
    { x: flow.left, width: width - TERM.gutter },
    { x: flow.left + width, width: flow.width - width },
  ];
}

function setItem(flow: Flow, item: Facts['items'][number]): readonly SetCell[] {
  const [term, value] = columnsOf(flow);
  return [
    { kind: 'text', lines: flow.set(item.term, TERM_STYLE, term.width), style: TERM_STYLE },
    { kind: 'text', lines: flow.set(item.value, STYLE.cell, value.width), style: STYLE.cell },
  ];
}

export function factsStart(flow: Flow, facts: Facts): number {
  const [first] = facts.items;
  return first ? Math.min(rowHeight(setItem(flow, first)), flow.bottom - flow.top) : 0;
}

export function drawFacts(flow: Flow, facts: Facts): void {
  const list = flow.element('L', { numbering: 'None' });
  for (const item of facts.items) {
    const element = addElement(list, 'LI');
    drawRow(flow, columnsOf(flow), setItem(flow, item), [addElement(element, 'Lbl'), addElement(element, 'LBody')], () => undefined, 0);
  }
}
