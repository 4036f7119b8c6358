import { hashOf } from '../canonical.ts';
import { evaluate } from '../evaluate.ts';
import type { Assessment } from '../format/assessment.ts';
import { fold, type State } from '../history.ts';
import { rounded } from '../interval.ts';
import { greatestMean } from '../mean.ts';
import { type Model, modelOf } from '../model.ts';
import type { Result } from '../result.ts';
import type { Truth } from '../truth.ts';
import { type Acceptability, acceptability } from './acceptability.ts';
import { type Demand, dominates, type Profile } from './dominance.ts';
import { drawerOf } from './draws.ts';
import { type Flip, type Path, type Point, pathOf, weightFlip } from './flips.ts';
import { groupsOf, type Range, type Relation, rangeOf, relationOf } from './order.ts';

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
interface Bid {
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
  /** Which of the two is at least as good in every section and better in one, and its gates demand no more (method K5). */
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
  const placed = bids.map((bid) => ({ ...bid, paths: pathsOf(model, bid.result), profile: profileOf(model, bid.result) }));
  const weighted = model.sections.flatMap(({ section }) => (section.weight > 0 ? [section.id] : []));
  return placed.flatMap((a, i) =>
    placed.slice(i + 1).map(
      (b): Pair => ({
        a: a.id,
        b: b.id,
        relation: relationOf(a.range, b.range),
        dominance: dominates(a.profile, b.profile) ? 'a' : dominates(b.profile, a.profile) ? 'b' : null,
        flips: weighted.map((section, at) => ({ section, flip: weightFlip(a.paths[at] as Path, b.paths[at] as Path) })),
      }),
    ),
  );
}

/** By section that has weight. */
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
  return {
    sections: parts.map((part) => (part && taken?.has(part) ? part.high : null)),
    ...demandOf(model, result, ['true', 'undetermined']),
  };
}

const profileOf = (model: Model, result: Result): Profile => ({
  sections: result.sections.flatMap(({ weight, interval }) => (weight > 0 ? [interval] : [])),
  least: demandOf(model, result, ['true']),
  most: demandOf(model, result, ['true', 'undetermined']),
});

/** What the gates in one of these states demand together. */
function demandOf(model: Model, result: Result, states: readonly Truth[]): Demand {
  const effects = model.gates.flatMap((gate, index) => (states.includes(result.gates[index]?.state ?? 'false') ? gate.effects : []));
  const floors = effects.map((one) =>
    one.effect === 'rating-at-least' ? model.questionnaire.bands.findIndex(({ id }) => id === one.band) : 0,
  );
  return { floor: Math.max(0, ...floors), stop: effects.some(({ effect }) => effect === 'stop') };
}

/** Lower edges of the bands, as scores are compared (method R1). */
const edgesOf = (model: Model): readonly number[] => model.questionnaire.bands.map(({ from }) => rounded(from));

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
  return acceptability(
    bids.map((bid) => drawerOf(model, bid.state.answers, bid.result)),
    { ...options, shares: sharesOf(model).filter((share) => share > 0), edges: edgesOf(model) },
  );
}
