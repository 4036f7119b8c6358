/** The objects of an embedded face: its subset as FontFile2, exact widths, and the way back from each glyph to its character. */
import { subsetFont } from '../fonts/subset.ts';
import { binaryString, type ObjectSink, reference, utf16 } from './objects.ts';
import { num } from './operators.ts';
import type { Typeface } from './typeface.ts';

/** Bit 3, symbolic: glyphs are reached by their ids, not by a standard encoding. */
const SYMBOLIC = 4;

/** Writes them and returns the number of the font itself. */
export function putFont(sink: ObjectSink, face: Typeface): number {
  const { font } = face;
  const name = `${subsetTag(face)}+${font.postScriptName}`;
  const glyphs = [...face.characters.keys()].sort((a, b) => a - b);
  const perMille = (units: number): string => num((units * 1000) / font.unitsPerEm);
  const [file, unicode, descriptor, descendant, id] = [sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve()];
  const bytes = subsetFont(font, face.outlines);
  sink.stream(file, binaryString(bytes), { Length1: String(bytes.length) });
  sink.stream(unicode, characterMap(face, glyphs));
  sink.put(
    descriptor,
    `<</Type /FontDescriptor /FontName /${name} /FontFile2 ${reference(file)} /Flags ${SYMBOLIC} /FontBBox [${font.box.map(perMille).join(' ')}] /ItalicAngle ${num(font.italicAngle)} /Ascent ${perMille(font.ascent)} /Descent ${perMille(font.descent)} /CapHeight ${perMille(font.capHeight)} /StemV ${Math.round(font.weight / 5)}>>`,
  );
  const widths = glyphs.map((glyph) => `${glyph} [${num(1000 * face.advance(glyph))}]`).join(' ');
  sink.put(
    descendant,
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${reference(descriptor)} /DW ${perMille(font.advanceOf(0))} /W [${widths}] /CIDToGIDMap /Identity>>`,
  );
  sink.put(
    id,
    `<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(unicode)}>>`,
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

function characterMap(face: Typeface, glyphs: readonly number[]): string {
  const rows = glyphs.map((glyph) => `<${glyph.toString(16).padStart(4, '0')}> <${utf16(face.characters.get(glyph) ?? 0)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
