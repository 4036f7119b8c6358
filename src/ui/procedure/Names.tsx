import { useState } from 'react';
import { revealNames } from '../../store/procedures.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';

/** Whether names stand beside the labels, and the one act that has them stand there. */
export function Names() {
  const { t, f } = useWords();
  const { view, act } = useProcedure();
  const { header, state } = view;
  const [asking, setAsking] = useState(false);
  const reveal = () => {
    setAsking(false);
    void act(() => revealNames(header.id));
  };
  return (
    <section className={`panel ${styles.card}`} aria-labelledby="names">
      <h2 id="names" className={styles.cardTitle}>
        {t('procedure.names')}
      </h2>
      {state.revealed ? (
        <p>{t('procedure.names.revealed', { at: f.instant(state.revealed.at), by: state.revealed.by || t('procedure.history.nobody') })}</p>
      ) : (
        <>
          <p>{t('procedure.names.hidden')}</p>
          <p>
            <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
              {t('procedure.names.reveal')}
            </button>
          </p>
        </>
      )}
      {asking && (
        <Dialog title={t('procedure.names.reveal.title')} onClose={() => setAsking(false)}>
          <p>{t('procedure.names.reveal.text')}</p>
          <p className="row">
            <button type="button" className="button" onClick={reveal}>
              {t('procedure.names.reveal')}
            </button>
            <button type="button" className="button-quiet" onClick={() => setAsking(false)}>
              {t('procedure.cancel')}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
