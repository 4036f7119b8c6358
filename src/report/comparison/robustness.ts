import type { Flip } from '../../core/compare/flips.ts';
import { compareStandings } from '../../core/compare/order.ts';
import { sharesOf } from '../../core/compare/pairs.ts';
import { sectionName } from '../account/gates.ts';
import type { Block, Figure, Table } from '../blocks.ts';
import { rankSquares } from '../figures/rankSquares.ts';
import { type ComparedBid, type ComparisonAccount, type ComparisonContext, shareBefore, shareWords } from './context.ts';
import { placesOf, placeWords, sharesAt, taken } from './places.ts';

/** Bids in one drawing. */
const MOST_ROWS = 12;
/** Up to so many bids each is told against each. */
const MOST_SQUARE = 8;
/** Up to so many bids every pair is printed; beyond, neighbours in the printed order. */
const MOST_PAIRED = 6;

/** How far the order hangs on weights and open answers (methods K3 and K4). */
export function robustness(context: ComparisonContext): readonly Block[] {
  const { bids, t } = context;
  return [
    { kind: 'heading', level: 1, text: t('comparison.robust.title') },
    { kind: 'paragraph', text: t('comparison.robust.intro') },
    draws(context),
    { kind: 'heading', level: 2, text: t('comparison.ranks.title') },
    ...Array.from({ length: Math.ceil(bids.length / MOST_ROWS) }, (_, i) =>
      rankFigure(context, bids.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS)),
    ),
    rankTable(context, bids),
    ...before(context),
    ...flips(context),
  ];
}

/** How the draws were made, and how well a share is known. */
export function draws({ acceptability, band, t, f }: ComparisonContext): Block {
  const params = {
    draws: f.integer(acceptability.draws),
    seed: String(acceptability.seed),
    error: f.score(acceptability.error * 100),
  };
  return {
    kind: 'paragraph',
    text: band === null ? t('comparison.robust.free', params) : t('comparison.robust.within', { ...params, band: f.percent(band) }),
  };
}

/** How often some of the bids take each place, as a picture. */
export function rankFigure(context: ComparisonContext, shown: readonly ComparedBid[]): Figure {
  const { t } = context;
  return {
    kind: 'figure',
    alt: shown.map((bid) => t('comparison.ranks.alt', { bid: bid.label, ranks: taken(context, bid) })).join(' '),
    drawing: rankSquares(
      heads(context),
      shown.map((bid) => ({ label: bid.label, shares: sharesAt(context, bid) })),
    ),
    caption: t('comparison.ranks.caption'),
  };
}

const heads = (context: ComparisonContext): readonly string[] => placesOf(context.bids.length).map((places) => placeWords(context, places));

/** The same as figures. */
export function rankTable(context: ComparisonContext, shown: readonly ComparedBid[]): Table {
  const { t } = context;
  const names = heads(context);
  const width = 0.86 / names.length;
  return {
    kind: 'table',
    caption: t('comparison.ranks.table'),
    columns: [
      { head: t('comparison.bids.bid'), width: 0.14, rowHeader: true },
      ...names.map((rank) => ({ head: t('comparison.ranks.rank', { rank }), width, align: 'end' as const })),
    ],
    rows: shown.map((bid) => [bid.label, ...sharesAt(context, bid).map((share) => shareWords(context, share))]),
  };
}

/** How often each bid stands before each other; none where they are too many for a table. */
export const before = (context: ComparisonContext): readonly Block[] => (context.bids.length > MOST_SQUARE ? [] : [beforeTable(context)]);

function beforeTable(context: ComparisonContext): Table {
  const { bids, t } = context;
  const width = 0.84 / bids.length;
  return {
    kind: 'table',
    caption: t('comparison.ranks.before'),
    columns: [
      { head: t('comparison.bids.bid'), width: 0.16, rowHeader: true },
      ...bids.map(({ label }) => ({ head: t('comparison.ranks.beforeBid', { bid: label }), width, align: 'end' as const })),
    ],
    rows: bids.map((bid) => [
      bid.label,
      ...bids.map((other) => (other === bid ? t('comparison.dash') : shareWords(context, shareBefore(context, bid, other)))),
    ]),
  };
}

/** The sections whose weight swaps two bids, each with the share at which it does (method K3). */
export const flipsOf = ({ pair }: ComparisonAccount, a: ComparedBid, b: ComparedBid) =>
  pair(a.id, b.id).flips.flatMap(({ section, flip }) => (flip ? [{ section, flip }] : []));

/** Which of the two stands before the other at their upper ends. */
export const whoFirst = ({ t }: ComparisonAccount, a: ComparedBid, b: ComparedBid): string =>
  t(
    'comparison.flips.before',
    compareStandings(a.range.worst, b.range.worst) < 0 ? { a: a.label, b: b.label } : { a: b.label, b: a.label },
  );

/** By how much a share changes. */
export const changeWords = ({ t, f }: ComparisonAccount, { change }: Flip): string =>
  t(change < 0 ? 'comparison.flips.less' : 'comparison.flips.more', { points: f.score(Math.abs(change) * 100) });

/** Method K3: where the weight of one section would have to go for two bids to swap. */
function flips(context: ComparisonAccount): readonly Block[] {
  const { bids, model, t } = context;
  const shares = sharesOf(model);
  const paired = bids.flatMap((a, i) => bids.slice(i + 1, bids.length > MOST_PAIRED ? i + 2 : undefined).map((b) => [a, b] as const));
  const found = paired.map(([a, b]) => ({ a, b, flips: flipsOf(context, a, b) }));
  const rows = found.flatMap(({ a, b, flips: some }) =>
    some.map(({ section, flip }) => [
      whoFirst(context, a, b),
      sectionName(model, section, context),
      shareWords(context, shares[model.sectionIndex(section) ?? -1] ?? 0),
      shareWords(context, flip.share),
      changeWords(context, flip),
    ]),
  );
  const firm = found
    .filter(({ flips: some }) => some.length === 0)
    .map(({ a, b }) => t('comparison.flips.pair', { a: a.label, b: b.label }));
  return [
    { kind: 'heading', level: 2, text: t('comparison.flips.title') },
    { kind: 'paragraph', text: t('comparison.flips.intro') },
    ...(bids.length > MOST_PAIRED ? [{ kind: 'paragraph', text: t('comparison.flips.neighbours') } as const] : []),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { head: t('comparison.flips.who'), width: 0.24, rowHeader: true },
              { head: t('report.method.section'), width: 0.2 },
              { head: t('comparison.flips.now'), width: 0.12, align: 'end' },
              { head: t('comparison.flips.swap'), width: 0.14, align: 'end' },
              { head: t('comparison.flips.change'), width: 0.3, align: 'end' },
            ],
            rows,
          } as const,
        ]),
    ...(firm.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: rows.length === 0 ? t('comparison.flips.none') : t('comparison.flips.firm', { pairs: firm.join('; ') }),
          } as const,
        ]),
  ];
}
