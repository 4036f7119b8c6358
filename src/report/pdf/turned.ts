/**
 * Lines of which some runs to the left. What is shown follows the text, letter by letter, and only the places say where each
 * stands: so readers that follow the file read it in its order.
 */
import { type Characters, LINE_END, SPACE } from './characters.ts';
import { levelsOf, mirrored, visualOrder } from './direction.ts';
import type { Typeface } from './typeface.ts';

/** A stretch of a line that is shown at once, from its start; `x` and `rise` in points. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly rise: number;
}

/** A mark on a letter: the letter's place, and how far the mark is from its origin, in ems. */
interface Hung {
  readonly on: number;
  readonly x: number;
  readonly y: number;
}

export class Turned {
  readonly #characters: Characters;
  readonly #hung = new Map<number, Hung>();
  #levels = new Uint8Array(0);
  /** The direction of the line between line ends that a character stands in. */
  #bases = new Uint8Array(0);

  constructor(characters: Characters) {
    this.#characters = characters;
  }

  /** For another text. */
  clear(): void {
    this.#hung.clear();
  }

  hang(mark: number, hung: Hung): void {
    this.#hung.set(mark, hung);
  }

  /** Levels of the whole text (UAX #9), and brackets that look the other way where it runs to the left. */
  turn(faceAt: (at: number) => Typeface, size: number): void {
    const { codes, glyphs, kinds, widths, length } = this.#characters;
    if (this.#levels.length < length) {
      this.#levels = new Uint8Array(codes.length);
      this.#bases = new Uint8Array(codes.length);
    }
    for (let from = 0; from <= length; ) {
      let to = from;
      while (to < length && kinds[to] !== LINE_END) to += 1;
      const { levels, base } = levelsOf(codes.subarray(from, to));
      this.#levels.set(levels, from);
      this.#bases.fill(base, from, to + 1);
      from = to + 1;
    }
    for (let i = 0; i < length; i += 1) {
      const code = codes[i] ?? 0;
      const other = (this.#levels[i] ?? 0) % 2 === 1 ? mirrored(code) : undefined;
      if (other === undefined) continue;
      const face = faceAt(i);
      const outline = face.font.glyphOf(other);
      if (outline === 0) continue;
      glyphs[i] = face.shape(code, outline, face.font.advanceOf(outline));
      widths[i] = face.advance(glyphs[i] ?? 0) * size;
    }
  }

  /** Whether a line is part of a text that runs to the left over several: these begin at the right edge. A name of one line stands where names stand. */
  fromRight(from: number, to: number): boolean {
    const { kinds, length } = this.#characters;
    let next = to;
    while (next < length && kinds[next] === SPACE) next += 1;
    const [before, after] = [kinds[from - 1] ?? LINE_END, next < length ? kinds[next] : LINE_END];
    return this.#bases[from] === 1 && (before !== LINE_END || after !== LINE_END);
  }

  /** A line, in the order of the text; and how wide it is without what ends it, from `last` to `to`, which stands after all else (rule L1). */
  line(from: number, last: number, to: number, size: number): { readonly stretches: readonly Stretch[]; readonly width: number } {
    const { widths } = this.#characters;
    const base = this.#bases[from] ?? 0;
    this.#levels.fill(base, last, to);
    let ending = 0;
    for (let i = last; i < to; i += 1) ending += widths[i] ?? 0;
    const places = new Float64Array(to - from);
    let x = base === 1 ? -ending : 0;
    for (const i of visualOrder(this.#levels, from, to)) {
      places[i - from] = x;
      x += widths[i] ?? 0;
    }
    const width = base === 1 ? x : x - ending;
    const stretches: Stretch[] = [];
    for (let i = from; i < to; ) {
      const hung = this.#hung.get(i);
      const at = hung && hung.on >= from ? (places[hung.on - from] ?? 0) + hung.x * size : (places[i - from] ?? 0);
      const end = hung ? i + 1 : this.#abreast(i, from, to, places);
      stretches.push({ from: i, to: end, x: at, rise: hung ? hung.y * size : 0 });
      i = end;
    }
    return { stretches, width };
  }

  /** How far from `at` characters follow one another to the right, in one face and language. */
  #abreast(at: number, from: number, to: number, places: Float64Array): number {
    const { faceOf, langOf, widths } = this.#characters;
    let i = at + 1;
    while (
      i < to &&
      faceOf[i] === faceOf[at] &&
      langOf[i] === langOf[at] &&
      !this.#hung.has(i) &&
      Math.abs((places[i - from] ?? 0) - (places[i - 1 - from] ?? 0) - (widths[i - 1] ?? 0)) < 1e-6
    )
      i += 1;
    return i;
  }
}
