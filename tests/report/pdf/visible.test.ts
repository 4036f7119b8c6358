import { describe, expect, test } from 'vitest';
import { codePointName, visible } from '../../../src/report/pdf/visible.ts';

const all = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint);
/** What Unicode calls control, ignorable, turning, noncharacter or half of a pair. */
const UNSEEN = /^(?:\p{Cc}|\p{Cs}|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|[\u2800\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff])$/u;
/** They break lines or are spaces. */
const LAYOUT = /^[\t\n\r\u0085\u2028\u2029]$/u;
const SEEN = /^(?:\p{L}|\p{N}|\p{P}|\p{S}|\p{Zs})$/u;

describe('what is shown', { timeout: 60_000 }, () => {
  test('every character that is not seen or turns the direction is named by its number', () => {
    const hidden = all.filter((codePoint) => {
      const sign = String.fromCodePoint(codePoint);
      return UNSEEN.test(sign) && !LAYOUT.test(sign);
    });
    expect(hidden.length).toBeGreaterThan(6000);
    for (const codePoint of hidden)
      expect(visible(`a${String.fromCodePoint(codePoint)}b`), codePointName(codePoint)).toBe(`a[${codePointName(codePoint)}]b`);
  });

  test('and no letter, figure, mark of punctuation, symbol or space is', () => {
    const seen = all.map((codePoint) => String.fromCodePoint(codePoint)).filter((sign) => SEEN.test(sign) && !UNSEEN.test(sign));
    expect(seen.length).toBeGreaterThan(130_000);
    for (const sign of seen) expect(visible(sign)).toBe(sign);
  });

  const cases: readonly (readonly [name: string, stored: string, shown: string])[] = [
    ['a turned name', 'evil\u202egpj.exe', 'evil[U+202E]gpj.exe'],
    ['isolates', '\u2067abc\u2069', '[U+2067]abc[U+2069]'],
    ['zero width', 'pay\u200bpal\u00ad', 'pay[U+200B]pal[U+00AD]'],
    ['half of a pair', '\ud83d!', '[U+D83D]!'],
    ['tags', 'x\u{e0041}', 'x[U+E0041]'],
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a tab', 'a\tb', 'a    b'],
    ['an accent after its letter', 'e\u0301 x\u0302', 'é x\u0302'],
    ['Korean in pieces', '\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국'],
    ['Japanese in pieces', 'か\u3099', 'が'],
    ['one sign for another is left alone', '\u2126 \uf900 e\u0301', '\u2126 \uf900 é'],
  ];
  test.each(cases)('%s', (_, stored, shown) => {
    expect(visible(stored)).toBe(shown);
  });
});
