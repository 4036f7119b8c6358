/** Every text of a block, in order: what a reader could read. */
import type { Block, Cell, Rich } from '../../src/report/blocks.ts';

const rich = (text: Rich): string => (typeof text === 'string' ? text : text.map((run) => run.text).join(''));
const cell = (one: Cell): string => (typeof one === 'object' && 'drawing' in one ? one.alt : rich(one));

export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [rich(block.text)];
    case 'list':
      return block.items.map(rich);
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...block.columns.map(({ head }) => head),
        ...block.rows.flatMap((row) => row.map(cell)),
      ];
    case 'figure':
      return [
        block.alt,
        ...(block.caption ? [block.caption] : []),
        ...block.drawing.shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : [])),
      ];
    case 'facts':
      return block.items.flatMap(({ term, value }) => [term, rich(value)]);
    case 'headline':
      return [block.word, block.meter.alt, ...block.beside.map(rich)];
    case 'note':
      return block.blocks.flatMap(textsOf);
    case 'if-room':
      return [block.heading, block.table].flatMap(textsOf);
    case 'contents':
      return block.entries;
    case 'page-break':
      return [];
  }
}

/** The blocks from the heading with this text up to the next one of its level or above. */
export function under(blocks: readonly Block[], heading: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const level = blocks[start]?.kind === 'heading' ? blocks[start].level : 0;
  if (start === -1)
    throw new Error(
      `no heading "${heading}" among ${blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])).join(' | ')}`,
    );
  const length = blocks.slice(start + 1).findIndex((block) => block.kind === 'heading' && block.level <= level);
  return length === -1 ? blocks.slice(start) : blocks.slice(start, start + 1 + length);
}
