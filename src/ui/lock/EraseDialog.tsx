import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { LockKey } from '../../i18n/languages.ts';
import { eraseAll } from '../../store/lock/erase.ts';
import { place } from '../../store/place.ts';
import { CheckField } from '../parts/CheckField.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './EraseDialog.module.css';

interface Part {
  readonly title: LockKey;
  readonly items: readonly LockKey[];
}

const OF_ALL: readonly Part[] = [
  { title: 'lock.erase.goes', items: ['lock.erase.goes.all', 'lock.erase.goes.rest', 'lock.erase.goes.copy'] },
  { title: 'lock.erase.stays', items: ['lock.erase.stays.own', 'lock.erase.stays.files'] },
];

const OF_OWN: readonly Part[] = [
  { title: 'lock.erase.goes', items: ['own.erase.goes.all', 'own.erase.goes.copy'] },
  { title: 'lock.erase.stays', items: ['own.erase.stays.rest', 'own.erase.stays.files'] },
];

/** Erases everything in this store, after what that means was said and ticked. */
export function EraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const isOfOwn = place.own;
  const [isFailed, setFailed] = useState(false);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { isSure: false }, reValidateMode: 'onSubmit' });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async () => {
    setFailed(false);
    try {
      await eraseAll();
      location.replace(location.pathname);
    } catch {
      setFailed(true);
    }
  });
  return (
    <Dialog title={t(isOfOwn ? 'own.erase.title' : 'lock.erase.title')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}>
        {(isOfOwn ? OF_OWN : OF_ALL).map(({ title, items }) => (
          <div key={title}>
            <h3>{t(title)}</h3>
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item}>{t(item)}</li>
              ))}
            </ul>
          </div>
        ))}
        <p>
          <strong>{t('lock.erase.noWay')}</strong>
        </p>
        <CheckField
          id="erase-sure"
          label={t(isOfOwn ? 'own.erase.sure' : 'lock.erase.sure')}
          error={errors.isSure?.message}
          {...register('isSure', { validate: (value) => value || t('lock.erase.needed') })}
        />
        {isFailed && (
          <Notice tone="error" role="alert">
            <p>{t('lock.erase.failed')}</p>
          </Notice>
        )}
        <p className="row">
          <button type="submit" className="button erase" aria-disabled={isSubmitting}>
            {t('lock.erase.do')}
          </button>
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('lock.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
