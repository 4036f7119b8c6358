/** The bookmarks: a tree after the levels of the headings, each pointing at the exact place of its own. */
import type { Bookmark } from './flow.ts';
import { type ObjectSink, type PageObject, reference, textString } from './objects.ts';
import { num } from './operators.ts';
import { PAPER } from './theme.ts';
import { visible } from './visible.ts';

interface Entry {
  readonly id: number;
  readonly bookmark: Bookmark | undefined;
  readonly kids: Entry[];
}

/** Room left above the heading when one jumps to it. */
const ABOVE = 12;

/** Writes them and returns the number of the outline's root; undefined when there are none. */
export function putOutline(sink: ObjectSink, bookmarks: readonly Bookmark[], pageObject: PageObject): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const root: Entry = { id: sink.reserve(), bookmark: undefined, kids: [] };
  const open: Entry[] = [];
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.bookmark?.level ?? 0) >= bookmark.level) open.pop();
    const entry: Entry = { id: sink.reserve(), bookmark, kids: [] };
    (open.at(-1) ?? root).kids.push(entry);
    open.push(entry);
  }
  putEntry(sink, root, '', pageObject);
  return root.id;
}

function putEntry(sink: ObjectSink, entry: Entry, links: string, pageObject: PageObject): void {
  const { bookmark, kids } = entry;
  const [first, last] = [kids[0], kids.at(-1)];
  let entries = bookmark
    ? `/Title ${textString(visible(bookmark.title))}${links} /Dest [${reference(pageObject(bookmark.page))} /XYZ 0 ${num(PAPER.height - Math.max(0, bookmark.y - ABOVE))} null]`
    : '/Type /Outlines';
  // The top level is open; what lies deeper is folded up, which a negative count says.
  if (first && last)
    entries += ` /First ${reference(first.id)} /Last ${reference(last.id)} /Count ${bookmark ? -kids.length : kids.length}`;
  sink.put(entry.id, `<<${entries}>>`);
  kids.forEach((kid, i) => {
    const [before, after] = [kids[i - 1], kids[i + 1]];
    const siblings = `${before ? ` /Prev ${reference(before.id)}` : ''}${after ? ` /Next ${reference(after.id)}` : ''}`;
    putEntry(sink, kid, ` /Parent ${reference(entry.id)}${siblings}`, pageObject);
  });
}
