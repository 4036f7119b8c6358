import { sharesOf } from '../../core/compare/pairs.ts';
import type { Interval } from '../../core/interval.ts';
import { sectionName } from '../account/gates.ts';
import { bandName } from '../account/headline.ts';
import { GATE_STATE } from '../account/keys.ts';
import { barAlt, edgesOf, marksOf, type SectionAccount, sectionAccounts } from '../account/sections.ts';
import type { Block, Cell } from '../blocks.ts';
import { intervalBar } from '../figures/intervalBar.ts';
import { meter } from '../figures/meter.ts';
import { tagOf } from '../words.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from './context.ts';
import { bidTables, type Line } from './grid.ts';

/** Bids as columns: gates, ratings and scores, the same scores as bars, and each gate that plays a part. */
export function sideBySide(context: ComparisonContext): readonly Block[] {
  const { t } = context;
  return [
    { kind: 'heading', level: 1, text: t('comparison.sides.title') },
    ...bidTables(context, t('comparison.sides.figures'), '', figures(context)),
    { kind: 'paragraph', style: 'small', text: t('comparison.sides.note') },
    ...bidTables(context, t('comparison.sides.bars', { edges: edgeWords(context) }), '', bars(context)),
    { kind: 'paragraph', style: 'small', text: t('report.sections.note', marksOf(drawnIn(context))) },
    ...gates(context),
  ];
}

const drawnIn = ({ model, bids }: ComparisonContext) =>
  bids.flatMap((bid) => [...sectionAccounts(model, bid.result, bid), { interval: bid.result.overall }]);

const edgeWords = ({ model, f }: ComparisonContext): string =>
  f.and(
    edgesOf(model)
      .filter((edge) => edge > 0)
      .map((edge) => f.number(edge)),
  );

/** The sections that carry weight, with their stated share. */
export function sectionsOf(context: ComparisonAccount) {
  const { model, t, f } = context;
  const shares = sharesOf(model);
  return model.sections.flatMap(({ section }, index) =>
    section.weight === 0
      ? []
      : [
          {
            id: section.id,
            head: t('comparison.sides.section', { name: sectionName(model, section.id, context), share: f.percent(shares[index] ?? 0) }),
            of: (bid: ComparedBid): SectionAccount | undefined =>
              sectionAccounts(model, bid.result, bid).find(({ id }) => id === section.id),
          },
        ],
  );
}

function figures(context: ComparisonContext): readonly Line[] {
  const { bids, t, f } = context;
  const score = (interval: Interval | null | undefined) => (interval ? f.interval(interval) : t('method.headline.notScored'));
  const tags = (bid: ComparedBid, state: 'true' | 'undetermined') =>
    bid.gates
      .filter((gate) => gate.state === state)
      .map(({ gate }) => tagOf(gate.id))
      .join(', ') || t('comparison.none');
  return [
    { head: t('comparison.sides.vendor'), cell: ({ name }) => name },
    { head: t('comparison.sides.applies'), cell: (bid) => tags(bid, 'true') },
    { head: t('comparison.sides.could'), cell: (bid) => tags(bid, 'undetermined') },
    { head: t('comparison.sides.rating'), cell: ({ headline }) => [{ text: headline.word, strong: true }] },
    { head: t('comparison.sides.range'), cell: (bid) => rangeWords(context, bid) },
    ...(bids.some(({ state }) => state.override)
      ? [{ head: t('comparison.sides.byHand'), cell: ({ state }: ComparedBid) => byHand(context, state.override?.band) }]
      : []),
    { head: t('comparison.sides.score'), cell: ({ result }) => [{ text: score(result.overall), strong: true }] },
    ...sectionsOf(context).map(({ head, of }): Line => ({ head, cell: (bid) => score(of(bid)?.interval) })),
    { head: t('comparison.sides.coverage'), cell: ({ result }) => f.percent(result.coverage) },
  ];
}

const byHand = (context: ComparisonContext, band: string | undefined): string =>
  band === undefined ? context.t('comparison.none') : bandName(context.model, band, context);

/** The rating at both ends, gates included (method R2). */
export function rangeWords(context: ComparisonAccount, { result: { rating, stop } }: ComparedBid): string {
  const { model, t } = context;
  if (stop === 'true' || !rating) return t('comparison.sides.noRating');
  const [low, high] = [bandName(model, rating.low, context), bandName(model, rating.high, context)];
  if (stop === 'undetermined') return t('comparison.sides.rangeStop', { low, high });
  return low === high ? low : t('method.between', { low, high });
}

function bars(context: ComparisonContext): readonly Line[] {
  const { model, t } = context;
  const edges = edgesOf(model);
  const bar = (interval: Interval | null = null, floor?: number): Cell => ({
    kind: 'figure',
    alt: barAlt(interval, context),
    drawing: intervalBar(interval, edges, floor),
  });
  return [
    {
      head: t('comparison.sides.rating'),
      cell: ({ headline }) => ({
        kind: 'figure',
        alt: headline.meterAlt,
        drawing: meter(headline.reading, model.questionnaire.bands.length),
      }),
    },
    { head: t('comparison.sides.score'), cell: ({ result }) => bar(result.overall) },
    ...sectionsOf(context).map(({ head, of }): Line => ({ head, cell: (bid) => bar(of(bid)?.interval, of(bid)?.floor) })),
  ];
}

/** Gates that hold or could for one bid at least. */
function gates(context: ComparisonContext): readonly Block[] {
  const { bids, t } = context;
  const known = new Map(bids.flatMap((bid) => bid.gates.map((account) => [account.gate.id, account] as const)));
  const lines = context.model.gates.flatMap(({ id }): readonly Line[] => {
    const account = known.get(id);
    if (!account) return [];
    return [
      {
        head: [{ text: tagOf(id), code: true }, { text: ` ${account.title}` }, { text: `\n${account.effect}` }],
        cell: (bid) => {
          const state = bid.gates.find(({ gate }) => gate.id === id)?.state ?? 'false';
          return state === 'true' ? [{ text: t(GATE_STATE.true), strong: true }] : t(GATE_STATE[state]);
        },
      },
    ];
  });
  return [
    { kind: 'heading', level: 2, text: t('comparison.gates.title') },
    ...(lines.length === 0
      ? [{ kind: 'paragraph', text: t('comparison.gates.none') } as const]
      : bidTables(context, undefined, t('report.gates.gate'), lines, 0.42)),
  ];
}
