import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Problem } from '../../core/problems.ts';
import { sayProblem } from '../../i18n/problem-words.ts';
import { visible } from '../../report/pdf/visible.ts';
import type { Signer } from '../../report/sign/sign.ts';
import { useSettings } from '../../store/settings.ts';
import { Choices } from '../parts/Choices.tsx';
import { Failed } from '../parts/Failed.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Sign.module.css';
import { groupsOf, newSigner, signerFrom } from './signers.ts';

interface Fields {
  /** A fingerprint, `new` or `file`. */
  readonly choice: string;
  readonly name: string;
  readonly password: string;
}

interface Props {
  /** Keys that were made here. */
  readonly own: readonly Signer[];
  /** `isHere`: whether it is kept in this browser. */
  readonly onSigner: (signer: Signer, isHere: boolean) => void;
}

/** Groups of a fingerprint that tell keys apart at a glance. */
const BEGINNING = 3;

/** What to sign with: a key that is here, a new one, or one from a file. */
export function KeyForm({ own, onSigner }: Props) {
  const { t, f } = useWords();
  const person = useSettings((settings) => settings.person);
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const { register, handleSubmit, watch, formState, resetField } = useForm<Fields>({
    defaultValues: { choice: own[0]?.certificate.fingerprint ?? '', name: person, password: '' },
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting, submitCount } = formState;
  const choice = watch('choice');
  const use = async ({ choice, name, password }: Fields) => {
    setRefused([]);
    setFailure(null);
    try {
      if (choice === 'new') return onSigner(await newSigner(name.trim()), true);
      const made = own.find(({ certificate }) => certificate.fingerprint === choice);
      if (made) return onSigner(made, true);
      if (!file) return;
      const opened = await signerFrom(file, password);
      resetField('password');
      if (opened.ok) onSigner(opened.value, false);
      else setRefused(opened.problems);
    } catch (error) {
      setFailure(error);
    }
  };
  const fileNeeded = choice === 'file' && !file && submitCount > 0;
  return (
    <form noValidate className={styles.form} onSubmit={handleSubmit(use)}>
      <Choices
        id="sign-with"
        legend={t('sign.with')}
        error={errors.choice?.message}
        registration={register('choice', { validate: (value: string | null) => !!value || t('sign.with.needed') })}
        choices={[
          ...own.map(({ certificate: { fingerprint, subject, until } }) => ({
            value: fingerprint,
            text: t('sign.with.own', { subject: visible(subject) }),
            help: t('sign.with.own.help', { until: f.day(until), fingerprint: groupsOf(fingerprint).slice(0, BEGINNING).join(' ') }),
          })),
          { value: 'new', text: t('sign.with.new'), help: t('sign.with.new.help') },
          { value: 'file', text: t('sign.with.file'), help: t('sign.with.file.help') },
        ]}
      />
      {choice === 'new' && (
        <TextField
          id="sign-name"
          label={t('sign.name')}
          hint={t('sign.name.hint')}
          error={errors.name?.message}
          maxLength={64}
          autoComplete="off"
          {...register('name', { validate: (value, all) => all.choice !== 'new' || value.trim() !== '' || t('sign.name.needed') })}
        />
      )}
      {choice === 'file' && (
        <>
          <div className="field">
            {fileNeeded && (
              <p className="error" id="sign-file-error" role="alert">
                {t('sign.file.needed')}
              </p>
            )}
            <p className="row">
              <FileButton accept=".p12,.pfx,application/x-pkcs12" onFile={setFile} describedBy={fileNeeded ? 'sign-file-error' : undefined}>
                {t('sign.file')}
              </FileButton>
              {file && <span>{t('sign.file.chosen', { name: file.name })}</span>}
            </p>
          </div>
          <TextField
            id="sign-password"
            type="password"
            label={t('sign.password')}
            hint={t('sign.password.hint')}
            autoComplete="off"
            {...register('password')}
          />
        </>
      )}
      {refused.length > 0 && (
        <Notice tone="error" role="alert">
          {refused.map((problem) => (
            <p key={problem.code}>{sayProblem(t, problem)}</p>
          ))}
        </Notice>
      )}
      <Failed error={failure} />
      <p>
        <button type="submit" className="button-quiet" disabled={isSubmitting}>
          {t(choice === 'new' ? 'sign.make' : 'sign.use')}
        </button>
      </p>
    </form>
  );
}
