import { useEffect, useState } from 'react';
import type { UiKey } from '../../i18n/languages.ts';
import { onChange } from '../../store/announce.ts';
import { isOlderThanData, read } from '../../store/database.ts';
import { exportRaw } from '../../store/raw.ts';
import { download } from '../parts/download.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Older.module.css';

/** Says that this app is older than what is kept here: it shows what it can, writes nothing, and hands all of it out. */
export function Older() {
  const { t } = useWords();
  const isOlder = useIsOlder();
  const [failure, setFailure] = useState<UiKey | null>(null);
  if (!isOlder) return null;
  const take = async () => {
    const { name, text } = await exportRaw();
    download(name, new Blob([text], { type: 'application/json' }));
  };
  return (
    <div className={styles.place}>
      <Notice tone="strong" role="alert">
        <p>
          <strong>{t('offline.older')}</strong> {t('offline.older.help')}
        </p>
        {failure && <p>{t(failure)}</p>}
        <p className="row">
          <button type="button" className="button-quiet" onClick={() => void take().catch((error) => setFailure(sentenceOf(error)))}>
            {t('offline.older.export')}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** Another window may bring newer data at any time; that is found out when something is read. */
function useIsOlder(): boolean {
  const [isOlder, setOlder] = useState(isOlderThanData);
  useEffect(() => {
    const look = () =>
      void read(['settings'], (tx) => tx.objectStore('settings').count())
        .catch(() => undefined)
        .then(() => setOlder(isOlderThanData()));
    look();
    return onChange(look);
  }, []);
  return isOlder;
}
