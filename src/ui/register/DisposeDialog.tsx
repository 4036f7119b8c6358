import type { IssuedLine } from '../../store/register.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../words.ts';

interface Props {
  readonly line: IssuedLine;
  /** Lines of the register that go with its assessment; 0 for a comparison. */
  readonly count: number;
  /** Is the day of its disposal still to come? */
  readonly isEarly: boolean;
  readonly onClose: () => void;
  readonly onDispose: () => void;
}

/** Asks before anything is deleted, and says what is. */
export function DisposeDialog({ line, count, isEarly, onClose, onDispose }: Props) {
  const { t, f } = useWords();
  return (
    <Dialog title={t('register.dispose.title', { title: line.title || t('register.unnamed') })} onClose={onClose}>
      {isEarly && (
        <p>
          <strong>{t('register.dispose.early', { day: f.day(line.disposal) })}</strong>
        </p>
      )}
      {count === 0 ? (
        <p>{t('register.dispose.line')}</p>
      ) : (
        <>
          <p>{t('register.dispose.text', { count })}</p>
          <p>{t('register.dispose.versions')}</p>
        </>
      )}
      <p className="row">
        <button type="button" className="button" onClick={onDispose}>
          {t('register.dispose')}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {t('register.cancel')}
        </button>
      </p>
    </Dialog>
  );
}
