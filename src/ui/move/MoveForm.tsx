import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { Move } from '../../core/move.ts';
import type { Problem } from '../../core/problems.ts';
import { replaceBid } from '../../store/bids.ts';
import { addDerived } from '../../store/derived.ts';
import { useSettings } from '../../store/settings.ts';
import type { EntryDraft } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';
import { useStoredTitle } from '../fill/useTitle.ts';
import { useWordingOf } from '../merge/wording.ts';
import { dayOf } from '../parts/clock.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Failed } from '../parts/Failed.tsx';
import { errorsOf, filled } from '../parts/fields.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { rememberPerson } from '../parts/person.ts';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { Documents } from './Documents.tsx';
import { CarriedList, ConfirmList, LeftList } from './Lists.tsx';
import styles from './Move.module.css';
import type { Target } from './moving.ts';

interface Props {
  readonly move: Move;
  readonly target: Target;
  /** The choice of a version, where there are several. */
  readonly children: ReactNode;
}

export interface MoveFields {
  readonly title: string;
  readonly person: string;
  /** Ids of questions whose answer holds under the new words. */
  readonly holds: readonly string[];
}

/** What carries over and what does not, what a person confirms of it, and the way to make the new assessment. */
export function MoveForm({ move, target: { questionnaire, facts, policy, procedure }, children }: Props) {
  const { t, stored, f } = useWords();
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const title = useStoredTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const given = useOpen(({ state }) => state.given);
  const person = useSettings((settings) => settings.person);
  const wording = useWordingOf(model);
  const { version } = questionnaire;
  const before = model.questionnaire.version;
  const { register, handleSubmit, formState } = useForm<MoveFields>({
    defaultValues: { title: stored.t('move.save.titleOf', { title, version }), person, holds: [] },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const toConfirm = move.left.filter(({ confirmed }) => confirmed !== null);
  const left = move.left.filter(({ confirmed }) => confirmed === null);

  const confirmedBy = (holds: readonly string[]): readonly EntryDraft[] =>
    toConfirm.flatMap(({ question, confirmed }): readonly EntryDraft[] => {
      const entry = given.get(question);
      if (!holds.includes(question) || !confirmed || !entry) return [];
      const reason = t('move.confirmed', {
        version,
        before,
        by: entry.by || t('move.unnamed'),
        day: f.day(dayOf(new Date(entry.at))),
      });
      return [{ kind: 'answer', question, answer: confirmed, reason }];
    });
  const make = async ({ title: named, person: name, holds }: MoveFields) => {
    try {
      await rememberPerson(name);
      const made = { created: new Date().toISOString(), questionnaire, facts, policy, history: move.history };
      const lines: readonly EntryDraft[] = [
        { kind: 'detail', detail: 'title', value: named.trim() },
        { kind: 'detail', detail: 'origin', value: stored.t('move.save.origin', { title, id, version: before }) },
        ...confirmedBy([holds].flat()),
      ];
      if (!procedure) return navigate(`/a/${await addDerived(made, lines)}`);
      const outcome = await replaceBid(
        procedure.header.id,
        id,
        { ...made, lines, questionnaire: procedure.state.criteria?.questionnaire ?? '' },
        {
          labelOf: (letter) => stored.t('move.bid.label', { letter }),
          reasonOf: (label) => stored.t('move.bid.reason', { version, label }),
        },
      );
      if (outcome.ok) navigate(`/a/${outcome.value}`);
      else setProblems(outcome.problems);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <form noValidate className={styles.form} onSubmit={handleSubmit(make)}>
      <div className={styles.lead}>
        <PageTitle title={t('move.title')}>
          {move.carried.length + move.left.length === 0
            ? t('move.lead.none', { version })
            : t('move.lead', {
                carried: move.carried.length,
                answered: move.carried.length + move.left.length,
                toConfirm: toConfirm.length,
                left: left.length,
                version,
              })}
        </PageTitle>
        <p className="muted">{t(procedure ? 'move.bid.help' : 'move.help')}</p>
        {children}
        <ErrorSummary attempt={submitCount} errors={errorsOf(errors, 'move', ['title', 'person'])} />
      </div>
      <ConfirmList left={toConfirm} after={questionnaire} wording={wording} registration={register('holds')} />
      <LeftList left={left} after={questionnaire} wording={wording} />
      <CarriedList carried={move.carried} wording={wording} />
      <Documents facts={facts} policy={policy} hasOverride={move.override} />
      <section className={styles.part} aria-labelledby="move-save">
        <h2 id="move-save">{t('move.save')}</h2>
        <TextField
          id="move-title"
          label={t('move.save.title')}
          error={errors.title?.message}
          maxLength={2000}
          autoComplete="off"
          {...register('title', filled(t('move.save.titleNeeded')))}
        />
        <TextField
          id="move-person"
          label={t('move.save.name')}
          hint={t('move.save.nameHint')}
          error={errors.person?.message}
          maxLength={200}
          autoComplete="name"
          {...register('person', filled(t('move.save.nameNeeded')))}
        />
        <Failed error={failure} />
        {problems.length > 0 && (
          <Notice tone="error" role="alert">
            <ProblemList problems={problems} />
          </Notice>
        )}
        <p>
          <button type="submit" className="button">
            {t('move.save.button')}
          </button>
        </p>
      </section>
    </form>
  );
}
