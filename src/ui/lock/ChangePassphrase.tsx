import { useState } from 'react';
import { type UseFormRegister, useForm } from 'react-hook-form';
import { changePassphrase } from '../../store/lock/turn.ts';
import { place } from '../../store/place.ts';
import { CheckField } from '../parts/CheckField.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Said } from '../parts/Said.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { lockOthers } from './locking.ts';
import { type NewPassphrase, NO_PASSPHRASE, PassphraseFields } from './PassphraseFields.tsx';

/** Puts the key under another passphrase. */
export function ChangePassphrase() {
  const { t } = useWords();
  const [done, setDone] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const { register, handleSubmit, watch, formState, setError, reset } = useForm({
    defaultValues: { before: '', ...NO_PASSPHRASE, isShown: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ before, passphrase }) => {
    setFailed(false);
    try {
      if (!(await changePassphrase(before, passphrase))) {
        setError('before', { message: t('encryption.change.wrong') }, { shouldFocus: true });
        return;
      }
      lockOthers();
      reset();
      setDone(done + 1);
    } catch {
      setFailed(true);
    }
  });
  const isShown = watch('isShown');
  return (
    <section className={styles.part} aria-labelledby="change-passphrase">
      <h2 id="change-passphrase">{t('encryption.change.title')}</h2>
      <p>{t(place.own ? 'own.change.text' : 'encryption.change.text')}</p>
      <form noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
        <TextField
          id="passphrase-before"
          type={isShown ? 'text' : 'password'}
          label={t('encryption.change.before')}
          error={errors.before?.message}
          autoComplete="off"
          spellCheck={false}
          {...register('before', { validate: (value) => value !== '' || t('lock.needed') })}
        />
        <PassphraseFields
          label={t('encryption.change.new')}
          isShown={isShown}
          register={register as unknown as UseFormRegister<NewPassphrase>}
          errors={errors}
        />
        <CheckField id="show-typed" label={t('encryption.show')} {...register('isShown')} />
        {isFailed && (
          <Notice tone="error" role="alert">
            <p>{t('encryption.failed')}</p>
          </Notice>
        )}
        {done > 0 && (
          <Said of={done}>
            <p>{t('encryption.change.done')}</p>
          </Said>
        )}
        <p>
          <button type="submit" className="button-quiet" aria-disabled={isSubmitting}>
            {t(isSubmitting ? 'encryption.change.doing' : 'encryption.change.do')}
          </button>
        </p>
      </form>
    </section>
  );
}
