/** What decides where a bid stands, for the order in words. */
import { relationOf } from '../../core/compare/order.ts';
import type { GateAccount } from '../../report/account/gates.ts';
import { type ComparedBid, type ComparisonAccount, someOf } from '../../report/comparison/context.ts';

/** Gates told with their exits; the others are counted. */
const MOST_GATES = 2;
/** Bids named in a sentence. */
const MOST_NAMED = 4;

/** Places from 1, both ends included: bids of one group share all of theirs. */
interface Places {
  readonly from: number;
  readonly to: number;
}

export interface Reasons {
  /** Gates that apply and stop the bid or hold its rating up, stops first. */
  readonly gates: readonly GateAccount[];
  /** How many others apply, and how many could. */
  readonly more: number;
  readonly could: number;
  /** What keeps it from being rated: answers that are not there, or how those that are there are shown. */
  readonly open: 'answers' | 'evidence' | null;
  /** Those that dominate it (method K5), in words; empty where none does. */
  readonly dominating: string;
  /** Those that it is not separated from (method K2), in words; empty where it is from all. */
  readonly alike: string;
  /** Is there none of all this to tell? */
  readonly isPlain: boolean;
}

/** By id of a bid. */
export function placesIn({ groups }: ComparisonAccount): ReadonlyMap<string, Places> {
  let before = 0;
  return new Map(
    groups.flatMap((group) => {
      const places = { from: before + 1, to: before + group.length };
      before = places.to;
      return group.map(({ id }) => [id, places] as const);
    }),
  );
}

/** As few as tell it: stops and gates first, then what is open, then the other bids. */
export function reasonsFor(account: ComparisonAccount, bid: ComparedBid): Reasons {
  const { bids, pair } = account;
  const others = bids.filter((other) => other !== bid);
  const named = (some: readonly ComparedBid[]) => (some.length === 0 ? '' : someOf(account, some, MOST_NAMED));
  const applying = bid.gates.filter(({ state }) => state === 'true');
  const deciding = (['stop', 'rating-at-least'] as const).flatMap((kind) =>
    applying.filter(({ gate }) => gate.effects.some(({ effect }) => effect === kind)),
  );
  const gates = [...new Set(deciding)].slice(0, MOST_GATES);
  const { answered, applicable } = bid.counts;
  const open = bid.headline.reading.kind !== 'not-ratable' ? null : answered < applicable ? 'answers' : 'evidence';
  const dominating = named(others.filter((other) => pair(other.id, bid.id).dominance === 'a'));
  const alike = named(others.filter((other) => relationOf(bid.range, other.range) === 'not-separated'));
  return {
    gates,
    more: applying.length - gates.length,
    could: bid.gates.length - applying.length,
    open,
    dominating,
    alike,
    isPlain: bid.gates.length === 0 && open === null && dominating === '' && alike === '',
  };
}
