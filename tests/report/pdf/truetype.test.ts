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

  test('a subset has outlines and widths of what is used in the numbers that were given, and is far smaller', () => {
    const used = new Map<number, GlyphUse>(
      [...'lx'].map((character) => [
        character.charCodeAt(0),
        { glyph: glyph(font, character), advance: font.advanceOf(glyph(font, character)) },
      ]),
    );
    // The same outline under a second number, and a number without one.
    used.set(200, { glyph: glyph(font, 'x'), advance: 77 });
    used.set(201, { glyph: undefined, advance: 88 });
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
    expect(view.getUint16(at('maxp') + 4)).toBe(202);
  });

  test('the parts of a composite glyph come with it, each once, and it names them by their new numbers', () => {
    const isComposite = (id: number): boolean => numberAt(font.outlineOf(id), 0) >= 0x8000;
    const composites = [...'éèüçčžŁ'].map((character) => glyph(font, character)).filter(isComposite);
    expect(composites.length).toBeGreaterThan(1);
    const used = usedOf(font, ...composites);
    const bytes = subsetFont(font, used);
    const tables = tablesOf(bytes);
    const view = new DataView(bytes.buffer);
    const outlineOf = (id: number): Uint8Array => {
      const [from, to] = [0, 1].map((next) => view.getUint32((tables.get('loca') ?? 0) + 4 * (id + next)));
      return bytes.subarray((tables.get('glyf') ?? 0) + (from ?? 0), (tables.get('glyf') ?? 0) + (to ?? 0));
    };
    const parts = new Map<number, number>();
    for (const [id, { glyph: source = 0 }] of used) {
      const [before, after] = [font.outlineOf(source), outlineOf(id)];
      // The first part of each; the rest of the outline is as it was.
      parts.set(numberAt(before, 12), numberAt(after, 12));
      expect(after.subarray(14, before.length).length).toBe(before.length - 14);
      expect([...after.subarray(0, 12)]).toEqual([...before.subarray(0, 12)]);
    }
    for (const [source, id] of parts) {
      const outline = font.outlineOf(source);
      expect(outline.length).toBeGreaterThan(0);
      expect(id).toBeGreaterThan(0);
      if (!isComposite(source)) expect([...outlineOf(id).subarray(0, outline.length)]).toEqual([...outline]);
    }
    expect(new Set(parts.values()).size).toBe(parts.size);
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
