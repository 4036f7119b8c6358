/** What fonts say of their glyphs side by side: the tables GSUB and GPOS, read where they lie (OpenType, common table formats). */
import type { FontFile } from './truetype.ts';

/** One subtable of a lookup, with the type of its lookup; extensions are followed. `at` from the start of the table. */
export interface Subtable {
  readonly view: DataView;
  readonly type: number;
  readonly at: number;
}

/** Everything that a feature does, in the order of the font's lookups; nothing where the font lacks it. */
export function subtablesOf(font: FontFile, table: 'GSUB' | 'GPOS', feature: string): readonly Subtable[] {
  const bytes = font.table(table);
  if (!bytes) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extension = table === 'GSUB' ? 7 : 9;
  const [features, lookups] = [view.getUint16(6), view.getUint16(8)];
  const wanted = new Set<number>();
  for (let i = 0; i < view.getUint16(features); i += 1) {
    const row = features + 2 + 6 * i;
    if (String.fromCharCode(...bytes.subarray(row, row + 4)) !== feature) continue;
    const at = features + view.getUint16(row + 4);
    for (let j = 0; j < view.getUint16(at + 2); j += 1) wanted.add(view.getUint16(at + 4 + 2 * j));
  }
  return [...wanted]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const lookup = lookups + view.getUint16(lookups + 2 + 2 * index);
      const type = view.getUint16(lookup);
      return Array.from({ length: view.getUint16(lookup + 4) }, (_, i) => {
        const at = lookup + view.getUint16(lookup + 6 + 2 * i);
        return type === extension ? { view, type: view.getUint16(at + 2), at: at + view.getUint32(at + 4) } : { view, type, at };
      });
    });
}

/** The place of a glyph in a coverage table; -1 where it is not in it. */
export function coverage(view: DataView, at: number, glyph: number): number {
  const count = view.getUint16(at + 2);
  for (let i = 0; i < count; i += 1) {
    if (view.getUint16(at) === 1) {
      if (view.getUint16(at + 4 + 2 * i) === glyph) return i;
    } else {
      const range = at + 4 + 6 * i;
      const first = view.getUint16(range);
      if (glyph >= first && glyph <= view.getUint16(range + 2)) return view.getUint16(range + 4) + glyph - first;
    }
  }
  return -1;
}

/** The class of a glyph in a class definition; 0 where it has none. */
export function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  for (let i = 0; i < view.getUint16(at + 2); i += 1) {
    const range = at + 4 + 6 * i;
    if (glyph >= view.getUint16(range) && glyph <= view.getUint16(range + 2)) return view.getUint16(range + 4);
  }
  return 0;
}
