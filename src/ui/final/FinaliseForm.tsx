import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isRealDate } from '../../core/day.ts';
import { signingProblems } from '../../core/editions/finalise.ts';
import { type Final, ROLES, type Role, type Signatory } from '../../core/format/final.ts';
import type { Problem } from '../../core/problems.ts';
import { sayProblem } from '../../i18n/problem-words.ts';
import { finalise } from '../../store/editions.ts';
import { useSettings } from '../../store/settings.ts';
import { useOpen } from '../fill/open.ts';
import { Choices } from '../parts/Choices.tsx';
import { dayOf } from '../parts/clock.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Failed } from '../parts/Failed.tsx';
import { errorsOf, filled } from '../parts/fields.ts';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Final.module.css';
import { ROLE_NAMES } from './roles.ts';

type Person = { readonly name: string; readonly declares: '' | 'none' | 'some'; readonly interest: string };
type Fields = Readonly<Record<'number' | 'day' | 'retention' | 'disposal', string>> & Readonly<Record<Role, Person>>;
const FIELDS = [
  'number',
  'day',
  'retention',
  'disposal',
  ...ROLES.flatMap((role) => [`${role}.name`, `${role}.declares`, `${role}.interest`]),
];

/** The number, the days and the three people by which an assessment becomes final. */
export function FinaliseForm() {
  const { t } = useWords();
  const assessor = useOpen(({ state }) => state.details.assessor);
  const person = useSettings((settings) => settings.person);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const nobody: Person = { name: '', declares: '', interest: '' };
  const { register, handleSubmit, setError, watch, formState } = useForm<Fields>({
    defaultValues: {
      number: '',
      day: dayOf(new Date()),
      retention: '',
      disposal: '',
      preparer: { ...nobody, name: assessor || person },
      reviewer: nobody,
      approver: nobody,
    },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const aDay = (message: string) => ({ validate: (value: string) => isRealDate(value) || message });

  const make = async (fields: Fields) => {
    const final = finalOf(fields);
    const problems = signingProblems(final, '');
    for (const problem of problems) setError(problem.path.slice(1).replace('/', '.') as 'number', { message: sayProblem(t, problem) });
    if (problems.length > 0) return;
    try {
      const outcome = await finalise(final);
      setRefused(outcome.ok ? [] : outcome.problems);
    } catch (error) {
      setFailure(error);
    }
  };
  // Three people are asked the same: above, each is named.
  const named = errorsOf(errors, 'final', FIELDS).map(({ field, message }) => {
    const role = ROLES.find((one) => field.startsWith(`final-${one}-`));
    return { field, message: role ? t('final.needed.of', { role: t(ROLE_NAMES[role]), needed: message }) : message };
  });
  return (
    <form noValidate className={styles.form} onSubmit={handleSubmit(make)}>
      <ErrorSummary attempt={submitCount} errors={named} />
      <section className={styles.part} aria-labelledby="final-report">
        <h2 id="final-report">{t('final.finalise.report')}</h2>
        <TextField
          id="final-number"
          label={t('final.finalise.number')}
          hint={t('final.finalise.number.hint')}
          error={errors.number?.message}
          maxLength={200}
          autoComplete="off"
          {...register('number', filled(t('final.finalise.number.needed')))}
        />
        <TextField
          id="final-day"
          type="date"
          label={t('final.finalise.day')}
          error={errors.day?.message}
          {...register('day', aDay(t('final.finalise.day.needed')))}
        />
        <TextField
          id="final-retention"
          label={t('final.finalise.retention')}
          hint={t('final.finalise.retention.hint')}
          error={errors.retention?.message}
          maxLength={200}
          autoComplete="off"
          {...register('retention', filled(t('final.finalise.retention.needed')))}
        />
        <TextField
          id="final-disposal"
          type="date"
          label={t('final.finalise.disposal')}
          error={errors.disposal?.message}
          {...register('disposal', aDay(t('final.finalise.disposal.needed')))}
        />
      </section>
      <section className={styles.part} aria-labelledby="final-people">
        <h2 id="final-people">{t('final.finalise.people')}</h2>
        <p className="muted">{t('final.finalise.people.help')}</p>
        <div className={styles.people}>
          {ROLES.map((role) => (
            <section key={role} className={styles.person} aria-labelledby={`final-${role}`}>
              <h3 id={`final-${role}`}>{t(ROLE_NAMES[role])}</h3>
              <TextField
                id={`final-${role}-name`}
                label={t('final.name')}
                error={errors[role]?.name?.message}
                maxLength={200}
                autoComplete="off"
                {...register(`${role}.name`, filled(t('final.name.needed')))}
              />
              <Choices
                id={`final-${role}-declares`}
                legend={t('final.interest')}
                error={errors[role]?.declares?.message}
                choices={[
                  { value: 'none', text: t('final.interest.none') },
                  { value: 'some', text: t('final.interest.some') },
                ]}
                registration={register(`${role}.declares`, { validate: (value) => Boolean(value) || t('final.interest.needed') })}
              />
              {watch(`${role}.declares`) === 'some' && (
                <TextField
                  id={`final-${role}-interest`}
                  label={t('final.interest.text')}
                  error={errors[role]?.interest?.message}
                  maxLength={2000}
                  autoComplete="off"
                  {...register(`${role}.interest`, filled(t('final.interest.text.needed')))}
                />
              )}
            </section>
          ))}
        </div>
      </section>
      <Notice tone="strong">
        <p>{t('final.finalise.once')}</p>
      </Notice>
      {refused.length > 0 && (
        <Notice tone="error" role="alert">
          <p>
            <strong>{t('final.finalise.refused')}</strong>
          </p>
          <ProblemList problems={refused} />
        </Notice>
      )}
      <Failed error={failure} />
      <p>
        <button type="submit" className="button">
          {t('final.finalise.button')}
        </button>
      </p>
    </form>
  );
}

function finalOf({ number, day, retention, disposal, ...people }: Fields): Final {
  const signed = ({ name, declares, interest }: Person): Signatory => ({
    name: name.trim(),
    interest: declares === 'some' ? interest.trim() : null,
  });
  return {
    number: number.trim(),
    day,
    retention: retention.trim(),
    disposal,
    preparer: signed(people.preparer),
    reviewer: signed(people.reviewer),
    approver: signed(people.approver),
  };
}
