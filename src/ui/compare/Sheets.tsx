import { useId, useMemo, useState } from 'react';
import { compareStandings } from '../../core/compare/order.ts';
import type { CompareKey } from '../../i18n/languages.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { useWords } from '../words.ts';
import { linesOf } from './lines.tsx';
import { Sheet } from './Sheet.tsx';
import styles from './Sheets.module.css';
import { useAbreast } from './useAbreast.ts';

/** Cards under each other on one page, where one bid fits beside the names of the rows. */
const CARDS = 5;

/** In what the columns are put in order; `order` is that of the comparison. */
const SORTS = ['order', 'vendor', 'upper', 'coverage'] as const;
type Sort = (typeof SORTS)[number];
const SORT_WORDS = {
  order: 'compare.sort.order',
  vendor: 'compare.sort.vendor',
  upper: 'compare.sort.upper',
  coverage: 'compare.sort.coverage',
} as const satisfies Record<Sort, CompareKey>;
const BY: Readonly<Record<Sort, (a: ComparedBid, b: ComparedBid) => number>> = {
  order: () => 0,
  vendor: (a, b) => (a.name < b.name ? -1 : 1),
  upper: (a, b) => compareStandings(a.range.worst, b.range.worst),
  coverage: (a, b) => b.result.coverage - a.result.coverage,
};

interface Props {
  readonly account: ComparisonAccount;
  /** With the draws, once they are there. */
  readonly context: ComparisonContext | null;
}

/** The bids side by side, as many as fit, then pages. */
export function Sheets({ account, context }: Props) {
  const words = useWords();
  const { t, f } = words;
  const abreast = useAbreast();
  const field = useId();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>('order');
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [from, setFrom] = useState(0);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => linesOf(account, context, words), [account, context, words]);

  const wanted = search.trim().toLowerCase();
  const found = account.bids.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(wanted)).sort(BY[sort]);
  const size = abreast === 1 ? CARDS : abreast;
  const first = from < found.length ? from - (from % size) : 0;
  const page = found.slice(first, first + size);
  const isLast = first + size >= found.length;
  const shown = onlyDifferences ? lines.filter(({ said }) => new Set(account.bids.map(said)).size > 1) : lines;
  const fold = (line: string) => setUnfolded((now) => new Set(now.has(line) ? [...now].filter((one) => one !== line) : [...now, line]));
  const sheet = (bids: readonly ComparedBid[]) => (
    <Sheet
      key={bids.map(({ id }) => id).join()}
      account={account}
      bids={bids}
      lines={shown}
      onlyDifferences={onlyDifferences}
      unfolded={unfolded}
      onFold={fold}
    />
  );

  return (
    <section className={styles.sheets} aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`} className="visually-hidden">
        {account.t('comparison.sides.title')}
      </h2>
      <div className={styles.tools}>
        <label className={styles.check}>
          <input type="checkbox" checked={onlyDifferences} onChange={(event) => setOnlyDifferences(event.target.checked)} />
          {t('compare.onlyDifferences')}
        </label>
        <div className={styles.tool}>
          <label htmlFor={`${field}-sort`}>{t('compare.sort')}</label>
          <select
            id={`${field}-sort`}
            value={sort}
            onChange={(event) => setSort(SORTS.find((one) => one === event.target.value) ?? 'order')}
          >
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t(SORT_WORDS[one])}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.tool}>
          <label htmlFor={`${field}-search`}>{t('compare.search')}</label>
          <input id={`${field}-search`} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
      </div>
      {abreast === 1 ? page.map((bid) => sheet([bid])) : page.length > 0 && sheet(page)}
      {found.length === 0 && <p>{t('compare.search.none')}</p>}
      {found.length > size && (
        <nav className={`row ${styles.pages}`} aria-label={t('compare.pages')}>
          <button type="button" className="button-quiet" aria-disabled={first === 0} onClick={() => setFrom(Math.max(0, first - size))}>
            {t('compare.pages.back')}
          </button>
          <span role="status">
            {t('compare.pages.at', { from: f.integer(first + 1), to: f.integer(first + page.length), count: f.integer(found.length) })}
          </span>
          <button type="button" className="button-quiet" aria-disabled={isLast} onClick={() => !isLast && setFrom(first + size)}>
            {t('compare.pages.next')}
          </button>
        </nav>
      )}
      <p className="muted small measure">{account.t('comparison.sides.note')}</p>
    </section>
  );
}
