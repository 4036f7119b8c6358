/** The comparison as a workbook or as one table, from a terminal. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soundings } from '../e2e/support/terminal.ts';

const TIME = { timeout: 60_000 };
const FILES = ['meridian', 'meridian-renegotiated', 'scheldewaard'].map((name) => `questionnaires/examples/${name}.json`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('K2 the ending of --out decides: a workbook with all sheets, or one table; the object is printed all the same', TIME, async () => {
  const [book, table] = ['x.xlsx', 'x.CSV'].map((name) => join(folder, name)) as [string, string];
  const plain = await soundings('compare', ...FILES, '--draws', '500');
  for (const out of [book, table])
    expect(await soundings('compare', ...FILES, '--draws', '500', '--out', out)).toEqual({ status: 0, stderr: '', stdout: plain.stdout });
  const parts = unzipSync(readFileSync(book));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Bids',
    'Sections',
    'Gates',
    'Answers',
    'Arithmetic',
    'Places',
    'Criteria',
  ]);
  const lines = readFileSync(table, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\ufeff"Bid","Vendor","Rating",/);
  expect(lines.filter((line) => line.startsWith('"Bid B",')).length).toBeGreaterThan(50);
});

test('the same files give the same bytes', TIME, async () => {
  const outs = ['one.xlsx', 'two.xlsx'].map((name) => join(folder, name));
  for (const out of outs) await soundings('compare', ...FILES, '--draws', '300', '--out', out);
  const [one, two] = outs.map((out) => readFileSync(out));
  expect(one?.equals(two ?? new Uint8Array())).toBe(true);
});

test('what cannot be compared, and what cannot be written, is said and leaves no file', TIME, async () => {
  const out = join(folder, 'alone.xlsx');
  const alone = await soundings('compare', FILES[0] ?? '', '--out', out);
  expect(alone).toMatchObject({ status: 1, stderr: expect.stringContaining('Expected at least two bids that can be compared; found 1.') });
  expect(() => readFileSync(out)).toThrow();
  const nowhere = await soundings('compare', ...FILES, '--draws', '300', '--out', join(folder, 'no', 'such', 'x.csv'));
  expect(nowhere).toMatchObject({ status: 1, stderr: expect.stringContaining('the file cannot be written') });
});
