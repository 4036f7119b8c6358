/** Two bids beside each other. What a bid brings to its pairs is reckoned once, and only for bids that are looked at. */
import { rounded } from '../interval.ts';
import { greatestMean } from '../mean.ts';
import type { Model } from '../model.ts';
import type { Result } from '../result.ts';
import { leastDemand, mostDemand } from './demand.ts';
import { dominates, type Profile } from './dominance.ts';
import { type Flip, type Path, type Point, pathOf, weightFlip } from './flips.ts';
import { type Range, type Relation, relationOf } from './order.ts';

/** Two bids beside each other. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** Which of the two is at least as good in every section and better in one, and its gates demand no more (method K5). */
  readonly dominance: 'a' | 'b' | null;
  /** By section: the smallest change of its weight that swaps them at their upper ends, or null (method K3). Reckoned when read. */
  readonly flips: readonly { readonly section: string; readonly flip: Flip | null }[];
}

interface Bid {
  readonly id: string;
  readonly result: Result;
  readonly range: Range;
}

/** The pair of any two of the bids, told as the first against the second. */
export function pairing(model: Model, bids: readonly Bid[]): (a: string, b: string) => Pair {
  const byId = new Map(bids.map((bid) => [bid.id, bid]));
  const kept = new Map<string, Side>();
  const weighted = model.sections.flatMap(({ section }) => (section.weight > 0 ? [section.id] : []));
  const sideOf = (id: string): Side => {
    const bid = byId.get(id);
    if (!bid) throw new RangeError(`no bid ${id}`);
    const side = kept.get(id) ?? { range: bid.range, paths: pathsOf(model, bid.result), profile: profileOf(model, bid.result) };
    kept.set(id, side);
    return side;
  };
  return (a, b) => {
    const [one, other] = [sideOf(a), sideOf(b)];
    return {
      a,
      b,
      relation: relationOf(one.range, other.range),
      dominance: dominates(one.profile, other.profile) ? 'a' : dominates(other.profile, one.profile) ? 'b' : null,
      get flips() {
        return weighted.map((section, at) => ({ section, flip: weightFlip(one.paths[at] as Path, other.paths[at] as Path) }));
      },
    };
  };
}

interface Side {
  readonly range: Range;
  /** By section that has weight. */
  readonly paths: readonly Path[];
  readonly profile: Profile;
}

function pathsOf(model: Model, result: Result): readonly Path[] {
  const [point, shares, edges] = [pointOf(model, result), sharesOf(model), edgesOf(model)];
  return model.sections.flatMap(({ section }, index) => (section.weight > 0 ? [pathOf(point, shares, index, edges)] : []));
}

/**
 * A bid at its upper end, the working assumption: gates that hold or could, sections as they leave them. One that may or may not
 * be scored is taken as it is at the stated weights.
 */
function pointOf(model: Model, result: Result): Point {
  const parts = result.sections.map(({ interval, weight }) => interval && { ...interval, weight });
  const taken = greatestMean(parts.flatMap((part) => part ?? []))?.taken;
  return { sections: parts.map((part) => (part && taken?.has(part) ? part.high : null)), ...mostDemand(model, result) };
}

const profileOf = (model: Model, result: Result): Profile => ({
  sections: result.sections.flatMap(({ weight, interval }) => (weight > 0 ? [interval] : [])),
  least: leastDemand(model, result),
  most: mostDemand(model, result),
});

/** Lower edges of the bands, as scores are compared (method R1). */
export const edgesOf = (model: Model): readonly number[] => model.questionnaire.bands.map(({ from }) => rounded(from));

/** Shares of the sections in the whole, adding up to 1. */
export function sharesOf(model: Model): readonly number[] {
  const total = model.sections.reduce((sum, { section }) => sum + section.weight, 0);
  return model.sections.map(({ section }) => section.weight / total);
}
