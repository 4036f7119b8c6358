import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { EMPTY_POLICY } from '../../core/format/facts.ts';
import { createProcedure } from '../../store/procedures.ts';
import { changeSettings, useSettings } from '../../store/settings.ts';
import { loadFacts } from '../../store/shipped.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Choices } from '../parts/Choices.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { errorsOf, filled } from '../parts/fields.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Shelved, useShelf } from '../questionnaires/shelf.ts';
import { useWords } from '../words.ts';
import { NotDone } from './Frame.tsx';
import styles from './procedure.module.css';
import type { Trouble } from './procedure.ts';
import { TenderFields, tenderErrors } from './TenderFields.tsx';
import { detailsIn, lotsIn, type TenderValues, tenderOf } from './tender.ts';

/** Before there is a procedure: what the tender is, who is at work, and with which questionnaire. */
export function NewPage() {
  const { t } = useWords();
  const shelf = useShelf();
  return (
    <div className={styles.page}>
      <BackLink to="/">{t('procedure.back')}</BackLink>
      <div className={styles.say}>
        <PageTitle title={t('procedure.new')} />
        <p className="lede">{t('procedure.new.lede')}</p>
      </div>
      {shelf && <Form shelf={shelf} />}
    </div>
  );
}

interface Values extends TenderValues {
  /** `id@version`. */
  readonly questionnaire: string;
  readonly person: string;
}

function Form({ shelf }: { readonly shelf: readonly Shelved[] }) {
  const { t, f, local } = useWords();
  const [, navigate] = useLocation();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const person = useSettings((settings) => settings.person);
  const { register, control, handleSubmit, formState } = useForm<Values>({
    defaultValues: { ...tenderOf({ details: {}, lots: [] }), questionnaire: shelf[0]?.key ?? '', person },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors } = formState;
  const submit = handleSubmit(async (values) => {
    const chosen = shelf.find(({ key }) => key === values.questionnaire);
    if (!chosen) return;
    try {
      // Saved first: every line of the history that follows carries the name.
      await changeSettings({ person: values.person.trim() });
      const criteria = { questionnaire: chosen.questionnaire, policy: EMPTY_POLICY, facts: await loadFacts(), answers: {} };
      const given = Object.entries(detailsIn(values)).filter(([, value]) => value !== '');
      const made = await createProcedure({ details: Object.fromEntries(given), lots: lotsIn(values), criteria });
      if (made.ok) navigate(`/p/${made.value}/criteria`);
      else setTrouble({ kind: 'refused', problems: made.problems });
    } catch (error) {
      setTrouble({ kind: 'failed', why: sentenceOf(error) });
    }
  });
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ErrorSummary
        errors={[...tenderErrors(errors), ...errorsOf(errors, 'new', ['person', 'questionnaire'])]}
        attempt={formState.submitCount}
      />
      {trouble && <NotDone trouble={trouble} />}
      <TenderFields
        // The fields of the tender are among those of this form.
        register={register as never}
        control={control as never}
        errors={errors}
        isSealed={false}
        needed={new Set()}
      />
      <section className={styles.formPart} aria-labelledby="asked">
        <h2 id="asked">{t('procedure.asked')}</h2>
        <Choices
          id="new-questionnaire"
          legend={t('procedure.questionnaire')}
          error={errors.questionnaire?.message}
          registration={register('questionnaire', filled(t('procedure.questionnaire.needed')))}
          choices={shelf.map(({ key, questionnaire, questions, own: isOwn }) => ({
            value: key,
            text: local(questionnaire.title),
            help: t(isOwn ? 'procedure.questionnaire.own' : 'procedure.questionnaire.shipped', {
              version: questionnaire.version,
              released: f.day(questionnaire.released),
              questions,
            }),
          }))}
        />
      </section>
      <section className={styles.formPart} aria-labelledby="who">
        <h2 id="who">{t('procedure.who')}</h2>
        <TextField
          id="new-person"
          label={t('procedure.person')}
          hint={t('procedure.person.hint')}
          error={errors.person?.message}
          autoComplete="name"
          maxLength={200}
          {...register('person', filled(t('procedure.person.needed')))}
        />
      </section>
      <p>
        <button type="submit" className="button" disabled={formState.isSubmitting}>
          {t('procedure.new.continue')}
        </button>
      </p>
    </form>
  );
}
