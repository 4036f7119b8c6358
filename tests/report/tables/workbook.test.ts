/** The workbook: well-formed, the same bytes each time, and read by other people's programs as what was put in. */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test, vi } from 'vitest';
import { comparisonContext } from '../../../src/report/comparison/context.ts';
import { comparisonBook } from '../../../src/report/tables/book.ts';
import type { Cell, Sheet } from '../../../src/report/tables/sheet.ts';
import { isTakenForMore } from '../../../src/report/tables/taken.ts';
import { xlsxOf } from '../../../src/report/tables/xlsx.ts';
import { comparing, examples, GOOD, made, STOP } from '../comparison/bids.ts';
import { RAISED } from '../fixture.ts';
import { FIGURES, FORMULAS, hostileSheet, PLAIN, TEXTS } from './hostile.ts';
import { judged, opened, openpyxl, type Read } from './judges.ts';

// Whole books of all examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const book = () => comparisonBook(comparisonContext(comparing(examples)));

test('every part is well-formed, and says what its place in the workbook is', () => {
  const parts = unzipSync(xlsxOf([...book(), hostileSheet()]));
  expect(Object.keys(parts)).toHaveLength(14);
  for (const [name, bytes] of Object.entries(parts)) {
    const parser = new SaxesParser({ xmlns: true });
    let elements = 0;
    parser.on('opentag', () => {
      elements += 1;
    });
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(strFromU8(bytes)).close();
    expect(elements, name).toBeGreaterThan(0);
  }
});

test('the same comparison gives the same bytes, in any time zone', () => {
  const before = process.env.TZ;
  const made = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone;
    return { hour: new Date(0).getHours(), bytes: xlsxOf(book()) };
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(made.map(({ hour }) => hour)).toEqual([0, 13, 16]);
  for (const { bytes } of made) expect(Buffer.compare(bytes, made[0]?.bytes ?? new Uint8Array())).toBe(0);
});

test('what begins like a formula or looks like a figure is known as such, and what is plain is not', () => {
  expect(FORMULAS.filter((one) => !isTakenForMore(one))).toEqual([]);
  expect(FIGURES.filter((one) => !isTakenForMore(one))).toEqual([]);
  expect(PLAIN.filter(isTakenForMore)).toEqual([]);
});

test('hidden characters are named, too long texts say where they end, halves of characters never stand alone', () => {
  const shown = hostileSheet().rows.map(([cell]) => (cell?.kind === 'text' ? cell.text : ''));
  const of = (given: string) => shown[TEXTS.indexOf(given)] ?? '';
  expect(of('right to left \u202egnp.exe\u202c and \u2066isolated\u2069')).toBe(
    'right to left [U+202E]gnp.exe[U+202C] and [U+2066]isolated[U+2069]',
  );
  expect(of('half \ud800 a character, and no character \uffff\ufffe')).toBe('half [U+D800] a character, and no character [U+FFFF][U+FFFE]');
  expect(of('x'.repeat(32_767))).toBe('x'.repeat(32_767));
  expect(of('y'.repeat(32_768))).toBe(`${'y'.repeat(32_763)} […]`);
  for (const one of shown) {
    expect(one.length).toBeLessThanOrEqual(32_767);
    expect(one.isWellFormed()).toBe(true);
  }
});

/** What a spreadsheet must have read of a cell. */
function expected(cell: Cell): Read {
  switch (cell.kind) {
    case 'empty':
      return { type: '', value: '' };
    case 'text':
      return { type: 'string', value: cell.text };
    case 'day':
      return cell.day < '1900-03-01' ? { type: 'string', value: cell.day } : { type: 'date', value: cell.day };
    default:
      return { type: cell.kind === 'share' ? 'percentage' : 'float', value: String(cell.value) };
  }
}

/** Fifteen digits are what the judge writes. */
const near = (a: string, b: string): boolean => Math.abs(Number(a) - Number(b)) <= 1e-12 * Math.abs(Number(b));

