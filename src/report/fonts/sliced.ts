/**
 * A face that is served in slices, put together from those that a report needs. Their glyphs are counted one slice after the
 * other, so to whoever measures, draws or embeds it it is one font.
 */
import type { FontFile, TrueType } from './truetype.ts';

/** `maxp`: the greatest numbers of points, contours and so on begin here (OpenType, maxp version 1.0). */
const LIMITS = 6;

export class SlicedFont implements FontFile {
  readonly unitsPerEm: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly weight: number;
  readonly italicAngle: number;
  readonly postScriptName: string;
  readonly #slices: readonly TrueType[];
  readonly #first: TrueType;
  /** The number of each slice's glyph 0. */
  readonly #starts: readonly number[];

  /** All slices are of one face, in an order that does not depend on how they were loaded. */
  constructor(slices: readonly [TrueType, ...TrueType[]]) {
    const [first] = slices;
    this.#slices = slices;
    this.#first = first;
    this.unitsPerEm = first.unitsPerEm;
    this.ascent = first.ascent;
    this.descent = first.descent;
    this.capHeight = first.capHeight;
    this.weight = first.weight;
    this.italicAngle = first.italicAngle;
    this.postScriptName = first.postScriptName;
    const edge = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number => pick(...slices.map(({ box }) => box[at]));
    this.box = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
    let count = 0;
    this.#starts = slices.map(({ glyphCount }) => {
      count += glyphCount;
      return count - glyphCount;
    });
  }

  glyphOf(codePoint: number): number {
    for (const [i, slice] of this.#slices.entries()) {
      const glyph = slice.glyphOf(codePoint);
      if (glyph !== 0) return glyph + this.#startOf(i);
    }
    return 0;
  }

  advanceOf(glyph: number): number {
    const i = this.#indexOf(glyph);
    return this.#slice(i).advanceOf(glyph - this.#startOf(i));
  }

  leftBearingOf(glyph: number): number {
    const i = this.#indexOf(glyph);
    return this.#slice(i).leftBearingOf(glyph - this.#startOf(i));
  }

  outlineOf(glyph: number): Uint8Array {
    const i = this.#indexOf(glyph);
    const outline = this.#slice(i).outlineOf(glyph - this.#startOf(i));
    // Parts are named by their numbers in the slice; no face that is sliced has any.
    if (outline.length > 0 && (outline[0] ?? 0) >= 0x80 && i > 0) throw new Error(`font: glyph ${glyph} of a slice is composite`);
    return outline;
  }

  table(tag: string): Uint8Array | undefined {
    const own = this.#first.table(tag);
    if (tag !== 'maxp' || !own || this.#slices.length === 1) return own;
    const most = own.slice();
    const to = new DataView(most.buffer);
    for (const slice of this.#slices) {
      const bytes = slice.table(tag) ?? own;
      const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = LIMITS; at < most.length; at += 2) to.setUint16(at, Math.max(to.getUint16(at), from.getUint16(at)));
    }
    return most;
  }

  #indexOf(glyph: number): number {
    let i = this.#starts.length - 1;
    while (i > 0 && glyph < this.#startOf(i)) i -= 1;
    return i;
  }

  #startOf(i: number): number {
    return this.#starts[i] ?? 0;
  }

  #slice(i: number): TrueType {
    return this.#slices[i] ?? this.#first;
  }
}
