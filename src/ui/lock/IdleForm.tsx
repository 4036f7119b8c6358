import { useState } from 'react';
import { IDLE, type Idle } from '../../store/lock/idle.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { changeIdle, useIdle } from './locking.ts';

/** After how long it locks by itself. */
export function IdleForm() {
  const { t } = useWords();
  const chosen = useIdle((idle) => idle.minutes);
  const [said, setSaid] = useState<{ readonly minutes: Idle } | { readonly error: unknown } | null>(null);
  const choose = async (minutes: Idle) => {
    try {
      await changeIdle(minutes);
      setSaid({ minutes });
    } catch (error) {
      setSaid({ error });
    }
  };
  return (
    <section className={styles.part} aria-labelledby="idle">
      <h2 id="idle">{t('encryption.idle')}</h2>
      <fieldset aria-labelledby="idle" aria-describedby="idle-hint">
        <p className="hint" id="idle-hint">
          {t('encryption.idle.hint')}
        </p>
        {IDLE.map((minutes) => (
          <label key={minutes} className="option">
            <input type="radio" name="idle" checked={chosen === minutes} onChange={() => void choose(minutes)} />
            <span>{t('encryption.idle.minutes', { minutes })}</span>
          </label>
        ))}
      </fieldset>
      <p role="status">{said && 'minutes' in said && t('encryption.idle.saved', { minutes: said.minutes })}</p>
      {said && 'error' in said && (
        <Notice tone="error" role="alert">
          <p>{t(sentenceOf(said.error))}</p>
        </Notice>
      )}
    </section>
  );
}
