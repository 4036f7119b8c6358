import { sayProblem } from '../../i18n/problem-words.ts';
import { isSealed } from '../../store/database.ts';
import { takeOut } from '../../store/own/take.ts';
import { inMemory } from '../fill/unfinished.ts';
import { type NotOpened, PassphraseForm } from '../lock/PassphraseForm.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { loadWords, useWords } from '../words.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** Given what came of it, in words, where it was taken out. */
  readonly onClose: (said?: string) => void;
}

/** Asks for the passphrase of an assessment, and takes it out from under it. */
export function TakeOutDialog({ id, label, onClose }: Props) {
  const { t } = useWords();
  const take = async (passphrase: string): Promise<NotOpened | null> => {
    try {
      const taken = await takeOut(id, passphrase);
      if (taken.ok) {
        // It is there again where it was typed.
        for (const [key, text] of taken.value) isSealed() ? inMemory.set(key, text) : sessionStorage.setItem(key, text);
        onClose(t('own.taken', { label }));
        return null;
      }
      await loadWords(['problems', 'values']);
      const sentences = taken.problems.map((one) => sayProblem(t, one));
      const isWrong = taken.problems.some(({ code }) => code === 'own-passphrase');
      return isWrong ? { wrong: sentences.join(' ') } : { failure: sentences.join(' ') };
    } catch (error) {
      return { failure: t(sentenceOf(error)) };
    }
  };
  return (
    <Dialog title={t('own.take.of', { label })} onClose={() => onClose()}>
      <p>{t('own.take.text')}</p>
      <PassphraseForm id="own-take-passphrase" submit={t('own.take.do')} busy={t('own.taking')} onSubmit={take}>
        <button type="button" className="button-quiet" onClick={() => onClose()}>
          {t('lock.cancel')}
        </button>
      </PassphraseForm>
    </Dialog>
  );
}
