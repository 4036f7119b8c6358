import { describe, expect, test } from 'vitest';
import { STYLE } from '../../../src/report/pdf/theme.ts';
import { type Line, Typesetter } from '../../../src/report/pdf/typesetter.ts';
import { fonts } from './fonts.ts';
import { glyphsIn } from './strings.ts';

function setter(): Typesetter {
  return new Typesetter(fonts, (codePoint) => {
    throw new Error(`no glyph for ${codePoint}`);
  });
}

/** What the lines show, read back through the faces' own maps. */
function read(lines: readonly Line[]): string[] {
  return lines.map((line) =>
    line.pieces
      .map(({ face, shown }) =>
        glyphsIn(shown)
          .map((glyph) => String.fromCodePoint(face.characters.get(glyph) ?? 0))
          .join(''),
      )
      .join(''),
  );
}

const style = STYLE.body;
const widthOf = (text: string): number => setter().lines(text, style)[0]?.width ?? 0;

describe('line breaking', () => {
  const cases: readonly (readonly [name: string, text: string, width: number, lines: readonly string[]])[] = [
    ['at spaces, which take no room at the break', 'aaa bbb ccc', widthOf('aaa bbb'), ['aaa bbb ', 'ccc']],
    ['several spaces as one place', 'aaa    bbb', widthOf('aaa b'), ['aaa    ', 'bbb']],
    ['a line that fits exactly is not broken', 'aaa bbb', widthOf('aaa bbb'), ['aaa bbb']],
    ['after a hyphen between letters', 'well-known', widthOf('well-kn'), ['well-', 'known']],
    ['not within dates and ids', 'on 2026-10-02', widthOf('2026-10-02x'), ['on ', '2026-10-02']],
    ['after a slash between letters', 'and/or', widthOf('and/o'), ['and/', 'or']],
    ['not at a no-break space', 'a 1\u00a0000', widthOf('1\u00a0000'), ['a ', '1\u00a0000']],
    ['not before a dot between two parts', 'aaa bbb · ccc', widthOf('aaa bbb'), ['aaa ', 'bbb · ', 'ccc']],
    ['within a word that is longer than a line', 'x aaaaaaaa', widthOf('aaaa'), ['x ', 'aaaa', 'aaaa']],
    ['at line ends, which are read as spaces, also empty lines', 'a\n\nb\n', 200, ['a ', ' ', 'b ', '']],
    ['a column narrower than a letter takes one letter a line', 'ab', 0.1, ['a', 'b']],
    ['no text is one empty line', '', 100, ['']],
    ['an indent stays with its line', '  ab', 200, ['  ab']],
  ];
  test.each(cases)('%s', (_, text, width, lines) => {
    expect(read(setter().lines(text, style, width))).toEqual(lines);
  });

  test('no line is wider than its column', () => {
    const text = Array.from({ length: 400 }, (_, i) => 'abcdefghijklmnop'.slice(0, 1 + ((i * 7) % 16))).join(' ');
    for (const width of [30, 77, 200])
      for (const line of setter().lines(text, style, width)) expect(line.width).toBeLessThanOrEqual(width + 0.01);
  });

  test('an unbroken string of 1 MB is measured once a character, and all of it is shown', () => {
    const asked = (length: number): number => {
      const own = setter();
      const face = own.faces.sans;
      const advance = face.advance.bind(face);
      let count = 0;
      face.advance = (glyph) => {
        count += 1;
        return advance(glyph);
      };
      const lines = own.lines('0123456789abcdef'.repeat(length / 16), style, 400);
      const shown = lines.reduce((sum, line) => sum + line.pieces.reduce((all, piece) => all + glyphsIn(piece.shown).length, 0), 0);
      expect(shown).toBe(length);
      return count;
    };
    expect(asked(1 << 20)).toBe(1 << 20);
    expect(asked(1 << 10)).toBe(1 << 10);
  });
});

describe('runs', () => {
  test('strong and code change the face, another language makes a piece of its own', () => {
    const [line] = setter().lines(
      [{ text: 'a ' }, { text: 'b ', strong: true }, { text: 'c ', lang: 'de' }, { text: 'd', code: true }],
      STYLE.lead,
    );
    expect(line?.pieces.map(({ face, lang }) => [face.id, lang])).toEqual([
      ['F1', undefined],
      ['F2', undefined],
      ['F1', 'de'],
      ['F3', undefined],
    ]);
  });

  test('letters with separate accents are composed', () => {
    expect(read(setter().lines('Cze\u0301ch', style))).toEqual(['Czéch']);
  });

  test('pairs are kerned in the serif faces', () => {
    const own = setter();
    const [pair] = own.lines('To', STYLE.title);
    const apart = (own.lines('T', STYLE.title)[0]?.width ?? 0) + (own.lines('o', STYLE.title)[0]?.width ?? 0);
    expect(pair?.width).toBeLessThan(apart - 0.5);
    expect(pair?.pieces[0]?.shown).toMatch(/^\[\(T\)\d+\(o\)\]TJ$/);
  });
});
