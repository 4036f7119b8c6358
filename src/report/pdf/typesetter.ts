/**
 * Text into lines: what each line shows, and the operands that show it. `shaper.ts` finds the glyphs, `breaks.ts` where lines end; text that
 * runs to the left is put in its order line by line.
 */
import type { Rich } from '../blocks.ts';
import type { FaceName, FontSet } from '../fonts/faces.ts';
import { breakLines } from './breaks.ts';
import { SPACE } from './characters.ts';
import { num } from './operators.ts';
import { Shaper } from './shaper.ts';
import type { TextStyle } from './theme.ts';
import type { Typeface } from './typeface.ts';

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

const STRONG = {
  serif: 'serif-strong',
  'serif-strong': 'serif-strong',
  sans: 'sans-strong',
  'sans-strong': 'sans-strong',
} as const satisfies Record<FaceName, FaceName>;
export class Typesetter {
  readonly #shaper: Shaper;

  /** `missing` hears of every character that no face can show; glyph 0 stands in for it. */
  constructor(fonts: FontSet, missing: (codePoint: number) => void) {
    this.#shaper = new Shaper(fonts, missing);
  }

  /** The four faces. */
  get faces(): Readonly<Record<FaceName, Typeface>> {
    return this.#shaper.faces;
  }

  /** These, and then those of other scripts that the document needs. */
  get typefaces(): readonly Typeface[] {
    return this.#shaper.typefaces;
  }

  /** Lines no wider than `width`; without a width, one line for each line of the text. Never no line at all. */
  lines(text: Rich, { face, size }: TextStyle, width = Number.POSITIVE_INFINITY): readonly Line[] {
    const shaper = this.#shaper;
    shaper.clear();
    if (typeof text === 'string') shaper.take(text, face, size);
    else
      for (const run of text) {
        // Ids and hashes are set in sans also where the words around them are serif: its digits and letters are told apart best.
        const own = run.code ? 'sans' : face;
        shaper.take(run.text, run.strong ? STRONG[own] : own, size, run.lang);
      }
    if (shaper.turns) shaper.turned.turn(shaper.faceAt, size);
    const lines: Line[] = [];
    breakLines(shaper.characters, width, (from, to, next) => lines.push(this.#line(from, to, next, size)));
    return lines;
  }

  /** The line ends before `to`; what is between it and `next` ends it: spaces, which are in the file and take no room, or a line end, which is there as a space. */
  #line(from: number, to: number, next: number, size: number): Line {
    const { kinds, faceOf, langOf, widths } = this.#shaper.characters;
    let last = to;
    while (last > from && kinds[last - 1] === SPACE) last -= 1;
    if (this.#shaper.turns) {
      const { stretches, width } = this.#shaper.turned.line(from, last, next, size);
      const shown = stretches.map((one) => this.#piece(one.from, one.to, one.x, one.rise));
      return { pieces: shown, width, fromRight: this.#shaper.turned.fromRight(from, last) };
    }
    const pieces: Piece[] = [];
    let x = 0;
    let width = 0;
    for (let i = from; i < next; ) {
      const faceIndex = faceOf[i];
      const lang = langOf[i];
      const start = i;
      const startX = x;
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
    const { glyphs, kerns } = this.#shaper.characters;
    const face = this.#shaper.faceAt(from);
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
    return { face, x, rise, shown: shownBy, lang: this.#shaper.langAt(from) };
  }
}
