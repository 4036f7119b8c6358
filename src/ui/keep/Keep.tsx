import { useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import { renewCopy, settleOffered, useCopy } from '../../store/copy/copy.ts';
import { forgetLoss, type Loss, readLoss } from '../../store/copy/loss.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { beginAutosave } from './autosave.ts';
import { begin } from './begin.ts';
import styles from './Keep.module.css';

/** Says what became of what is kept here, wherever one is: lost, brought back, or kept only once. Nothing where all is well. */
export function Keep() {
  const { t, f } = useWords();
  const { kind, remade, mended, offered } = useCopy();
  const [loss, forget] = useLoss();
  useEffect(() => {
    void begin();
    beginAutosave();
  }, []);
  // Then a new copy is one of nothing, and no comfort.
  const isAllLost = loss !== null && loss.entries + loss.assessments === 0;
  const known = loss && { ...loss, when: f.instant(loss.at) };
  if (!known && !remade && mended === 0 && offered === 0 && kind !== 'behind') return null;
  return (
    <div className={styles.keep}>
      {known && (
        <Notice tone="strong" role="alert">
          <p>
            <strong>{t(isAllLost ? 'keep.loss.all' : 'keep.loss.restored', known)}</strong>
          </p>
          {known.missing > 0 && known.entries > 0 && <p>{t('keep.loss.missing', known)}</p>}
          <p>
            <button type="button" className="button-quiet" onClick={forget}>
              {t('keep.loss.read')}
            </button>
          </p>
        </Notice>
      )}
      {mended > 0 && (
        <Notice tone="strong" role="alert">
          <p>{t('keep.mended', { count: mended })}</p>
        </Notice>
      )}
      {remade && !isAllLost && (
        <Notice role="status">
          <p>{t('keep.remade')}</p>
        </Notice>
      )}
      {offered > 0 && (
        <Notice tone="strong" role="alert">
          <p>{t('keep.offered', { count: offered })}</p>
          <p className="row">
            <button type="button" className="button-quiet" onClick={() => void settleOffered(true)}>
              {t('keep.offered.back')}
            </button>
            <button type="button" className="link" onClick={() => void settleOffered(false)}>
              {t('keep.offered.go')}
            </button>
          </p>
        </Notice>
      )}
      {kind === 'behind' && (
        <Notice tone="strong" role="status">
          <p>{t('keep.behind')}</p>
          <p className="row">
            <button type="button" className="link" onClick={() => void renewCopy()}>
              {t('keep.retry')}
            </button>
          </p>
        </Notice>
      )}
    </div>
  );
}

/** The note of a loss that nobody has read yet, and what puts it away. */
function useLoss(): readonly [Loss | null, () => void] {
  const [loss, setLoss] = useState<Loss | null>(null);
  useEffect(() => {
    const look = () => void readLoss().then(setLoss, () => undefined);
    look();
    return onChange(look);
  }, []);
  const forget = () =>
    void forgetLoss().then(
      () => setLoss(null),
      () => undefined,
    );
  return [loss, forget];
}
