/**
 * From characters to glyphs: which face shows each and how wide it is there. Characters that the four faces lack are looked for in the
 * families of their script; Arabic letters are joined, and marks hang on their letters.
 */
import type { FaceName, FontSet } from '../fonts/faces.ts';
import { easternFamilies, type FamilyName, familiesFor } from '../fonts/families.ts';
import { familyFont } from '../fonts/needed.ts';
import { trueType } from '../fonts/truetype.ts';
import { AFTER, Characters, INSIDE, kindOf, LINE_END } from './characters.ts';
import { Turned } from './turned.ts';
import { Typeface } from './typeface.ts';
import { visible } from './visible.ts';
import { mayBreak } from './wide.ts';

const FALLBACK = ['sans', 'sans-strong', 'serif'] as const satisfies readonly FaceName[];
/** Resource names: jsPDF has places for so many (`jspdf.ts`). */
const PLACES = { chinese: 'F5', japanese: 'F6', korean: 'F7', arabic: 'F8', hebrew: 'F9' } as const satisfies Record<FamilyName, string>;
const FAMILY_NAMES = ['chinese', 'japanese', 'korean', 'arabic', 'hebrew'] as const satisfies readonly FamilyName[];
const MARK = /\p{M}/u;
const SHADDA = 0x651;

/** One text at a time, taken run by run. */
export class Shaper {
  readonly faces: Readonly<Record<FaceName, Typeface>>;
  /** The four faces, and then those of other scripts that the document needs. */
  readonly typefaces: readonly Typeface[];
  /** What was taken of the present text. */
  readonly characters = new Characters();
  /** The same, where some of it runs to the left. */
  readonly turned = new Turned(this.characters);
  turns = false;
  readonly #missing: (codePoint: number) => void;
  readonly #families: Partial<Record<FamilyName, Typeface>> = {};
  #langs: (string | undefined)[] = [undefined];
  #eastern = { text: '', lang: undefined as string | undefined, from: 0, to: 0, families: [] as readonly FamilyName[] };

