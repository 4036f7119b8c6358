/** Where points and vowel signs go: above, below or inside of the letter before them (GPOS `mark`, type 4). */
import { coverage, type Subtable, subtablesOf } from './layout.ts';
import type { FontFile } from './truetype.ts';

export class Marks {
  readonly #font: FontFile;
  readonly #subtables: readonly Subtable[];

  constructor(font: FontFile) {
    this.#font = font;
    this.#subtables = subtablesOf(font, 'GPOS', 'mark').filter(({ type }) => type === 4);
  }

  /** From the origin of the letter to that of the mark, in font units. A font that does not say has its marks in the middle. */
  place(base: number, mark: number): readonly [x: number, y: number] {
    for (const { view, at } of this.#subtables) {
      const [markIndex, baseIndex] = [coverage(view, at + view.getUint16(at + 2), mark), coverage(view, at + view.getUint16(at + 4), base)];
      if (markIndex < 0 || baseIndex < 0) continue;
      const classes = view.getUint16(at + 6);
      const [marks, bases] = [at + view.getUint16(at + 8), at + view.getUint16(at + 10)];
      const record = marks + 2 + 4 * markIndex;
      const offset = view.getUint16(bases + 2 + 2 * (baseIndex * classes + view.getUint16(record)));
      if (offset === 0) continue;
      const [to, from] = [bases + offset, marks + view.getUint16(record + 2)];
      return [view.getInt16(to + 2) - view.getInt16(from + 2), view.getInt16(to + 4) - view.getInt16(from + 4)];
    }
    const outline = this.#font.outlineOf(mark);
    if (outline.length === 0) return [0, 0];
    const box = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
    return [(this.#font.advanceOf(base) - box.getInt16(2) - box.getInt16(6)) / 2, 0];
  }
}
