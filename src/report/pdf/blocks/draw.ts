/** Every kind of block: how it is drawn, and how much of it must stand with what comes before. */
import type { Block, Paragraph } from '../../blocks.ts';
import type { Flow } from '../flow.ts';
import { GAP } from '../theme.ts';
import { contentsStart, drawContents } from './contents.ts';
import { drawFacts, factsStart } from './facts.ts';
import { drawFigureBlock, drawHeadline, figureHeight, headlineHeight } from './figure.ts';
import { drawNote, insideNote, notePadding } from './note.ts';
import { drawTable, tableHeight, tableStart } from './table.ts';
import { drawHeading, drawList, drawParagraph, headingHeight, listStart, paragraphHeight, paragraphStart } from './text.ts';

/**
 * `start`: height of the least part of a block that may stand at the foot of a page. `keep`: the same of what follows it,
 * with the gap between them, where it belongs to this.
 */
interface Drawer<B extends Block> {
  readonly start: (flow: Flow, block: B, keep: () => number) => number;
  readonly draw: (flow: Flow, block: B, keep: () => number) => void;
}

const DRAWERS: { readonly [K in Block['kind']]: Drawer<Extract<Block, { readonly kind: K }>> } = {
  heading: { start: headingHeight, draw: (flow, block, keep) => drawHeading(flow, block, keep()) },
  paragraph: { start: paragraphStart, draw: (flow, block, keep) => drawParagraph(flow, block, keep()) },
  list: {
    start: (flow, block, keep) => listStart(flow, block, keep()),
    draw: (flow, block, keep) => drawList(flow, block, keep()),
  },
  table: { start: tableStart, draw: drawTable },
  figure: { start: figureHeight, draw: drawFigureBlock },
  facts: { start: factsStart, draw: drawFacts },
  headline: { start: headlineHeight, draw: drawHeadline },
  note: {
    start: (flow, block) => notePadding() + insideNote(flow, () => startFrom(flow, block.blocks, 0)),
    draw: (flow, block) =>
      drawNote(
        flow,
        block,
        insideNote(flow, () => startFrom(flow, block.blocks, 0)),
        () => drawBlocks(flow, block.blocks),
      ),
  },
  'if-room': {
    start: () => 0,
    draw: (flow, { heading, table }) => {
      const height = headingHeight(flow, heading) + GAP.afterHeading + tableHeight(flow, table);
      if (GAP.beforeHeading + height > flow.remaining) return;
      flow.gap(GAP.beforeHeading);
      drawBlocks(flow, [heading, table]);
    },
  },
  contents: { start: (_, block) => contentsStart(block), draw: drawContents },
  'page-break': {
    start: () => 0,
    draw: (flow) => {
      if (!flow.atTop) flow.newPage();
    },
  },
};

const INTRODUCED: readonly Block['kind'][] = ['table', 'list', 'facts', 'figure'];

/** The drawer of a block, typed for any block: each is only ever called with its own kind. */
function drawerOf(block: Block): Drawer<Block> {
  return DRAWERS[block.kind] as unknown as Drawer<Block>;
}

function gapBetween(before: Block, after: Block): number {
  if (before.kind === 'heading') return GAP.afterHeading;
  if (after.kind === 'heading') return after.level === 3 ? GAP.beforeSmallHeading : GAP.beforeHeading;
  return before.kind === 'paragraph' && (after.kind === 'paragraph' || after.kind === 'list') ? GAP.paragraph : GAP.block;
}

/** Whether a paragraph says what a table or a list below its heading is: then it stands with it as the heading does. */
function introduces(before: Block | undefined, block: Block, after: Block | undefined): block is Paragraph {
  return before?.kind === 'heading' && block.kind === 'paragraph' && after !== undefined && INTRODUCED.includes(after.kind);
}

/** Height of the beginning of what stands after `index`, where it belongs to that: what a heading heads, the list of a paragraph, what is said of a list. */
function keptAfter(flow: Flow, blocks: readonly Block[], index: number): number {
  const [kind, next] = [blocks[index]?.kind, blocks[index + 1]?.kind];
  const belongs = kind === 'heading' || (kind === 'paragraph' && next === 'list') || (kind === 'list' && next === 'paragraph');
  return belongs ? startFrom(flow, blocks, index + 1) : 0;
}

/** Height of the beginning of what stands at `index`: under headings, as far as the first thing they head. */
function startFrom(flow: Flow, blocks: readonly Block[], index: number): number {
  let height = 0;
  for (let i = index; height <= flow.bottom - flow.top; i += 1) {
    const [before, block] = [blocks[i - 1], blocks[i]];
    if (!block) break;
    if (before) height += gapBetween(before, block);
    const introduction = introduces(before, block, blocks[i + 1]) ? paragraphHeight(flow, block) : undefined;
    height += introduction ?? drawerOf(block).start(flow, block, () => keptAfter(flow, blocks, i));
    if (block.kind !== 'heading' && introduction === undefined) break;
  }
  return height;
}

/** Draws blocks one after another. */
export function drawBlocks(flow: Flow, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    const last = blocks[i - 1];
    if (last) flow.gap(gapBetween(last, block));
    drawerOf(block).draw(flow, block, () => keptAfter(flow, blocks, i));
  });
}
