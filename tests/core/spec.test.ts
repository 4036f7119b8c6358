/** The rule book and the tests, held against each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const RULE = /[A-Z]\d+(?:\.\d+)?/g;
const book = readFileSync(new URL('../../src/core/SPEC.md', import.meta.url), 'utf8');

/** Every name that begins with rules: of tests, and of the lines of their tables. */
const names = readdirSync(new URL('.', import.meta.url), { encoding: 'utf8', recursive: true })
  .filter((file) => file.endsWith('.test.ts') && file !== 'spec.test.ts')
  .flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return [...text.matchAll(/['`]((?:[A-Z]\d+(?:\.\d+)? )+)[^'`]*['`]/g)].map((found) => ({ file, cited: found[1]?.match(RULE) ?? [] }));
  });

it('every rule is shown by a test, and every rule that a test cites is in the book', () => {
  const written = [...book.matchAll(/\*\*([A-Z]\d+(?:\.\d+)?)\*\*/g)].map((found) => found[1] ?? '');
  const cited = new Set(names.flatMap((name) => name.cited));
  expect(new Set(written).size, 'each rule once').toBe(written.length);
  expect(
    written.filter((rule) => !cited.has(rule)),
    'rules that no test shows',
  ).toEqual([]);
  expect(
    names.filter((name) => name.cited.some((rule) => !written.includes(rule))),
    'tests of rules that are not in the book',
  ).toEqual([]);
  console.log(`SPEC: ${written.length} rules, ${names.length} test names that cite them`);
  expect(written.length).toBeGreaterThan(50);
});
