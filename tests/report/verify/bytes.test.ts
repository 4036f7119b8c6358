/** Every byte of a report: flipped, missing, in front, behind. `EVERY_BIT=1` tries each bit of each byte, which takes minutes. */
import { describe, expect, test } from 'vitest';
import { RAISED } from '../fixture.ts';
import { documentWith, told, verifier, written } from './reports.ts';

const TIME = { timeout: process.env.EVERY_BIT ? 3_600_000 : 240_000 };

const BITS = [1, 2, 4, 8, 16, 32, 64, 128];
/** One bit of each byte, in turn; of some all. */
const masksAt = (at: number): readonly number[] =>
  process.env.EVERY_BIT ? BITS : at % 16 === 0 ? [1 << ((at / 16) % 8), 0xff] : [1 << (at % 8)];

const report = await written(documentWith({ answers: RAISED }));
const checked = verifier();
const counted = (what: string, counts: ReadonlyMap<string, number>): void => {
  const all = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${what} of a report of ${report.length} bytes: ${all}`);
};

async function countOf(copies: Iterable<Uint8Array>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const copy of copies) {
    const found = told(await checked.verify(copy)).replace(/ (page|after|before|cut-off) [\d,]+/g, ' $1');
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

const verdicts = (counts: ReadonlyMap<string, number>): readonly string[] => [
  ...new Set([...counts.keys()].map((key) => key.split(' · ')[0] ?? '')),
];
const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

describe('one byte', TIME, () => {
  test('V2 the report itself is unchanged', async () => {
    expect(told(await checked.verify(report))).toBe('unsigned · same · no-signature');
  });

  test('V1 V4 each byte with one bit the other way, and with all of them: never unchanged', async () => {
    function* flips(): Iterable<Uint8Array> {
      const copy = report.slice();
      for (let at = 0; at < copy.length; at += 1) {
        const byte = report[at] ?? 0;
        for (const mask of masksAt(at)) {
          copy[at] = byte ^ mask;
          yield copy;
        }
        copy[at] = byte;
      }
    }
    const counts = await countOf(flips());
    counted('Flips', counts);
    expect(verdicts(counts)).toEqual(['changed']);
    expect(total(counts)).toBeGreaterThanOrEqual(report.length);
    // One flip is in one place, and is named by one reason.
    expect([...counts.keys()].filter((key) => key.split(' · ').length !== 2)).toEqual([]);
  });

  test('V4.1 cut off after each byte: never unchanged', async () => {
    function* cuts(): Iterable<Uint8Array> {
      for (let length = 0; length < report.length; length += 1) yield report.subarray(0, length);
    }
    const counts = await countOf(cuts());
    counted('Cuts', counts);
    expect(verdicts(counts)).toEqual(['not-ours', 'changed']);
    expect(total(counts)).toBe(report.length);
    // Only what is too short to say anything is none of ours.
    expect(counts.get('not-ours · none-of-ours')).toBeLessThan(200);
    expect(counts.get('changed · cut-off')).toBeGreaterThan(report.length - 200);
  });

  test('V4.1 each byte behind it, and each in front of it', async () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const behind = await countOf(all.map((byte) => Uint8Array.of(...report, byte)));
    const before = await countOf(all.map((byte) => Uint8Array.of(byte, ...report)));
    counted('Appended bytes', behind);
    counted('Prepended bytes', before);
    expect([...behind]).toEqual([['changed · after', 256]]);
    expect([...before]).toEqual([['changed · before', 256]]);
  });

  test('V4.1 many bytes behind and in front are counted', async () => {
    const junk = new Uint8Array(1234).fill(0x20);
    expect(told(await checked.verify(Uint8Array.of(...report, ...junk)))).toBe('changed · after 1234');
    expect(told(await checked.verify(Uint8Array.of(...junk, ...report)))).toBe('changed · before 1234');
    expect(told(await checked.verify(Uint8Array.of(...junk, ...report, 10)))).toBe('changed · before 1234 · after 1');
    expect(told(await checked.verify(Uint8Array.of(...report, ...report)))).toBe(`changed · after ${report.length}`);
  });
});
