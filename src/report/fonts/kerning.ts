/**
 * Pair kerning from GPOS (feature `kern`, lookups of type 2, also behind extension type 9; formats 1 and 2), read where it
 * lies and only for pairs that occur. Contextual kerning is left out. Values are horizontal advances of the left glyph, in font units.
 */
import type { TrueType } from './truetype.ts';

export class Kerning {
  readonly #view: DataView | undefined;
  readonly #pairTables: number[] = [];
  readonly #known = new Map<number, number>();

  constructor(font: TrueType) {
    const table = font.table('GPOS');
    if (!table) return;
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    this.#view = view;
    const [features, lookups] = [view.getUint16(6), view.getUint16(8)];
    const wanted = new Set<number>();
    for (let i = 0; i < view.getUint16(features); i += 1) {
      const row = features + 2 + 6 * i;
      if (view.getUint32(row) !== 0x6b65726e) continue;
      const feature = features + view.getUint16(row + 4);
      for (let j = 0; j < view.getUint16(feature + 2); j += 1) wanted.add(view.getUint16(feature + 4 + 2 * j));
    }
    for (const index of wanted) {
      const lookup = lookups + view.getUint16(lookups + 2 + 2 * index);
      const type = view.getUint16(lookup);
      for (let i = 0; i < view.getUint16(lookup + 4); i += 1) {
        const at = lookup + view.getUint16(lookup + 6 + 2 * i);
        if (type === 2) this.#pairTables.push(at);
        else if (type === 9 && view.getUint16(at + 2) === 2) this.#pairTables.push(at + view.getUint32(at + 4));
      }
    }
  }

  /** What to add to the advance of `left` when `right` follows. */
  between(left: number, right: number): number {
    const key = left * 0x10000 + right;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#find(left, right);
    this.#known.set(key, found);
    return found;
  }

  #find(left: number, right: number): number {
    const view = this.#view;
    if (!view) return 0;
    for (const at of this.#pairTables) {
      const covered = coverage(view, at + view.getUint16(at + 2), left);
      if (covered < 0) continue;
      const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)];
      const before = 2 * bits(first & 0x3);
      const size = 2 * (bits(first) + bits(second));
      if (view.getUint16(at) === 1) {
        const set = at + view.getUint16(at + 10 + 2 * covered);
        for (let i = 0; i < view.getUint16(set); i += 1) {
          const pair = set + 2 + i * (2 + size);
          if (view.getUint16(pair) === right) return first & 0x4 ? view.getInt16(pair + 2 + before) : 0;
        }
      } else {
        const leftClass = classOf(view, at + view.getUint16(at + 8), left);
        const rightClass = classOf(view, at + view.getUint16(at + 10), right);
        const record = at + 16 + (leftClass * view.getUint16(at + 14) + rightClass) * size;
        // A covered first glyph ends the search in this lookup, even where the value is nought (OpenType, PairPos format 2).
        return first & 0x4 ? view.getInt16(record + before) : 0;
      }
    }
    return 0;
  }
}

function bits(format: number): number {
  let count = 0;
  for (let rest = format & 0xff; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function coverage(view: DataView, at: number, glyph: number): number {
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

function classOf(view: DataView, at: number, glyph: number): number {
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
