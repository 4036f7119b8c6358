import * as v from 'valibot';
import { below, type Problem, problem } from './problems.ts';

/** Longest piece of somebody's text that a message repeats. */
const SHOWN = 120;

/** Everything in which the value differs from the schema, each with its path, what was expected and what was found, told once. */
export function shapeProblems(schema: v.GenericSchema<unknown, unknown>, value: unknown): readonly Problem[] {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return [];
  // Two steps of a schema may expect the same thing: the form of a day, and that there is such a day.
  const found = parsed.issues.flatMap((issue) => problemOf(issue));
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function problemOf(issue: v.BaseIssue<unknown>): readonly Problem[] {
  // Of a union's branches, the one that came furthest says most.
  if (issue.type === 'union' && issue.issues?.length)
    return issue.issues.slice(0, 1).flatMap((inner) => problemOf({ ...inner, path: joined(issue, inner) }));
  const path = below('', ...(issue.path ?? []).map((step) => String(step.key)));
  const found = issue.received.slice(0, SHOWN);
  if (issue.type === 'strict_object' && issue.expected === 'never') return [problem(path, 'shape-key-unknown', { found })];
  if (issue.received === 'undefined') return [problem(path, 'shape-missing', { expected: expected(issue) })];
  return [problem(path, 'shape', { expected: expected(issue), found })];
}

/** A schema may name what it expects ('@id', see `format/primitives.ts`); otherwise valibot's own notation serves. */
const expected = (issue: v.BaseIssue<unknown>): string =>
  (issue.message.startsWith('@') ? issue.message : (issue.expected ?? issue.type)).slice(0, SHOWN);

function joined(outer: v.BaseIssue<unknown>, inner: v.BaseIssue<unknown>): v.BaseIssue<unknown>['path'] {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])];
  const [first, ...rest] = path;
  return first ? [first, ...rest] : undefined;
}
