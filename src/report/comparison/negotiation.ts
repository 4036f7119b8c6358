import { groupsOf } from '../../core/compare/order.ts';
import { exitAccount } from '../account/exits.ts';
import type { Block, Cell } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { type ComparedBid, type ComparisonAccount, labelsOf } from './context.ts';

/** Ways printed for each bid. */
const MOST = 3;

/** What would change the result, as a list to negotiate; set apart from the result, which stays what it is. */
export function negotiation(context: ComparisonAccount): readonly Block[] {
  const { bids, t } = context;
  return [
    { kind: 'heading', level: 1, text: t('comparison.change.title') },
    { kind: 'paragraph', text: t('comparison.change.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('comparison.change.bid'), width: 0.24, rowHeader: true },
        { head: t('comparison.change.commitment'), width: 0.5 },
        { head: t('report.conditions.after'), width: 0.26 },
      ],
      rows: bids.flatMap((bid) => rowsOf(context, bid)),
    },
    ...asIfMet(context),
  ];
}

function rowsOf(context: ComparisonAccount, bid: ComparedBid): readonly (readonly Cell[])[] {
  const { t } = context;
  const head = (part: string): Cell => [{ text: bid.label, strong: true }, { text: `\n${part}` }];
  if (bid.commitments.length === 0) return [[head(t('comparison.change.now', { headline: bid.headline.word })), whyNone(context, bid), '']];
  return bid.commitments.slice(0, MOST).map((commitment, i) => {
    const { changes, after } = exitAccount(bid.model, bid.state, commitment.gates, commitment, bid);
    const gates = t('comparison.change.gates', { count: commitment.gates.length, gates: commitment.gates.map(tagOf).join(', ') });
    const which = i === 0 ? t('comparison.change.now', { headline: bid.headline.word }) : t('comparison.change.or');
    return [head(which), [{ text: changes.join('\n') }, { text: `\n${gates}` }], after];
  });
}

function whyNone({ t }: ComparisonAccount, { range, gates }: ComparedBid): string {
  const [stop, band] = range.worst;
  if (stop === 0 && band === 0) return t('comparison.change.lowest');
  return t(gates.length === 0 ? 'comparison.change.noGate' : 'comparison.change.noWay');
}

/** The order if every bid met the first of its lists: a supposition, and printed as one. */
function asIfMet({ bids, t, f }: ComparisonAccount): readonly Block[] {
  if (bids.every(({ commitments }) => commitments.length === 0)) return [];
  const groups = groupsOf(bids, (bid) => bid.commitments[0]?.range ?? bid.range);
  const lines = groups.map((group) => {
    const [only] = group;
    return only && group.length === 1 ? only.label : t('comparison.change.group', { bids: f.and(labelsOf(group)) });
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
