/**
 * Arabic letters join: each takes the form its neighbours ask for (features `isol` is the plain form, `init`, `medi`, `fina`),
 * and lam with alef becomes one shape (`rlig`). Which letters join, and on which side, is what the font has forms for; so no
 * table of letters is kept here. A shape of two letters is drawn with the second, each has half of its width, and the first
 * is drawn as nothing: so every reader of the file finds the two letters, in their order.
 */
import { coverage, type Subtable, subtablesOf } from './layout.ts';
import type { FontFile } from './truetype.ts';

/** How a letter is drawn: which outline (none where its neighbour draws it) and how far it moves on, in font units. */
export interface Drawn {
  readonly outline: number | undefined;
  readonly advance: number;
}

/** Joins on both sides and has one form only. */
const TATWEEL = 0x640;
const MARK = /\p{M}/u;

export class Joining {
  readonly #font: FontFile;
  readonly #initial: readonly Subtable[];
  readonly #medial: readonly Subtable[];
  readonly #final: readonly Subtable[];
  readonly #ligatures: readonly Subtable[];

  constructor(font: FontFile) {
    this.#font = font;
    this.#initial = subtablesOf(font, 'GSUB', 'init');
    this.#medial = subtablesOf(font, 'GSUB', 'medi');
    this.#final = subtablesOf(font, 'GSUB', 'fina');
    this.#ligatures = subtablesOf(font, 'GSUB', 'rlig').filter(({ type }) => type === 4);
  }

  /** Whether the font has letters that join. */
  get any(): boolean {
    return this.#initial.length > 0;
  }

  /** The letters of a stretch of text, in their order; marks and what the font does not have stay as they are. */
  drawn(codes: readonly number[]): readonly Drawn[] {
    const font = this.#font;
    const outlines = codes.map((code) => font.glyphOf(code));
    const letters = codes.flatMap((code, i) => (MARK.test(String.fromCodePoint(code)) ? [] : [i]));
    const plain = (at: number | undefined): number => (at === undefined ? 0 : (outlines[at] ?? 0));
    const joinsNext = (at: number | undefined): boolean =>
      at !== undefined && (codes[at] === TATWEEL || substitute(this.#initial, plain(at)) !== undefined);
    const joinsBefore = (at: number | undefined): boolean =>
      at !== undefined && (codes[at] === TATWEEL || substitute(this.#final, plain(at)) !== undefined);
    const forms = letters.map((at, i) => {
      const before = joinsBefore(at) && joinsNext(letters[i - 1]);
      const after = joinsNext(at) && joinsBefore(letters[i + 1]);
      const form = before ? (after ? this.#medial : this.#final) : after ? this.#initial : [];
      return substitute(form, plain(at)) ?? plain(at);
    });
    const drawn: Drawn[] = outlines.map((outline) => ({ outline, advance: font.advanceOf(outline) }));
    for (let i = 0; i < letters.length; i += 1) {
      const [at, next, form, following] = [letters[i] ?? 0, letters[i + 1], forms[i] ?? 0, forms[i + 1]];
      const both = next === undefined || following === undefined ? undefined : ligature(this.#ligatures, form, following);
      if (both === undefined || next === undefined) {
        drawn[at] = { outline: form, advance: font.advanceOf(form) };
        continue;
      }
      const width = font.advanceOf(both);
      drawn[at] = { outline: undefined, advance: width - Math.floor(width / 2) };
      drawn[next] = { outline: both, advance: Math.floor(width / 2) };
      i += 1;
    }
    return drawn;
  }
}

/** What a single substitution (GSUB type 1) puts in the place of a glyph. */
function substitute(subtables: readonly Subtable[], glyph: number): number | undefined {
  for (const { view, type, at } of subtables) {
    if (type !== 1) continue;
    const covered = coverage(view, at + view.getUint16(at + 2), glyph);
    if (covered < 0) continue;
    return view.getUint16(at) === 1 ? (glyph + view.getInt16(at + 4)) & 0xffff : view.getUint16(at + 6 + 2 * covered);
  }
  return undefined;
}

/** The one glyph for two (GSUB type 4). */
function ligature(subtables: readonly Subtable[], first: number, second: number): number | undefined {
  for (const { view, at } of subtables) {
    const covered = coverage(view, at + view.getUint16(at + 2), first);
    if (covered < 0) continue;
    const set = at + view.getUint16(at + 6 + 2 * covered);
    for (let i = 0; i < view.getUint16(set); i += 1) {
      const one = set + view.getUint16(set + 2 + 2 * i);
      if (view.getUint16(one + 2) === 2 && view.getUint16(one + 4) === second) return view.getUint16(one);
    }
  }
  return undefined;
}
