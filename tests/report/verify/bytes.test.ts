/**
 * Every byte of a report: flipped, missing, in front, behind. Tried are the two shortest that the app writes. `EVERY_BIT=1` tries each bit
 * of each byte, and each byte of a long one, which takes minutes.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { told, verifier, written } from './reports.ts';
import { smallRedacted, smallReport } from './small.ts';

const TIME = { timeout: process.env.EVERY_BIT ? 3_600_000 : 240_000 };

const BITS = [1, 2, 4, 8, 16, 32, 64, 128];
/** One bit of each byte, in turn; of some all. */
const masksAt = (at: number): readonly number[] =>
  process.env.EVERY_BIT ? BITS : at % 16 === 0 ? [1 << ((at / 16) % 8), 0xff] : [1 << (at % 8)];

type Counts = Map<string, number>;
const count = (counts: Counts, found: string): void => void counts.set(found, (counts.get(found) ?? 0) + 1);
const total = (counts: Counts): number => [...counts.values()].reduce((sum, number) => sum + number, 0);

/** What must be said of a change in each byte, read off the file by nothing but the words in it. */
function reasonsIn(report: Uint8Array, pages: number): readonly RegExp[] {
  const text = Buffer.from(report).toString('latin1');
  const starts = [...text.matchAll(/\n(\d+) 0 obj\n/g)].map(({ index, 1: number }) => ({ at: index + 1, number: Number(number) }));
  const of: RegExp[] = Array.from({ length: report.length }, () => /^frame$/);
  starts.forEach(({ at, number }, i) => {
    const end = starts[i + 1]?.at ?? text.indexOf('\nendobj\n', at) + '\nendobj\n'.length;
    const [dictionary = ''] = text.slice(at, end).split('\nstream\n');
    of.fill(reasonOf(dictionary, number, pages), at, end);
  });
  return of;
}

/** Where the record is held by its length or its end, damage there leaves none, or none that can be read. */
const RECORD = /^(attachment|no-data|data-unreadable|data)$/;
const KINDS: readonly (readonly [words: string, reason: RegExp])[] = [
  ['/Type /EmbeddedFile', RECORD],
  ['/Type /Metadata', /^metadata$/],
  ['/Type /ObjStm', /^packed$/],
  ['/Type /XRef', /^frame$/],
  ['/Type /Catalog', /^frame$/],
  ['/Type /CMap', /^font$/],
  ['/Length1 ', /^font$/],
  ['/N 3\n', /^colour$/],
];
/** Contents of pages are 4, 6, 8 and so on, before the fonts; what is left are the fonts' maps to characters. */
function reasonOf(dictionary: string, number: number, pages: number): RegExp {
  const known = KINDS.find(([words]) => dictionary.includes(words))?.[1];
  if (known) return known;
  if (dictionary.includes('/Type /Page\n')) return /^page 1$/;
  return number % 2 === 0 && number <= 2 * pages + 2 ? new RegExp(`^page ${number / 2 - 1}$`) : /^font$/;
}

describe.each([
  ['the shortest report of all, which is redacted', smallRedacted, 4],
  ['the shortest whole report', smallReport, 6],
])('one byte of %s', TIME, (name, document, pages) => {
  const made = written(document());
  const checked = verifier();
  const found = async (bytes: Uint8Array): Promise<string> => told(await checked.verify(bytes));
  const print = (what: string, report: Uint8Array, counts: Counts): void => {
    const all = [...counts].map(([kind, number]) => `${number} ${kind}`).join(', ');
    console.log(`${what} of ${name} (${pages} pages, ${report.length} bytes): ${all}`);
  };

  test('V2 it is unchanged itself', async () => {
    expect(await found(await made)).toMatch(/^unsigned · same · (redacted · )?no-signature$/);
  });

  test('V1 V4 each byte with one bit the other way, and some with all of them: changed, and where', async () => {
    const report = await made;
    const expected = reasonsIn(report, pages);
    const counts: Counts = new Map();
    const wrong: string[] = [];
    const copy = report.slice();
    let tried = 0;
    for (let at = 0; at < report.length; at += 1) {
      for (const mask of masksAt(at)) {
        copy[at] = (report[at] ?? 0) ^ mask;
        const said = await found(copy);
        const [verdict, reason = '', ...more] = said.split(' · ');
        count(counts, `${verdict} · ${reason}`);
        if (verdict !== 'changed' || more.length > 0 || !expected[at]?.test(reason)) wrong.push(`${at}: ${said}`);
      }
      copy[at] = report[at] ?? 0;
      tried += 1;
    }
    print(`${tried} bytes flipped, ${total(counts)} files`, report, counts);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tried).toBe(report.length);
  });

  test('V4.1 cut off after each byte, down to none: changed', async () => {
    const report = await made;
    const counts: Counts = new Map();
    for (let length = 0; length < report.length; length += 1) count(counts, (await found(report.subarray(0, length))).replace(/\d+/g, ''));
    print('Cuts', report, counts);
    expect([...counts]).toEqual([['changed · cut-off', report.length]]);
  });

  test('V4.1 each byte behind it, and each in front of it: changed', async () => {
    const report = await made;
    const [behind, before]: [Counts, Counts] = [new Map(), new Map()];
    for (let byte = 0; byte < 256; byte += 1) {
      count(behind, await found(Uint8Array.of(...report, byte)));
      count(before, await found(Uint8Array.of(byte, ...report)));
    }
    print('Bytes appended', report, behind);
    print('Bytes prepended', report, before);
    expect([...behind]).toEqual([['changed · after 1', 256]]);
    expect([...before]).toEqual([['changed · before 1', 256]]);
  });

  test('V4.1 many bytes behind and in front are counted', async () => {
    const report = await made;
    const junk = new Uint8Array(1234).fill(0x20);
    expect(await found(Uint8Array.of(...report, ...junk))).toBe('changed · after 1234');
    expect(await found(Uint8Array.of(...junk, ...report))).toBe('changed · before 1234');
    expect(await found(Uint8Array.of(...junk, ...report, 10))).toBe('changed · before 1234 · after 1');
    expect(await found(Uint8Array.of(...report, ...report))).toBe(`changed · after ${report.length}`);
  });
});

test.runIf(process.env.EVERY_BIT)('V1 one bit of each byte of a report of 34 pages: changed', TIME, async () => {
  const report = new Uint8Array(readFileSync('tests/golden/1.0.0/meridian.pdf'));
  const checked = verifier();
  expect((await checked.verify(report)).verdict).toBe('unsigned');
  const verdicts: Counts = new Map();
  for (let at = 0; at < report.length; at += 1) {
    const flipped = report.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    count(verdicts, (await checked.verify(flipped)).verdict);
  }
  console.log(
    `one bit of each byte of 34 pages, ${report.length} bytes: ${[...verdicts].map(([verdict, number]) => `${number} ${verdict}`).join(', ')}`,
  );
  expect([...verdicts]).toEqual([['changed', report.length]]);
});
