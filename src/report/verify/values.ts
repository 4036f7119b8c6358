import { below } from '../../core/problems.ts';

/** The first place where two JSON values differ, as a JSON Pointer (RFC 6901); null where they do not. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) return Object.is(a, b) ? null : path;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[key], b[key], below(path, key));
    if (found !== null) return found;
  }
  return null;
}

const isNested = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
