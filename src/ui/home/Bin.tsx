import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../words.ts';
import styles from './HomePage.module.css';
import type { Listed } from './kept.ts';

interface Props {
  readonly bin: readonly Listed[];
  readonly onRestore: (one: Listed) => void;
  readonly onPurge: (one: Listed) => void;
}

/** What was deleted, each with its way back; for good only after being asked. */
export function Bin({ bin, onRestore, onPurge }: Props) {
  const { t } = useWords();
  const [doomed, setDoomed] = useState<Listed | null>(null);
  const purge = (one: Listed) => {
    setDoomed(null);
    onPurge(one);
  };
  return (
    <details>
      <summary>{t('home.bin', { count: bin.length })}</summary>
      <ul className={styles.bin}>
        {bin.map((one) => (
          <li key={one.id} className="row">
            <span>{one.title}</span>
            <button type="button" className="link" aria-label={t('home.restore.of', { title: one.title })} onClick={() => onRestore(one)}>
              {t('home.restore')}
            </button>
            <button type="button" className="link" aria-label={t('home.purge.of', { title: one.title })} onClick={() => setDoomed(one)}>
              {t('home.purge')}
            </button>
          </li>
        ))}
      </ul>
      {doomed && (
        <Dialog title={t('home.purge.title', { title: doomed.title })} onClose={() => setDoomed(null)}>
          <p>{t('home.purge.text')}</p>
          <p className="row">
            <button type="button" className="button" onClick={() => purge(doomed)}>
              {t('home.purge')}
            </button>
            <button type="button" className="button-quiet" onClick={() => setDoomed(null)}>
              {t('home.cancel')}
            </button>
          </p>
        </Dialog>
      )}
    </details>
  );
}