  /** `missing` hears of every character that no face can show; glyph 0 stands in for it. */
  constructor(fonts: FontSet, missing: (codePoint: number) => void) {
    this.#missing = missing;
    this.faces = {
      serif: new Typeface('F1', trueType(fonts.serif), true),
      'serif-strong': new Typeface('F2', trueType(fonts['serif-strong']), true),
      sans: new Typeface('F3', trueType(fonts.sans), false),
      'sans-strong': new Typeface('F4', trueType(fonts['sans-strong']), false),
    };
    for (const family of FAMILY_NAMES) {
      const slices = fonts.families?.[family];
      if (slices) this.#families[family] = new Typeface(PLACES[family], familyFont(slices), false);
    }
    this.typefaces = [...Object.values(this.faces), ...Object.values(this.#families)];
  }

  /** For another text. */
  clear(): void {
    this.characters.length = 0;
    this.#langs = [undefined];
    this.turns = false;
    this.turned.clear();
  }

  readonly faceAt = (at: number): Typeface => this.typefaces[this.characters.faceOf[at] ?? 0] ?? this.faces.sans;

  langAt(at: number): string | undefined {
    return this.#langs[this.characters.langOf[at] ?? 0];
  }

  /** Adds a run. `lang`: where it is not the document's. */
  take(raw: string, name: FaceName, size: number, lang?: string): void {
    const langIndex = lang === undefined ? 0 : this.#langs.push(lang) - 1;
    const text = visible(raw);
    const start = this.characters.length;
    this.characters.grow(start + text.length);
    const { codes, glyphs, kinds, faceOf, langOf, widths, kerns } = this.characters;
    const face = this.faces[name];
    const faceIndex = this.typefaces.indexOf(face);
    let at = start;
    let other = false;
    for (let i = 0; i < text.length; i += 1) {
      let code = text.charCodeAt(i);
      const first = i;
      if (code >= 0xd800 && code < 0xe000) {
        code = text.codePointAt(i) ?? code;
        i += 1;
      }
      const kind = kindOf(code, text, i);
      codes[at] = code;
      kinds[at] = kind;
      langOf[at] = langIndex;
      faceOf[at] = faceIndex;
      glyphs[at] = 0;
      widths[at] = 0;
      kerns[at] = 0;
      if (kind === LINE_END) {
        glyphs[at] = face.glyph(0x20);
      } else {
        const glyph = face.glyph(code);
        if (glyph === 0) {
          faceOf[at] = this.typefaces.indexOf(this.#fallback(code, face, text, first, lang));
          other = true;
        } else {
          glyphs[at] = glyph;
          widths[at] = face.advance(glyph) * size;
          if (face.isKerned && at > 0 && faceOf[at - 1] === faceIndex) {
            const kern = face.kern(glyphs[at - 1] ?? 0, glyph);
            kerns[at - 1] = kern;
            widths[at - 1] = (widths[at - 1] ?? 0) + kern * size;
          }
        }
      }
      at += 1;
    }
    this.characters.length = at;
    if (other) this.#takeOthers(start, faceIndex, size);
  }

  /** What the wanted face lacks, from `start` on: glyphs of other faces, joined and with their marks, and where lines may break beside them. */
  #takeOthers(start: number, wanted: number, size: number): void {
    const { codes, glyphs, kinds, faceOf, widths, length } = this.characters;
    for (let i = start; i < length; i += 1) {
      if (i > start && kinds[i - 1] === INSIDE && mayBreak(codes[i - 1] ?? 0, codes[i] ?? 0)) kinds[i - 1] = AFTER;
      const index = faceOf[i] ?? 0;
      if (index === wanted) continue;
      const face = this.faceAt(i);
      if (face === this.#families.arabic || face === this.#families.hebrew) {
        let end = i + 1;
        while (end < length && faceOf[end] === index) end += 1;
        this.turns = true;
        this.#takeJoined(face, i, end, size);
        i = end - 1;
        continue;
      }
      const glyph = face.glyph(codes[i] ?? 0);
      glyphs[i] = glyph;
      widths[i] = face.advance(glyph) * size;
    }
  }

  #takeJoined(face: Typeface, from: number, to: number, size: number): void {
    const { glyphs, widths } = this.characters;
    const codes = Array.from(this.characters.codes.subarray(from, to));
    let letter = -1;
    let marks: number[] = [];
    face.joining.drawn(codes).forEach(({ outline, advance }, n) => {
      const [i, code] = [from + n, codes[n] ?? 0];
      const glyph = face.shape(code, outline, advance);
      glyphs[i] = glyph;
      if (outline !== undefined && MARK.test(String.fromCodePoint(code))) {
        widths[i] = 0;
        marks.push(i);
        return;
      }
      widths[i] = face.advance(glyph) * size;
      this.#hangMarks(face, letter, marks);
      letter = i;
      marks = [];
    });
    this.#hangMarks(face, letter, marks);
  }

  /** A doubling sign is next to its letter and the vowel on it, whichever is stored first (Unicode Standard Annex #53). */
  #hangMarks(face: Typeface, letter: number, marks: readonly number[]): void {
    const { codes, glyphs } = this.characters;
    const outlineAt = (at: number): number | undefined => face.outlines.get(glyphs[at] ?? 0)?.glyph;
    const under = outlineAt(letter);
    if (letter < 0 || under === undefined) return;
    let last: { readonly outline: number; readonly x: number; readonly y: number } | undefined;
    for (const i of [...marks.filter((at) => codes[at] === SHADDA), ...marks.filter((at) => codes[at] !== SHADDA)]) {
      const outline = outlineAt(i) ?? 0;
      const stacked = last && face.marks.onMark(last.outline, outline);
      const [x, y] = stacked ?? face.marks.onLetter(under, outline);
      last = stacked && last ? { outline, x: last.x + x, y: last.y + y } : { outline, x, y };
      this.turned.hang(i, { on: letter, x: last.x / face.font.unitsPerEm, y: last.y / face.font.unitsPerEm });
    }
  }

  #fallback(code: number, wanted: Typeface, text: string, at: number, lang: string | undefined): Typeface {
    for (const name of FALLBACK) if (this.faces[name].glyph(code) !== 0) return this.faces[name];
    for (const family of familiesFor(code, this.#easternAt(text, at, lang))) {
      const face = this.#families[family];
      if (face && face.font.glyphOf(code) !== 0) return face;
    }
    this.#missing(code);
    return wanted;
  }

  /** A long line is looked through once, not for each of its characters. */
  #easternAt(text: string, at: number, lang: string | undefined): readonly FamilyName[] {
    const last = this.#eastern;
    if (last.text === text && last.lang === lang && last.from <= at && at < last.to) return last.families;
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    const families = easternFamilies(text.slice(from, to), lang);
    this.#eastern = { text, lang, from, to, families };
    return families;
  }
}
