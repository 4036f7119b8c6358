import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';

/** Characters; a disk can be guessed at without end. */
const LEAST = 12;

export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const NO_PASSPHRASE: NewPassphrase = { passphrase: '', again: '' };

interface Props {
  readonly label: string;
  readonly isShown: boolean;
  readonly register: UseFormRegister<NewPassphrase>;
  readonly errors: FieldErrors<NewPassphrase>;
}

/** A new passphrase, twice. */
export function PassphraseFields({ label, isShown, register, errors }: Props) {
  const { t } = useWords();
  const type = isShown ? 'text' : 'password';
  return (
    <>
      <TextField
        id="new-passphrase"
        type={type}
        label={label}
        hint={t('encryption.passphrase.hint', { least: LEAST })}
        error={errors.passphrase?.message}
        autoComplete="new-password"
        spellCheck={false}
        {...register('passphrase', {
          validate: (value) => value.length >= LEAST || t('encryption.passphrase.short', { least: LEAST, found: value.length }),
        })}
      />
      <TextField
        id="new-passphrase-again"
        type={type}
        label={t('encryption.again')}
        error={errors.again?.message}
        autoComplete="new-password"
        spellCheck={false}
        {...register('again', { validate: (value, { passphrase }) => value === passphrase || t('encryption.again.differs') })}
      />
    </>
  );
}
