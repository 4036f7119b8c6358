/** The example of a tender from a terminal: the order that the README of the examples tells. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundings } from '../e2e/support/terminal.ts';

const fileOf = (letter: string) => `questionnaires/examples/kreekmonde/bids/bid-${letter.toLowerCase()}.json`;

test('K2 compare puts the six bids into the order that the README tells', { timeout: 60_000 }, async () => {
  const told = /The order is (.*)\./.exec(readFileSync('questionnaires/examples/README.md', 'utf8'))?.[1] ?? '';
  const groups = told.split(', then ').map((group) => group.match(/\b[A-F]\b/g) ?? []);
  expect(groups.flat().sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  const { stdout, stderr, status } = await soundings('compare', ...groups.flat().sort().map(fileOf), '--draws', '500');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const { order } = JSON.parse(stdout) as { readonly order: readonly (readonly string[])[] };
  expect(order.map((group) => [...group].sort())).toEqual(groups.map((group) => group.map(fileOf).sort()));
});
