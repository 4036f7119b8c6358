/** A table of contents: its titles are drawn in their place, the numbers of their pages when all pages are. */
import type { Contents } from '../../blocks.ts';
import { baseline, type Flow } from '../flow.ts';
import { addElement } from '../structure.ts';
import { STYLE } from '../theme.ts';

const STYLE_OF_ENTRY = STYLE.body;
/** Room for the number of a page, and how many lines stand together at the foot of one. */
const [NUMBER, LEAST] = [40, 3] as const;

export function contentsStart({ entries }: Contents): number {
  return Math.min(LEAST, entries.length) * STYLE_OF_ENTRY.leading;
}

export function drawContents(flow: Flow, { entries }: Contents): void {
  const table = flow.element('TOC');
  const column = { x: flow.left, width: flow.width - NUMBER };
  const before = chapters(flow).length;
  entries.forEach((title, i) => {
    const lines = flow.set(title, STYLE_OF_ENTRY, column.width);
    flow.room(lines.length * STYLE_OF_ENTRY.leading);
    const element = addElement(addElement(table, 'TOCI'), 'P');
    flow.sheet.lines(element, lines, column, flow.y + baseline(STYLE_OF_ENTRY), STYLE_OF_ENTRY);
    flow.y += lines.length * STYLE_OF_ENTRY.leading;
    const [{ sheet }, y] = [flow, flow.y - STYLE_OF_ENTRY.leading + baseline(STYLE_OF_ENTRY)];
    const end = { ...flow.column, end: true };
    flow.later.push(() => {
      const chapter = chapters(flow)[before + i];
      if (chapter?.title !== title) throw new Error(`contents: expected the heading "${title}", found "${chapter?.title}"`);
      sheet.lines(element, flow.set(String(chapter.page + 1), STYLE_OF_ENTRY), end, y, STYLE_OF_ENTRY);
    });
  });
}

const chapters = ({ bookmarks }: Flow) => bookmarks.filter(({ level }) => level === 1);
