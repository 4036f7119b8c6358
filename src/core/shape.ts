import * as v from 'valibot';
import { below, type Problem, problem } from './problems.ts';

/** Longest piece of somebody's text that a message repeats. */
const SHOWN = 120;
/** Longest list of choices that a message names. */
const CHOICES = 400;

/** Of a value with more parts than this only the first difference is told: each may differ, and millions of problems help nobody. */
const PARTS = 200_000;
/** Most problems that are told of one value. */
const TOLD = 1000;

/** Everything in which the value differs from the schema, each with its path, what was expected and what was found, told once. */
export function shapeProblems(schema: v.GenericSchema<unknown, unknown>, value: unknown): readonly Problem[] {
  const parsed = v.safeParse(schema, value, { abortEarly: hasMoreParts(value, PARTS) });
  if (parsed.success) return [];
  // Two steps of a schema may expect the same thing: the form of a day, and that there is such a day.
  const found = parsed.issues.slice(0, TOLD).flatMap((issue) => problemOf(issue));
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Without recursion: it is asked of what nobody has checked yet. */
function hasMoreParts(value: unknown, most: number): boolean {
  const waiting = [value];
  for (let count = 0; waiting.length > 0; count += 1) {
    const next = waiting.pop();
    if (count + waiting.length >= most) return true;
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) waiting.push(part);
  }
  return false;
}

function problemOf(issue: v.BaseIssue<unknown>): readonly Problem[] {
  // Of a union's branches, the one that came furthest says most.
  if (issue.type === 'union' && issue.issues?.length)
    return issue.issues.slice(0, 1).flatMap((inner) => problemOf({ ...inner, path: joined(issue, inner) }));
  const path = below('', ...(issue.path ?? []).map((step) => String(step.key)));
  const found = issue.received.slice(0, SHOWN);
  if (issue.type === 'strict_object' && issue.expected === 'never') return [problem(path, 'shape-key-unknown', { found })];
  if (!issue.message.startsWith('@') && issue.type in BOUNDS) return [problem(path, 'shape-bound', { ...boundOf(issue), found })];
  if (issue.received === 'undefined') return [problem(path, 'shape-missing', { expected: expected(issue) })];
  const choices = issue.expected?.startsWith('("') ? issue.expected.slice(1, -1).replaceAll(' | ', ', ') : null;
  if (choices !== null) return [problem(path, 'shape-choice', { choices: choices.slice(0, CHOICES), found })];
  return [problem(path, 'shape', { expected: expected(issue), found })];
}

/** By what valibot calls it: what the words are for. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: '@text',
  number: '@number',
  boolean: '@boolean',
  Array: '@list',
  Object: '@object',
  '(string | number)': '@text-or-number',
  integer: '@integer',
  finite: '@finite',
};

/** A schema may name what it expects ('@id', see `format/primitives.ts`). */
function expected(issue: v.BaseIssue<unknown>): string {
  if (issue.message.startsWith('@')) return issue.message;
  const own = issue.expected ?? issue.type;
  return (EXPECTED[own] ?? own).slice(0, SHOWN);
}

const BOUNDS: Readonly<Record<string, 'least' | 'most'>> = {
  min_length: 'least',
  max_length: 'most',
  min_value: 'least',
  max_value: 'most',
};

/** What has too little or too much of something, and the limit. */
function boundOf(issue: v.BaseIssue<unknown>): Problem['params'] {
  const of = typeof issue.input === 'string' ? 'characters' : Array.isArray(issue.input) ? 'entries' : 'value';
  return { bound: BOUNDS[issue.type] ?? 'most', of, limit: Number(issue.requirement) };
}

function joined(outer: v.BaseIssue<unknown>, inner: v.BaseIssue<unknown>): v.BaseIssue<unknown>['path'] {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])];
  const [first, ...rest] = path;
  return first ? [first, ...rest] : undefined;
}
