import { useEffect, useState } from 'react';
import { session } from '../../store/lock/session.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { beginIdle, beginLocking, lockNow, useIdle } from './locking.ts';

/** Says, wherever one is, that what is kept here is under a lock, and closes it. Nothing where there is none. */
export function LockBar() {
  const { t } = useWords();
  const minutes = useIdle((idle) => idle.minutes);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    beginLocking();
    void beginIdle();
  }, []);
  if (!session() || minutes === null) return null;
  return (
    <aside className={styles.bar} aria-label={t('encryption.title')}>
      <p>
        <a href="#/encryption">{t('lock.bar', { minutes })}</a>
        <button type="button" className="link" onClick={() => void lockNow().then((done) => setRefused(!done))}>
          {t('lock.now')}
        </button>
      </p>
      {isRefused && (
        <Notice tone="error" role="alert">
          <p>{t('lock.unsaved')}</p>
        </Notice>
      )}
    </aside>
  );
}
