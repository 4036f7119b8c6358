import { useEffect, useState } from 'react';
import { session } from '../../store/lock/session.ts';
import { labelOf } from '../../store/own/label.ts';
import { place } from '../../store/place.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { beginIdle, beginLocking, lockNow, useIdle } from './locking.ts';

/** Says, wherever one is, that what is kept here is under a lock, and of which assessment, and closes it. Nothing where there is none. */
export function LockBar() {
  const { t } = useWords();
  const minutes = useIdle((idle) => idle.minutes);
  const [label, setLabel] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    beginLocking();
    void beginIdle();
    if (place.own) void labelOf().then((found) => setLabel(found ?? ''));
  }, []);
  if (!session() || minutes === null) return null;
  return (
    <aside className={styles.bar} aria-label={t(label === null ? 'encryption.title' : 'own.bar.name')}>
      <p>
        <a href="#/encryption">
          {label === null ? t('lock.bar', { minutes }) : t('own.bar', { minutes, label: label || t('own.label.usual') })}
        </a>
        <button type="button" className="link" onClick={() => void lockNow().then((done) => setRefused(!done))}>
          {t('lock.now')}
        </button>
        {label !== null && (
          <button
            type="button"
            className="link"
            onClick={() => void lockNow(() => location.assign(location.pathname)).then((done) => setRefused(!done))}
          >
            {t('own.back')}
          </button>
        )}
      </p>
      {isRefused && (
        <Notice tone="error" role="alert">
          <p>{t('lock.unsaved')}</p>
        </Notice>
      )}
    </aside>
  );
}
