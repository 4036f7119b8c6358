import { groupsOf } from '../../core/compare/order.ts';
import { exitAccount } from '../account/exits.ts';
import type { Block, Cell } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { MOST_PRINTED } from './commitments.ts';
import { type ComparedBid, type ComparisonAccount, someOf } from './context.ts';

/** What would change the result, as a list to negotiate; set apart from the result, which stays what it is. */
export const negotiation = (context: ComparisonAccount): readonly Block[] => [
  ...negotiationLead(context),
  ...commitmentTable(context, context.bids.filter(hasWay)),
  ...withoutWay(context, context.bids),
  ...asIfMet(context),
];

export const hasWay = ({ commitments }: Pick<ComparedBid, 'commitments'>): boolean => commitments.length > 0;

export const negotiationLead = ({ t }: ComparisonAccount): readonly Block[] => [
  { kind: 'heading', level: 1, text: t('comparison.change.title') },
  { kind: 'paragraph', text: t('comparison.change.intro') },
];

/** The list to negotiate of bids that have a way. */
export function commitmentTable(context: ComparisonAccount, shown: readonly ComparedBid[]): readonly Block[] {
  const { t } = context;
  if (shown.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { head: t('comparison.change.bid'), width: 0.24, rowHeader: true },
        { head: t('comparison.change.commitment'), width: 0.5 },
        { head: t('report.conditions.after'), width: 0.26 },
      ],
      rows: shown.flatMap((bid) => rowsOf(context, bid)),
    },
  ];
}

function rowsOf({ t }: ComparisonAccount, bid: ComparedBid): readonly (readonly Cell[])[] {
  const head = (part: string): Cell => [{ text: bid.label, strong: true }, { text: `\n${part}` }];
  return bid.commitments.slice(0, MOST_PRINTED).map((commitment, i) => {
    const { changes, after } = exitAccount(bid.model, bid.state, commitment.gates, commitment, bid);
    const gates = t('comparison.change.gates', { count: commitment.gates.length, gates: commitment.gates.map(tagOf).join(', ') });
    const which = i === 0 ? t('comparison.change.now', { headline: bid.headline.word }) : t('comparison.change.or');
    return [head(which), [{ text: changes.join('\n') }, { text: `\n${gates}` }], after];
  });
}

/** The bids that have none, by the reason why. */
export function withoutWay(context: ComparisonAccount, among: readonly ComparedBid[]): readonly Block[] {
  const items = WHY_NONE.flatMap((why) => {
    const some = among.filter((bid) => !hasWay(bid) && whyNone(bid) === why);
    return some.length === 0 ? [] : [context.t(why, { bids: someOf(context, some) })];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

const WHY_NONE = ['comparison.change.stopped', 'comparison.change.lowest', 'comparison.change.noGate', 'comparison.change.noWay'] as const;

function whyNone({ range, gates, result }: ComparedBid): (typeof WHY_NONE)[number] {
  const [stop, band] = range.worst;
  if (result.stop === 'true') return 'comparison.change.stopped';
  if (stop === 0 && band === 0) return 'comparison.change.lowest';
  return gates.length === 0 ? 'comparison.change.noGate' : 'comparison.change.noWay';
}

/** The order if every bid met the first of its lists: a supposition, and printed as one. */
export function asIfMet(context: ComparisonAccount): readonly Block[] {
  const { bids, t } = context;
  if (!bids.some(hasWay)) return [];
  const groups = groupsOf(bids, (bid) => bid.commitments[0]?.range ?? bid.range);
  const lines = groups.map((group) => {
    const [only] = group;
    return only && group.length === 1 ? only.label : t('comparison.change.group', { bids: someOf(context, group) });
  });
  return [
    {
      kind: 'note',
      tone: 'soft',
      blocks: [
        { kind: 'heading', level: 3, text: t('comparison.change.supposed') },
        { kind: 'paragraph', text: t('comparison.change.supposedIntro') },
        { kind: 'list', ordered: true, items: lines },
      ],
    },
  ];
}
