/**
 * Other people's spreadsheets as judges: LibreOffice, and openpyxl where Python has it. Where LibreOffice is missing, what needs it
 * fails on the integration server (CI is set) and is left out elsewhere, saying so.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { test } from 'vitest';
import { JUDGES, onPath } from '../../../.ci/tools.mjs';

const TIME = 120_000;
const OFFICE = onPath('soffice');

/** A test that asks LibreOffice. */
export function judged(name: string, run: () => void): void {
  if (OFFICE) return void test(name, { timeout: TIME }, run);
  const sentence = `soffice not found: install ${JUDGES.soffice} to check "${name}"`;
  if (process.env.CI)
    return void test(name, () => {
      throw new Error(sentence);
    });
  console.warn(`Left out: ${sentence}`);
}

/** A cell as a spreadsheet has it: `type` as OpenDocument names it, empty for an empty cell. */
export interface Read {
  readonly type: string;
  readonly value: string;
  readonly formula?: string;
}

/** The sheets that LibreOffice makes of a file, by name. `filter`: how it is to be read, where its name does not say. */
export function opened(file: Uint8Array | string, extension: 'xlsx' | 'csv', filter?: string): ReadonlyMap<string, readonly Read[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-sheet-'));
  try {
    const path = join(folder, `book.${extension}`);
    writeFileSync(path, file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const read = filter === undefined ? [] : [`--infilter=${filter}`];
    const said = spawnSync(OFFICE ?? '', [profile, '--headless', ...read, '--convert-to', 'fods', '--outdir', folder, path], {
      encoding: 'utf8',
    });
    if (said.status !== 0) throw new Error(`LibreOffice refuses: ${said.stderr}${said.stdout}`);
    return sheetsIn(readFileSync(join(folder, 'book.fods'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Empty cells that a program repeats to the edge of the sheet. */
const MANY = 1000;

function sheetsIn(xml: string): ReadonlyMap<string, readonly Read[][]> {
  const sheets = new Map<string, Read[][]>();
  let rows: Read[][] = [];
  let row: Read[] = [];
  let cell: { attributes: Record<string, string>; paragraphs: string[] } | null = null;
  let within = false;
  const times = (attributes: Record<string, string>, what: string) => Number(attributes[`table:number-${what}-repeated`] ?? 1);
  const parser = new SaxesParser();
  const rowTimes: number[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table') {
      rows = [];
      sheets.set(attributes['table:name'] ?? '', rows);
    }
    if (name === 'table:table-row') {
      row = [];
      rowTimes.push(times(attributes, 'rows'));
    }
    if (name === 'table:table-cell') cell = { attributes, paragraphs: [] };
    if (!cell) return;
    if (name === 'text:p') {
      cell.paragraphs.push('');
      within = true;
    }
    const put = (text: string) => cell?.paragraphs.push((cell.paragraphs.pop() ?? '') + text);
    if (name === 'text:s') put(' '.repeat(Number(attributes['text:c'] ?? 1)));
    if (name === 'text:tab') put('\t');
    if (name === 'text:line-break') put('\n');
  });
  parser.on('text', (text) => {
    if (cell && within) cell.paragraphs.push((cell.paragraphs.pop() ?? '') + text);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text:p') within = false;
    if (name === 'table:table-cell' && cell) {
      const { attributes, paragraphs } = cell;
      const type = attributes['office:value-type'] ?? '';
      const value =
        attributes['office:value'] ?? attributes['office:date-value'] ?? attributes['office:boolean-value'] ?? paragraphs.join('\n');
      const formula = attributes['table:formula'];
      const count = times(attributes, 'columns');
      if (count < MANY) for (let i = 0; i < count; i++) row.push({ type, value, ...(formula === undefined ? {} : { formula }) });
      cell = null;
    }
    if (name === 'table:table-row') {
      const count = rowTimes.pop() ?? 1;
      if (count < MANY) for (let i = 0; i < count; i++) rows.push(row);
    }
  });
  parser.write(xml).close();
  return sheets;
}

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def said(cell):
    value = cell.value
    return {"type": cell.data_type, "value": value.date().isoformat() if hasattr(value, "date") else value}
print(json.dumps({sheet.title: [[said(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}))
`;

/** What openpyxl reads in a workbook; undefined where no Python with it is there. `type`: s text, n number or nothing, d day, f formula. */
export function openpyxl(book: Uint8Array): Record<string, { type: string; value: string | number | null }[][]> | undefined {
  const python = ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0);
  if (python === undefined) {
    console.warn('Left out: no Python with openpyxl found, so it does not judge the workbook');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'soundings-book-'));
  try {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, book);
    const said = spawnSync(python, ['-c', SCRIPT, path], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (said.status !== 0) throw new Error(`openpyxl refuses: ${said.stderr}`);
    return JSON.parse(said.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
