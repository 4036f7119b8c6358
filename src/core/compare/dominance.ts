import type { Interval } from '../interval.ts';
import { rounded } from '../interval.ts';

/**
 * Method K5: a is at least as good in every section and better in one, whatever the open answers turn out to be. A section
 * that is not scored for one of the two (null) compares with nothing, so nothing is claimed then.
 */
export function dominates(a: readonly (Interval | null)[], b: readonly (Interval | null)[]): boolean {
  let better = false;
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (!one && !other) continue;
    if (!one || !other || rounded(one.high) > rounded(other.low)) return false;
    if (rounded(one.high) < rounded(other.low)) better = true;
  }
  return better;
}
