/**
 * How the glyphs of a face are numbered, and how their numbers stand in the strings of a page. A printable character of ASCII is the
 * glyph of its own code, in one byte; all others are numbered from 128 on and stand in two bytes, of which the first is none that
 * stands alone. So most of a text takes half of what two bytes for each glyph take, and so does packing and reading it.
 */
import { hex, inHundreds } from './objects.ts';

/** The first number of a glyph that is no printable character of ASCII. */
export const OTHERS = 0x80;
/** Numbers whose first byte could stand alone are left out. */
const [GAP, AFTER_GAP] = [0x2000, 0x8000];

export function isAscii(codePoint: number): boolean {
  return codePoint >= 0x20 && codePoint < 0x7f;
}

/** The number that is given after `glyph`. */
export function following(glyph: number): number {
  return glyph + 1 === GAP ? AFTER_GAP : glyph + 1;
}

/** The byte as it stands in a string of a content stream; a carriage return would be read as a line feed (ISO 32000-1, 7.3.4.2). */
const byte = (code: number): string => ({ 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' })[code] ?? String.fromCharCode(code);

/** What stands in a string for a glyph. */
export function shownAs(glyph: number): string {
  return glyph < OTHERS ? byte(glyph) : `${byte(glyph >> 8)}${byte(glyph & 0xff)}`;
}

/** The same bytes in hex. */
export function codeOf(glyph: number): string {
  return hex(glyph, glyph < OTHERS ? 2 : 4);
}

export const CODE_SPACE = ['3 begincodespacerange', '<20> <7F>', '<0000> <1FFF>', '<8000> <FFFF>', 'endcodespacerange'];
/** What reads each code of one byte back as what it is. */
export const ASCII_ITSELF = ['1 beginbfrange', '<20> <7E> <0020>', 'endbfrange'];
/** Name of the map, and what its stream is said to be. */
const NAME = 'Soundings-H';
export const ENCODING_ENTRIES = {
  Type: '/CMap',
  CMapName: `/${NAME}`,
  CIDSystemInfo: '<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>',
  WMode: '0',
};

/** The map from codes to glyphs (Adobe Technical Note 5014), for glyphs up to `last`. A range may differ in its last byte only. */
export function encodingMap(last: number): string {
  const rows = ['<20> <7F> 32'];
  for (let from = OTHERS; from <= last; from = following(from | 0xff)) rows.push(`<${hex(from, 4)}> <${hex(from | 0xff, 4)}> ${from}`);
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def',
    `/CMapName /${NAME} def`,
    '/CMapType 1 def',
    '/WMode 0 def',
    ...CODE_SPACE,
    ...inHundreds(rows, 'cidrange'),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
