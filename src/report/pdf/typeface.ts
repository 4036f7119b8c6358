/** A face in use: it measures, and remembers what was used of it, for the font file and the map back to characters. */
import { Kerning } from '../fonts/kerning.ts';
import type { TrueType } from '../fonts/truetype.ts';

/** Code points below this are looked up in an array. */
const PLANE_0 = 0x10000;

export class Typeface {
  /** Resource name in content streams. */
  readonly id: string;
  readonly font: TrueType;
  /** Pair kerning, for faces of large sizes only. */
  readonly kerning: Kerning | undefined;
  /** Glyph ids written so far, each with the outline it shows. */
  readonly outlines = new Map<number, number>();
  /** Glyph ids written so far, each with the one code point it stands for. */
  readonly characters = new Map<number, number>();
  readonly #known = new Uint16Array(PLANE_0);
  readonly #knownAstral = new Map<number, number>();
  readonly #widths = new Uint16Array(PLANE_0);
  readonly #perEm: number;
  #next: number;

  constructor(id: string, font: TrueType, kerned: boolean) {
    this.id = id;
    this.font = font;
    this.kerning = kerned ? new Kerning(font) : undefined;
    this.#perEm = 1 / font.unitsPerEm;
    this.#next = font.glyphCount;
  }

  /** The glyph to write for a code point; 0 when this face has none. */
  glyph(codePoint: number): number {
    const known = codePoint < PLANE_0 ? this.#known[codePoint] : this.#knownAstral.get(codePoint);
    return known || this.#claim(codePoint);
  }

  /** Width in ems of a glyph that `glyph` gave. */
  advance(glyph: number): number {
    return (this.#widths[glyph] ?? 0) * this.#perEm;
  }

  /** Two characters may share an outline; the second gets an id of its own, so that each reads back as what was written. */
  #claim(codePoint: number): number {
    const outline = this.font.glyphOf(codePoint);
    if (outline === 0) return 0;
    let glyph = outline;
    if (this.characters.has(outline)) {
      glyph = this.#next;
      this.#next += 1;
    }
    this.outlines.set(glyph, outline);
    this.characters.set(glyph, codePoint);
    this.#widths[glyph] = this.font.advanceOf(outline);
    if (codePoint < PLANE_0) this.#known[codePoint] = glyph;
    else this.#knownAstral.set(codePoint, glyph);
    return glyph;
  }
}
