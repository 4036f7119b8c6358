/**
 * The stream of blocks down the pages: where the next one goes, when a page is full, which element it belongs to. Blocks
 * ask it for room before they draw; it keeps the white space between them and the grounds of notes that run over pages.
 */
import type { Rich } from '../blocks.ts';
import { type Column, Sheet } from './sheet.ts';
import { addElement, type Element, type Properties, type Role } from './structure.ts';
import { type TextStyle, TYPE_AREA } from './theme.ts';
import type { Line, Typesetter } from './typesetter.ts';

/** An entry of the bookmarks: where its heading stands. `page` from 0, `y` from the top of the page. */
export interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly page: number;
  readonly y: number;
}

/** Paints a ground from `top` to `bottom`, as operators. */
export type Ground = (top: number, bottom: number) => string;

/** How far a ground reaches past the text where a page ends within it. */
const GROUND_OVERHANG = 6;

export class Flow {
  readonly setter: Typesetter;
  readonly sheets: Sheet[] = [];
  readonly bookmarks: Bookmark[] = [];
  /** What can only be drawn when it is known on which page everything stands. */
  readonly later: (() => void)[] = [];
  readonly root: Element = { role: 'Document', kids: [] };
  readonly top: number;
  readonly bottom: number;
  /** Edges of the column that is being set; notes draw them in. */
  left: number = TYPE_AREA.left;
  right: number = TYPE_AREA.right;
  /** Where the next thing goes, from the top of the page. */
  y = 0;
  #parent: Element = this.root;
  readonly #headings: number[] = [];
  #gap = 0;
  #ground: { readonly paint: Ground; readonly fill: (operators: string) => void; readonly from: number } | undefined;

  constructor(setter: Typesetter, top: number, bottom: number) {
    this.setter = setter;
    this.top = top;
    this.bottom = bottom;
    this.newPage();
  }

  get sheet(): Sheet {
    const sheet = this.sheets[this.sheets.length - 1];
    if (!sheet) throw new Error('no page yet');
    return sheet;
  }

  get width(): number {
    return this.right - this.left;
  }

  /** The whole width, as a column. */
  get column(): Column {
    return { x: this.left, width: this.width };
  }

  get remaining(): number {
    return this.bottom - this.y;
  }

  get atTop(): boolean {
    return this.y <= this.top;
  }

  newPage(): void {
    this.#closeGround(GROUND_OVERHANG);
    this.sheets.push(new Sheet(this.sheets.length));
    this.y = this.top;
    this.#gap = 0;
    if (this.#ground) this.#openGround(this.#ground.paint, GROUND_OVERHANG);
  }

  /** White space before what comes next; of two that meet the larger holds, and none is left at the top of a page. */
  gap(height: number): void {
    this.#gap = Math.max(this.#gap, height);
  }

  /** Room for `height`, on this page or the next. */
  room(height: number): void {
    if (!this.atTop && this.y + this.#gap + height > this.bottom + 0.01) this.newPage();
    if (!this.atTop) this.y += this.#gap;
    this.#gap = 0;
  }

  /** How deep the next heading stands, from 1: one below that which it belongs to, so that no level is left out whatever its size. */
  depthOf(level: number): number {
    while ((this.#headings.at(-1) ?? 0) >= level) this.#headings.pop();
    return this.#headings.push(level);
  }

  element(role: Role, more?: Properties): Element {
    return addElement(this.#parent, role, more);
  }

  /** What `draw` adds belongs to `element`. */
  within(element: Element, draw: () => void): void {
    const outer = this.#parent;
    this.#parent = element;
    draw();
    this.#parent = outer;
  }

  /** What `draw` sets stands on a ground; over a page break it ends and begins again. */
  onGround(paint: Ground, draw: () => void): void {
    this.#openGround(paint, 0);
    draw();
    this.#closeGround(0);
    this.#ground = undefined;
  }

  set(text: Rich, style: TextStyle, width = this.width): readonly Line[] {
    return this.setter.lines(text, style, width);
  }

  /**
   * Lines of running text, over as many pages as they need, with at least two of them on either side of a break.
   * `column` defaults to the whole width.
   */
  runningText(element: Element, lines: readonly Line[], style: TextStyle, column: Column = this.column): void {
    let done = 0;
    while (done < lines.length) {
      const left = lines.length - done;
      this.room(linesKept(left) * style.leading);
      const fit = Math.max(1, Math.floor((this.remaining + 0.01) / style.leading));
      const take = fit >= left ? left : Math.max(Math.min(fit, left - 2), Math.min(2, fit));
      this.sheet.lines(element, lines.slice(done, done + take), column, this.y + baseline(style), style);
      this.y += take * style.leading;
      done += take;
      if (done < lines.length) this.newPage();
    }
  }

  #openGround(paint: Ground, above: number): void {
    this.#ground = { paint, fill: this.sheet.reserve(), from: this.y - above };
  }

  #closeGround(below: number): void {
    if (this.#ground && this.y > this.#ground.from) this.#ground.fill(this.#ground.paint(this.#ground.from, this.y + below));
  }
}

/** How many of so many lines stay together at the start: two, and never one alone after them. */
export function linesKept(count: number): number {
  return count <= 3 ? count : 2;
}

/** From the top of a line to its baseline. */
export function baseline(style: TextStyle): number {
  return (style.leading - style.size) / 2 + 0.79 * style.size;
}
