/**
 * A reader of TrueType fonts, exactly as much of one as a PDF needs: which glyph shows a character, how wide it is, and
 * the outlines themselves. Tables: cmap (formats 4 and 12), head, hhea, hmtx, maxp, OS/2, post, name, loca, glyf.
 * Lengths are in font units, `unitsPerEm` of them to the em.
 */
export interface FontFile {
  readonly unitsPerEm: number;
  /** Left, lower, right and upper edge of all outlines together. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly weight: number;
  readonly italicAngle: number;
  readonly postScriptName: string;
  /** The glyph that shows a code point; 0 when there is none. */
  readonly glyphOf: (codePoint: number) => number;
  readonly advanceOf: (glyph: number) => number;
  readonly leftBearingOf: (glyph: number) => number;
  /** The outline of a glyph as it stands in `glyf`; empty for a space. */
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** The bytes of a table, or undefined where the font has none of that name. */
  readonly table: (tag: string) => Uint8Array | undefined;
}

export class TrueType implements FontFile {
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly weight: number;
  readonly italicAngle: number;
  readonly glyphCount: number;
  readonly postScriptName: string;
  readonly #view: DataView;
  readonly #tables = new Map<string, { readonly at: number; readonly length: number }>();
  readonly #plane0 = new Uint16Array(0x10000);
  readonly #astral = new Map<number, number>();
  readonly #longOffsets: boolean;
  readonly #fullMetrics: number;

  /** Throws when the bytes are not a TrueType font with outlines: the faces are the product's own, so that is a fault of the build. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = view;
    if (bytes.length < 12 || view.getUint32(0) !== 0x00010000)
      throw new Error('font: expected a TrueType file (00010000), found something else');
    for (let i = 0; i < view.getUint16(4); i += 1) {
      const row = 12 + 16 * i;
      this.#tables.set(ascii(bytes, row, 4), { at: view.getUint32(row + 8), length: view.getUint32(row + 12) });
    }
    const [head, hhea, os2] = [this.#at('head'), this.#at('hhea'), this.#at('OS/2')];
    this.unitsPerEm = view.getUint16(head + 18);
    this.box = [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)];
    this.#longOffsets = view.getInt16(head + 50) === 1;
    this.ascent = view.getInt16(hhea + 4);
    this.descent = view.getInt16(hhea + 6);
    this.#fullMetrics = view.getUint16(hhea + 34);
    this.weight = view.getUint16(os2 + 4);
    this.capHeight = view.getUint16(os2) >= 2 ? view.getInt16(os2 + 88) : this.ascent;
    this.italicAngle = view.getInt32(this.#at('post') + 4) / 65536;
    this.glyphCount = view.getUint16(this.#at('maxp') + 4);
    this.postScriptName = this.#readName(6);
    this.#readCharacterMap();
  }

  glyphOf(codePoint: number): number {
    return codePoint < 0x10000 ? (this.#plane0[codePoint] ?? 0) : (this.#astral.get(codePoint) ?? 0);
  }

  advanceOf(glyph: number): number {
    return this.#view.getUint16(this.#at('hmtx') + 4 * Math.min(glyph, this.#fullMetrics - 1));
  }

  leftBearingOf(glyph: number): number {
    const hmtx = this.#at('hmtx');
    const full = this.#fullMetrics;
    return this.#view.getInt16(glyph < full ? hmtx + 4 * glyph + 2 : hmtx + 4 * full + 2 * (glyph - full));
  }

  outlineOf(glyph: number): Uint8Array {
    const [loca, glyf] = [this.#at('loca'), this.#at('glyf')];
    const offset = (index: number): number =>
      this.#longOffsets ? this.#view.getUint32(loca + 4 * index) : 2 * this.#view.getUint16(loca + 2 * index);
    return this.bytes.subarray(glyf + offset(glyph), glyf + offset(glyph + 1));
  }

  table(tag: string): Uint8Array | undefined {
    const found = this.#tables.get(tag);
    return found && this.bytes.subarray(found.at, found.at + found.length);
  }

  #at(tag: string): number {
    const found = this.#tables.get(tag);
    if (!found) throw new Error(`font: expected a table ${tag}, found none`);
    return found.at;
  }

  #readName(id: number): string {
    const view = this.#view;
    const name = this.#at('name');
    for (let i = 0; i < view.getUint16(name + 2); i += 1) {
      const row = name + 6 + 12 * i;
      if (view.getUint16(row) !== 3 || view.getUint16(row + 6) !== id) continue;
      const from = name + view.getUint16(name + 4) + view.getUint16(row + 10);
      let text = '';
      for (let at = from; at < from + view.getUint16(row + 8); at += 2) text += String.fromCharCode(view.getUint16(at));
      return text;
    }
    throw new Error(`font: expected name ${id}, found none`);
  }

  #readCharacterMap(): void {
    const view = this.#view;
    const cmap = this.#at('cmap');
    const subtables: number[] = [];
    for (let i = 0; i < view.getUint16(cmap + 2); i += 1) subtables.push(cmap + view.getUint32(cmap + 4 + 8 * i + 4));
    const best = subtables.find((at) => view.getUint16(at) === 12) ?? subtables.find((at) => view.getUint16(at) === 4);
    if (best === undefined) throw new Error('font: expected a cmap of format 4 or 12, found neither');
    if (view.getUint16(best) === 12) this.#readGroups(best);
    else this.#readSegments(best);
  }

  #readGroups(at: number): void {
    const view = this.#view;
    for (let i = 0; i < view.getUint32(at + 12); i += 1) {
      const group = at + 16 + 12 * i;
      const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
      for (let code = first; code <= last; code += 1) this.#map(code, glyph + code - first);
    }
  }

  #readSegments(at: number): void {
    const view = this.#view;
    const twice = view.getUint16(at + 6);
    for (let i = 0; i < twice; i += 2) {
      const end = at + 14 + i;
      const start = end + twice + 2;
      const [delta, range] = [start + twice, start + 2 * twice];
      const [first, last, shift, offset] = [view.getUint16(start), view.getUint16(end), view.getUint16(delta), view.getUint16(range)];
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const glyph = offset === 0 ? code : view.getUint16(range + offset + 2 * (code - first));
        if (glyph !== 0) this.#map(code, (glyph + shift) & 0xffff);
      }
    }
  }

  #map(code: number, glyph: number): void {
    if (code < 0x10000) this.#plane0[code] = glyph;
    else this.#astral.set(code, glyph);
  }
}

const parsed = new WeakMap<Uint8Array, TrueType>();

/** The font in these bytes; read once, however many reports are set in it. */
export function trueType(bytes: Uint8Array): TrueType {
  const known = parsed.get(bytes);
  if (known) return known;
  const font = new TrueType(bytes);
  parsed.set(bytes, font);
  return font;
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
