/**
 * Where points and vowel signs go: above, below or inside of the letter before them (GPOS `mark`, type 4), or on the mark before
 * them (`mkmk`, type 6).
 */
import { coverage, type Subtable, subtablesOf } from './layout.ts';
import type { FontFile } from './truetype.ts';

/** From the origin of what carries the mark to that of the mark, in font units. */
type Offset = readonly [x: number, y: number];

export class Marks {
  readonly #font: FontFile;
  readonly #onLetters: readonly Subtable[];
  readonly #onMarks: readonly Subtable[];

  constructor(font: FontFile) {
    this.#font = font;
    this.#onLetters = subtablesOf(font, 'GPOS', 'mark').filter(({ type }) => type === 4);
    this.#onMarks = subtablesOf(font, 'GPOS', 'mkmk').filter(({ type }) => type === 6);
  }

  /** A font that does not say has its marks in the middle of the letter. */
  onLetter(letter: number, mark: number): Offset {
    const found = anchored(this.#onLetters, letter, mark);
    if (found) return found;
    const outline = this.#font.outlineOf(mark);
    if (outline.length === 0) return [0, 0];
    const box = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
    return [(this.#font.advanceOf(letter) - box.getInt16(2) - box.getInt16(6)) / 2, 0];
  }

  /** Nothing where the font says nothing of the two: then the letter carries both. */
  onMark(below: number, mark: number): Offset | undefined {
    return anchored(this.#onMarks, below, mark);
  }
}

/** Both types are written alike. */
function anchored(subtables: readonly Subtable[], carrier: number, mark: number): Offset | undefined {
  for (const { view, at } of subtables) {
    const [markIndex, carrierIndex] = [
      coverage(view, at + view.getUint16(at + 2), mark),
      coverage(view, at + view.getUint16(at + 4), carrier),
    ];
    if (markIndex < 0 || carrierIndex < 0) continue;
    const classes = view.getUint16(at + 6);
    const [marks, carriers] = [at + view.getUint16(at + 8), at + view.getUint16(at + 10)];
    const record = marks + 2 + 4 * markIndex;
    const offset = view.getUint16(carriers + 2 + 2 * (carrierIndex * classes + view.getUint16(record)));
    if (offset === 0) continue;
    const [to, from] = [carriers + offset, marks + view.getUint16(record + 2)];
    return [view.getInt16(to + 2) - view.getInt16(from + 2), view.getInt16(to + 4) - view.getInt16(from + 4)];
  }
  return undefined;
}
