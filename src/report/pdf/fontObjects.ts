/** The objects of an embedded face: its subset as FontFile2, exact widths, and the way back from each glyph to its character. */
import { subsetFont } from '../fonts/subset.ts';
import { ASCII_ITSELF, CODE_SPACE, codeOf, ENCODING_ENTRIES, encodingMap, isAscii } from './encoding.ts';
import { bytesOf, inHundreds, type ObjectSink, reference, utf16 } from './objects.ts';
import { num } from './operators.ts';
import type { Typeface } from './typeface.ts';

/** Bit 3, symbolic: glyphs are reached by their ids, not by a standard encoding. */
const SYMBOLIC = 4;

/** Writes the map from codes to glyphs that all `faces` share, and returns its number. */
export function putEncoding(sink: ObjectSink, faces: readonly Typeface[]): number {
  const id = sink.reserve();
  sink.stream(id, bytesOf(encodingMap(Math.max(...faces.map((face) => face.last)))), ENCODING_ENTRIES);
  return id;
}

/** Writes them and returns the number of the font itself. `encoding`: the number of the map from codes to glyphs. */
export function putFont(sink: ObjectSink, face: Typeface, encoding: number): number {
  const { font } = face;
  const name = `${subsetTag(face)}+${font.postScriptName}`;
  const glyphs = [...face.characters.keys()].sort((a, b) => a - b);
  const perMille = (units: number): string => num((units * 1000) / font.unitsPerEm);
  const [file, unicode, descriptor, descendant, id] = [sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve()];
  const bytes = subsetFont(font, face.outlines);
  sink.stream(file, bytes, { Length1: String(bytes.length) });
  sink.stream(unicode, bytesOf(characterMap(face, glyphs)));
  sink.put(
    descriptor,
    `<</Type /FontDescriptor /FontName /${name} /FontFile2 ${reference(file)} /Flags ${SYMBOLIC} /FontBBox [${font.box.map(perMille).join(' ')}] /ItalicAngle ${num(font.italicAngle)} /Ascent ${perMille(font.ascent)} /Descent ${perMille(font.descent)} /CapHeight ${perMille(font.capHeight)} /StemV ${Math.round(font.weight / 5)}>>`,
  );
  sink.put(
    descendant,
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${reference(descriptor)} /DW ${perMille(font.advanceOf(0))} /W [${widthsOf(face, glyphs)}] /CIDToGIDMap /Identity>>`,
  );
  sink.put(
    id,
    `<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding ${reference(encoding)} /DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(unicode)}>>`,
  );
  return id;
}

/** Six capitals, the same for the same glyphs (FNV-1a over their ids and characters). */
function subsetTag(face: Typeface): string {
  let hash = 0x811c9dc5;
  for (const pair of face.characters) {
    for (const value of pair) hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  }
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** Of glyphs that follow one another, the first's number and the widths of all. */
function widthsOf(face: Typeface, glyphs: readonly number[]): string {
  let widths = '';
  glyphs.forEach((glyph, i) => {
    widths += i > 0 && glyphs[i - 1] === glyph - 1 ? ' ' : `${i > 0 ? ']' : ''}${glyph}[`;
    widths += num(1000 * face.advance(glyph));
  });
  return `${widths}]`;
}

function characterMap(face: Typeface, glyphs: readonly number[]): string {
  const rows = glyphs.flatMap((glyph) => (isAscii(glyph) ? [] : `<${codeOf(glyph)}> <${utf16(face.characters.get(glyph) ?? 0)}>`));
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    ...CODE_SPACE,
    ...ASCII_ITSELF,
    ...inHundreds(rows, 'bfchar'),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
