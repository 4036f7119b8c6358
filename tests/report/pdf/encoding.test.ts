import { expect, test } from 'vitest';
import { codeOf, encodingMap, following, isAscii, OTHERS, shownAs } from '../../../src/report/pdf/encoding.ts';
import { glyphsIn } from './strings.ts';

const ascii = Array.from({ length: 0x7f }, (_, code) => code).filter(isAscii);
const others: number[] = [];
for (let glyph = OTHERS; glyph <= 0xffff; glyph = following(glyph)) others.push(glyph);
const all = [...ascii, ...others];

test('a character of ASCII stands for itself, and every number comes back, brackets, backslashes and line ends among its bytes', () => {
  expect([ascii.length, others.length]).toEqual([95, 0x1f80 + 0x8000]);
  expect(glyphsIn(`(${all.map(shownAs).join('')})`)).toEqual(all);
  expect(shownAs(0x41)).toBe('A');
});

test('the map leads from each code to its glyph, and names no range that differs in more than its last byte', () => {
  const map = encodingMap(0xffff);
  const rows = [...map.matchAll(/^<([0-9A-F]+)> <([0-9A-F]+)> (\d+)$/gm)].map(([, from = '', to = '', first]) => {
    expect([from.length, from.slice(0, -2)]).toEqual([to.length, to.slice(0, -2)]);
    return { digits: from.length, from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), first: Number(first) };
  });
  const found = all.map((glyph) => {
    const [code, digits] = [Number.parseInt(codeOf(glyph), 16), codeOf(glyph).length];
    const [row, ...more] = rows.filter((one) => one.digits === digits && one.from <= code && code <= one.to);
    return row && more.length === 0 ? row.first + code - row.from : undefined;
  });
  expect(found).toEqual(all);
  expect([...map.matchAll(/^(\d+) begincidrange$/gm)].map(([, rows]) => Number(rows)).every((rows) => rows <= 100)).toBe(true);
});

test('the map is no longer than its glyphs need', () => {
  expect(encodingMap(0xff).match(/^<.*> <.*> \d+$/gm)?.length).toBe(2);
});
