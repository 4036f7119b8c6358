/**
 * Text into lines: characters to glyphs, widths, line breaks, and the operands that show each line. One pass over the
 * text, whatever its length: a line that is full goes back to the last place it may break, and nothing is measured twice.
 */
import type { Rich, Run } from '../blocks.ts';
import type { FaceName, FontSet } from '../fonts/faces.ts';
import { TrueType } from '../fonts/truetype.ts';
import { num } from './operators.ts';
import type { TextStyle } from './theme.ts';
import { Typeface } from './typeface.ts';
import { visible } from './visible.ts';

/** A stretch of a line in one face and one language. `x` and `width` from the line's start, in points; `shown`: a string, or an array for TJ, with its operator. */
export interface Piece {
  readonly face: Typeface;
  readonly x: number;
  readonly shown: string;
  readonly lang: string | undefined;
}
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}
/** A character no face can show, with the text around it. */
export interface MissingGlyph {
  readonly codePoint: number;
  readonly around: string;
}

/** What a character means for breaking lines. */
const INSIDE = 0;
const SPACE = 1;
/** The line may end after it. */
const AFTER = 2;
/** It is not seen, unless the line ends here: then as a hyphen. */
const SOFT_HYPHEN = 3;
/** It is not seen; the line may end here. */
const INVISIBLE = 4;
const LINE_END = 5;

