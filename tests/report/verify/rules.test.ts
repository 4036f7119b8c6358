/** The rules of verification and the tests, held against each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const RULE = /V\d+(?:\.\d+)?/g;
const TESTS = ['tests/report/verify', 'tests/cli'];

test('every rule is shown by a test, and every rule that a test cites is written', () => {
  const book = readFileSync('src/report/verify/RULES.md', 'utf8');
  const written = [...book.matchAll(/\*\*(V\d+(?:\.\d+)?)\*\*/g)].map(([, rule]) => rule ?? '');
  const texts = TESTS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const names = texts.flatMap((text) => [...text.matchAll(/['`]((?:V\d+(?:\.\d+)? )+)[^'`\n]*['`]/g)].map(([, rules]) => rules ?? ''));
  const cited = new Set(names.flatMap((rules) => rules.match(RULE) ?? []));
  expect(new Set(written).size).toBe(written.length);
  expect({ shown: written.filter((rule) => !cited.has(rule)), written: [...cited].filter((rule) => !written.includes(rule)) }).toEqual({
    shown: [],
    written: [],
  });
  console.log(`RULES: ${written.length} rules, ${names.length} test names that cite them`);
});
