import { useEffect, useRef, useState } from 'react';
import { type FieldError, type FieldErrors, type FieldValues, get, type Resolver, useForm } from 'react-hook-form';
import type { Answer } from '../../core/format/answer.ts';
import type { GivenEntry } from '../../core/format/assessment.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { answerInline, type Wording } from '../../report/words.ts';
import { useSettings } from '../../store/settings.ts';
import { commit } from '../../store/workspace.ts';
import { draftOf, readDraft } from '../fields/draft.ts';
import { tagOf } from '../fields/names.ts';
import { resolverOf, summaryOf } from '../fill/complaints.ts';
import { Choices } from '../parts/Choices.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { rememberPerson } from '../parts/person.ts';
import { TextField } from '../parts/TextField.tsx';
import { useWords, type Words } from '../words.ts';
import { OtherAnswer } from './OtherAnswer.tsx';
import styles from './Settle.module.css';

interface Props {
  readonly question: Question;
  readonly voices: readonly GivenEntry[];
  readonly wording: Wording;
  readonly onSettled: () => void;
}

/** The way to settle one question: a button, and the form that it opens. */
export function Settle(props: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (wasOpen && !isOpen) button.current?.focus();
  }, [wasOpen, isOpen]);
  if (isOpen) return <SettleForm {...props} onCancel={() => setOpen(false)} />;
  const open = () => {
    setOpen(true);
    setWasOpen(true);
  };
  return (
    <p>
      <button type="button" className="button-quiet" ref={button} onClick={open}>
        {t('evaluators.settle')}
        <span className="visually-hidden"> {tagOf(props.question.id)}</span>
      </button>
    </p>
  );
}

const OTHER = 'other';

/** Names of the form's own fields; a question's id has no double hyphen in it. */
const fieldsOf = (id: string) => ({ take: `${id}--take`, reason: `${id}--reason`, person: `${id}--person` });

function SettleForm({ question, voices, wording, onSettled, onCancel }: Props & { readonly onCancel: () => void }) {
  const words = useWords();
  const { t } = words;
  const person = useSettings((settings) => settings.person);
  const names = fieldsOf(question.id);
  const { register, control, setValue, getValues, handleSubmit, watch, formState } = useForm<FieldValues>({
    defaultValues: { ...draftOf(question, undefined), [names.take]: '', [names.reason]: '', [names.person]: person },
    resolver: resolverFor(question, words),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);
  const { errors, submitCount } = formState;
  const messageOf = (name: string): string | undefined => {
    const error: FieldError | undefined = get(errors, name);
    return error?.message;
  };
  const reasonError = messageOf(names.reason);
  const save = async (values: FieldValues) => {
    await rememberPerson(String(values[names.person]));
    const answer = answerIn(question, voices, values);
    if (!answer) return;
    commit({ kind: 'answer', question: question.id, answer, reason: String(values[names.reason]).trim() });
    onSettled();
  };
  return (
    <form
      id={question.id}
      ref={form}
      tabIndex={-1}
      noValidate
      aria-labelledby={`asked-${question.id}`}
      className={styles.form}
      onSubmit={handleSubmit(save)}
    >
      <ErrorSummary errors={summaryOf(errors)} attempt={submitCount} />
      <Choices
        id={names.take}
        legend={t('evaluators.settle.legend')}
        error={messageOf(names.take)}
        choices={[
          ...voices.map((entry) => ({
            value: entry.id,
            text: t('evaluators.settle.as', {
              by: entry.by || t('evaluators.unnamed'),
              answer: answerInline(question, entry.answer, wording),
            }),
          })),
          { value: OTHER, text: t('evaluators.settle.other') },
        ]}
        registration={register(names.take)}
      />
      {watch(names.take) === OTHER && <OtherAnswer question={question} form={{ register, control, errors, setValue, getValues }} />}
      <div className="field">
        <label htmlFor={names.reason}>{t('evaluators.settle.reason')}</label>
        <p className="hint" id={`${names.reason}-hint`}>
          {t('evaluators.settle.reasonHint')}
        </p>
        {reasonError && (
          <p className="error" id={`${names.reason}-error`}>
            {reasonError}
          </p>
        )}
        <textarea
          id={names.reason}
          maxLength={20000}
          aria-invalid={reasonError ? true : undefined}
          aria-describedby={[`${names.reason}-hint`, reasonError && `${names.reason}-error`].filter(Boolean).join(' ')}
          {...register(names.reason)}
        />
      </div>
      <TextField
        id={names.person}
        label={t('evaluators.save.name')}
        hint={t('evaluators.save.nameHint')}
        error={messageOf(names.person)}
        maxLength={200}
        autoComplete="name"
        {...register(names.person)}
      />
      <div className="row">
        <button type="submit" className="button">
          {t('evaluators.settle.save')}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          {t('evaluators.settle.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What was taken: one evaluator's whole answer, or another one; null where that is not given. */
function answerIn(question: Question, voices: readonly GivenEntry[], values: FieldValues): Answer | null {
  const take = values[fieldsOf(question.id).take];
  if (take !== OTHER) return voices.find(({ id }) => id === take)?.answer ?? null;
  const reading = readDraft(question, values);
  return reading.ok ? reading.answer : null;
}

/** Something is chosen, with a reason and a name; another answer is one that core accepts. */
function resolverFor(question: Question, words: Words): Resolver<FieldValues> {
  const { t } = words;
  const names = fieldsOf(question.id);
  const accepted = resolverOf([question], () => true, words);
  return async (values, context, options) => {
    const errors: FieldErrors = {};
    const need = (name: string, isThere: boolean, message: string) => {
      if (!isThere) errors[name] = { type: 'required', message };
    };
    need(names.take, Boolean(values[names.take]), t('evaluators.settle.nothing'));
    if (values[names.take] === OTHER) {
      Object.assign(errors, (await accepted(values, context, options)).errors);
      const reading = readDraft(question, values);
      need(names.take, !reading.ok || reading.answer !== null, t('evaluators.settle.noAnswer'));
    }
    need(names.reason, String(values[names.reason]).trim() !== '', t('evaluators.settle.noReason'));
    need(names.person, String(values[names.person]).trim() !== '', t('evaluators.save.nameNeeded'));
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}
