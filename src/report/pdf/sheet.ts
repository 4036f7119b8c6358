/**
 * One page's content stream as it grows. Nothing is painted outside `mark` (content that belongs to an element) or
 * `artifact` (what is there for the eye only), so a page can always be read aloud in order.
 */
import { Growing } from './growing.ts';
import { num, rule } from './operators.ts';
import { addElement, type Element } from './structure.ts';
import { INK, PAPER, type TextStyle } from './theme.ts';
import type { Typeface } from './typeface.ts';
import type { Line, Piece } from './typesetter.ts';

/** Where lines are set: `x` and `width` in points; `end` sets them against the right edge. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly end?: boolean;
}

/** Bytes of most pages. */
const ROOM = 10_000;

export class Sheet {
  /** From 0. */
  readonly index: number;
  /** The element of each marked stretch, by its id. */
  readonly marked: Element[] = [];
  readonly #stream = new Growing(ROOM);
  /** What is to stand at places that are reserved, in their order. */
  readonly #reserved: { readonly at: number; operators: string }[] = [];
  readonly #hairlines: (readonly [from: number, to: number, y: number])[] = [];
  #open = false;
  /** What text is set in since it was last told. */
  #ink = '';
  #face: Typeface | undefined;
  #size = 0;
  #leading = 0;
  /** Whether a text object is open, and where its last line begins, in hundredths of a point. */
  #text = false;
  #x = 0;
  #y = 0;

  constructor(index: number) {
    this.index = index;
  }

