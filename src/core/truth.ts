/** Kleene's three values (method C2). */
export type Truth = 'true' | 'false' | 'undetermined';

export const truthOf = (value: boolean): Truth => (value ? 'true' : 'false');

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

export function any(values: Iterable<Truth>): Truth {
  let result: Truth = 'false';
  for (const value of values) {
    if (value === 'true') return value;
    if (value === 'undetermined') result = value;
  }
  return result;
}

/** Is the value, known to lie between low and high, at least the threshold? Both are already rounded or exact. */
export function atLeast(low: number, high: number, threshold: number): Truth {
  if (low >= threshold) return 'true';
  return high < threshold ? 'false' : 'undetermined';
}
