/** Whatever a notice is turned into, it is read or refused with line and column, in a moment, and never makes the reader fail. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNotice } from '../../../src/core/notice/read.ts';
import noticeWords from '../../../src/i18n/en/notice.json?messages';
import { sayProblem } from '../../../src/i18n/problem-words.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { lot, notice, parameter, percent, SMALL } from './notices.ts';

const SEED = 20_261_123;
const RUNS = 5000;
/** For one notice; they take less than one. */
const MOST_MS = 2000;

const BASES = [
  readFileSync('questionnaires/examples/kreekmonde/notice.xml', 'utf8'),
  SMALL,
  notice(
    lot('LOT-0001', [percent('A', 40), { parameters: parameter('min-score', '5', 'number-threshold') + parameter('poi-mid', '3') }]) +
      lot('GLO-0001', [percent('B', 1)], 'LotsGroup'),
  ),
];

/** What is put into a notice at some place. */
const PIECES = [
  '<',
  '>',
  '/>',
  '</',
  '&',
  '&amp;',
  '&x;',
  '&#0;',
  '&#x110000;',
  '"',
  "'",
  '=',
  '<!DOCTYPE x>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!ENTITY a "b">',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  'xmlns="urn:x"',
  ' a="1" a="2" ',
  '\u0000',
  '\ud800',
  '\ufeff',
  '\uffff',
  '\r',
  '\n',
  '🚢',
  '-1',
  '9'.repeat(400),
  '<x>'.repeat(70),
  '<cac:ProcurementProjectLot>',
  '</cac:ProcurementProjectLot>',
];

/** What takes the place of a whole text, value or tag. */
const TOKENS = [
  '',
  'Lot',
  'Part',
  'LOT-0001',
  'per-exa',
  'ord-imp',
  'x',
  '-1',
  '12.5',
  '1e3',
  'cbc:ID',
  'efbc:ParameterCode',
  'number-weight',
  'urn:x',
];
/** A text, a value, or a name. */
const TOKEN = /[^<>"=\s/]+/g;

type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string }
  | { readonly kind: 'cut' | 'double' | 'swap' | 'end'; readonly at: number; readonly length: number }
  | { readonly kind: 'replace'; readonly at: number; readonly code: number }
  /** A value or a tag, whole. */
  | { readonly kind: 'token'; readonly at: number; readonly token: string };

/** Anywhere in a notice, its ends no more often than its middle. */
const place = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((part) => part / 1_000_000);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant<'insert'>('insert'), at: place, piece: fc.constantFrom(...PIECES) }),
  fc.record({ kind: fc.constantFrom('cut', 'double', 'swap', 'end'), at: place, length: fc.nat(80) }),
  fc.record({ kind: fc.constant<'replace'>('replace'), at: place, code: fc.nat(0x7f) }),
  fc.record({ kind: fc.constant<'token'>('token'), at: place, token: fc.constantFrom(...TOKENS) }),
);

function mutated(xml: string, one: Mutation): string {
  const at = Math.floor(one.at * xml.length);
  const before = xml.slice(0, at);
  switch (one.kind) {
    case 'insert':
      return before + one.piece + xml.slice(at);
    case 'replace':
      return before + String.fromCharCode(one.code) + xml.slice(at + 1);
    case 'cut':
      return before + xml.slice(at + one.length);
    case 'double':
      return before + xml.slice(at, at + one.length) + xml.slice(at);
    case 'swap':
      return before + xml.slice(at + one.length, at + 2 * one.length) + xml.slice(at, at + one.length) + xml.slice(at + 2 * one.length);
    case 'end':
      return before;
    case 'token': {
      TOKEN.lastIndex = at;
      const found = TOKEN.exec(xml);
      return found ? xml.slice(0, found.index) + one.token + xml.slice(found.index + found[0].length) : xml;
    }
  }
}

it('N1 N2 5,000 notices that were tampered with are read or refused with line and column', { timeout: 120_000 }, () => {
  const t = translator('en', noticeWords);
  const counts = new Map<string, number>();
  let slowest = 0;
  fc.assert(
    fc.property(fc.constantFrom(...BASES), fc.array(mutation, { minLength: 1, maxLength: 3 }), (base, mutations) => {
      const xml = mutations.reduce(mutated, base);
      const began = performance.now();
      const outcome = readNotice(xml);
      slowest = Math.max(slowest, performance.now() - began);
      const codes = outcome.ok ? ['read'] : outcome.problems.map(({ code }) => code);
      for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
      if (outcome.ok) {
        expect(outcome.value.lots.some(({ criteria }) => criteria.length > 0)).toBe(true);
        return;
      }
      expect(outcome.problems.length).toBeGreaterThan(0);
      const lines = xml.split(/\r\n?|\n/);
      for (const one of outcome.problems) {
        const { line, column } = one.params;
        expect(Number(line)).toBeGreaterThanOrEqual(1);
        expect(Number(line)).toBeLessThanOrEqual(lines.length);
        expect(Number(column)).toBeGreaterThanOrEqual(1);
        expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1]?.length ?? 0) + 1);
        expect(sayProblem(t, one)).toMatch(/^Line \d+, column \d+: /);
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  const told = [...counts].sort(([, a], [, b]) => b - a).map(([code, count]) => `${count} ${code}`);
  console.log(`tampered notices: seed ${SEED}, ${RUNS} runs, slowest ${slowest.toFixed(0)} ms (${told.join(', ')})`);
  expect(counts.get('read')).toBeGreaterThan(200);
  expect(counts.size).toBeGreaterThan(10);
  expect(slowest).toBeLessThan(MOST_MS);
});
