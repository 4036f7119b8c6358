import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Problem } from '../../core/problems.ts';
import { sayProblem } from '../../i18n/problem-words.ts';
import { canSeal, openSealed } from '../../store/sealed.ts';
import { CheckField } from '../parts/CheckField.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';

interface Props {
  readonly file: File;
  /** Given the file that was in it. */
  readonly onOpened: (file: File) => void;
  /** Called where no passphrase would help. */
  readonly onRefused: (problems: readonly Problem[]) => void;
  readonly onClose: () => void;
}

/** Asks for the passphrase of an encrypted file until it is right. */
export function UnsealDialog({ file, onOpened, onRefused, onClose }: Props) {
  const { t } = useWords();
  const isLeft = useRef(false);
  const [isFailed, setFailed] = useState(false);
  const { register, handleSubmit, watch, formState, setError } = useForm({
    defaultValues: { passphrase: '', isShown: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const leave = () => {
    isLeft.current = true;
    onClose();
  };
  const submit = handleSubmit(async ({ passphrase }) => {
    setFailed(false);
    try {
      const opened = await openSealed(file, passphrase);
      if (isLeft.current) return;
      if (opened.ok) return onOpened(opened.value);
      const wrong = opened.problems.find(({ code }) => code === 'sealed-passphrase');
      if (wrong) setError('passphrase', { message: sayProblem(t, wrong) }, { shouldFocus: true });
      else onRefused(opened.problems);
    } catch {
      setFailed(true);
    }
  });
  return (
    <Dialog title={t('sealed.open.title')} onClose={leave}>
      <form className="stack" noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
        <p>{canSeal() ? t('sealed.open.text', { name: file.name }) : t('sealed.unavailable')}</p>
        {canSeal() && (
          <>
            <TextField
              id="sealed-open"
              type={watch('isShown') ? 'text' : 'password'}
              label={t('sealed.passphrase')}
              error={errors.passphrase?.message}
              autoComplete="off"
              spellCheck={false}
              {...register('passphrase', { validate: (value) => value !== '' || t('sealed.open.needed') })}
            />
            <CheckField id="show-typed" label={t('sealed.show')} {...register('isShown')} />
          </>
        )}
        {isFailed && (
          <Notice tone="error" role="alert">
            <p>{t('sealed.open.failed')}</p>
          </Notice>
        )}
        <p className="row">
          {canSeal() && (
            <button type="submit" className="button" aria-disabled={isSubmitting}>
              {t(isSubmitting ? 'sealed.opening' : 'sealed.open')}
            </button>
          )}
          <button type="button" className="button-quiet" onClick={leave}>
            {t('sealed.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
