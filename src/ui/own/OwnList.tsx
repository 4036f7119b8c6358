import { useState } from 'react';
import { visible } from '../../report/pdf/visible.ts';
import { forget, type Own } from '../../store/own/list.ts';
import { useActs } from '../home/acts.tsx';
import styles from '../home/HomePage.module.css';
import { useWords } from '../words.ts';
import { TakeOutDialog } from './TakeOutDialog.tsx';

interface Props {
  readonly own: readonly Own[];
  /** Called when one of them may be another. */
  readonly onChanged: () => void;
}

/** A line for each assessment under a passphrase of its own: its label, and the way in. */
export function OwnList({ own, onChanged }: Props) {
  const { t } = useWords();
  const { act, said } = useActs();
  const [taking, setTaking] = useState<Own | null>(null);
  const labelled = ({ label }: Own) => visible(label) || t('own.label.usual');
  const close = (text?: string) => {
    setTaking(null);
    onChanged();
    if (text) void act(async () => ({ kind: 'done', text }));
  };
  return (
    <>
      {said}
      {own.length > 0 && (
        <ul className="framed" aria-label={t('own.title')}>
          {own.map((one) => {
            const label = labelled(one);
            return (
              <li key={one.id} className={styles.item}>
                <div>
                  <h3>{one.isThere ? <a href={`?own=${one.id}`}>{label}</a> : label}</h3>
                  <p className="muted small">{t('own.title')}</p>
                  {!one.isThere && <p>{t('own.list.gone')}</p>}
                  {one.isThere && !one.isWhole && <p>{t('own.list.lost')}</p>}
                </div>
                <div className="acts">
                  {one.isThere ? (
                    <>
                      <a href={`?own=${one.id}`} aria-label={t('own.open.of', { label })}>
                        {t('own.open')}
                      </a>
                      <button type="button" className="link" aria-label={t('own.take.of', { label })} onClick={() => setTaking(one)}>
                        {t('own.take')}
                      </button>
                    </>
                  ) : (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('own.list.forget.of', { label })}
                      onClick={() =>
                        void act(async () => {
                          await forget(one.id);
                          onChanged();
                          return null;
                        })
                      }
                    >
                      {t('own.list.forget')}
                    </button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {taking && <TakeOutDialog id={taking.id} label={labelled(taking)} onClose={close} />}
    </>
  );
}
