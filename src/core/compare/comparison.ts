import { evaluate } from '../evaluate.ts';
import type { Assessment } from '../format/assessment.ts';
import { fold, type State } from '../history.ts';
import { type Model, modelOf } from '../model.ts';
import type { Result } from '../result.ts';
import { type Acceptability, acceptability } from './acceptability.ts';
import { drawerOf } from './draws.ts';
import { groupsOf, type Range, rangeOf } from './order.ts';
import { edgesOf, type Pair, pairing, sharesOf } from './pairs.ts';

/** One bid among those compared. */
export interface Bid {
  readonly id: string;
  readonly state: State;
  readonly result: Result;
  readonly range: Range;
}

export interface Comparison {
  readonly model: Model;
  readonly bids: readonly Bid[];
  /** Best first; within a group no order is claimed over the whole of it (method K2). */
  readonly groups: readonly (readonly Bid[])[];
  /** Two of the bids by their ids, the first against the second. */
  readonly pair: (a: string, b: string) => Pair;
  /** All pairs, as many as the square of the bids: reckoned when read. */
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
  return comparisonOf(
    model,
    bids.flatMap(({ id, assessment }) => bidOf(model, id, fold(assessment.history)) ?? []),
  );
}

/** Null where nothing is scored. */
export function bidOf(model: Model, id: string, state: State): Bid | null {
  const result = evaluate(model, state.answers);
  const range = rangeOf(model, result);
  return range && { id, state, result, range };
}

/** Groups of bids, best first, and each pair when it is asked for (method K2, K3, K5). */
export function comparisonOf(model: Model, bids: readonly Bid[]): Comparison {
  const pair = pairing(model, bids);
  return {
    model,
    bids,
    groups: groupsOf(bids, ({ range }) => range),
    pair,
    get pairs() {
      return bids.flatMap((a, i) => bids.slice(i + 1).map((b) => pair(a.id, b.id)));
    },
  };
}

/** How far the order hangs on the weights and on what is open (method K4). Null where `progress` ended it. */
export function robustness(
  { model, bids }: { readonly model: Model; readonly bids: readonly { readonly state: Pick<State, 'answers'>; readonly result: Result }[] },
  options: { readonly draws: number; readonly seed: number; readonly band: number | null; readonly progress?: (done: number) => boolean },
): Acceptability | null {
  return acceptability(
    bids.map((bid) => drawerOf(model, bid.state.answers, bid.result)),
    { ...options, shares: sharesOf(model).filter((share) => share > 0), edges: edgesOf(model) },
  );
}
