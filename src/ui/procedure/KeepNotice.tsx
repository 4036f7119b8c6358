import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { keptOf } from '../../core/notice/kept.ts';
import type { NoticeLot } from '../../core/notice/notice.ts';
import type { Mapping } from '../../core/notice/weights.ts';
import { keepNotice } from '../../store/procedures.ts';
import { changeSettings, useSettings } from '../../store/settings.ts';
import { filled } from '../parts/fields.ts';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { NotDone } from './Frame.tsx';
import styles from './NoticeForm.module.css';
import { useProcedure } from './procedure.ts';

interface Props {
  /** Of the notice; empty where it has none. */
  readonly number: string;
  readonly lot: NoticeLot;
  readonly mapping: Mapping;
}

/** Keeps which criterion stands for which section: it bears a name, for it is somebody's judgement. */
export function KeepNotice({ number, lot, mapping }: Props) {
  const { t } = useWords();
  const { view, act, trouble } = useProcedure();
  const [isKept, setKept] = useState(false);
  const person = useSettings((settings) => settings.person);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { person }, reValidateMode: 'onSubmit' });
  const keep = handleSubmit(async ({ person: name }) => {
    setKept(false);
    const done = await act(async () => {
      if (name.trim() !== person) await changeSettings({ person: name.trim() });
      return keepNotice(view.header.id, number, keptOf(lot, mapping));
    });
    setKept(done !== null);
  });
  return (
    <form noValidate className={styles.keep} onSubmit={keep}>
      <p className="muted measure">{t('notice.keep.help')}</p>
      <TextField
        id="notice-person"
        label={t('procedure.person')}
        error={formState.errors.person?.message}
        maxLength={200}
        autoComplete="name"
        {...register('person', filled(t('procedure.person.needed')))}
      />
      <p className="row">
        <button type="submit" className="button-quiet" disabled={formState.isSubmitting}>
          {t('notice.keep')}
        </button>
        <span role="status">{isKept && t('notice.keep.done')}</span>
      </p>
      {trouble && <NotDone trouble={trouble} />}
    </form>
  );
}
