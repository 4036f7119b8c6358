import { useState } from 'react';
import { type UseFormRegister, useForm } from 'react-hook-form';
import type { LockKey } from '../../i18n/languages.ts';
import { exportBackup } from '../../store/backup.ts';
import { noteBackup } from '../../store/lastBackup.ts';
import { turnOn } from '../../store/lock/turn.ts';
import { page } from '../page.tsx';
import { download } from '../parts/download.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import { CheckField } from './CheckField.tsx';
import styles from './Lock.module.css';
import { type NewPassphrase, NO_PASSPHRASE, PassphraseFields } from './PassphraseFields.tsx';
import { turnAlone } from './turning.ts';

const SealDialog = page(['sealed'], 'SealDialog', () => import('../sealed/SealDialog.tsx'));

/** Offers a backup, asks for a passphrase, and puts everything under it. */
export function TurnOn() {
  const { t } = useWords();
  const [failure, setFailure] = useState<LockKey | null>(null);
  const { register, handleSubmit, watch, formState } = useForm({
    defaultValues: { ...NO_PASSPHRASE, isShown: false, isUnderstood: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ passphrase }) => {
    setFailure(null);
    setFailure(await turnAlone(() => turnOn(passphrase)));
  });
  return (
    <section className={styles.part} aria-labelledby="turn-on">
      <h2 id="turn-on">{t('encryption.on.title')}</h2>
      <BackupFirst />
      <form noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
        <PassphraseFields
          label={t('encryption.passphrase')}
          isShown={watch('isShown')}
          register={register as unknown as UseFormRegister<NewPassphrase>}
          errors={errors}
        />
        <label className="row">
          <input type="checkbox" {...register('isShown')} />
          {t('encryption.show')}
        </label>
        <CheckField
          id="understood"
          label={t('encryption.understood')}
          error={errors.isUnderstood?.message}
          {...register('isUnderstood', { validate: (value) => value || t('encryption.understood.needed') })}
        />
        {failure && (
          <Notice tone="error" role="alert">
            <p>{t(failure)}</p>
          </Notice>
        )}
        <p>
          <button type="submit" className="button" aria-disabled={isSubmitting}>
            {t(isSubmitting ? 'encryption.turning' : 'encryption.turnOn')}
          </button>
        </p>
      </form>
    </section>
  );
}

/** If the passphrase is lost, this is all there is. */
function BackupFirst() {
  const { t } = useWords();
  const [isSealing, setSealing] = useState(false);
  const [done, setDone] = useState<{ readonly error?: unknown } | null>(null);
  const save = async () => {
    try {
      const { name, text } = await exportBackup();
      download(name, new Blob([text], { type: 'application/json' }));
      await noteBackup();
      setDone({});
    } catch (error) {
      setDone({ error });
    }
  };
  return (
    <>
      <p>{t('encryption.backup')}</p>
      <p className="row">
        <button type="button" className="button-quiet" onClick={() => void save()}>
          {t('encryption.backup.download')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setSealing(true)}>
          {t('encryption.backup.encrypted')}
        </button>
      </p>
      {done && (
        <Said of={done} tone={'error' in done ? 'error' : 'soft'}>
          <p>{'error' in done ? t(sentenceOf(done.error)) : t('encryption.backup.done')}</p>
        </Said>
      )}
      {isSealing && (
        <SealDialog
          content={async () => (await exportBackup()).text}
          onSealed={() => void noteBackup().catch(() => undefined)}
          onClose={() => setSealing(false)}
        />
      )}
    </>
  );
}
