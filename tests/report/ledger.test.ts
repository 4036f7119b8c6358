/** The ledger of both standards and the tests it names, held against each other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ledger = readFileSync('src/report/CONFORMANCE.md', 'utf8');
const rows = [...ledger.matchAll(/^\| (\d[^|]*) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, clause = '', how = '', shown = '']) => ({
  clause,
  how,
  shown,
}));
const named = [...ledger.matchAll(/`([\w/.-]+\.test\.ts): ([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name }));

test('every test that the ledger names is there, by this name', () => {
  const missing = named.filter(({ file, name }) => {
    const text = readFileSync(`tests/${file}`, 'utf8');
    return !["'", '`'].some((quote) => text.includes(`${quote}${name.replace('$name', '%s')}${quote}`));
  });
  expect(missing).toEqual([]);
  console.log(`ledger: ${rows.length} clauses, ${named.length} times a test is named`);
});

test('every clause says how it is met and is shown by a test; none stands twice in a table', () => {
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter(({ shown }) => !/^V\b|`[^`]+\.test\.ts: /.test(shown))).toEqual([]);
  expect(rows.filter(({ how }) => how.trim().length < 4)).toEqual([]);
  for (const part of ledger.split(/^## /m)) {
    const clauses = [...part.matchAll(/^\| (\d[^|]*) \|/gm)].map(([, clause]) => clause);
    expect(new Set(clauses).size).toBe(clauses.length);
  }
});
