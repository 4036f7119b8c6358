import { useForm } from 'react-hook-form';
import type { IssuedLine } from '../../store/register.ts';
import { useSettings } from '../../store/settings.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { filled } from '../parts/fields.ts';
import { rememberPerson } from '../parts/person.ts';
import { TextField } from '../parts/TextField.tsx';
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

/** Asks before anything is deleted, says what is, and wants a name, which is kept. */
export function DisposeDialog({ line, count, isEarly, onClose, onDispose }: Props) {
  const { t, f } = useWords();
  const person = useSettings((settings) => settings.person);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { person }, reValidateMode: 'onSubmit' });
  const dispose = async ({ person: name }: { readonly person: string }) => {
    await rememberPerson(name);
    onDispose();
  };
  return (
    <Dialog title={t('register.dispose.title', { title: line.title || t('register.unnamed') })} onClose={onClose}>
      <form noValidate className="stack" onSubmit={handleSubmit(dispose)}>
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
        <TextField
          id="dispose-person"
          label={t('register.dispose.name')}
          error={formState.errors.person?.message}
          maxLength={200}
          autoComplete="name"
          {...register('person', filled(t('register.dispose.nameNeeded')))}
        />
        <p className="row">
          <button type="submit" className="button erase">
            {t('register.dispose')}
          </button>
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('register.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