/** The byte as it stands in a string of a content stream; a carriage return would be read as a line feed (ISO 32000-1, 7.3.4.2). */
const byte = (code: number): string => ({ 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' })[code] ?? String.fromCharCode(code);
const BYTES = Array.from({ length: 0x100 }, (_, code) => byte(code));
/** Glyph numbers as strings hold them: two bytes, half of what hexadecimal takes before it is compressed. */
const CODES = Array.from({ length: 0x10000 }, (_, glyph) => `${BYTES[glyph >> 8]}${BYTES[glyph & 0xff]}`);
const FALLBACK = ['sans', 'sans-strong', 'serif'] as const satisfies readonly FaceName[];
const STRONG = {
  serif: 'serif-strong',
  'serif-strong': 'serif-strong',
  sans: 'sans-strong',
  'sans-strong': 'sans-strong',
} as const satisfies Record<FaceName, FaceName>;
const LETTER = /\p{L}/u;

export class Typesetter {
  readonly faces: Readonly<Record<FaceName, Typeface>>;
  readonly missing: (glyph: MissingGlyph) => void;
  // One character a place; grown as needed and used again for every text.
  #glyphs = new Uint16Array(1024);
  #kinds = new Uint8Array(1024);
  #faceOf = new Uint8Array(1024);
  #langOf = new Uint16Array(1024);
  #widths = new Float64Array(1024);
  #kerns = new Float64Array(1024);
  #length = 0;
  #langs: (string | undefined)[] = [];
  readonly #order: readonly Typeface[];

  /** `missing` hears of every character that no face can show; glyph 0 stands in for it. */
  constructor(fonts: FontSet, missing: (glyph: MissingGlyph) => void) {
    this.missing = missing;
    this.faces = {
      serif: new Typeface('F1', new TrueType(fonts.serif), true),
      'serif-strong': new Typeface('F2', new TrueType(fonts['serif-strong']), true),
      sans: new Typeface('F3', new TrueType(fonts.sans), false),
      'sans-strong': new Typeface('F4', new TrueType(fonts['sans-strong']), false),
    };
    this.#order = Object.values(this.faces);
  }

  /** Lines no wider than `width`; without a width, one line for each line of the text. Never no line at all. */
  lines(text: Rich, style: TextStyle, width = Number.POSITIVE_INFINITY): readonly Line[] {
    this.#length = 0;
    this.#langs = [undefined];
    if (typeof text === 'string') this.#take(text, style.face, 0, style.size);
    else for (const run of text) this.#takeRun(run, style);
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
    this.#grow(this.#length + text.length);
    const [glyphs, kinds, faceOf, langOf, widths, kerns] = [
      this.#glyphs,
      this.#kinds,
      this.#faceOf,
      this.#langOf,
      this.#widths,
      this.#kerns,
    ];
    const face = this.faces[name];
    const faceIndex = this.#order.indexOf(face);
    let at = this.#length;
    for (let i = 0; i < text.length; i += 1) {
      let code = text.charCodeAt(i);
      if (code >= 0xd800 && code < 0xe000) {
        code = text.codePointAt(i) ?? code;
        i += 1;
      }
      const kind = kindOf(code, text, i);
      kinds[at] = kind;
      langOf[at] = lang;
      faceOf[at] = faceIndex;
      glyphs[at] = 0;
      widths[at] = 0;
      kerns[at] = 0;
      if (kind < SOFT_HYPHEN) {
        let shownBy = face;
        let glyph = face.glyph(code);
        if (glyph === 0) {
          shownBy = this.#fallback(code, face, text, i);
          faceOf[at] = this.#order.indexOf(shownBy);
          glyph = shownBy.glyph(code);
        }
        glyphs[at] = glyph;
        widths[at] = shownBy.advance(glyph) * size;
        if (face.kerning && at > 0 && faceOf[at - 1] === faceIndex && shownBy === face) {
          const kern = face.kerning.between(glyphs[at - 1] ?? 0, glyph) / face.font.unitsPerEm;
          kerns[at - 1] = kern;
          widths[at - 1] = (widths[at - 1] ?? 0) + kern * size;
        }
      }
      at += 1;
    }
    this.#length = at;
  }

  #fallback(code: number, wanted: Typeface, text: string, at: number): Typeface {
    for (const name of FALLBACK) if (this.faces[name].glyph(code) !== 0) return this.faces[name];
    this.missing({ codePoint: code, around: text.slice(Math.max(0, at - 20), at + 21) });
    return wanted;
  }

  #break(limit: number, size: number): readonly Line[] {
    const lines: Line[] = [];
    const [kinds, widths] = [this.#kinds, this.#widths];
    // A line's last width may be a rounding error over its column; that is no reason to break it.
    const width = limit + 0.001;
    let start = 0;
    let wide = 0;
    // The last place to break: the line ends before `end`, the next one begins at `next`; widths are from `start`.
    let end = -1;
    let next = 0;
    let wideAtNext = 0;
    let soft = false;
    // Whether the line has more than the spaces it was indented with.
    let begun = false;
    const finish = (to: number, hyphen: boolean, from: number): void => {
      lines.push(this.#line(start, to, hyphen, size));
      start = from;
      end = -1;
      soft = false;
    };
    for (let i = 0; i < this.#length; i += 1) {
      const kind = kinds[i];
      const own = widths[i] ?? 0;
      if (kind === LINE_END) {
        finish(i, false, i + 1);
        wide = 0;
        begun = false;
        continue;
      }
      if (kind === SPACE) {
        wide += own;
        if (!begun) continue;
        if (end < 0 || next !== i || soft) end = i;
        soft = false;
        next = i + 1;
        wideAtNext = wide;
        continue;
      }
      begun = true;
      while (wide + own > width && i > start) {
        if (end > start) {
          wide -= wideAtNext;
          finish(end, soft, next);
        } else {
          finish(i, false, i);
          wide = 0;
        }
      }
      wide += own;
      if (kind === AFTER || kind === INVISIBLE || kind === SOFT_HYPHEN) {
        if (kind === SOFT_HYPHEN && wide + this.#hyphenWidth(i, size) > width) continue;
        end = i + 1;
        next = i + 1;
        wideAtNext = wide;
        soft = kind === SOFT_HYPHEN;
      }
    }
    lines.push(this.#line(start, this.#length, false, size));
    return lines;
  }

  #hyphenWidth(at: number, size: number): number {
    const face = this.#face(at);
    return face.advance(face.glyph(0x2d)) * size;
  }

  #face(at: number): Typeface {
    return this.#order[this.#faceOf[at] ?? 0] ?? this.faces.sans;
  }

  #line(from: number, to: number, hyphen: boolean, size: number): Line {
    const [glyphs, kinds, faceOf, langOf, widths, kerns] = [
      this.#glyphs,
      this.#kinds,
      this.#faceOf,
      this.#langOf,
      this.#widths,
      this.#kerns,
    ];
    let last = to;
    while (last > from && kinds[last - 1] === SPACE) last -= 1;
    const pieces: Piece[] = [];
    let x = 0;
    let i = from;
    while (i < last) {
      const [faceIndex, lang, startX] = [faceOf[i], langOf[i], x];
      const face = this.#face(i);
      let shown = '(';
      let kerned = false;
      for (; i < last && faceOf[i] === faceIndex && langOf[i] === lang; i += 1) {
        x += widths[i] ?? 0;
        if ((kinds[i] ?? 0) >= SOFT_HYPHEN) continue;
        shown += CODES[glyphs[i] ?? 0];
        const kern = kerns[i];
        if (kern && i + 1 < last) {
          shown += `) ${num(-1000 * kern)} (`;
          kerned = true;
        }
      }
      if (hyphen && i === last) {
        shown += CODES[face.glyph(0x2d)];
        x += face.advance(face.glyph(0x2d)) * size;
      }
      shown += ')';
      pieces.push({ face, x: startX, shown: kerned ? `[${shown}] TJ` : `${shown} Tj`, lang: this.#langs[lang ?? 0] });
    }
    return { pieces, width: x };
  }

  #grow(length: number): void {
    if (length <= this.#glyphs.length) return;
    const size = Math.max(length, 2 * this.#glyphs.length);
    this.#glyphs = grown(new Uint16Array(size), this.#glyphs);
    this.#kinds = grown(new Uint8Array(size), this.#kinds);
    this.#faceOf = grown(new Uint8Array(size), this.#faceOf);
    this.#langOf = grown(new Uint16Array(size), this.#langOf);
    this.#widths = grown(new Float64Array(size), this.#widths);
    this.#kerns = grown(new Float64Array(size), this.#kerns);
  }
}

function grown<T extends Uint8Array | Uint16Array | Float64Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}

function kindOf(code: number, text: string, at: number): number {
  if (code === 0x20) return SPACE;
  if (code === 0x0a) return LINE_END;
  // After a hyphen or slash only between letters: dates, ids and ratios stay whole.
  if (code === 0x2d || code === 0x2f)
    return at > 0 && at + 1 < text.length && LETTER.test(text.charAt(at + 1)) && text.charAt(at - 1) !== ' ' ? AFTER : INSIDE;
  if (code < 0xad) return INSIDE;
  if (code === 0xad) return SOFT_HYPHEN;
  if (code === 0x200b) return INVISIBLE;
  if (code === 0x2010 || code === 0x2013 || code === 0x2014) return AFTER;
  return code === 0x2003 || code === 0x2009 ? SPACE : INSIDE;
}
