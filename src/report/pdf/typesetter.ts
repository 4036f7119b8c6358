/**
 * Text into lines: characters to glyphs, widths, line breaks, and the operands that show each line. One pass over the
 * text, whatever its length: a line that is full goes back to the last place it may break, and nothing is measured twice.
 * Characters that the four faces lack are looked for in the families of their script; text that runs to the left is put in
 * its order line by line.
 */
import type { Rich, Run } from '../blocks.ts';
import type { FaceName, FontSet } from '../fonts/faces.ts';
import { easternFamilies, type FamilyName, familiesFor } from '../fonts/families.ts';
import { familyFont } from '../fonts/needed.ts';
import { trueType } from '../fonts/truetype.ts';
import { AFTER, Characters, INSIDE, kindOf, LINE_END, SPACE } from './characters.ts';
import { num } from './operators.ts';
import type { TextStyle } from './theme.ts';
import { Turned } from './turned.ts';
import { Typeface } from './typeface.ts';
import { visible } from './visible.ts';
import { mayBreak } from './wide.ts';

/**
 * A stretch of a line in one face and one language. `x` from the line's start and `rise` from its baseline, in points; `shown`:
 * a string, or an array for TJ, with its operator.
 */
export interface Piece {
  readonly face: Typeface;
  readonly x: number;
  readonly rise: number;
  readonly shown: string;
  readonly lang: string | undefined;
}
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** It stands against the right edge. */
  readonly fromRight: boolean;
}

const FALLBACK = ['sans', 'sans-strong', 'serif'] as const satisfies readonly FaceName[];
const STRONG = {
  serif: 'serif-strong',
  'serif-strong': 'serif-strong',
  sans: 'sans-strong',
  'sans-strong': 'sans-strong',
} as const satisfies Record<FaceName, FaceName>;
/** Resource names: jsPDF has places for so many (`jspdf.ts`). */
const PLACES = { chinese: 'F5', japanese: 'F6', korean: 'F7', arabic: 'F8', hebrew: 'F9' } as const satisfies Record<FamilyName, string>;
const FAMILY_NAMES = ['chinese', 'japanese', 'korean', 'arabic', 'hebrew'] as const satisfies readonly FamilyName[];
const MARK = /\p{M}/u;
const SHADDA = 0x651;

export class Typesetter {
  readonly faces: Readonly<Record<FaceName, Typeface>>;
  readonly missing: (codePoint: number) => void;
  /** The four faces, and then those of other scripts that the document needs. */
  readonly typefaces: readonly Typeface[];
  readonly #families: Partial<Record<FamilyName, Typeface>> = {};
  readonly #characters = new Characters();
  #langs: (string | undefined)[] = [];
  /** Whether some of the text runs to the left. */
  #turns = false;
  readonly #turned = new Turned(this.#characters);
  #eastern = { text: '', lang: undefined as string | undefined, from: 0, to: 0, families: [] as readonly FamilyName[] };
  readonly #faceAt = (at: number): Typeface => this.typefaces[this.#characters.faceOf[at] ?? 0] ?? this.faces.sans;

