/** Bids as other weights would have them. */
import { compareStandings, rangeOf } from '../../core/compare/order.ts';
import { reweighed } from '../../core/compare/reweighed.ts';
import type { Result } from '../../core/result.ts';
import type { ComparedBid, ComparisonAccount } from '../../report/comparison/context.ts';

/** A bid under supposed weights. */
export interface Placed {
  readonly bid: ComparedBid;
  /** From 1; bids that stand alike share it. */
  readonly place: number;
  readonly result: Result;
}

/** The order at the upper ends under these shares of the sections; a bid of which nothing is scored has no place. */
export function supposedOrder({ bids, model }: ComparisonAccount, shares: readonly number[]): readonly Placed[] {
  const supposed = bids
    .flatMap((bid) => {
      const result = reweighed(model, bid.result, shares);
      const worst = rangeOf(model, result)?.worst;
      return worst ? [{ bid, result, worst }] : [];
    })
    .sort((a, b) => compareStandings(a.worst, b.worst));
  let place = 0;
  return supposed.map(({ bid, result, worst }, i) => {
    const before = supposed[i - 1];
    if (!before || compareStandings(before.worst, worst) !== 0) place = i + 1;
    return { bid, place, result };
  });
}
