import { hashOf } from '../canonical.ts';
import { evaluate } from '../evaluate.ts';
import type { Assessment } from '../format/assessment.ts';
import { fold, type State } from '../history.ts';
import { type Model, modelOf } from '../model.ts';
import type { Result } from '../result.ts';
import { type Acceptability, acceptability } from './acceptability.ts';
import { dominates } from './dominance.ts';
import { drawBid } from './draws.ts';
import { type Flip, type Point, weightFlip } from './flips.ts';
import { groupsOf, type Range, type Relation, rangeOf, relationOf } from './order.ts';
import { drawsFrom } from './random.ts';

/** What an assessment was made with, by hash (method K1). */
export interface Criteria {
  readonly questionnaire: string;
  readonly policy: string;
  readonly facts: string;
}

export const criteriaOf = ({ questionnaire, policy, facts }: Assessment): Criteria => ({
  questionnaire: hashOf(questionnaire),
  policy: hashOf(policy),
  facts: hashOf(facts),
});

/** In what two sets of criteria differ; none: their assessments may be compared (method K1). */
export function differencesOf(a: Criteria, b: Criteria): readonly (keyof Criteria)[] {
  return (['questionnaire', 'policy', 'facts'] as const).filter((part) => a[part] !== b[part]);
}

/** One bid among those compared. */
export interface Bid {
  readonly id: string;
  readonly state: State;
  readonly result: Result;
  readonly range: Range;
}

/** Two bids beside each other. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** `a` is at least as good in every section and better in one, or the other way round (method K5). */
  readonly dominance: 'a' | 'b' | null;
  /** By section: the smallest change of its weight that swaps them at their upper ends, or null (method K3). */
  readonly flips: readonly { readonly section: string; readonly flip: Flip | null }[];
}

export interface Comparison {
  readonly model: Model;
  readonly bids: readonly Bid[];
  /** Best first; within a group no order is claimed over the whole of it (method K2). */
  readonly groups: readonly (readonly Bid[])[];
  readonly pairs: readonly Pair[];
}

/**
 * Compares bids made with the same criteria; which they are is for the caller to see to (`differencesOf`). A bid of which nothing
 * is scored has no place in the order and is left out.
 */
export function compare(bids: readonly { readonly id: string; readonly assessment: Assessment }[]): Comparison | null {
  const first = bids[0]?.assessment;
  if (!first) return null;
  const model = modelOf(first.questionnaire, first.facts, first.policy);
  const placed = bids.flatMap(({ id, assessment }): Bid[] => {
    const state = fold(assessment.history);
    const result = evaluate(model, state.answers);
    const range = rangeOf(model, result);
    return range ? [{ id, state, result, range }] : [];
  });
  return { model, bids: placed, groups: groupsOf(placed, (bid) => bid.range), pairs: pairsOf(model, placed) };
}

function pairsOf(model: Model, bids: readonly Bid[]): readonly Pair[] {
  const shares = sharesOf(model);
  const bands = model.questionnaire.bands;
  const points = new Map(bids.map((bid) => [bid.id, pointOf(model, bid)]));
  return bids.flatMap((a, i) =>
    bids.slice(i + 1).map((b): Pair => {
      const [left, right] = [a, b].map((bid) => bid.result.sections.filter(({ weight }) => weight > 0).map(({ interval }) => interval));
      const [from, to] = [points.get(a.id), points.get(b.id)];
      return {
        a: a.id,
        b: b.id,
        relation: relationOf(a.range, b.range),
        dominance: dominates(left ?? [], right ?? []) ? 'a' : dominates(right ?? [], left ?? []) ? 'b' : null,
        flips: model.sections.flatMap(({ section }, index) =>
          section.weight > 0 && from && to ? [{ section: section.id, flip: weightFlip(from, to, shares, index, bands) }] : [],
        ),
      };
    }),
  );
}

/** A bid at its upper end, the working assumption: gates that hold or could, and sections as they leave them. */
function pointOf(model: Model, { result, range }: Bid): Point {
  const demanded = model.gates.flatMap((gate, index) => (result.gates[index]?.state === 'false' ? [] : gate.effects));
  const floors = demanded.map((effect) =>
    effect.effect === 'rating-at-least' ? model.questionnaire.bands.findIndex((band) => band.id === effect.band) : 0,
  );
  return {
    sections: result.sections.map(({ interval }) => interval?.high ?? null),
    floor: Math.max(0, ...floors),
    stop: range.worst[0] === 1,
  };
}

/** Shares of the sections in the whole, adding up to 1. */
export function sharesOf(model: Model): readonly number[] {
  const total = model.sections.reduce((sum, { section }) => sum + section.weight, 0);
  return model.sections.map(({ section }) => section.weight / total);
}

/** How far the order hangs on the weights and on what is open (method K4). Null where `progress` ended it. */
export function robustness(
  { model, bids }: Comparison,
  options: { readonly draws: number; readonly seed: number; readonly band: number | null; readonly progress?: (done: number) => boolean },
): Acceptability | null {
  const draw = drawsFrom(options.seed);
  const weighted = model.sections.flatMap(({ section }, index) => (section.weight > 0 ? [index] : []));
  const width = model.sections.length;
  const drawn = bids.map((bid) => {
    const all = drawBid(model, bid.state.answers, bid.result, options.draws, draw);
    const sections = new Float64Array(all.rows * weighted.length);
    for (let row = 0; row < all.rows; row++)
      for (const [i, index] of weighted.entries()) sections[row * weighted.length + i] = all.sections[row * width + index] ?? Number.NaN;
    return { ...all, sections };
  });
  const shares = sharesOf(model).filter((share) => share > 0);
  return acceptability(drawn, { ...options, shares, edges: model.questionnaire.bands.map((band) => band.from) }, draw);
}
