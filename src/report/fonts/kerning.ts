/**
 * Pair kerning from GPOS (feature `kern`, lookups of type 2, also behind extension type 9; formats 1 and 2), read where it
 * lies and only for pairs that occur. Contextual kerning is left out. Values are horizontal advances of the left glyph, in font units.
 */
import { classOf, coverage, subtablesOf } from './layout.ts';
import type { FontFile } from './truetype.ts';

export class Kerning {
  #view: DataView | undefined;
  readonly #pairTables: number[] = [];
  readonly #known = new Map<number, number>();

  constructor(font: FontFile) {
    for (const { view, type, at } of subtablesOf(font, 'GPOS', 'kern')) {
      this.#view = view;
      if (type === 2) this.#pairTables.push(at);
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
