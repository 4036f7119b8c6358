import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { CheckField } from '../parts/CheckField.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';

/** Why it did not open: beside the field where another passphrase may help, below it where none does. */
export interface NotOpened {
  readonly wrong?: string;
  readonly failure?: string;
}

interface Props {
  readonly id: string;
  readonly autoFocus?: boolean;
  readonly submit: string;
  readonly busy: string;
  readonly onSubmit: (passphrase: string) => Promise<NotOpened | null>;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** Asks for a passphrase until it is right. */
export function PassphraseForm({ id, autoFocus = false, submit, busy, onSubmit, children }: Props) {
  const { t } = useWords();
  const [failure, setFailure] = useState<string | undefined>();
  const { register, handleSubmit, watch, formState, setError } = useForm({
    defaultValues: { passphrase: '', isShown: false },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const open = handleSubmit(async ({ passphrase }) => {
    setFailure(undefined);
    const not = await onSubmit(passphrase);
    if (not?.wrong) setError('passphrase', { message: not.wrong }, { shouldFocus: true });
    setFailure(not?.failure);
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void open(event))}>
      <TextField
        id={id}
        type={watch('isShown') ? 'text' : 'password'}
        label={t('lock.passphrase')}
        error={errors.passphrase?.message}
        autoComplete="off"
        autoFocus={autoFocus}
        spellCheck={false}
        {...register('passphrase', { validate: (value) => value !== '' || t('lock.needed') })}
      />
      <CheckField id="show-typed" label={t('encryption.show')} {...register('isShown')} />
      {failure && (
        <Notice tone="error" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSubmitting}>
          {isSubmitting ? busy : submit}
        </button>
        {children}
      </p>
    </form>
  );
}