  /** `missing` hears of every character that no face can show; glyph 0 stands in for it. */
  constructor(fonts: FontSet, missing: (codePoint: number) => void) {
    this.missing = missing;
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

  /** Lines no wider than `width`; without a width, one line for each line of the text. Never no line at all. */
  lines(text: Rich, style: TextStyle, width = Number.POSITIVE_INFINITY): readonly Line[] {
    this.#characters.length = 0;
    this.#langs = [undefined];
    this.#turns = false;
    this.#turned.clear();
    if (typeof text === 'string') this.#take(text, style.face, 0, style.size);
    else for (const run of text) this.#takeRun(run, style);
    if (this.#turns) this.#turned.turn(this.#faceAt, style.size);
    return this.#break(width, style.size);
  }

  #takeRun(run: Run, style: TextStyle): void {
    // Ids and hashes are set in sans also where the words around them are serif: its digits and letters are told apart best.
    const face = run.code ? 'sans' : style.face;
    const lang = run.lang === undefined ? 0 : this.#langs.push(run.lang) - 1;
    this.#take(run.text, run.strong ? STRONG[face] : face, lang, style.size);
  }

  #take(raw: string, name: FaceName, lang: number, size: number): void {
    const text = visible(raw);
    const start = this.#characters.length;
    this.#characters.grow(start + text.length);
    const { codes, glyphs, kinds, faceOf, langOf, widths, kerns } = this.#characters;
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
      langOf[at] = lang;
      faceOf[at] = faceIndex;
      glyphs[at] = 0;
      widths[at] = 0;
      kerns[at] = 0;
      if (kind === LINE_END) {
        glyphs[at] = face.glyph(0x20);
      } else {
        const glyph = face.glyph(code);
        if (glyph === 0) {
          faceOf[at] = this.typefaces.indexOf(this.#fallback(code, face, text, first, this.#langs[lang]));
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
    this.#characters.length = at;
    if (other) this.#takeOthers(start, faceIndex, size);
  }

  /** What the wanted face lacks, from `start` on: glyphs of other faces, joined and with their marks, and where lines may break beside them. */
  #takeOthers(start: number, wanted: number, size: number): void {
    const { codes, glyphs, kinds, faceOf, widths, length } = this.#characters;
    for (let i = start; i < length; i += 1) {
      if (i > start && kinds[i - 1] === INSIDE && mayBreak(codes[i - 1] ?? 0, codes[i] ?? 0)) kinds[i - 1] = AFTER;
      const index = faceOf[i] ?? 0;
      if (index === wanted) continue;
      const face = this.#faceAt(i);
      if (face === this.#families.arabic || face === this.#families.hebrew) {
        let end = i + 1;
        while (end < length && faceOf[end] === index) end += 1;
        this.#turns = true;
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
    const { glyphs, widths } = this.#characters;
    const codes = Array.from(this.#characters.codes.subarray(from, to));
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
    const { codes, glyphs } = this.#characters;
    const outlineAt = (at: number): number | undefined => face.outlines.get(glyphs[at] ?? 0)?.glyph;
    const under = outlineAt(letter);
    if (letter < 0 || under === undefined) return;
    let last: { readonly outline: number; readonly x: number; readonly y: number } | undefined;
    for (const i of [...marks.filter((at) => codes[at] === SHADDA), ...marks.filter((at) => codes[at] !== SHADDA)]) {
      const outline = outlineAt(i) ?? 0;
      const stacked = last && face.marks.onMark(last.outline, outline);
      const [x, y] = stacked ?? face.marks.onLetter(under, outline);
      last = stacked && last ? { outline, x: last.x + x, y: last.y + y } : { outline, x, y };
      this.#turned.hang(i, { on: letter, x: last.x / face.font.unitsPerEm, y: last.y / face.font.unitsPerEm });
    }
  }

  #fallback(code: number, wanted: Typeface, text: string, at: number, lang: string | undefined): Typeface {
    for (const name of FALLBACK) if (this.faces[name].glyph(code) !== 0) return this.faces[name];
    for (const family of familiesFor(code, this.#easternAt(text, at, lang))) {
      const face = this.#families[family];
      if (face && face.font.glyphOf(code) !== 0) return face;
    }
    this.missing(code);
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

  #break(limit: number, size: number): readonly Line[] {
    const lines: Line[] = [];
    const { kinds, widths, length } = this.#characters;
    // A line's last width may be a rounding error over its column; that is no reason to break it.
    const width = limit + 0.001;
    let start = 0;
    let wide = 0;
    // The last place to break: the line ends before `end`, the next one begins at `next`; widths are from `start`.
    let end = -1;
    let next = 0;
    let wideAtNext = 0;
    // Whether the line has more than the spaces it was indented with.
    let begun = false;
    const finish = (to: number, from: number): void => {
      lines.push(this.#line(start, to, from, size));
      start = from;
      end = -1;
    };
    for (let i = 0; i < length; i += 1) {
      const kind = kinds[i];
      const own = widths[i] ?? 0;
      if (kind === LINE_END) {
        finish(i, i + 1);
        wide = 0;
        begun = false;
        continue;
      }
      if (kind === SPACE) {
        wide += own;
        if (!begun) continue;
        if (end < 0 || next !== i) end = i;
        next = i + 1;
        wideAtNext = wide;
        continue;
      }
      begun = true;
      while (wide + own > width && i > start) {
        if (end > start) {
          wide -= wideAtNext;
          finish(end, next);
        } else {
          finish(i, i);
          wide = 0;
        }
      }
      wide += own;
      if (kind === AFTER) {
        end = i + 1;
        next = i + 1;
        wideAtNext = wide;
      }
    }
    lines.push(this.#line(start, length, length, size));
    return lines;
  }

  /** The line ends before `to`; what is between it and `next` ends it: spaces, which are in the file and take no room, or a line end, which is there as a space. */
  #line(from: number, to: number, next: number, size: number): Line {
    const { kinds, faceOf, langOf, widths } = this.#characters;
    let last = to;
    while (last > from && kinds[last - 1] === SPACE) last -= 1;
    if (this.#turns) {
      const { stretches, width } = this.#turned.line(from, last, next, size);
      const shown = stretches.map((one) => this.#piece(one.from, one.to, one.x, one.rise));
      return { pieces: shown, width, fromRight: this.#turned.fromRight(from, last) };
    }
    const pieces: Piece[] = [];
    let x = 0;
    let width = 0;
    for (let i = from; i < next; ) {
      const [faceIndex, lang, start, startX] = [faceOf[i], langOf[i], i, x];
      for (; i < next && faceOf[i] === faceIndex && langOf[i] === lang; i += 1) {
        x += widths[i] ?? 0;
        if (i < last) width = x;
      }
      pieces.push(this.#piece(start, i, startX));
    }
    return { pieces, width, fromRight: false };
  }

  /** What shows the characters of one face and language, one after the other to the right. */
  #piece(from: number, to: number, x: number, rise = 0): Piece {
    const { glyphs, kerns, langOf } = this.#characters;
    const face = this.#faceAt(from);
    let shown = '(';
    let kerned = false;
    for (let i = from; i < to; i += 1) {
      shown += face.shown[glyphs[i] ?? 0];
      const kern = kerns[i];
      if (kern && i + 1 < to) {
        shown += `)${num(-1000 * kern)}(`;
        kerned = true;
      }
    }
    shown += ')';
    const shownBy = kerned ? `[${shown}]TJ` : `${shown}Tj`;
    return { face, x, rise, shown: shownBy, lang: this.#langs[langOf[from] ?? 0] };
  }
}
