import { describe, expect, test } from 'vitest';
import type { Rich } from '../../../src/report/blocks.ts';
import { easternFamilies, type FamilyName, familiesFor } from '../../../src/report/fonts/families.ts';
import { familyFont, fontsFor } from '../../../src/report/fonts/needed.ts';
import { unpackWoff } from '../../../src/report/fonts/woff.ts';
import { packageSource } from './fonts.ts';

const code = (sign: string): number => sign.codePointAt(0) ?? 0;

describe('where a character is looked for first', () => {
  const cases: readonly (readonly [name: string, sign: string, line: string, language: string | undefined, family: FamilyName])[] = [
    ['ideographs alone are Chinese', '直', '直', undefined, 'chinese'],
    ['beside kana they are Japanese', '直', '直の', undefined, 'japanese'],
    ['beside half-width kana too', '直', '直 ｱ', undefined, 'japanese'],
    ['beside hangul they are Korean', '直', '直 한', undefined, 'korean'],
    ['the language of the run goes before the line', '直', '直の', 'zh-Hans', 'chinese'],
    ['also for Japanese', '直', '直', 'ja', 'japanese'],
    ['also for Korean', '直', '直の', 'ko-KR', 'korean'],
    ['another language says nothing of it', '直', '直の', 'de', 'japanese'],
    ['Arabic', 'ب', '直ب', undefined, 'arabic'],
    ['Hebrew', 'ש', '直ש', 'ja', 'hebrew'],
    ['a Hebrew letter of the compatibility block', 'שׁ', '', undefined, 'hebrew'],
    ['an Arabic sign of the compatibility block', '﷼', '', undefined, 'arabic'],
  ];
  test.each(cases)('%s', (_, sign, line, language, family) => {
    expect(familiesFor(code(sign), easternFamilies(line, language))[0]).toBe(family);
  });
});

describe('the fonts of a document', () => {
  async function asked(...texts: readonly Rich[]): Promise<readonly string[]> {
    const files: string[] = [];
    await fontsFor(
      texts.map((text) => ({ text })),
      packageSource((file) => files.push(file)),
    );
    return files.sort();
  }
  const of = (name: string): string => `${name}-400-normal.woff`;

  test('no slice is asked for where the four faces have it all', async () => {
    expect(await asked('Žluťoučký', 'Ελλάδα Київ', '→ ≥ ● 50 %', [{ text: 'a\u202eb\tc' }])).toEqual([]);
  });

  test('only slices that have a character of it are', async () => {
    expect(await asked('菜鸟')).toEqual([of('noto-sans-sc-111'), of('noto-sans-sc-113')]);
    expect(await asked('菜', [{ text: '菜', lang: 'ja' }])).toEqual([of('noto-sans-jp-103'), of('noto-sans-sc-113')]);
    expect(await asked('שלום', 'سلام')).toEqual([of('noto-sans-hebrew-hebrew'), of('vazirmatn-arabic')]);
  });

  test('what the first family lacks is looked for in the next', async () => {
    expect(await asked('𠮷')).toEqual([of('noto-sans-jp-1')]);
  });

  test('what none has is asked of none', async () => {
    expect(await asked('😀 ก')).toEqual([of('vazirmatn-arabic')]);
  });

  test('a slice is fetched once, and again after it could not be had', async () => {
    let tries = 0;
    const files = packageSource((file) => {
      tries += 1;
      if (tries === 1) throw new Error(`no network for ${file}`);
    });
    await expect(fontsFor([{ text: 'שלום' }], files)).rejects.toThrow('no network');
    await fontsFor([{ text: 'שלום' }], files);
    await fontsFor([{ text: 'שלום' }], files);
    expect(tries).toBe(2);
  });

  test('several slices are one font: every character has its own outline and width', async () => {
    const text = '菜鸟网络日本通運有限公司';
    const source = packageSource();
    const fonts = await fontsFor([{ text }], source);
    if (!fonts.families?.chinese) throw new Error('no slices');
    const font = familyFont(fonts.families.chinese);
    expect(fonts.families.chinese.length).toBeGreaterThan(4);
    const glyphs = [...text].map((sign) => font.glyphOf(code(sign)));
    expect(new Set(glyphs).size).toBe(text.length);
    const outlines = glyphs.map((glyph) => Buffer.from(font.outlineOf(glyph)).toString('hex'));
    expect(new Set(outlines).size).toBe(text.length);
    expect(new Set(glyphs.map((glyph) => font.advanceOf(glyph)))).toEqual(new Set([1000]));
  });
});

test('what is not a WOFF file is refused with a sentence', () => {
  expect(() => unpackWoff(new Uint8Array(100))).toThrow('expected a WOFF file');
});
