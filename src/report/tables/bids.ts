import { relationOf } from '../../core/compare/order.ts';
import { bandName } from '../account/headline.ts';
import { GATE_STATE } from '../account/keys.ts';
import { type ComparedBid, labelsOf, shareAt } from '../comparison/context.ts';
import { tagOf } from '../words.ts';
import { scoreFormula } from './arithmetic.ts';
import type { BidLines, TablesContext } from './context.ts';
import { type Cell, type Column, number, type Sheet, score, share, sheetOf, text } from './sheet.ts';

/** The bids in the order of the comparison, as far as one is claimed. */
export function bidSheet(context: TablesContext): Sheet {
  const { model, t, groups } = context;
  const group = (bid: ComparedBid) => groups.findIndex((one) => one.includes(bid)) + 1;
  const band = (id: string | undefined) => text(id && bandName(model, id, context));
  const others = (bid: ComparedBid, relation: 'before' | 'after' | 'not-separated') =>
    text(labelsOf(context.bids.filter((other) => other !== bid && relationOf(bid.range, other.range) === relation)).join(', '));
  const count = (head: string, of: keyof ComparedBid['counts']): Column<BidLines> => ({
    head,
    width: 11,
    cell: ({ bid }) => number(bid.counts[of]),
  });
  const { low, high } = scoreColumns(context);
  return sheetOf(
    t('tables.sheet.bids'),
    [
      { head: t('tables.bid'), width: 10, cell: ({ bid }) => text(bid.label) },
      { head: t('tables.vendor'), width: 32, cell: ({ bid }) => text(bid.name) },
      { head: t('tables.group'), width: 9, cell: ({ bid }) => number(group(bid)) },
      ratingColumn(context),
      { head: t('tables.rating.low'), width: 13, cell: ({ bid }) => band(bid.result.rating?.low) },
      { head: t('tables.rating.high'), width: 13, cell: ({ bid }) => band(bid.result.rating?.high) },
      { head: t('tables.rating.byHand'), width: 13, cell: ({ bid }) => band(bid.state.override?.band) },
      { head: t('tables.stop'), width: 15, cell: ({ bid }) => text(t(GATE_STATE[bid.result.stop])) },
      low,
      high,
      { head: t('tables.coverage'), width: 11, cell: ({ bid }) => share(bid.result.coverage) },
      count(t('tables.count.applicable'), 'applicable'),
      count(t('tables.count.answered'), 'answered'),
      count(t('tables.count.unknown'), 'unknown'),
      count(t('tables.count.declined'), 'declined'),
      count(t('tables.count.open'), 'open'),
      { head: t('tables.before'), width: 20, cell: ({ bid }) => others(bid, 'before') },
      { head: t('tables.alike'), width: 20, cell: ({ bid }) => others(bid, 'not-separated') },
      { head: t('tables.behind'), width: 20, cell: ({ bid }) => others(bid, 'after') },
    ],
    context.lines,
  );
}

export const ratingColumn = ({ t }: TablesContext): Column<BidLines> => ({
  head: t('tables.rating'),
  width: 22,
  cell: ({ bid }) => text(bid.headline.word),
});

export function scoreColumns(context: TablesContext): { readonly low: Column<BidLines>; readonly high: Column<BidLines> } {
  const { t } = context;
  const cell = (end: 'low' | 'high') => (lines: BidLines) => score(lines.bid.result.overall?.[end], scoreFormula(context, lines, end));
  return {
    low: { head: t('tables.score.low'), width: 11, cell: cell('low') },
    high: { head: t('tables.score.high'), width: 11, cell: cell('high') },
  };
}

/** Every gate that applies to a bid, or could. */
export function gateSheet({ bids, t }: TablesContext): Sheet {
  type Gate = { readonly bid: ComparedBid; readonly gate: ComparedBid['gates'][number] };
  const columns: readonly Column<Gate>[] = [
    { head: t('tables.bid'), width: 10, cell: ({ bid }) => text(bid.label) },
    { head: t('tables.gate'), width: 10, cell: ({ gate }) => text(tagOf(gate.gate.id)) },
    { head: t('tables.gate.title'), width: 40, cell: ({ gate }) => text(gate.title) },
    { head: t('tables.gate.state'), width: 14, cell: ({ gate }) => text(t(GATE_STATE[gate.state])) },
    { head: t('tables.gate.effect'), width: 32, cell: ({ gate }) => text(gate.effect) },
    { head: t('tables.gate.exit'), width: 60, cell: ({ gate }) => text(gate.exit) },
  ];
  return sheetOf(
    t('tables.sheet.gates'),
    columns,
    bids.flatMap((bid) => bid.gates.map((gate) => ({ bid, gate }))),
  );
}

/** Share of the draws in which each bid takes each place. */
export function placeSheet(context: TablesContext): Sheet {
  const { bids, t, f } = context;
  const place = (rank: number): Column<ComparedBid> => ({
    head: t('tables.place', { place: f.integer(rank + 1) }),
    width: 10,
    cell: (bid): Cell => share(shareAt(context, bid, rank)),
  });
  return sheetOf(
    t('tables.sheet.places'),
    [{ head: t('tables.bid'), width: 10, cell: (bid) => text(bid.label) }, ...bids.map((_, rank) => place(rank))],
    bids,
  );
}
