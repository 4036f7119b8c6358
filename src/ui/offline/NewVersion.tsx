import { useEffect, useState } from 'react';
import type { OfflineKey } from '../../i18n/languages.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './NewVersion.module.css';
import { beginOffline, type Obstacle, type Stage, takeNewVersion, useVersions } from './registration.ts';

/** How long after the first picture the files are kept, in milliseconds: they are not to compete with the page that is wanted. */
const LATER = 1500;

/** Says that a new version waits, and asks; or that another window has taken one. */
export function NewVersion() {
  const { t } = useWords();
  const { stage } = useVersions();
  const [isPutOff, setPutOff] = useState(false);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void beginOffline(), LATER);
    return () => clearTimeout(timer);
  }, []);
  if (isPutOff || stage === 'none') return null;
  return (
    <div className={styles.place}>
      <Notice role="status">
        <p>{t(SAID[stage])}</p>
        {stage === 'waiting' && obstacle && <p>{t(WHY[obstacle])}</p>}
        <p className="row">
          {stage === 'waiting' && (
            <button type="button" className="button-quiet" onClick={() => void takeNewVersion().then(setObstacle)}>
              {t('offline.take')}
            </button>
          )}
          <button type="button" className="link" onClick={() => setPutOff(true)}>
            {t('offline.later')}
          </button>
        </p>
      </Notice>
    </div>
  );
}

const SAID: Readonly<Record<Exclude<Stage, 'none'>, OfflineKey>> = {
  waiting: 'offline.waiting',
  taking: 'offline.taking',
  taken: 'offline.taken',
  outdone: 'offline.outdone',
};
const WHY: Readonly<Record<Obstacle, OfflineKey>> = { unfinished: 'offline.unfinished', unsaved: 'offline.unsaved' };
