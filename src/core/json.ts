/**
 * Reads JSON from outside. `JSON.parse` keeps the last of two equal keys in silence, follows any depth, and words its errors
 * differently in every engine, so the text is scanned first: one pass, no recursion, and a refusal says where and what.
 */
import { type Outcome, type Problem, problem } from './problems.ts';

export interface Limits {
  readonly characters: number;
  readonly depth: number;
  /** Keys and values together: a small file can hold millions, each of which costs far more than its text. */
  readonly values: number;
  /** Of one object. */
  readonly keys: number;
}
/** Of one file, which says what one assessment, one procedure, one report rests on. */
export const LIMITS: Limits = { characters: 40_000_000, depth: 64, values: 2_000_000, keys: 10_000 };

/** Reads a text as JSON; a byte order mark at its beginning is passed over. */
export function readJson(text: string, limits: Limits = LIMITS): Outcome<unknown> {
  if (text.length > limits.characters)
    return { ok: false, problems: [problem('', 'json-too-large', { found: text.length, max: limits.characters })] };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const found = scan(source, limits);
  return found ? { ok: false, problems: [found] } : { ok: true, value: JSON.parse(source), warnings: [] };
}

/** A string that UTF-8 can carry: JSON may escape half a character, canonical JSON (RFC 8785) has no bytes for it. */
const LONE_SURROGATE = /\\u[dD][89a-fA-F]/;
// A choice inside a repetition would overflow the stack of the engine at some ten million characters; these two are taken in turn.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids just these inside a text
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Where the match that begins at a place ends; -1 where none does. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where the string that begins at a place ends; -1 where it does not, beyond the end of the text where that comes first. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; ) {
    at = endOf(PLAIN, text, at);
    if (text[at] === '"' || at === text.length) return at + 1;
    at = endOf(ESCAPES, text, at);
    if (at < 0) return -1;
  }
}

/** What a string in JSON says; most say what they look like. */
const spoken = (text: string, start: number, end: number): string => {
  const inside = text.slice(start + 1, end - 1);
  return inside.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : inside;
};

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end' | 'nothing';

/** The first thing that is wrong, or null. `open` holds the keys seen in each open object, null for an array. */
function scan(text: string, { depth, values, keys }: Limits): Problem | null {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  let expecting: Expecting = 'value';
  let count = 0;
  const isWhole = text.isWellFormed();
  const place = () => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const unexpected = (expected: string): Problem =>
    at < text.length
      ? problem('', 'json', { ...place(), expected, found: JSON.stringify([...text.slice(at, at + 2)][0] ?? '') })
      : problem('', 'json-ended', { ...place(), expected });
  const cutOff = (): Problem => {
    at = text.length;
    return unexpected('@json-quote');
  };
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma-or-end');

  for (;;) {
    at = endOf(SPACE, text, at);
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
      const end = next === '"' ? endOfString(text, at) : -1;
      if (end < 0) return unexpected('@json-key');
      if (end > text.length) return cutOff();
      const name = spoken(text, at, end);
      if (open.at(-1)?.has(name)) return problem('', 'json-key-twice', { ...place(), key: name.slice(0, SHOWN) });
      if (FORBIDDEN.includes(name)) return problem('', 'json-key-forbidden', { ...place(), key: name });
      if (!name.isWellFormed()) return problem('', 'json-half-character', place());
      const names = open.at(-1);
      if (names && names.size === keys) return problem('', 'json-too-many-keys', { ...place(), max: keys });
      names?.add(name);
      at = endOf(SPACE, text, end);
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
    count += 1;
    if (count > values) return problem('', 'json-too-many', { ...place(), max: values });
    if (next === '{' || next === '[') {
      if (open.length === depth) return problem('', 'json-too-deep', { ...place(), max: depth });
      open.push(next === '{' ? new Set() : null);
      at += 1;
      expecting = next === '{' ? 'key-or-end' : 'value-or-end';
      continue;
    }
    const isText = next === '"';
    const end = isText ? endOfString(text, at) : Math.max(endOf(NUMBER, text, at), endOf(WORD, text, at));
    if (end < 0) return unexpected('@json-value');
    if (end > text.length) return cutOff();
    if (isText && holdsHalf(text.slice(at, end), isWhole)) return problem('', 'json-half-character', place());
    at = end;
    expecting = afterValue();
  }
}

/** Keys that JavaScript gives a meaning to; a schema passes over them rather than refuse them. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Longest piece of somebody's key that a message repeats. */
const SHOWN = 80;

/** `isWhole`: the text around it is well-formed, so only what is escaped can be half. */
const holdsHalf = (written: string, isWhole: boolean): boolean =>
  !(isWhole || written.isWellFormed()) || (LONE_SURROGATE.test(written) && !(JSON.parse(written) as string).isWellFormed());
