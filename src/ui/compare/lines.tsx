import type { ReactNode } from 'react';
import type { Interval } from '../../core/interval.ts';
import { barAlt, edgesOf } from '../../report/account/sections.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { sharesAt, taken } from '../../report/comparison/places.ts';
import { rangeWords, sectionsOf } from '../../report/comparison/sideBySide.ts';
import { intervalBar } from '../../report/figures/intervalBar.ts';
import { meter } from '../../report/figures/meter.ts';
import { rankRow } from '../../report/figures/rankSquares.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import type { Words } from '../words.ts';
import { GatesCell } from './GatesCell.tsx';
import styles from './Sheet.module.css';
import type { FoundWays } from './ways.ts';

/** One row of the comparison, whatever the bids beside each other. */
export interface Line {
  readonly id: string;
  readonly head: string;
  readonly cell: (bid: ComparedBid) => ReactNode;
  /** What the cell says, to tell whether bids differ. */
  readonly said: (bid: ComparedBid) => string;
  /** Indexes of the questions behind it. */
  readonly items?: readonly number[];
}

/** Rating and gates first, then the score, its sections, and how much it rests on. */
export function linesOf(account: ComparisonAccount, context: ComparisonContext | null, found: FoundWays, { t, f }: Words): readonly Line[] {
  const { model } = account;
  const edges = edgesOf(model);
  const words = { ...account, t: account.t };
  const figure = (interval: Interval | null | undefined) => (interval ? f.interval(interval) : account.t('method.headline.notScored'));
  const bar = (interval: Interval | null = null, floor?: number) => (
    <>
      <DrawingSvg drawing={intervalBar(interval, edges, floor)} label={barAlt(interval, words)} className={styles.bar} />
      <span>{figure(interval)}</span>
    </>
  );
  return [
    {
      id: 'rating',
      head: account.t('comparison.sides.rating'),
      cell: (bid) => (
        <>
          <strong className={styles.word}>{bid.headline.word}</strong>
          <DrawingSvg
            drawing={meter(bid.headline.reading, model.questionnaire.bands.length)}
            label={bid.headline.meterAlt}
            className={styles.meter}
          />
          {bid.headline.reading.kind === 'not-ratable' && <span className="muted small">{rangeWords(account, bid)}</span>}
        </>
      ),
      said: (bid) => `${bid.headline.word} ${rangeWords(account, bid)}`,
    },
    {
      id: 'gates',
      head: t('compare.row.gates'),
      cell: (bid) => <GatesCell bid={bid} found={found} />,
      said: ({ result }) => result.gates.map(({ state }) => state).join(),
    },
    {
      id: 'score',
      head: t('compare.row.score'),
      cell: ({ result }) => bar(result.overall),
      said: ({ result }) => figure(result.overall),
    },
    ...sectionsOf(account).map(
      ({ id, head, of }): Line => ({
        id: `section-${id}`,
        head,
        cell: (bid) => bar(of(bid)?.interval, of(bid)?.floor),
        said: (bid) => figure(of(bid)?.interval),
        items: model.sections[model.sectionIndex(id) ?? -1]?.items ?? [],
      }),
    ),
    {
      id: 'coverage',
      head: account.t('comparison.sides.coverage'),
      cell: ({ result }) => f.percent(result.coverage),
      said: ({ result }) => f.percent(result.coverage),
    },
    ...(context ? [places(context, t('compare.row.places', { draws: f.integer(context.acceptability.draws) }))] : []),
  ];
}

const places = (context: ComparisonContext, head: string): Line => ({
  id: 'places',
  head,
  cell: (bid) => (
    <>
      <DrawingSvg
        drawing={rankRow(sharesAt(context, bid))}
        label={context.t('comparison.ranks.alt', { bid: bid.label, ranks: taken(context, bid) })}
        className={styles.places}
      />
      <span className="small">{taken(context, bid)}</span>
    </>
  ),
  said: (bid) => taken(context, bid),
});
