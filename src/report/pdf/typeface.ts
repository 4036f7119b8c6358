/** A face in use: it measures, and remembers what was used of it, for the font file and the map back to characters. */
import { Joining } from '../fonts/joining.ts';
import { Kerning } from '../fonts/kerning.ts';
import { Marks } from '../fonts/marks.ts';
import type { GlyphUse } from '../fonts/subset.ts';
import type { FontFile } from '../fonts/truetype.ts';
import { following, isAscii, OTHERS, shownAs } from './encoding.ts';

/** Code points below this are looked up in an array. */
const PLANE_0 = 0x10000;

export class Typeface {
  /** Resource name in content streams. */
  readonly id: string;
  readonly font: FontFile;
  /** Glyphs written so far by their numbers in the embedded font (`encoding.ts`), each with what it draws. */
  readonly outlines = new Map<number, GlyphUse>();
  /** The one code point that each of them stands for. */
  readonly characters = new Map<number, number>();
  /** What stands in a string for each. */
  readonly shown: string[] = [];
  /** For faces of large sizes only. */
  readonly #kerning: Kerning | undefined;
  readonly #known = new Uint16Array(PLANE_0);
  readonly #knownAstral = new Map<number, number>();
  readonly #shapes = new Map<string, number>();
  readonly #widths = new Uint16Array(PLANE_0);
  readonly #perEm: number;
  #next = OTHERS;
  #joining: Joining | undefined;
  #marks: Marks | undefined;

  constructor(id: string, font: FontFile, kerned: boolean) {
    this.id = id;
    this.font = font;
    this.#kerning = kerned ? new Kerning(font) : undefined;
    this.#perEm = 1 / font.unitsPerEm;
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

  /** The greatest number of a glyph so far, or that of the last printable character of ASCII. */
  get last(): number {
    return this.#next - 1;
  }

  get isKerned(): boolean {
    return this.#kerning !== undefined;
  }

  /** What to add to the width of `left` when `right` follows, in ems. */
  kern(left: number, right: number): number {
    const outlineOf = (glyph: number): number => this.outlines.get(glyph)?.glyph ?? 0;
    return (this.#kerning?.between(outlineOf(left), outlineOf(right)) ?? 0) * this.#perEm;
  }

  /** How the letters of this face join. */
  get joining(): Joining {
    this.#joining ??= new Joining(this.font);
    return this.#joining;
  }

  /** Where the marks of this face go. */
  get marks(): Marks {
    this.#marks ??= new Marks(this.font);
    return this.#marks;
  }

  /** The glyph to write for a code point that is not drawn as usual: with another outline, or none, and as wide as `advance` says. */
  shape(codePoint: number, outline: number | undefined, advance: number): number {
    const key = `${codePoint} ${outline} ${advance}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const glyph = this.#add(codePoint, outline, advance);
    this.#shapes.set(key, glyph);
    return glyph;
  }

  #claim(codePoint: number): number {
    const outline = this.font.glyphOf(codePoint);
    if (outline === 0) return 0;
    const glyph = this.#add(codePoint, outline, this.font.advanceOf(outline));
    if (codePoint < PLANE_0) this.#known[codePoint] = glyph;
    else this.#knownAstral.set(codePoint, glyph);
    return glyph;
  }

  /** Each character gets a number of its own, also where two share an outline, so that each reads back as what was written. */
  #add(codePoint: number, outline: number | undefined, advance: number): number {
    let glyph = codePoint;
    if (!isAscii(codePoint) || this.characters.has(codePoint)) {
      glyph = this.#next;
      this.#next = following(glyph);
    }
    this.outlines.set(glyph, { glyph: outline, advance });
    this.characters.set(glyph, codePoint);
    this.shown[glyph] = shownAs(glyph);
    this.#widths[glyph] = advance;
    return glyph;
  }
}
