import { useMemo, useState } from 'react';
import { type FieldValues, type Resolver, useForm } from 'react-hook-form';
import type { Facts } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { buyerQuestions, type Criteria } from '../../core/procedure/criteria.ts';
import { useSettings } from '../../store/settings.ts';
import { type FieldForm, FieldFormContext } from '../fields/form.ts';
import { resolverOf, summaryOf } from '../fill/complaints.ts';
import { Choices } from '../parts/Choices.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Shelved } from '../questionnaires/shelf.ts';
import { useWords } from '../words.ts';
import { BuyerFields } from './BuyerFields.tsx';
import { Changes } from './Changes.tsx';
import { criteriaIn, NAMES, ownErrors, parameterName, valuesOf, weightName } from './criteriaValues.ts';
import { PolicyFields } from './PolicyFields.tsx';
import styles from './procedure.module.css';
import { WeightFields } from './WeightFields.tsx';

interface Props {
  readonly begin: Criteria;
  /** What a deviation changes. */
  readonly inForce: Criteria;
  /** The newest country table. */
  readonly newest: Facts;
  /** Questionnaires to choose from. */
  readonly shelf: readonly Shelved[];
  /** Are the criteria sealed? */
  readonly isDeviation: boolean;
  readonly onQuestionnaire: (questionnaire: Questionnaire) => void;
  /** Given a reason, and who has it, where it is a deviation. */
  readonly onSave: (criteria: Criteria, why?: { readonly reason: string; readonly person: string }) => Promise<void>;
}

