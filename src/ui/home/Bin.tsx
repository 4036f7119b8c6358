import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../words.ts';
import styles from './HomePage.module.css';

interface Binned {
  readonly id: string;
  readonly title: string;
}

interface Props<B extends Binned> {
  /** Says what is in it, and how many. */
  readonly summary: string;
  /** What would be lost for good. */
  readonly warning: string;
  readonly bin: readonly B[];
  readonly onRestore: (one: B) => void;
  readonly onPurge: (one: B) => void;
}

/** What was deleted, each with its way back; for good only after being asked. */
export function Bin<B extends Binned>({ summary, warning, bin, onRestore, onPurge }: Props<B>) {
  const { t } = useWords();
  const [doomed, setDoomed] = useState<B | null>(null);
  const purge = (one: B) => {
    setDoomed(null);
    onPurge(one);
  };
  return (
    <details>
      <summary>{summary}</summary>
      <ul className={`framed ${styles.bin}`}>
        {bin.map((one) => (
          <li key={one.id}>
            <strong>{one.title}</strong>
            <div className="acts">
              <button type="button" className="link" aria-label={t('home.restore.of', { title: one.title })} onClick={() => onRestore(one)}>
                {t('home.restore')}
              </button>
              <button type="button" className="link" aria-label={t('home.purge.of', { title: one.title })} onClick={() => setDoomed(one)}>
                {t('home.purge')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {doomed && (
        <Dialog title={t('home.purge.title', { title: doomed.title })} onClose={() => setDoomed(null)}>
          <p>{warning}</p>
          <p className="row">
            {/* First, so that the focus is on it. */}
            <button type="button" className="button-quiet" onClick={() => setDoomed(null)}>
              {t('home.cancel')}
            </button>
            <button type="button" className="button erase" onClick={() => purge(doomed)}>
              {t('home.purge')}
            </button>
          </p>
        </Dialog>
      )}
    </details>
  );
}
