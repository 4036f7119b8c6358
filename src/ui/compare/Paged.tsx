import { type ReactNode, useState } from 'react';
import { useWords } from '../words.ts';
import styles from './Paged.module.css';

interface Props<T> {
  readonly items: readonly T[];
  /** How many at a time. */
  readonly size: number;
  /** What is paged, for those who do not see it. */
  readonly label: string;
  readonly children: (page: readonly T[]) => ReactNode;
}

/** A few of many bids, and the way to the others; without it where all fit. */
export function Paged<T>({ items, size, label, children }: Props<T>) {
  const { t, f } = useWords();
  const [from, setFrom] = useState(0);
  const first = from < items.length ? from - (from % size) : 0;
  const page = items.slice(first, first + size);
  const isLast = first + size >= items.length;
  return (
    <>
      {children(page)}
      {items.length > size && (
        <nav className={`row ${styles.pages}`} aria-label={label}>
          <button type="button" className="button-quiet" aria-disabled={first === 0} onClick={() => setFrom(Math.max(0, first - size))}>
            {t('compare.pages.back')}
          </button>
          <span role="status">
            {t('compare.pages.at', { from: f.integer(first + 1), to: f.integer(first + page.length), count: f.integer(items.length) })}
          </span>
          <button type="button" className="button-quiet" aria-disabled={isLast} onClick={() => !isLast && setFrom(first + size)}>
            {t('compare.pages.next')}
          </button>
        </nav>
      )}
    </>
  );
}
