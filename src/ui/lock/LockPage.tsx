import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { LockKey } from '../../i18n/languages.ts';
import { unlock } from '../../store/lock/find.ts';
import { canSeal } from '../../store/sealed.ts';
import { Mark } from '../parts/Mark.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './Lock.module.css';

interface Props {
  /** Called when the lock is open. */
  readonly onOpened: () => void;
}

/** Asks for the passphrase; there is nothing else to be seen. */
export function LockPage({ onOpened }: Props) {
  const { t } = useWords();
  const [failure, setFailure] = useState<LockKey | null>(null);
  const [isErasing, setErasing] = useState(false);
  const { register, handleSubmit, watch, formState, setError } = useForm({
    defaultValues: { passphrase: '', isShown: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ passphrase }) => {
    setFailure(null);
    try {
      const opening = await unlock(passphrase);
      if (opening === 'open') onOpened();
      else if (opening === 'none') location.reload();
      else if (opening === 'passphrase') setError('passphrase', { message: t('lock.wrong') }, { shouldFocus: true });
      else setFailure('lock.damaged');
    } catch {
      setFailure('lock.failed');
    }
  });
  return (
    <main className={styles.page}>
      <title>{t('app.name')}</title>
      <p className={styles.name}>
        <Mark className={styles.mark} />
        {t('app.name')}
      </p>
      <h1>{t('lock.title')}</h1>
      {canSeal() ? (
        <>
          <p className="lede">{t('lock.text')}</p>
          <form className="stack" noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
            <TextField
              id="lock-passphrase"
              type={watch('isShown') ? 'text' : 'password'}
              label={t('lock.passphrase')}
              error={errors.passphrase?.message}
              autoComplete="off"
              autoFocus
              spellCheck={false}
              {...register('passphrase', { validate: (value) => value !== '' || t('lock.needed') })}
            />
            <label className="row">
              <input type="checkbox" {...register('isShown')} />
              {t('encryption.show')}
            </label>
            <p>
              <button type="submit" className="button" aria-disabled={isSubmitting}>
                {t(isSubmitting ? 'lock.opening' : 'lock.open')}
              </button>
            </p>
          </form>
        </>
      ) : (
        <Notice tone="strong">
          <p>{t('lock.unavailable')}</p>
        </Notice>
      )}
      {failure && (
        <Notice tone="error" role="alert">
          <p>{t(failure)}</p>
        </Notice>
      )}
      <details open={failure === 'lock.damaged'}>
        <summary>{t('lock.forgotten')}</summary>
        <div className="stack">
          <p>{t('lock.forgotten.text')}</p>
          <p>
            <button type="button" className="button-quiet" onClick={() => setErasing(true)}>
              {t('lock.erase')}
            </button>
          </p>
        </div>
      </details>
      {isErasing && <EraseDialog onClose={() => setErasing(false)} />}
    </main>
  );
}
