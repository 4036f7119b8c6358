import { Fragment, type ReactNode, useState } from 'react';
import { useWords } from '../words.ts';
import styles from './Paged.module.css';
import { usePrinting } from './usePrinting.ts';

interface Props<T> {
  readonly items: readonly T[];
  /** How many at a time. */
  readonly size: number;
  /** What is paged, for those who do not see it. */
  readonly label: string;
  readonly children: (page: readonly T[]) => ReactNode;
}

/** A few of many bids, and the way to the others; without it where all fit. On paper, all of them. */
export function Paged<T>({ items, size, label, children }: Props<T>) {
  const { t, f } = useWords();
  const [from, setFrom] = useState(0);
  const isPrinting = usePrinting();
  const first = from < items.length ? from - (from % size) : 0;
  const page = items.slice(first, first + size);
  const isLast = first + size >= items.length;
  if (isPrinting)
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pages do not move
      <Fragment key={i}>{children(items.slice(i * size, (i + 1) * size))}</Fragment>
    ));
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
