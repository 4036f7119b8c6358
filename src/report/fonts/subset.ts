/** A font with only the glyphs that are used, in numbers of their own; tables that a PDF does not read are dropped. */
import type { FontFile } from './truetype.ts';

/** Tables taken over whole where present: they belong to the outlines' hinting. */
const KEPT = ['cvt ', 'fpgm', 'prep'];

/** What an id of the new font draws: the outline of a glyph, or nothing, and how far it moves on. */
export interface GlyphUse {
  readonly glyph: number | undefined;
  readonly advance: number;
}

/** `used`: ids in the new font, each with what it draws. Parts of composite glyphs come after them, where they are not among them. */
export function subsetFont(font: FontFile, used: ReadonlyMap<number, GlyphUse>): Uint8Array {
  const { uses, idOf } = withParts(font, used);
  const count = Math.max(...uses.keys()) + 1;
  const loca = new DataView(new ArrayBuffer(4 * (count + 1)));
  const hmtx = new DataView(new ArrayBuffer(4 * count));
  const outlines: Uint8Array[] = [];
  let length = 0;
  for (let id = 0; id < count; id += 1) {
    loca.setUint32(4 * id, length);
    const use = uses.get(id);
    if (use === undefined) continue;
    hmtx.setUint16(4 * id, use.advance);
    if (use.glyph === undefined) continue;
    const outline = renumbered(font.outlineOf(use.glyph), idOf);
    outlines.push(outline);
    length += outline.length + padding(outline.length);
    hmtx.setInt16(4 * id + 2, font.leftBearingOf(use.glyph));
  }
  loca.setUint32(4 * count, length);
  const tables = new Map<string, Uint8Array>([
    ['glyf', joined(outlines, length)],
    ['loca', new Uint8Array(loca.buffer)],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    [
      'head',
      changed(font, 'head', (view) => {
        view.setUint32(8, 0);
        view.setInt16(50, 1);
      }),
    ],
    ['hhea', changed(font, 'hhea', (view) => view.setUint16(34, count))],
    ['maxp', changed(font, 'maxp', (view) => view.setUint16(4, count))],
  ]);
  for (const tag of KEPT) {
    const table = font.table(tag);
    if (table) tables.set(tag, table);
  }
  return assembled(tables);
}

/** Glyph 0 and the parts of composite glyphs come along. `idOf`: the new id of each outline. */
function withParts(
  font: FontFile,
  used: ReadonlyMap<number, GlyphUse>,
): { readonly uses: ReadonlyMap<number, GlyphUse>; readonly idOf: ReadonlyMap<number, number> } {
  const whole = (glyph: number): GlyphUse => ({ glyph, advance: font.advanceOf(glyph) });
  const uses = new Map<number, GlyphUse>([[0, whole(0)], ...used]);
  const idOf = new Map<number, number>();
  for (const [id, { glyph }] of uses) if (glyph !== undefined && !idOf.has(glyph)) idOf.set(glyph, id);
  let next = Math.max(...uses.keys()) + 1;
  const waiting = [...idOf.keys()];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    const view = viewOf(font.outlineOf(glyph));
    for (const at of partsAt(view)) {
      const part = view.getUint16(at);
      if (idOf.has(part)) continue;
      idOf.set(part, next);
      uses.set(next, whole(part));
      waiting.push(part);
      next += 1;
    }
  }
  return { uses, idOf };
}

/** The outline with the new numbers of its parts, if it has any. */
function renumbered(outline: Uint8Array, idOf: ReadonlyMap<number, number>): Uint8Array {
  const places = partsAt(viewOf(outline));
  if (places.length === 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  for (const at of places) view.setUint16(at, idOf.get(view.getUint16(at)) ?? 0);
  return copy;
}

/** Where a composite outline names its parts. */
function partsAt(view: DataView): readonly number[] {
  const places: number[] = [];
  if (view.byteLength === 0 || view.getInt16(0) >= 0) return places;
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at);
    places.push(at + 2);
    at += flags & 0x01 ? 8 : 6;
    if (flags & 0x08) at += 2;
    else if (flags & 0x40) at += 4;
    else if (flags & 0x80) at += 8;
    more = (flags & 0x20) !== 0;
  }
  return places;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function changed(font: FontFile, tag: string, change: (view: DataView) => void): Uint8Array {
  const table = font.table(tag)?.slice();
  if (!table) throw new Error(`font: expected a table ${tag}, found none`);
  change(new DataView(table.buffer));
  return table;
}

function assembled(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  let end = 12 + 16 * tags.length;
  const placed = tags.map((tag) => {
    const table = tables.get(tag) ?? new Uint8Array();
    const at = end;
    end += table.length + padding(table.length);
    return { tag, table, at };
  });
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  [tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power)].forEach((value, i) => {
    view.setUint16(4 + 2 * i, value);
  });
  placed.forEach(({ tag, table, at }, i) => {
    bytes.set(table, at);
    const row = 12 + 16 * i;
    for (let c = 0; c < 4; c += 1) bytes[row + c] = tag.charCodeAt(c);
    view.setUint32(row + 4, checksum(view, at, table.length));
    view.setUint32(row + 8, at);
    view.setUint32(row + 12, table.length);
  });
  const head = placed.find(({ tag }) => tag === 'head');
  if (head) view.setUint32(head.at + 8, (0xb1b0afba - checksum(view, 0, end)) >>> 0);
  return bytes;
}

function checksum(view: DataView, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length + padding(part.length);
  }
  return bytes;
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
