import { useState } from 'react';
import { type UseFormRegister, useForm } from 'react-hook-form';
import type { LockKey } from '../../i18n/languages.ts';
import { CheckField } from '../parts/CheckField.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { type NewPassphrase, NO_PASSPHRASE, PassphraseFields } from './PassphraseFields.tsx';

interface Props {
  /** What has to be ticked. */
  readonly understood: string;
  readonly submit: string;
  /** A label that stays readable is asked for as well, beginning with this one. */
  readonly label?: string;
  /** @returns why nothing was done, if so */
  readonly onSubmit: (chosen: { readonly label: string; readonly passphrase: string }) => Promise<LockKey | null>;
}

/** Asks for a new passphrase, and for a tick under what it means, and encrypts. */
export function NewPassphraseForm({ understood, submit, label, onSubmit }: Props) {
  const { t } = useWords();
  const [failure, setFailure] = useState<LockKey | null>(null);
  const { register, handleSubmit, watch, formState } = useForm({
    defaultValues: { ...NO_PASSPHRASE, label: label ?? '', isShown: false, isUnderstood: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const encrypt = handleSubmit(async (chosen) => {
    setFailure(null);
    setFailure(await onSubmit({ label: chosen.label.trim(), passphrase: chosen.passphrase }));
  });
  return (
    <form noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void encrypt(event))}>
      {label !== undefined && (
        <TextField
          id="own-label"
          label={t('own.label')}
          hint={t('own.label.hint')}
          error={errors.label?.message}
          maxLength={200}
          autoComplete="off"
          {...register('label', { validate: (value) => value.trim() !== '' || t('own.label.needed') })}
        />
      )}
      <PassphraseFields
        label={t('encryption.passphrase')}
        isShown={watch('isShown')}
        register={register as unknown as UseFormRegister<NewPassphrase>}
        errors={errors}
      />
      <CheckField id="show-typed" label={t('encryption.show')} {...register('isShown')} />
      <CheckField
        id="understood"
        label={understood}
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
          {isSubmitting ? t('encryption.turning') : submit}
        </button>
      </p>
    </form>
  );
}
