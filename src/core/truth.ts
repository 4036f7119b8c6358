import { type Interval, rounded } from './interval.ts';

/** Kleene's three values (method C2). */
export type Truth = 'true' | 'false' | 'undetermined';

/** What is known. */
export const truthOf = (value: boolean): Truth => (value ? 'true' : 'false');

/** Undetermined stays so. */
export const not = (a: Truth): Truth => (a === 'undetermined' ? a : truthOf(a === 'false'));

/** False if one is false, else undetermined if one is, else true. */
export function all(values: Iterable<Truth>): Truth {
  let result: Truth = 'true';
  for (const value of values) {
    if (value === 'false') return value;
    if (value === 'undetermined') result = value;
  }
  return result;
}

/** True if one is true, else undetermined if one is, else false. */
export function any(values: Iterable<Truth>): Truth {
  let result: Truth = 'false';
  for (const value of values) {
    if (value === 'true') return value;
    if (value === 'undetermined') result = value;
  }
  return result;
}

/** Is a score, known to lie in the interval, at least the threshold? Compared as method R1 says. */
export function atLeast({ low, high }: Interval, threshold: number): Truth {
  if (rounded(low) >= rounded(threshold)) return 'true';
  return rounded(high) < rounded(threshold) ? 'false' : 'undetermined';
}
