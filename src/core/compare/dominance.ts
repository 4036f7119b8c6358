import { rounded } from '../interval.ts';
import type { Mean } from '../mean.ts';
import type { Demand } from './demand.ts';

/** What a bid may turn out to be: its sections (null: not scored), and what its gates demand at either end. */
export interface Profile {
  readonly sections: readonly (Mean | null)[];
  readonly least: Demand;
  readonly most: Demand;
}

/**
 * Method K5: a is at least as good in every section and better in one, whatever the open answers turn out to be, and its gates
 * demand no more (SPEC K5.1, K5.2). A section that is not scored for one of the two, or may not be, compares with nothing, so
 * nothing is claimed then.
 */
export function dominates(a: Profile, b: Profile): boolean {
  if (a.most.floor > b.least.floor || (a.most.stop && !b.least.stop)) return false;
  let better = false;
  for (const [index, one] of a.sections.entries()) {
    const other = b.sections[index];
    if (!one && !other) continue;
    if (!one || !other || one.optional || other.optional || rounded(one.high) > rounded(other.low)) return false;
    if (rounded(one.high) < rounded(other.low)) better = true;
  }
  return better;
}
