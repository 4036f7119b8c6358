/** All that a document sets, with the place of each text: for fonts, and to name the answer that a character stands in. */
import type { Block, Cell, Document, Rich } from './blocks.ts';

/** `path`: of the part of the document, as in `/blocks/3`. `field`: what it is said under: the question of a row, a term, the heading above. */
export interface Placed {
  readonly path: string;
  readonly field: string;
  readonly text: Rich;
}

export function* textsOf(document: Document): Iterable<Placed> {
  for (const part of ['title', 'eyebrow', 'subtitle', 'head', 'foot', 'mark'] as const) {
    const text = document[part];
    if (text !== undefined) yield { path: `/${part}`, field: document.title, text };
  }
  yield { path: '/pageLabel', field: document.title, text: document.pageLabel(1, 1) };
  let heading = document.title;
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'heading') heading = block.text;
    for (const { field, text } of textsOfBlock(block, heading)) yield { path: `/blocks/${index}`, field, text };
  }
}

type Said = Omit<Placed, 'path'>;

function* textsOfBlock(block: Block, field: string): Iterable<Said> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      yield { field, text: block.text };
      break;
    case 'list':
      for (const text of block.items) yield { field, text };
      break;
    case 'facts':
      for (const { term, value } of block.items) yield* [term, value].map((text) => ({ field: term, text }));
      break;
    case 'note':
      for (const inner of block.blocks) yield* textsOfBlock(inner, field);
      break;
    case 'figure':
      yield* textsOfCell(block, field);
      break;
    case 'headline':
      for (const cell of [block.word, ...block.beside, block.meter]) yield* textsOfCell(cell, field);
      break;
    case 'table': {
      if (block.caption !== undefined) yield { field, text: block.caption };
      for (const { head } of block.columns) yield { field, text: head };
      const named = Math.max(
        0,
        block.columns.findIndex(({ rowHeader }) => rowHeader),
      );
      for (const row of block.rows) {
        const name = row[named];
        for (const cell of row) yield* textsOfCell(cell, isText(name) ? onOneLine(name) : field);
      }
      break;
    }
    case 'if-room':
      for (const inner of [block.heading, block.table]) yield* textsOfBlock(inner, block.heading.text);
      break;
    // What contents say, the headings say themselves.
    case 'contents':
    case 'page-break':
      break;
    default:
      block satisfies never;
  }
}

function* textsOfCell(cell: Cell, field: string): Iterable<Said> {
  if (isText(cell)) {
    yield { field, text: cell };
    return;
  }
  if (cell.caption !== undefined) yield { field, text: cell.caption };
  for (const shape of cell.drawing.shapes) if (shape.shape === 'text') yield { field, text: shape.text };
}

const isText = (cell: Cell | undefined): cell is Rich => typeof cell === 'string' || Array.isArray(cell);

export const plainText = (text: Rich): string => (typeof text === 'string' ? text : text.map((run) => run.text).join(''));

const onOneLine = (text: Rich): string => plainText(text).replaceAll('\n', ' · ');