function expectSame(sheet: Sheet, read: readonly Read[][] | undefined): number {
  const heads = sheet.columns.map(({ head }): Read => ({ type: 'string', value: head }));
  const rows = [heads, ...sheet.rows.map((row) => row.map(expected))];
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const found = read?.[r]?.[c] ?? { type: '', value: '' };
      const where = `${sheet.name}, row ${r + 1}, column ${c + 1}`;
      expect(found.type, where).toBe(cell.type);
      if (cell.type === 'float' || cell.type === 'percentage') expect(near(found.value, cell.value), where).toBe(true);
      else expect(found.value, where).toBe(cell.value);
    });
  });
  return rows.reduce((sum, row) => sum + row.length, 0);
}

judged('LibreOffice reads every cell of a comparison and of hostile texts as what was put in', () => {
  const sheets = [...book(), hostileSheet()];
  const read = opened(xlsxOf(sheets), 'xlsx');
  expect([...read.keys()]).toEqual(sheets.map(({ name }) => name));
  const cells = sheets.reduce((sum, sheet) => sum + expectSame(sheet, read.get(sheet.name)), 0);
  const formulas = (name: string) => (read.get(name) ?? []).flat().filter(({ formula }) => formula !== undefined).length;
  expect(formulas('Hostile')).toBe(0);
  expect(formulas('Answers')).toBe(0);
  console.log(`LibreOffice: ${cells} cells of ${sheets.length} sheets compared`);
  expect(cells).toBeGreaterThan(5000);
});

/** The workbook without the results of its formulas, so that a program must reckon them. */
function unreckoned(sheets: readonly Sheet[]): Uint8Array {
  const parts = unzipSync(xlsxOf(sheets));
  const without = Object.entries(parts).map(([name, bytes]): [string, Uint8Array] => [
    name,
    new TextEncoder().encode(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')),
  ]);
  return zipSync(Object.fromEntries(without));
}

judged('S1 S2 S4 G2 the formulas reckon the scores that the comparison states, open answers and floors included', () => {
  const setups = { raised: { answers: RAISED }, good: { answers: GOOD }, stop: { answers: STOP }, open: { answers: {} } };
  const { keys: _, ...halfOpen } = RAISED;
  const small = comparisonBook(comparisonContext(made({ ...setups, half: { answers: halfOpen } })));
  let formulas = 0;
  for (const sheets of [book(), small]) {
    const read = opened(unreckoned(sheets), 'xlsx');
    for (const sheet of sheets)
      sheet.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (!('formula' in cell) || cell.formula === undefined) return;
          formulas += 1;
          const found = read.get(sheet.name)?.[r + 1]?.[c];
          expect(found?.formula, sheet.name).toBeDefined();
          expect(Number(found?.value), `${sheet.name}, row ${r + 2}, column ${c + 1}: ${cell.formula}`).toBeCloseTo(cell.value, 9);
        });
      });
  }
  console.log(`LibreOffice: ${formulas} formulas reckoned anew`);
  expect(formulas).toBeGreaterThan(500);
});

test('openpyxl reads the same', { timeout: 60_000 }, () => {
  const sheets = [...book(), hostileSheet()];
  const read = openpyxl(xlsxOf(sheets));
  if (!read) return;
  let cells = 0;
  for (const sheet of sheets)
    sheet.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        cells += 1;
        const found = read[sheet.name]?.[r + 1]?.[c];
        const where = `${sheet.name}, row ${r + 2}, column ${c + 1}`;
        if ('formula' in cell && cell.formula !== undefined) expect(found?.type, where).toBe('f');
        else if ('value' in cell) expect(found, where).toEqual({ type: 'n', value: cell.value });
        // Of that one sign openpyxl itself takes too much away.
        else if (cell.kind === 'text' && !cell.text.includes('_x005F_')) expect(found, where).toEqual({ type: 's', value: cell.text });
        else if (cell.kind === 'day') expect(found?.value, where).toBe(cell.day);
        else if (cell.kind === 'empty') expect(found?.value ?? null, where).toBe(null);
      });
    });
  console.log(`openpyxl: ${cells} cells compared`);
});
