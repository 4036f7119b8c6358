import { useId, useMemo, useState } from 'react';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { tagOf } from '../../report/words.ts';
import { useWords } from '../words.ts';
import { type Line, linesOf } from './lines.tsx';
import { Paged } from './Paged.tsx';
import { Sheet } from './Sheet.tsx';
import styles from './Sheets.module.css';
import { sortsOf } from './sorting.ts';
import { useAbreast } from './useAbreast.ts';
import type { FoundWays } from './ways.ts';

/** Cards under each other on one page, where one bid fits beside the names of the rows. */
const CARDS = 5;

interface Props {
  readonly account: ComparisonAccount;
  /** With the draws, once they are there. */
  readonly context: ComparisonContext | null;
  readonly found: FoundWays;
}

/** The bids side by side, as many as fit, then pages. */
export function Sheets({ account, context, found: ways }: Props) {
  const words = useWords();
  const { t } = words;
  const abreast = useAbreast();
  const field = useId();
  const [search, setSearch] = useState('');
  const [find, setFind] = useState('');
  const [sorted, setSorted] = useState('order');
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => linesOf(account, context, ways, words), [account, context, ways, words]);
  const sorts = useMemo(() => sortsOf(account, context, words), [account, context, words]);
  const sort = sorts.find(({ id }) => id === sorted) ?? sorts[0];

  const ordered = useMemo(() => (sort ? [...account.bids].sort(sort.compare) : account.bids), [account, sort]);
  const wanted = search.trim().toLowerCase();
  const shown = useMemo(() => ordered.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(wanted)), [ordered, wanted]);
  const differing = useMemo(
    () => (onlyDifferences ? lines.filter(({ said }) => account.bids.some((bid) => said(bid) !== said(account.bids[0] ?? bid))) : lines),
    [lines, account, onlyDifferences],
  );
  const asked = find.trim().toLowerCase();
  const found = useMemo(() => (asked === '' ? differing : questionsWith(account, differing, asked)), [account, differing, asked]);
  const fold = (line: string) => setUnfolded((now) => new Set(now.has(line) ? [...now].filter((one) => one !== line) : [...now, line]));
  const sheet = (bids: readonly ComparedBid[]) => (
    <Sheet
      key={bids.map(({ id }) => id).join()}
      account={account}
      bids={bids}
      lines={found}
      onlyDifferences={onlyDifferences}
      unfolded={asked === '' ? unfolded : new Set(found.map(({ id }) => id))}
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
          <select id={`${field}-sort`} value={sort?.id} onChange={(event) => setSorted(event.target.value)}>
            {sorts.map(({ id, words: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.tool}>
          <label htmlFor={`${field}-search`}>{t('compare.search')}</label>
          <input id={`${field}-search`} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
        <div className={styles.tool}>
          <label htmlFor={`${field}-find`}>{t('compare.find')}</label>
          <input id={`${field}-find`} type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </div>
      </div>
      <p role="status">
        {shown.length === 0 && t('compare.search.none')}
        {found.length === 0 && t('compare.find.none')}
      </p>
      <Paged items={shown} size={abreast === 1 ? CARDS : abreast} label={t('compare.pages')}>
        {(page) => (abreast === 1 ? page.map((bid) => sheet([bid])) : page.length > 0 && sheet(page))}
      </Paged>
      <p className="muted small measure">{account.t('comparison.sides.note')}</p>
    </section>
  );
}

/** The lines behind which there are questions with this in their text or id, with those alone. */
function questionsWith({ model, local }: ComparisonAccount, lines: readonly Line[], asked: string): readonly Line[] {
  const has = (index: number) => {
    const question = model.items[index]?.question;
    return question !== undefined && `${tagOf(question.id)} ${local(question.text)}`.toLowerCase().includes(asked);
  };
  return lines.flatMap((line): readonly Line[] => {
    const items = line.items?.filter(has) ?? [];
    return items.length === 0 ? [] : [{ ...line, items }];
  });
}
