import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { canSeal, sealFile } from '../../store/sealed.ts';
import { CheckField } from '../parts/CheckField.tsx';
import { dayOf } from '../parts/clock.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/Notice.tsx';
import { Said } from '../parts/Said.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';

/** Characters; a file can be guessed at without end. */
const LEAST = 12;

interface Props {
  /** The text that is put under the passphrase. */
  readonly content: () => Promise<string>;
  /** Called when it was handed out. */
  readonly onSealed?: () => void;
  readonly onClose: () => void;
}

/** Asks for a passphrase, twice, after saying what it means, and hands out the encrypted file. */
export function SealDialog({ content, onSealed, onClose }: Props) {
  const { t } = useWords();
  const [done, setDone] = useState<string | null>(null);
  const isLeft = useRef(false);
  const [isFailed, setFailed] = useState(false);
  const { register, handleSubmit, watch, formState } = useForm({
    defaultValues: { passphrase: '', again: '', isShown: false },
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
      const file = await sealFile(await content(), passphrase, dayOf(new Date()));
      if (isLeft.current) return;
      download(file.name, file);
      setDone(file.name);
      onSealed?.();
    } catch {
      setFailed(true);
    }
  });
  if (done !== null || !canSeal()) {
    return (
      <Dialog title={t('sealed.title')} onClose={leave}>
        {done === null ? <p>{t('sealed.unavailable')}</p> : <Said of={done}>{t('sealed.done', { name: done })}</Said>}
        <p className="row">
          <button type="button" className="button-quiet" onClick={leave}>
            {t('sealed.close')}
          </button>
        </p>
      </Dialog>
    );
  }
  const type = watch('isShown') ? 'text' : 'password';
  return (
    <Dialog title={t('sealed.title')} onClose={leave}>
      <form className="stack" noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
        <p>
          <strong>{t('sealed.warning')}</strong>
        </p>
        <p className="muted">{t('sealed.scope')}</p>
        <TextField
          id="sealed-passphrase"
          type={type}
          label={t('sealed.passphrase')}
          hint={t('sealed.passphrase.hint', { least: LEAST })}
          error={errors.passphrase?.message}
          autoComplete="new-password"
          spellCheck={false}
          {...register('passphrase', {
            validate: (value) => value.length >= LEAST || t('sealed.passphrase.short', { least: LEAST, found: value.length }),
          })}
        />
        <TextField
          id="sealed-again"
          type={type}
          label={t('sealed.again')}
          error={errors.again?.message}
          autoComplete="new-password"
          spellCheck={false}
          {...register('again', { validate: (value, { passphrase }) => value === passphrase || t('sealed.again.differs') })}
        />
        <CheckField id="show-typed" label={t('sealed.show')} {...register('isShown')} />
        {isFailed && (
          <Notice tone="error" role="alert">
            <p>{t('sealed.failed')}</p>
          </Notice>
        )}
        <p className="row">
          <button type="submit" className="button" aria-disabled={isSubmitting}>
            {t(isSubmitting ? 'sealed.making' : 'sealed.make')}
          </button>
          <button type="button" className="button-quiet" onClick={leave}>
            {t('sealed.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
