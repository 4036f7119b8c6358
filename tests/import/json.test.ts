import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/core/json.ts';

/** Text that must be refused, with the code and the place that the refusal names. */
const REFUSED: readonly (readonly [name: string, text: string, code: string, params: object])[] = [
  ['nothing at all', '', 'json-ended', { line: 1, column: 1, expected: '@json-value' }],
  ['a text cut off', '{"a": "tw', 'json-ended', { line: 1, column: 10, expected: '@json-quote' }],
  ['a key cut off', '{"a": 1,\n"b', 'json-ended', { line: 2, column: 3, expected: '@json-quote' }],
  ['a cut-off object', '{"a": 1', 'json-ended', { line: 1, column: 8, expected: '@json-comma-or-brace' }],
  ['a comma too many', '{"a": 1,}', 'json', { line: 1, column: 9, expected: '@json-key', found: '"}"' }],
  ['a comma too many in a list', '[1,]', 'json', { line: 1, column: 4, expected: '@json-value', found: '"]"' }],
  ['single quotes', "{'a': 1}", 'json', { line: 1, column: 2 }],
  ['a place on a later line', '{\n  "a": tru\n}', 'json', { line: 2, column: 8, found: '"t"' }],
  ['two values', '1 2', 'json', { line: 1, column: 3, expected: '@json-nothing' }],
  ['a number with a leading zero', '[01]', 'json', { line: 1, column: 3 }],
  ['a line break inside a text', '["a\nb"]', 'json', { line: 1, column: 2 }],
  ['the same key twice', '{"a": 1, "b": {"c": 1, "c": 2}}', 'json-key-twice', { line: 1, column: 24, key: 'c' }],
  ['the same key twice, once escaped', '{"a": 1, "\\u0061": 2}', 'json-key-twice', { key: 'a' }],
  ['a key that reaches the prototype', '{"__proto__": {}}', 'json-key-forbidden', { key: '__proto__' }],
  ['half a character', '["\\ud800"]', 'json-half-character', { line: 1, column: 2 }],
  ['too deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'json-too-deep', { line: 1, column: 65, max: 64 }],
];

describe('JSON from outside', () => {
  test.each(REFUSED)('%s is refused with its place', (_name, text, code, params) => {
    const outcome = readJson(text);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.problems).toHaveLength(1);
    expect(outcome.problems[0]?.code).toBe(code);
    expect(outcome.problems[0]?.params).toMatchObject(params);
  });

  test.each([
    ['every kind of value', '{"a": [1, -0.5e3, true, false, null, "x\\n\\u00e9😀"], "b": {}, "c": []}'],
    ['a byte order mark', '\uFEFF{"a": 1}'],
    ['a whole escaped pair', '["\\ud83d\\ude00"]'],
    ['the same key in two objects', '[{"a": 1}, {"a": 2}]'],
  ])('%s is read as JSON.parse reads it', (_name, text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text.replace('\uFEFF', '')), warnings: [] });
  });

  test('a text beyond the limit is refused before it is read', () => {
    const outcome = readJson(JSON.stringify('x'.repeat(1000)), { characters: 500, depth: 64, values: 10, keys: 10 });
    expect(outcome.ok ? null : outcome.problems[0]?.code).toBe('json-too-large');
  });
});
