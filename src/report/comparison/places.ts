import { type ComparedBid, type ComparisonContext, shareAt, shareWords } from './context.ts';

/** Places told together, from 0, both ends included. */
interface Places {
  readonly from: number;
  readonly to: number;
}

/** Up to so many bids, every place stands alone. */
const MOST_ALONE = 8;
/** How many places stand together, the least that leaves eight columns at most. */
const STEPS = [2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 100];
const MOST_COLUMNS = 8;

/** The columns of places for so many bids: the first place always by itself. */
export function placesOf(bids: number): readonly Places[] {
  if (bids <= MOST_ALONE) return Array.from({ length: bids }, (_, place) => ({ from: place, to: place }));
  const step = STEPS.find((one) => 1 + Math.ceil(bids / one) <= MOST_COLUMNS) ?? Math.ceil(bids / (MOST_COLUMNS - 1));
  const together = Array.from({ length: Math.ceil(bids / step) }, (_, i) => ({
    from: Math.max(1, i * step),
    to: Math.min(bids, (i + 1) * step) - 1,
  }));
  return [{ from: 0, to: 0 }, ...together];
}

/** "1", or "2–25". */
export const placeWords = ({ t, f }: ComparisonContext, { from, to }: Places): string =>
  from === to ? f.integer(from + 1) : t('comparison.ranks.span', { from: f.integer(from + 1), to: f.integer(to + 1) });

/** Shares of the draws in which a bid takes the places of each column. */
export const sharesAt = (context: ComparisonContext, bid: ComparedBid): readonly number[] =>
  placesOf(context.bids.length).map(({ from, to }) => {
    let share = 0;
    for (let place = from; place <= to; place++) share += shareAt(context, bid, place);
    return share;
  });

/** A share that would be shown as 0.0 % is not told in words. */
const LEAST_TOLD = 0.0005;

/** The places that a bid takes, each with its share. */
export function taken(context: ComparisonContext, bid: ComparedBid): string {
  const shares = sharesAt(context, bid);
  return placesOf(context.bids.length)
    .flatMap((places, i) => {
      const share = shares[i] ?? 0;
      return share >= LEAST_TOLD
        ? [context.t('comparison.ranks.one', { rank: placeWords(context, places), share: shareWords(context, share) })]
        : [];
    })
    .join(' · ');
}
