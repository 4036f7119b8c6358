import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { finalOf } from '../../core/editions/versions.ts';
import type { Detail } from '../../core/format/assessment.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { Withheld } from '../../core/format/redacted.ts';
import type { Problem } from '../../core/problems.ts';
import { telling } from '../../core/redaction/figures.ts';
import { redact } from '../../core/redaction/redact.ts';
import { type Remaining, remains } from '../../core/redaction/remains.ts';
import { tagOf } from '../fields/names.ts';
import { DETAIL_NAMES, sayDetail } from '../fill/details.ts';
import { useOpen } from '../fill/open.ts';
import { useTitle } from '../fill/useTitle.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { download } from '../parts/download.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { useAssessment } from './assessment.ts';
import styles from './Final.module.css';
import { makeRedacted } from './issue.ts';
import { Remains } from './Remains.tsx';
import { thing } from './things.ts';

/** What is withheld of a final assessment, and the report of what is left. */
export function RedactPage() {
  const { t } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const final = useOpen(({ history }) => finalOf(history));
  const heading = final ? t('final.redact.title', { number: final.number }) : t('final.redact.notFinal');
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
      <div className={styles.lead}>
        <PageTitle title={heading} />
        {final && (
          <>
            <p className="lede">{t('final.redact.lead')}</p>
            <p className="muted">{t('final.redact.result')}</p>
          </>
        )}
      </div>
      {final && <RedactForm />}
    </div>
  );
}

