import type { Block } from '../blocks.ts';
import { type ComparedBid, type ComparisonAccount, type ComparisonContext, calledOf, shareAt, shareWords, someOf } from './context.ts';

/** Bids whose share of the first place is told. */
const NAMED = 3;
/** Bids named in the sentence that says which cannot be told apart. */
const MOST_LEADERS = 6;

/** What can be said and what cannot, in one sentence; how often the first place falls to whom; then what each file says it is. */
export function lead(context: ComparisonContext): readonly Block[] {
  return [
    { kind: 'paragraph', style: 'lead', text: sentence(context) },
    { kind: 'paragraph', text: firstPlaces(context) },
    ...labels(context),
  ];
}

/** What can be said and what cannot. */
export function sentence(account: ComparisonAccount): string {
  const { bids, leaders, groups, t } = account;
  const [first] = leaders;
  if (bids.every(({ result }) => result.stop === 'true')) return t('comparison.lead.stops', { count: bids.length });
  if (leaders.length === bids.length) return t('comparison.lead.none', { count: bids.length });
  if (leaders.length > 1) return t('comparison.lead.several', { bids: someOf(account, leaders, MOST_LEADERS) });
  const bid = first ? calledOf(account, first) : '';
  return groups.length === bids.length ? t('comparison.lead.all', { bid, count: bids.length }) : t('comparison.lead.first', { bid });
}

/** Rank acceptability of the first rank, greatest first (method K4). */
export function firstPlaces(context: ComparisonContext): string {
  const { bids, acceptability, band, t, f } = context;
  const shares = bids
    .map((bid) => ({ label: bid.label, share: shareAt(context, bid, 0) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED)
    .map(({ label, share }) => t('comparison.lead.share', { bid: label, share: shareWords(context, share) }));
  const params = { shares: f.and(shares), draws: f.integer(acceptability.draws) };
  return band === null ? t('comparison.lead.drawn', params) : t('comparison.lead.drawnWithin', { ...params, band: f.percent(band) });
}

/** What the files say they are (such as an example) stands before everything else that is said of the bids. */
export function labels(account: ComparisonAccount): readonly Block[] {
  const { bids, t } = account;
  const said = new Map<string, ComparedBid[]>();
  for (const bid of [...bids].sort((a, b) => a.at - b.at))
    if (bid.state.details.label) said.set(bid.state.details.label, [...(said.get(bid.state.details.label) ?? []), bid]);
  if (said.size === 0) return [];
  return [
    {
      kind: 'note',
      tone: 'strong',
      blocks: [
        {
          kind: 'facts',
          items: [...said].map(([label, some]) => ({
            term: some.length === bids.length ? t('comparison.all') : someOf(account, some),
            value: [{ text: label, strong: true }],
          })),
        },
      ],
    },
  ];
}
