import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { isFinal } from '../../core/line.ts';
import { headlineAccount } from '../../report/account/headline.ts';
import { useSettings } from '../../store/settings.ts';
import { commit } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';
import { Choices } from '../parts/Choices.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { errorsOf, filled } from '../parts/fields.ts';
import { rememberPerson } from '../parts/person.ts';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Override.module.css';
import { useWording } from './wording.ts';

/** Setting another rating than the computed one, with a reason and a name, or withdrawing it (method R5); over a stop only the latter. */
export function Override() {
  const { t } = useWords();
  const override = useOpen(({ state }) => state.override);
  const isStopped = useOpen(({ result }) => result.stop === 'true');
  const final = useOpen(({ history }) => isFinal(history));
  const [editing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  if (final) return null;
  const done = () => {
    setEditing(false);
    // The button that was pressed is gone with the form.
    heading.current?.focus();
  };
  return (
    <section className={styles.override} aria-labelledby="result-override">
      <h2 id="result-override" ref={heading} tabIndex={-1}>
        {t('result.override')}
      </h2>
      <p className="muted">{t(isStopped ? 'result.override.stopped' : 'result.override.hint')}</p>
      {editing && !isStopped ? (
        <OverrideForm onDone={done} />
      ) : (
        <div className="row">
          {!isStopped && (
            <button type="button" className="button-quiet" onClick={() => setEditing(true)}>
              {t(override ? 'result.override.change' : 'result.override.set')}
            </button>
          )}
          {override && (
            <button type="button" className="button-quiet" onClick={() => commit({ kind: 'override', override: null })}>
              {t('result.override.withdraw')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

interface Fields {
  readonly band: string;
  readonly reason: string;
  readonly person: string;
}

function OverrideForm({ onDone }: { readonly onDone: () => void }) {
  const { t, local } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const override = useOpen(({ state }) => state.override);
  const person = useSettings((settings) => settings.person);
  const { register, handleSubmit, formState } = useForm<Fields>({
    defaultValues: { band: override?.band ?? '', reason: override?.reason ?? '', person },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);
  const { errors, submitCount } = formState;
  const messageOf = (field: keyof Fields) => errors[field]?.message;
  const set = async ({ band, reason, person: name }: Fields) => {
    await rememberPerson(name);
    commit({ kind: 'override', override: { band, reason: reason.trim() } });
    onDone();
  };
  const reasonError = messageOf('reason');
  return (
    <form ref={form} tabIndex={-1} aria-labelledby="result-override" noValidate className={styles.form} onSubmit={handleSubmit(set)}>
      <ErrorSummary attempt={submitCount} errors={errorsOf(errors, 'override', ['band', 'reason', 'person'])} />
      <p>{t('result.override.computed', { word: headlineAccount(model, result, words).word })}</p>
      <Choices
        id="override-band"
        legend={t('result.override.rating')}
        error={messageOf('band')}
        choices={model.questionnaire.bands.map(({ id, name }) => ({ value: id, text: local(name) }))}
        registration={register('band', filled(t('result.override.noRating')))}
      />
      <div className="field">
        <label htmlFor="override-reason">{t('result.override.reason')}</label>
        {reasonError && (
          <p className="error" id="override-reason-error">
            {reasonError}
          </p>
        )}
        <textarea
          id="override-reason"
          maxLength={20000}
          aria-invalid={reasonError ? true : undefined}
          aria-describedby={reasonError ? 'override-reason-error' : undefined}
          {...register('reason', filled(t('result.override.noReason')))}
        />
      </div>
      <TextField
        id="override-person"
        label={t('result.override.name')}
        hint={t('result.override.nameHint')}
        error={messageOf('person')}
        maxLength={200}
        autoComplete="name"
        {...register('person', filled(t('result.override.noName')))}
      />
      <div className="row">
        <button type="submit" className="button">
          {t('result.override.save')}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          {t('result.override.cancel')}
        </button>
      </div>
    </form>
  );
}
