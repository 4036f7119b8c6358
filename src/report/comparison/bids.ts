import { differencesOf } from '../../core/compare/criteria.ts';
import { detailWords } from '../account/details.ts';
import type { Block } from '../blocks.ts';
import { differenceTable } from '../procedure/table.ts';
import { type ComparedBid, type ComparisonAccount, callOf, type LeftOut } from './context.ts';
import { DIFFERENCE } from './keys.ts';

/** Who is compared, by the letters used everywhere else; and which files are not. */
export function bids(context: ComparisonAccount): readonly Block[] {
  const { t } = context;
  const lettered = [...context.bids].sort((a, b) => a.at - b.at);
  return [
    { kind: 'heading', level: 1, text: t('comparison.bids.title') },
    {
      kind: 'table',
      columns: [
        { head: t('comparison.bids.bid'), width: 0.1, rowHeader: true },
        { head: t('comparison.bids.vendor'), width: 0.42 },
        { head: t('comparison.bids.answered'), width: 0.23 },
        { head: t('comparison.bids.last'), width: 0.25 },
      ],
      rows: lettered.map((bid) => [
        [{ text: bid.label, strong: true }],
        identity(bid, context.call === null && !context.procedure),
        answered(context, bid),
        context.f.instant(bid.date),
      ]),
    },
    ...(context.call !== null || context.procedure ? [] : [{ kind: 'paragraph', text: t('comparison.bids.procedures') } as const]),
    ...leftOut(context),
  ];
}

/** `procedure`: named where the title of the report does not name it for all. */
function identity(bid: ComparedBid, procedure: boolean): string {
  const { name, state, t, f } = bid;
  const { register, factsAsOf } = state.details;
  const asOf = factsAsOf && detailWords('factsAsOf', factsAsOf, f);
  const call = procedure ? callOf(bid) : '';
  // A number in a register would name who is not to be named.
  return [
    ...(name === '' ? [] : [name, ...(register ? [register] : [])]),
    ...(call ? [call] : []),
    ...(asOf ? [t('method.cell', { column: t('report.detail.factsAsOf'), value: asOf })] : []),
  ].join('\n');
}

function answered({ t }: ComparisonAccount, { counts, f }: ComparedBid): string {
  return t('comparison.bids.counts', {
    answered: f.integer(counts.answered),
    applicable: f.integer(counts.applicable),
    unknown: f.integer(counts.unknown),
    declined: f.integer(counts.declined),
    open: f.integer(counts.open),
  });
}

/** Lines printed of one file; whoever wants the others has the file. */
const MOST_LINES = 40;

/** Method K1: what is not compared, and why. */
export function leftOut(account: ComparisonAccount): readonly Block[] {
  const { leftOut: files, t } = account;
  if (files.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('comparison.leftOut.title') },
    ...files.flatMap((file): readonly Block[] => {
      const more = file.lines.length - MOST_LINES;
      return [
        { kind: 'paragraph', text: whyNot(account, file) },
        ...(file.lines.length === 0
          ? []
          : [differenceTable(file.lines.slice(0, MOST_LINES), [t('tender.what'), t('tender.here'), t('tender.there')])]),
        ...(more > 0 ? [{ kind: 'paragraph', style: 'small', text: t('tender.more', { count: more }) } as const] : []),
      ];
    }),
  ];
}

function whyNot({ hashes, t, f }: ComparisonAccount, { name, criteria, lines, reason }: LeftOut): string {
  if (reason !== undefined) return t('tender.refused', { name, reason });
  const parts = differencesOf(criteria, hashes);
  if (parts.length > 0) {
    const differences = parts.map((part) => t(DIFFERENCE[part], { own: criteria[part].slice(0, 12), other: hashes[part].slice(0, 12) }));
    return t('comparison.leftOut.criteria', { name, differences: f.and(differences) });
  }
  return lines.length > 0 ? t('tender.answersOnly', { name }) : t('comparison.leftOut.notScored', { name });
}
