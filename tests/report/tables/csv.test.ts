/** The table as text: RFC 4180, with figures bare and texts quoted, and nothing in it that a spreadsheet would run or rewrite. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { comparisonContext } from '../../../src/report/comparison/context.ts';
import { comparisonTable } from '../../../src/report/tables/book.ts';
import { csvOf, type Decimal } from '../../../src/report/tables/csv.ts';
import { type Sheet, text } from '../../../src/report/tables/sheet.ts';
import { isTakenForMore } from '../../../src/report/tables/taken.ts';
import { comparing, examples } from '../comparison/bids.ts';
import { FIGURES, FORMULAS, hostileSheet } from './hostile.ts';
import { judged, opened } from './judges.ts';

// Whole books of all examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Field {
  readonly quoted: boolean;
  readonly text: string;
}

/** A reader of its own, by the grammar of RFC 4180; throws at what the grammar does not allow. */
function read(file: string, separator: string): Field[][] {
  if (!file.startsWith('\ufeff')) throw new Error('no mark');
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, 'y');
  const rows: Field[][] = [[]];
  let at = 1;
  while (at < file.length) {
    field.lastIndex = at;
    const found = field.exec(file);
    if (!found) throw new Error(`no field at ${at}: ${JSON.stringify(file.slice(at, at + 40))}`);
    const [whole, quoted, bare = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? { quoted: false, text: bare } : { quoted: true, text: quoted.replaceAll('""', '"') });
    at += whole.length;
    if (end === '\r\n' && at < file.length) rows.push([]);
  }
  return rows;
}

/** The text that was put in, as somebody who knows the rule reads it. */
const unguarded = (shown: string): string => (shown.startsWith("'") && isTakenForMore(shown.replace(/^'+/, '')) ? shown.slice(1) : shown);

function expectSame(sheet: Sheet, decimal: Decimal): number {
  const rows = read(csvOf(sheet, decimal), decimal === ',' ? ';' : ',');
  expect(rows).toHaveLength(sheet.rows.length + 1);
  let cells = 0;
  sheet.rows.forEach((row, r) => {
    expect(rows[r + 1]).toHaveLength(row.length);
    row.forEach((cell, c) => {
      const found = rows[r + 1]?.[c];
      cells += 1;
      if (cell.kind === 'text') expect({ ...found, text: unguarded(found?.text ?? '') }).toEqual({ quoted: true, text: cell.text });
      else if (cell.kind === 'empty') expect(found).toEqual({ quoted: false, text: '' });
      else if (cell.kind === 'day') expect(found).toEqual({ quoted: false, text: cell.day });
      else {
        expect(found?.quoted).toBe(false);
        expect(found?.text).not.toContain(decimal === ',' ? '.' : ',');
        expect(Number(found?.text.replace(',', '.'))).toBe(cell.value);
      }
    });
  });
  return cells;
}

const table = () => comparisonTable(comparisonContext(comparing(examples)));

test.each([['.'], [',']] as const)('every cell comes back as it was put in, with "%s" in figures', (decimal) => {
  const cells = expectSame(hostileSheet(), decimal) + expectSame(table(), decimal);
  console.log(`CSV with "${decimal}": ${cells} cells read back`);
  expect(cells).toBeGreaterThan(8000);
});

test('no field begins like a formula, and a text that begins with apostrophes is not mistaken for a guarded one', () => {
  const rows = read(csvOf(hostileSheet()), ',');
  const first = rows.flatMap((row) => row.filter(({ quoted }) => quoted).map(({ text: shown }) => shown));
  expect(first.filter((shown) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(shown))).toEqual([]);
  for (const one of [...FORMULAS, ...FIGURES]) {
    const shown = text(one);
    if (shown.kind === 'text') expect(first).toContain(`'${shown.text}`);
  }
  const cell = (given: string) => read(csvOf({ name: 'One', columns: [{ head: given, width: 1 }], rows: [] }), ',')[0]?.[0]?.text;
  expect(['=1', "'=1", "''=1", "'1-2", "'quoted", "''"].map(cell)).toEqual(["'=1", "''=1", "'''=1", "''1-2", "'quoted", "''"]);
});

test('any text comes back, and none of it begins like a formula', () => {
  const piece = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\r\n',
    '\n',
    ' ',
    '1',
    '2',
    '.',
    'e',
    'mar',
    'TRUE',
    'x',
    '＝',
    '%',
  );
  const texts = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  let guarded = 0;
  fc.assert(
    fc.property(texts, fc.constantFrom<Decimal>('.', ','), (given, decimal) => {
      const sheet: Sheet = { name: 'One', columns: [{ head: 'a', width: 1 }], rows: [[text(given)], [text('end')]] };
      expectSame(sheet, decimal);
      const shown = read(csvOf(sheet, decimal), decimal === ',' ? ';' : ',')[1]?.[0]?.text ?? '';
      expect(isTakenForMore(shown)).toBe(false);
      if (shown.startsWith("'")) guarded += 1;
    }),
    { seed: 20_261_123, numRuns: 3000 },
  );
  console.log(`any text: 3000 texts, ${guarded} of them guarded`);
  expect(guarded).toBeGreaterThan(500);
});

judged('LibreOffice takes texts for texts and figures for figures, however eager it is to see more in them', () => {
  const [hostile, shipped] = [hostileSheet(), table()];
  // Separator, quotation mark, UTF-8, first line, -, language (0: that of the program, 1043: Dutch), texts as such, see days and more.
  const ways = [
    { decimal: '.', filter: 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,false' },
    { decimal: '.', filter: 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' },
    { decimal: '.', filter: 'Text - txt - csv (StarCalc):44,34,76,1,,0,true,true' },
    { decimal: ',', filter: 'Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true' },
    { decimal: ',', filter: 'Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true' },
  ] as const;
  let cells = 0;
  for (const { decimal, filter } of ways)
    for (const sheet of filter === ways[3].filter ? [hostile, shipped] : [hostile]) {
      const [rows] = [...opened(csvOf(sheet, decimal), 'csv', filter).values()];
      const shown = read(csvOf(sheet, decimal), decimal === ',' ? ';' : ',');
      sheet.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          const found = rows?.[r + 1]?.[c] ?? { type: '', value: '' };
          const where = `${filter}, row ${r + 2}, column ${c + 1}`;
          cells += 1;
          expect(found.formula, where).toBeUndefined();
          if (cell.kind === 'text') expect(found, where).toEqual({ type: 'string', value: shown[r + 1]?.[c]?.text });
          else if (cell.kind === 'empty') expect(found.value, where).toBe('');
          else if (cell.kind !== 'day') {
            expect(found.type, where).toBe('float');
            expect(Math.abs(Number(found.value) - cell.value), where).toBeLessThanOrEqual(1e-12 * Math.abs(cell.value));
          }
        });
      });
    }
  console.log(`LibreOffice: ${cells} cells of text files compared, read in ${ways.length} ways`);
});
