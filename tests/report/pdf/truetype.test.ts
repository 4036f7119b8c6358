import { describe, expect, test } from 'vitest';
import { FACES, type FaceName } from '../../../src/report/fonts/faces.ts';
import { type GlyphUse, subsetFont } from '../../../src/report/fonts/subset.ts';
import { TrueType } from '../../../src/report/fonts/truetype.ts';
import { fonts } from './fonts.ts';

const names = Object.keys(FACES) as FaceName[];

function glyph(font: TrueType, character: string): number {
  return font.glyphOf(character.codePointAt(0) ?? 0);
}

const usedOf = (font: TrueType, ...glyphs: readonly number[]): Map<number, GlyphUse> =>
  new Map(glyphs.map((id) => [id, { glyph: id, advance: font.advanceOf(id) }]));

describe.each(names)('%s', (name) => {
  const font = new TrueType(fonts[name]);

  test('all figures are of one width, so columns of numbers align', () => {
    expect(new Set([...'0123456789'].map((figure) => font.advanceOf(glyph(font, figure)))).size).toBe(1);
  });

  test('says who it is and what it has', () => {
    expect(font.postScriptName).toMatch(/^Source(Serif4|Sans3)-(Regular|SemiBold)$/);
    expect(font.unitsPerEm).toBe(1000);
    expect([...'AzßčŁΩЖ€–“'].map((character) => glyph(font, character) > 0)).toEqual(Array(10).fill(true));
    expect(glyph(font, '中')).toBe(0);
    expect(font.outlineOf(glyph(font, ' ')).length).toBe(0);
  });

  test('a subset keeps ids, outlines and widths of what is used, parts of composite glyphs too, and is far smaller', () => {
    const used = usedOf(font, ...[...'Aé9'].map((character) => glyph(font, character)));
    const alias = font.glyphCount + 1;
    used.set(alias, { glyph: glyph(font, 'A'), advance: 77 });
    const nothing = alias + 1;
    used.set(nothing, { glyph: undefined, advance: 88 });
    const bytes = subsetFont(font, used);
    expect(bytes.length).toBeLessThan(fonts[name].length / 8);
    const tables = tablesOf(bytes);
    expect([...tables.keys()].filter((tag) => !['cvt ', 'fpgm', 'prep'].includes(tag))).toEqual([
      'glyf',
      'head',
      'hhea',
      'hmtx',
      'loca',
      'maxp',
    ]);
    const view = new DataView(bytes.buffer);
    const at = (tag: string): number => tables.get(tag) ?? 0;
    for (const [id, { glyph: source, advance }] of used) {
      const [from, to] = [view.getUint32(at('loca') + 4 * id), view.getUint32(at('loca') + 4 * id + 4)];
      const outline = source === undefined ? new Uint8Array() : font.outlineOf(source);
      expect(Buffer.compare(bytes.subarray(at('glyf') + from, at('glyf') + from + outline.length), outline)).toBe(0);
      expect(to - from).toBeGreaterThanOrEqual(outline.length);
      expect(view.getUint16(at('hmtx') + 4 * id)).toBe(advance);
    }
    expect(view.getUint16(at('maxp') + 4)).toBe(nothing + 1);
  });

  test('the parts of a composite glyph come with it', () => {
    const composite = 'éèüçčžŁ'
      .split('')
      .map((character) => glyph(font, character))
      .find((id) => numberAt(font.outlineOf(id), 0) >= 0x8000);
    if (composite === undefined) throw new Error('no composite glyph among the letters with accents');
    const part = numberAt(font.outlineOf(composite), 12);
    const bytes = subsetFont(font, usedOf(font, composite));
    const loca = tablesOf(bytes).get('loca') ?? 0;
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(loca + 4 * part + 4) - view.getUint32(loca + 4 * part)).toBeGreaterThanOrEqual(font.outlineOf(part).length);
    expect(font.outlineOf(part).length).toBeGreaterThan(0);
  });

  test('a subset sums up as TrueType demands', () => {
    const bytes = subsetFont(font, usedOf(font, glyph(font, 'x')));
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let i = 0; i < bytes.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

test('what is not a TrueType font is refused with a sentence', () => {
  expect(() => new TrueType(new Uint8Array(64))).toThrow('expected a TrueType file');
});

/** Two bytes of an outline as one number. */
function numberAt(outline: Uint8Array, at: number): number {
  return ((outline[at] ?? 0) << 8) | (outline[at + 1] ?? 0);
}

function tablesOf(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, i) => {
      const row = 12 + 16 * i;
      return [String.fromCharCode(...bytes.subarray(row, row + 4)), view.getUint32(row + 8)];
    }),
  );
}
