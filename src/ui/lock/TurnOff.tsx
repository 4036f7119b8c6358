import { useState } from 'react';
import type { LockKey } from '../../i18n/languages.ts';
import { turnOff } from '../../store/lock/turn.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { turnAlone } from './turning.ts';

/** Takes the encryption away. */
export function TurnOff() {
  const { t } = useWords();
  const [isTurning, setTurning] = useState(false);
  const [failure, setFailure] = useState<LockKey | null>(null);
  const off = async () => {
    setTurning(true);
    setFailure(null);
    setFailure(await turnAlone(turnOff));
    setTurning(false);
  };
  return (
    <section className={styles.part} aria-labelledby="turn-off">
      <h2 id="turn-off">{t('encryption.off.title')}</h2>
      <p>{t('encryption.off.text')}</p>
      {failure && (
        <Notice tone="error" role="alert">
          <p>{t(failure)}</p>
        </Notice>
      )}
      <p>
        <button type="button" className="button-quiet" aria-disabled={isTurning} onClick={() => isTurning || void off()}>
          {t(isTurning ? 'encryption.off.doing' : 'encryption.off.do')}
        </button>
      </p>
    </section>
  );
}
