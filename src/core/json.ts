/**
 * Reads JSON from outside. `JSON.parse` keeps the last of two equal keys in silence, follows any depth, and words its errors
 * differently in every engine, so the text is scanned first: one pass, no recursion, and a refusal says where and what.
 */
import { type Outcome, type Problem, problem } from './problems.ts';

export interface Limits {
  readonly characters: number;
  readonly depth: number;
}
const LIMITS: Limits = { characters: 40_000_000, depth: 64 };

export function readJson(text: string, limits: Limits = LIMITS): Outcome<unknown> {
  if (text.length > limits.characters)
    return { ok: false, problems: [problem('', 'json-too-large', { found: text.length, max: limits.characters })] };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const found = scan(source, limits.depth);
  return found ? { ok: false, problems: [found] } : { ok: true, value: JSON.parse(source), warnings: [] };
}

/** A string that UTF-8 can carry: JSON may escape half a character, canonical JSON (RFC 8785) has no bytes for it. */
const LONE_SURROGATE = /\\u[dD][89a-fA-F]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids just these inside a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end' | 'nothing';

/** The first thing that is wrong, or null. `open` holds the keys seen in each open object, null for an array. */
function scan(text: string, depth: number): Problem | null {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  let expecting: Expecting = 'value';
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return null;
    at = pattern.lastIndex;
    return match[0];
  };
  const place = () => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const unexpected = (expected: string): Problem =>
    at < text.length
      ? problem('', 'json', { ...place(), expected, found: JSON.stringify([...text.slice(at, at + 2)][0] ?? '') })
      : problem('', 'json-ended', { ...place(), expected });
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma-or-end');

  for (;;) {
    take(SPACE);
    const next = text[at];
    if (expecting === 'nothing') return at < text.length ? unexpected('@json-nothing') : null;
    if (expecting === 'comma-or-end') {
      const object = open.at(-1) !== null;
      if (next === ',') {
        at += 1;
        expecting = object ? 'key' : 'value';
      } else if (next === (object ? '}' : ']')) {
        at += 1;
        open.pop();
        expecting = afterValue();
      } else return unexpected(object ? '@json-comma-or-brace' : '@json-comma-or-bracket');
      continue;
    }
    if (expecting === 'key' || expecting === 'key-or-end') {
      if (expecting === 'key-or-end' && next === '}') {
        at += 1;
        open.pop();
        expecting = afterValue();
        continue;
      }
      const start = at;
      const key = next === '"' ? take(STRING) : null;
      if (key === null) return unexpected('@json-key');
      const name = JSON.parse(key) as string;
      if (open.at(-1)?.has(name)) {
        at = start;
        return problem('', 'json-key-twice', { ...place(), key: name.slice(0, 80) });
      }
      if (name === '__proto__') {
        at = start;
        return problem('', 'json-key-forbidden', { ...place(), key: name });
      }
      open.at(-1)?.add(name);
      take(SPACE);
      if (text[at] !== ':') return unexpected('@json-colon');
      at += 1;
      expecting = 'value';
      continue;
    }
    if (expecting === 'value-or-end' && next === ']') {
      at += 1;
      open.pop();
      expecting = afterValue();
      continue;
    }
    if (next === '{' || next === '[') {
      if (open.length === depth) return problem('', 'json-too-deep', { ...place(), max: depth });
      open.push(next === '{' ? new Set() : null);
      at += 1;
      expecting = next === '{' ? 'key-or-end' : 'value-or-end';
      continue;
    }
    const start = at;
    const value = next === '"' ? take(STRING) : (take(NUMBER) ?? take(WORD));
    if (value === null || value === '') return unexpected('@json-value');
    if (next === '"' && (LONE_SURROGATE.test(value) || !value.isWellFormed()) && !(JSON.parse(value) as string).isWellFormed()) {
      at = start;
      return problem('', 'json-half-character', place());
    }
    expecting = afterValue();
  }
}