/** What bids are judged by: the same fields before the seal and after it. */
export function CriteriaForm({ begin, inForce, newest, shelf, isDeviation, onQuestionnaire, onSave }: Props) {
  const words = useWords();
  const { t, f, local } = words;
  const person = useSettings((settings) => settings.person);
  const { questionnaire } = begin;
  const buyers = useMemo(() => buyerQuestions(questionnaire), [questionnaire]);
  const [policy, setPolicy] = useState(begin.policy);
  const base = useMemo(() => {
    const tables = newest.version === begin.facts.version ? [begin.facts] : [begin.facts, newest];
    return { questionnaire, policy, tables };
  }, [questionnaire, policy, begin.facts, newest]);
  const resolver = useMemo<Resolver>(() => {
    const answers = resolverOf(buyers, () => true, words);
    return async (values, context, options) => {
      const { errors } = await answers(values, context, options);
      const all = { ...ownErrors(values, questionnaire, isDeviation, words), ...errors };
      return Object.keys(all).length > 0 ? { values: {}, errors: all } : { values, errors: {} };
    };
  }, [buyers, questionnaire, isDeviation, words]);
  const { register, control, setValue, getValues, handleSubmit, formState } = useForm<FieldValues>({
    defaultValues: { ...valuesOf(begin), [NAMES.reason]: '', [NAMES.person]: person },
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  // Nothing is handed on while it is typed: the criteria are saved together.
  const form = useMemo<FieldForm>(
    () => ({ register, control, errors: formState.errors, setValue, getValues, keep: () => undefined, keepSoon: () => undefined }),
    [register, control, formState.errors, setValue, getValues],
  );
  const errors = summaryOf(formState.errors);
  const errorAt = (name: string) => errors.find(({ field }) => field === name)?.message;
  const submit = handleSubmit(async (values) => {
    const said = (name: string) => String(values[name]).trim();
    await onSave(criteriaIn(values, base), isDeviation ? { reason: said(NAMES.reason), person: said(NAMES.person) } : undefined);
  });
  const load = (loaded: typeof policy) => {
    setPolicy(loaded);
    for (const [section, weight] of Object.entries(loaded.weights ?? {})) setValue(weightName(section), String(weight));
    for (const [parameter, choice] of Object.entries(loaded.parameters)) setValue(parameterName(parameter), choice);
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={formState.submitCount} />
      <FieldFormContext value={form}>
        {shelf.length > 1 && (
          <QuestionnaireChoice shelf={shelf} chosen={questionnaire} isDeviation={isDeviation} onChoose={onQuestionnaire} />
        )}
        <WeightFields questionnaire={questionnaire} errorAt={errorAt} />
        {questionnaire.parameters && questionnaire.parameters.length > 0 && (
          <section className={styles.formPart} aria-labelledby="parameters">
            <div>
              <h2 id="parameters">{t('procedure.parameters')}</h2>
              <p className="muted">{t('procedure.parameters.help')}</p>
            </div>
            {questionnaire.parameters.map((parameter) => (
              <Choices
                key={parameter.id}
                id={parameterName(parameter.id)}
                legend={local(parameter.name)}
                hint={parameter.help && local(parameter.help)}
                registration={register(parameterName(parameter.id))}
                choices={parameter.choices.map((choice) => ({
                  value: choice.id,
                  text: local(choice.name),
                  help: choice.id === parameter.default ? t('procedure.parameters.default') : undefined,
                }))}
              />
            ))}
          </section>
        )}
        <PolicyFields policy={policy} facts={base.tables} onPolicy={load} />
        {base.tables.length > 1 && (
          <section className={styles.formPart} aria-labelledby="tables">
            <h2 id="tables">{t('procedure.facts')}</h2>
            <Choices
              id={NAMES.facts}
              legend={t('procedure.facts.help')}
              registration={register(NAMES.facts)}
              choices={base.tables.map(({ version }, i) => ({
                value: version,
                text: t('procedure.facts.version', { version: f.day(version) }),
                help: t(i === 0 ? 'procedure.facts.pinned' : 'procedure.facts.newest'),
              }))}
            />
          </section>
        )}
        {buyers.length > 0 && <BuyerFields questions={buyers} />}
      </FieldFormContext>
      {isDeviation && (
        <>
          <Changes control={control} begin={inForce} base={base} />
          <section className={styles.formPart} aria-labelledby="reason">
            <h2 id="reason">{t('procedure.criteria.why')}</h2>
            <div className="field">
              <label htmlFor={NAMES.reason}>{t('procedure.criteria.reason')}</label>
              <p className="hint" id="reason-hint">
                {t('procedure.criteria.reason.hint')}
              </p>
              {errorAt(NAMES.reason) && (
                <p className="error" id="reason-error">
                  {errorAt(NAMES.reason)}
                </p>
              )}
              <textarea
                id={NAMES.reason}
                rows={4}
                maxLength={2000}
                aria-invalid={errorAt(NAMES.reason) ? true : undefined}
                aria-describedby={errorAt(NAMES.reason) ? 'reason-hint reason-error' : 'reason-hint'}
                {...register(NAMES.reason)}
              />
            </div>
            <TextField
              id={NAMES.person}
              label={t('procedure.person')}
              hint={t('procedure.person.hint')}
              error={errorAt(NAMES.person)}
              maxLength={200}
              autoComplete="name"
              {...register(NAMES.person)}
            />
          </section>
        </>
      )}
      <p>
        <button type="submit" className="button" disabled={formState.isSubmitting}>
          {t(isDeviation ? 'procedure.criteria.deviate.save' : 'procedure.criteria.save')}
        </button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly shelf: readonly Shelved[];
  readonly chosen: Questionnaire;
  readonly isDeviation: boolean;
  readonly onChoose: (questionnaire: Questionnaire) => void;
}

/** Another questionnaire has other sections and questions: the form begins anew with it. */
function QuestionnaireChoice({ shelf, chosen, isDeviation, onChoose }: ChoiceProps) {
  const { t, f, local } = useWords();
  const key = `${chosen.id}@${chosen.version}`;
  return (
    <section className={styles.formPart} aria-labelledby="questionnaire">
      <h2 id="questionnaire">{t('procedure.questionnaire')}</h2>
      {isDeviation && <p className="muted measure">{t('procedure.questionnaire.deviate')}</p>}
      <fieldset aria-labelledby="questionnaire">
        {shelf.map((one) => (
          <label key={one.key} className="option">
            <input
              type="radio"
              name="criteria--questionnaire"
              value={one.key}
              checked={one.key === key}
              onChange={() => onChoose(one.questionnaire)}
            />
            <span>
              {t('procedure.pinned', { title: local(one.questionnaire.title), version: one.questionnaire.version })}{' '}
              <span className="hint">
                {t(one.own ? 'procedure.questionnaire.own' : 'procedure.questionnaire.shipped', {
                  version: one.questionnaire.version,
                  released: f.day(one.questionnaire.released),
                  questions: one.questions,
                })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
