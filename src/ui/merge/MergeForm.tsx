import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { addDerived } from '../../store/derived.ts';
import { useSettings } from '../../store/settings.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Failed } from '../parts/Failed.tsx';
import { errorsOf, filled } from '../parts/fields.ts';
import { rememberPerson } from '../parts/person.ts';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Merge.module.css';
import type { File, Merged } from './merging.ts';
import { titleOf } from './titles.ts';

interface Fields {
  readonly title: string;
  readonly person: string;
}

/** Keeps what was merged as a new assessment, under a title and a name. */
export function MergeForm({ merged, files }: { readonly merged: Merged; readonly files: readonly File[] }) {
  const words = useWords();
  const { t, stored, f } = words;
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const person = useSettings((settings) => settings.person);
  const [first] = files;
  const { register, handleSubmit, formState } = useForm<Fields>({
    defaultValues: { title: first ? stored.t('evaluators.save.titleOf', { title: titleOf(first.state, words) }) : '', person },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const save = async ({ title, person: name }: Fields) => {
    try {
      await rememberPerson(name);
      const from = files.map(({ id, state }) => stored.t('evaluators.save.file', { title: titleOf(state, words), id }));
      const id = await addDerived(merged.assessment, [
        { kind: 'detail', detail: 'title', value: title.trim() },
        { kind: 'detail', detail: 'origin', value: stored.t('evaluators.save.origin', { files: f.and(from) }) },
      ]);
      navigate(merged.state.disputed.size > 0 ? `/a/${id}/differences` : `/a/${id}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <section className={styles.part} aria-labelledby="merge-save">
      <h2 id="merge-save">{t('evaluators.save')}</h2>
      <p className="muted">{t('evaluators.save.help')}</p>
      <form noValidate className={styles.form} onSubmit={handleSubmit(save)}>
        <ErrorSummary attempt={submitCount} errors={errorsOf(errors, 'merge', ['title', 'person'])} />
        <TextField
          id="merge-title"
          label={t('evaluators.save.title')}
          error={errors.title?.message}
          maxLength={2000}
          autoComplete="off"
          {...register('title', filled(t('evaluators.save.titleNeeded')))}
        />
        <TextField
          id="merge-person"
          label={t('evaluators.save.name')}
          hint={t('evaluators.save.nameHint')}
          error={errors.person?.message}
          maxLength={200}
          autoComplete="name"
          {...register('person', filled(t('evaluators.save.nameNeeded')))}
        />
        <Failed error={failure} />
        <p>
          <button type="submit" className="button">
            {t('evaluators.save.button')}
          </button>
        </p>
      </form>
    </section>
  );
}