  /** Draws a stretch of content that belongs to `element`. */
  mark(element: Element, draw: () => void): void {
    this.#endText();
    this.#enclosed(this.#markOf(element), () => {
      draw();
      this.#endText();
    });
  }

  /** Draws what carries no content: rules, grounds, and with `pagination` what is there because pages end, running heads and feet apart. */
  artifact(draw: () => void, pagination?: 'repeated' | 'Header' | 'Footer'): void {
    this.#endText();
    const subtype = pagination === 'Header' || pagination === 'Footer' ? `/Subtype/${pagination}` : '';
    this.#enclosed(pagination ? `/Artifact<</Type/Pagination${subtype}>>BDC` : '/Artifact BMC', () => {
      draw();
      this.#endText();
    });
  }

  /** Operators that leave the graphics state as they found it. */
  paint(operators: string): void {
    this.#endText();
    this.#put(operators);
  }

  /** Lines of `element`, the first with its baseline at `y`; words of another language become a span of their own. */
  lines(element: Element, lines: readonly Line[], column: Column, y: number, style: TextStyle): void {
    if (lines.every((line) => line.pieces.every((piece) => piece.lang === undefined))) {
      if (lines.some((line) => line.pieces.length > 0)) this.#markText(element, () => this.text(lines, column, y, style));
      return;
    }
    lines.forEach((line, i) => {
      const x = startOf(line, column);
      for (const piece of line.pieces) {
        const owner = piece.lang === undefined ? element : addElement(element, 'Span', { lang: piece.lang });
        this.#markText(owner, () => this.#show(piece, x, y + i * style.leading, style));
      }
    });
  }

  /** Lines inside of a mark or an artifact that is open already. */
  text(lines: readonly Line[], column: Column, y: number, style: TextStyle): void {
    lines.forEach((line, i) => {
      const x = startOf(line, column);
      for (const piece of line.pieces) this.#show(piece, x, y + i * style.leading, style);
    });
  }

  /** The thin line between rows; all of a page's are drawn together at its end. */
  hairline(from: number, to: number, y: number): void {
    this.#hairlines.push([from, to, y]);
  }

  /** The line under the head of a table; it belongs to an artifact that is open, or is one. */
  strongLine(from: number, to: number, y: number): void {
    const enclosed = (draw: () => void): void => (this.#open ? draw() : this.artifact(draw));
    enclosed(() => this.paint(`q ${rule(from, y, to, y, 0.8, INK.muted)} Q`));
  }

  /** A place in the stream, to be filled when it is known how far something reaches: grounds lie under their text. */
  reserve(): (operators: string) => void {
    this.#endText();
    const place = { at: this.#stream.length, operators: '' };
    this.#reserved.push(place);
    return (operators) => {
      place.operators = `/Artifact BMC\nq ${operators} Q\nEMC\n`;
    };
  }

  /** The finished stream. */
  content(): Uint8Array {
    this.#endText();
    this.#drawHairlines();
    const whole = new Growing(this.#stream.length + ROOM);
    let from = 0;
    for (const { at, operators } of this.#reserved) {
      whole.bytes(this.#stream.part(from, at));
      whole.text(operators);
      from = at;
    }
    whole.bytes(this.#stream.part(from, this.#stream.length));
    return whole.copy();
  }

  /** In steps as well, by moving the origin; it is as it was where they end. */
  #drawHairlines(): void {
    if (this.#hairlines.length === 0) return;
    this.#line(`/Artifact BMC\nq ${INK.line} RG 0.6 w`);
    let x = 0;
    let y = 0;
    for (const [from, to, at] of this.#hairlines) {
      const right = Math.round(from * 100);
      const up = Math.round((PAPER.height - at) * 100);
      this.#line(`1 0 0 1 ${num((right - x) / 100)} ${num((up - y) / 100)} cm 0 0 m ${num(to - from)} 0 l S`);
      x = right;
      y = up;
    }
    this.#line('Q\nEMC');
    this.#hairlines.length = 0;
  }

  /** A line of the furniture of the page. */
  rule(x1: number, x2: number, y: number): void {
    this.paint(`q ${rule(x1, y, x2, y, 0.6, INK.line)} Q`);
  }

  #markOf(element: Element): string {
    const id = this.marked.push(element) - 1;
    element.kids.push({ page: this.index, id });
    return `/${element.role}<</MCID ${id}>>BDC`;
  }

  /** A mark of text alone: it stands inside of a text object that goes on from mark to mark, so that places are short steps. */
  #markText(element: Element, draw: () => void): void {
    this.#beginText();
    this.#enclosed(this.#markOf(element), draw);
  }

  #beginText(): void {
    if (this.#text) return;
    this.#text = true;
    this.#x = 0;
    this.#y = 0;
    this.#line('BT');
  }

  #endText(): void {
    if (this.#text) this.#line('ET');
    this.#text = false;
  }

  #put(operators: string): void {
    this.#ensureOpen();
    this.#line(operators);
  }

  #ensureOpen(): void {
    if (!this.#open) throw new Error('painted outside of a mark or an artifact');
  }

  #line(operators: string): void {
    this.#stream.text(operators);
    this.#stream.text('\n');
  }

  #enclosed(begin: string, draw: () => void): void {
    if (this.#open) throw new Error('a mark inside of another');
    this.#open = true;
    this.#line(begin);
    draw();
    this.#line('EMC');
    this.#open = false;
  }

  /** A piece of the line that begins at `x`, with its baseline at `y`. */
  #show(piece: Piece, x: number, y: number, style: TextStyle): void {
    this.#ensureOpen();
    this.#beginText();
    if (this.#ink !== style.ink) {
      this.#ink = style.ink;
      this.#stream.text(`${style.ink} rg `);
    }
    if (this.#face !== piece.face || this.#size !== style.size) {
      this.#face = piece.face;
      this.#size = style.size;
      this.#stream.text(`/${piece.face.id} ${num(style.size)} Tf `);
    }
    this.#stepTo(x + piece.x, y - piece.rise, style.leading);
    this.#line(piece.shown);
  }

  /** From where the last line began: steps repeat from row to row, where places never do. Whole hundredths, so nothing adds up. */
  #stepTo(x: number, y: number, leading: number): void {
    const right = Math.round(x * 100);
    const up = Math.round((PAPER.height - y) * 100);
    if (right === this.#x && this.#y - up === Math.round(leading * 100)) {
      if (this.#leading !== leading) this.#stream.text(`${num(leading)} TL `);
      this.#leading = leading;
      this.#stream.text('T*');
    } else this.#stream.text(`${num((right - this.#x) / 100)} ${num((up - this.#y) / 100)} Td `);
    this.#x = right;
    this.#y = up;
  }
}

function startOf(line: Line, column: Column): number {
  return column.end || line.fromRight ? column.x + column.width - line.width : column.x;
}