interface Fields {
  /** `what` or `what of`, of each thing that is ticked. */
  readonly withheld: readonly string[];
  /** Grounds: of names, and of all else. */
  readonly people: string;
  readonly others: string;
  readonly scores: boolean;
  readonly mayStand: boolean;
}
type Making =
  | { readonly kind: 'idle' | 'making' | 'made' | 'failed' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

function RedactForm() {
  const { t, language } = useWords();
  const open = useOpen((all) => all);
  const assessment = useAssessment();
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const { register, handleSubmit, watch, setError, setValue, formState } = useForm<Fields>({
    defaultValues: {
      withheld: [],
      people: t('final.redact.ground.personal'),
      others: t('final.redact.ground.secret'),
      scores: true,
      mayStand: false,
    },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const fields = watch();
  const withheld = useMemo(() => withheldIn(fields), [fields]);
  const found = useMemo<readonly Remaining[]>(() => {
    const eachOnce = new Map(remains(assessment, redact(assessment, withheld)).map((one) => [`${one.path} ${one.text}`, one]));
    return withheld.length === 0 ? [] : [...eachOnce.values()];
  }, [assessment, withheld]);
  const hidden = new Set(withheld.flatMap(({ what, of }) => (what === 'answer' && of !== undefined ? [of] : [])));
  const hasFigures = withheld.some(({ what }) => what === 'answer' || what === 'evidence' || what === 'scores');
  const needed = (value: string) => value.trim() !== '' || t('final.redact.ground.needed');
  const make = async () => {
    if (withheld.length === 0) return setError('withheld', { message: t('final.redact.nothing') });
    setMaking({ kind: 'making' });
    try {
      const made = await makeRedacted(open, withheld, language);
      if (!made.ok) return setMaking({ kind: 'refused', problems: made.problems });
      download(made.value.name, new Blob([made.value.bytes], { type: 'application/pdf' }));
      setMaking({ kind: 'made' });
    } catch {
      setMaking({ kind: 'failed' });
    }
  };
  const tick = (value: string) => ({ ...register('withheld'), value });
  return (
    <form noValidate className={styles.form} onSubmit={handleSubmit(make)}>
      <ErrorSummary
        attempt={submitCount}
        errors={(['people', 'others', 'withheld', 'mayStand'] as const).flatMap((field) => {
          const message = errors[field]?.message;
          return message ? [{ field: `redact-${field}`, message }] : [];
        })}
      />
      <section className={styles.part} aria-labelledby="redact-grounds-title">
        <h2 id="redact-grounds-title">{t('final.redact.grounds')}</h2>
        <TextField
          id="redact-people"
          label={t('final.redact.ground.people')}
          error={errors.people?.message}
          maxLength={2000}
          {...register('people', { validate: needed })}
        />
        <TextField
          id="redact-others"
          label={t('final.redact.ground.others')}
          hint={t('final.redact.ground.hint')}
          error={errors.others?.message}
          maxLength={2000}
          {...register('others', { validate: needed })}
        />
      </section>
      <section className={styles.part} id="redact-withheld" aria-labelledby="redact-general-title">
        <h2 id="redact-general-title">{t('final.redact.general')}</h2>
        <General tick={tick} />
      </section>
      <section className={styles.part} aria-labelledby="redact-answers-title">
        <h2 id="redact-answers-title">{t('final.redact.answers')}</h2>
        <Sections tick={tick} withheld={withheld} />
        {hasFigures && (
          <label className="option">
            <input type="checkbox" {...register('scores')} />
            <span>
              {t('final.redact.scores')}
              <span className={`hint ${styles.value}`}>{t('final.redact.scores.help')}</span>
            </span>
          </label>
        )}
        <Telling hidden={hidden} />
      </section>
      {found.length > 0 && (
        <Remains found={found} onWithhold={(things) => setValue('withheld', [...new Set([fields.withheld, things].flat())])}>
          <label className="option">
            <input
              type="checkbox"
              id="redact-mayStand"
              aria-invalid={errors.mayStand ? true : undefined}
              {...register('mayStand', { validate: (may) => may || found.length === 0 || t('final.redact.remains') })}
            />
            {t('final.redact.remains.may')}
          </label>
        </Remains>
      )}
      <div className={styles.part}>
        <p>
          <button type="submit" className="button" aria-disabled={making.kind === 'making'}>
            {t(making.kind === 'making' ? 'final.redact.making' : 'final.redact.button')}
          </button>
        </p>
        <p role="status" className={making.kind === 'made' ? 'muted small' : 'visually-hidden'}>
          {making.kind === 'made' && t('final.redact.made')}
        </p>
        {making.kind === 'refused' && (
          <Notice tone="error" role="alert">
            <p>{t('final.redact.refused')}</p>
            <ProblemList problems={making.problems} />
          </Notice>
        )}
        {making.kind === 'failed' && (
          <Notice tone="error" role="alert">
            <p>{t('final.redact.failed')}</p>
          </Notice>
        )}
      </div>
    </form>
  );
}

/** The list of what is withheld, as the form has it. Scores go with an answer or its evidence, unless the person shows them. */
function withheldIn({ withheld, people, others, scores }: Fields): readonly Withheld[] {
  const list = [withheld].flat().map((one): Withheld => {
    const [what = '', of] = one.split(' ');
    const ground = (what === 'people' ? people : others).trim() || '–';
    return { what: what as Withheld['what'], ...(of === undefined ? {} : { of }), ground };
  });
  const bears = list.some(({ what }) => what === 'answer' || what === 'evidence');
  return bears && scores ? [...list, { what: 'scores', ground: others.trim() || '–' }] : list;
}

type Tick = (value: string) => object;

function General({ tick }: { readonly tick: Tick }) {
  const { t, f } = useWords();
  const details = useOpen(({ state }) => state.details);
  const override = useOpen(({ state }) => state.override);
  const shown = (Object.keys(details) as Detail[]).filter((detail) => details[detail] && detail !== 'label');
  return (
    <div className={`${styles.ticks} ${styles.columns}`}>
      <label className="option">
        <input type="checkbox" {...tick(thing('people'))} />
        {t('final.redact.people')}
      </label>
      {override && (
        <label className="option">
          <input type="checkbox" {...tick(thing('override'))} />
          {t('final.redact.override')}
        </label>
      )}
      {shown.map((detail) => (
        <label key={detail} className="option">
          <input type="checkbox" {...tick(thing('detail', detail))} />
          <span>
            {t(DETAIL_NAMES[detail])}
            <span className={`hint ${styles.value}`}>{sayDetail(detail, details[detail] ?? '', f)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

/** A section to be opened, and in it each answer with what can be withheld of it. */
function Sections({ tick, withheld }: { readonly tick: Tick; readonly withheld: readonly Withheld[] }) {
  const { t, local } = useWords();
  const model = useOpen((open) => open.model);
  const answers = useOpen(({ state }) => state.answers);
  return model.sections.map(({ section, items }) => {
    const questions = items.flatMap((i) => model.items[i]?.question ?? []).filter(({ id }) => answers.has(id));
    if (questions.length === 0) return null;
    const count = withheld.filter(({ what, of }) => what !== 'detail' && questions.some(({ id }) => id === of)).length;
    return (
      <details key={section.id} className={styles.section}>
        <summary>{t('final.redact.section', { section: local(section.title), count })}</summary>
        {questions.map((question) => (
          <Choice key={question.id} question={question} tick={tick} />
        ))}
      </details>
    );
  });
}

function Choice({ question, tick }: { readonly question: Question; readonly tick: Tick }) {
  const { t, local } = useWords();
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const parts = [
    ['answer', 'final.redact.answer', true],
    ['evidence', 'final.redact.evidence', answer?.evidence !== undefined && Object.keys(answer.evidence).length > 0],
    ['note', 'final.redact.note', Boolean(answer?.note)],
  ] as const;
  return (
    <div className={styles.question}>
      <p>
        {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
      </p>
      <div className="row">
        {parts.map(
          ([what, name, isThere]) =>
            isThere && (
              <label key={what} className="option">
                <input
                  type="checkbox"
                  aria-label={t('final.redact.of', { what: t(name), question: tagOf(question.id) })}
                  {...tick(thing(what, question.id))}
                />
                {t(name)}
              </label>
            ),
        )}
      </div>
    </div>
  );
}

function Telling({ hidden }: { readonly hidden: ReadonlySet<string> }) {
  const { t, local } = useWords();
  const model = useOpen((open) => open.model);
  const told = telling(model, hidden).flatMap((id) => model.items[model.indexOf(id) ?? -1]?.question ?? []);
  if (told.length === 0) return null;
  return (
    <Notice>
      <p>{t('final.redact.telling')}</p>
      <ul>
        {told.map(({ id, text }) => (
          <li key={id}>
            {local(text)} <span className="tag">{tagOf(id)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
