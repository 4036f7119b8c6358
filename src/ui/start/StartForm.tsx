import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { Policy } from '../../core/format/facts.ts';
import { useSettings } from '../../store/settings.ts';
import { Choices } from '../parts/Choices.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Failed } from '../parts/Failed.tsx';
import { errorsOf, filled } from '../parts/fields.ts';
import { TextField } from '../parts/TextField.tsx';
import type { Shelved } from '../questionnaires/shelf.ts';
import { useWords } from '../words.ts';
import { begin, PURPOSES, type StartValues } from './begin.ts';
import { Parameters } from './Parameters.tsx';
import { PolicyList } from './PolicyList.tsx';
import styles from './StartPage.module.css';

/** The fields that must be filled in, in the order of the page. */
const REQUIRED = ['questionnaire', 'vendor', 'assessor', 'purpose'] as const;

interface Props {
  readonly shelf: readonly Shelved[];
  /** Key of the questionnaire to begin with; the first where there is no such one. */
  readonly wanted: string | undefined;
}

/** What the assessment is about; checked on Continue, and then there is one. */
export function StartForm({ shelf, wanted }: Props) {
  const { t, f, local } = useWords();
  const [, navigate] = useLocation();
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const person = useSettings((s) => s.person);
  const { register, handleSubmit, watch, formState } = useForm<StartValues>({
    defaultValues: {
      questionnaire: (shelf.find((one) => one.key === wanted) ?? shelf[0])?.key ?? '',
      title: '',
      vendor: '',
      authority: '',
      procedure: '',
      lot: '',
      assessor: person,
      purpose: '',
      parameters: {},
    },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const chosen = shelf.find((one) => one.key === watch('questionnaire'))?.questionnaire;
  const needed = {
    questionnaire: t('start.questionnaire.needed'),
    vendor: t('start.vendor.needed'),
    assessor: t('start.assessor.needed'),
    purpose: t('start.purpose.needed'),
  };
  const field = (name: (typeof REQUIRED)[number]) => register(name, filled(needed[name]));
  const errorOf = (name: (typeof REQUIRED)[number]) => formState.errors[name]?.message;
  const submit = async (values: StartValues) => {
    const questionnaire = shelf.find((one) => one.key === values.questionnaire)?.questionnaire;
    if (!questionnaire) return;
    try {
      const purpose = PURPOSES.find((one) => one.value === values.purpose);
      const id = await begin({ ...values, purpose: purpose ? t(purpose.text) : '' }, questionnaire, policy);
      navigate(`/a/${id}`);
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <form className={styles.form} noValidate onSubmit={handleSubmit(submit)}>
      <ErrorSummary errors={errorsOf(formState.errors, 'start', REQUIRED)} attempt={formState.submitCount} />
      <section className={styles.part} aria-labelledby="start-asked">
        <h2 id="start-asked">{t('start.asked')}</h2>
        <Choices
          id="start-questionnaire"
          legend={t('start.questionnaire')}
          error={errorOf('questionnaire')}
          registration={field('questionnaire')}
          choices={shelf.map(({ key, questionnaire: q, questions, own }) => ({
            value: key,
            text: local(q.title),
            help: t(own ? 'start.questionnaire.own' : 'start.questionnaire.shipped', {
              version: q.version,
              released: f.day(q.released),
              questions,
            }),
          }))}
        />
      </section>
      <section className={styles.part} aria-labelledby="start-about">
        <h2 id="start-about">{t('start.about')}</h2>
        <TextField
          id="start-vendor"
          label={t('start.vendor')}
          hint={t('start.vendor.hint')}
          error={errorOf('vendor')}
          autoComplete="off"
          {...field('vendor')}
        />
        <TextField
          id="start-title"
          label={t('start.name')}
          hint={t('start.name.hint')}
          optional
          autoComplete="off"
          {...register('title')}
        />
        <TextField id="start-authority" label={t('start.authority')} optional autoComplete="organization" {...register('authority')} />
        <TextField
          id="start-procedure"
          label={t('start.procedure')}
          hint={t('start.procedure.hint')}
          optional
          autoComplete="off"
          {...register('procedure')}
        />
        <TextField id="start-lot" label={t('start.lot')} optional autoComplete="off" {...register('lot')} />
      </section>
      <section className={styles.part} aria-labelledby="start-assesses">
        <h2 id="start-assesses">{t('start.assesses')}</h2>
        <TextField
          id="start-assessor"
          label={t('start.assessor')}
          hint={t('start.assessor.hint')}
          error={errorOf('assessor')}
          autoComplete="name"
          {...field('assessor')}
        />
        <Choices
          id="start-purpose"
          legend={t('start.purpose')}
          hint={t('start.purpose.hint')}
          error={errorOf('purpose')}
          registration={field('purpose')}
          choices={PURPOSES.map(({ value, text, help }) => ({ value, text: t(text), help: t(help) }))}
        />
      </section>
      {chosen?.parameters && chosen.parameters.length > 0 && (
        <Parameters key={chosen.id + chosen.version} parameters={chosen.parameters} register={register} policy={policy} />
      )}
      <PolicyList policy={policy} onPolicy={setPolicy} />
      <Failed error={failure} />
      <p>
        <button type="submit" className="button" disabled={formState.isSubmitting}>
          {t('start.continue')}
        </button>
      </p>
    </form>
  );
}
