import { describe, expect, test } from 'vitest';
import { Joining } from '../../../src/report/fonts/joining.ts';
import { familyFont, fontsFor } from '../../../src/report/fonts/needed.ts';
import { codePointName, visible } from '../../../src/report/pdf/visible.ts';
import { packageSource } from './fonts.ts';

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

  test('a non-joiner stays where the face would join the letters without it, and is named everywhere else', async () => {
    const { families } = await fontsFor([{ text: 'ب' }], packageSource());
    if (!families?.arabic) throw new Error('no Arabic face');
    const joining = new Joining(familyFont(families.arabic));
    const beh = 0x628;
    let [kept, named] = [0, 0];
    for (let code = 0x620; code <= 0x6ff; code += 1) {
      const letter = String.fromCodePoint(code);
      const plain = joining.drawn([code])[0]?.outline;
      if (!/\p{Lo}/u.test(letter) || !plain) continue;
      const joins = { next: joining.drawn([code, beh])[0]?.outline !== plain, before: joining.drawn([beh, code])[1]?.outline !== plain };
      for (const [text, isSeen] of [
        [`${letter}\u200cب`, joins.next],
        [`ب\u200c${letter}`, joins.before],
      ] as const) {
        expect(visible(text) === text, `${codePointName(code)} ${JSON.stringify(text)}`).toBe(isSeen);
        if (isSeen) kept += 1;
        else named += 1;
      }
    }
    console.log(`non-joiners: ${kept} kept, ${named} named`);
    expect(Math.min(kept, named)).toBeGreaterThan(20);
  });

  const cases: readonly (readonly [name: string, stored: string, shown: string])[] = [
    ['a turned name', 'evil\u202egpj.exe', 'evil[U+202E]gpj.exe'],
    ['isolates', '\u2067abc\u2069', '[U+2067]abc[U+2069]'],
    ['zero width', 'pay\u200bpal\u00ad', 'pay[U+200B]pal[U+00AD]'],
    ['a non-joiner that is seen', 'می\u200cخواهم حَ\u200cب', 'می\u200cخواهم حَ\u200cب'],
    ['one that is not', 'د\u200cب ب\u200c ب\u200c\u200cب a\u200cب', 'د[U+200C]ب ب[U+200C] ب[U+200C][U+200C]ب a[U+200C]ب'],
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
