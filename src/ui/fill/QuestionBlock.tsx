import { useEffect, useRef } from 'react';
import type { Question } from '../../core/format/questionnaire.ts';
import { questionsIn } from '../../core/model.ts';
import { kindOf } from '../../core/questions/index.ts';
import { Choice } from '../fields/Choice.tsx';
import { Complaint } from '../fields/Complaint.tsx';
import { draftOf, readDraft, standsAlone } from '../fields/draft.ts';
import { useFieldForm } from '../fields/form.ts';
import { fieldOf } from '../fields/index.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { useWords } from '../words.ts';
import { EvidenceFields } from './EvidenceFields.tsx';
import { Guidance } from './Guidance.tsx';
import { fingerprint } from './keeper.ts';
import { useOpen } from './open.ts';
import { usePage } from './page.ts';
import styles from './QuestionBlock.module.css';

interface Props {
  readonly index: number;
  readonly question: Question;
}

/** A question with its field, the evidence of its answer and the guidance. */
export function QuestionBlock({ index, question }: Props) {
  const { t, local } = useWords();
  const { keep } = useFieldForm();
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const mayNotApply = useOpen(({ result }) => result.questions[index]?.applicable === 'undetermined');
  const fill = useFollowing(question);
  const Field = fieldOf(question);
  const { choice } = namesOf(question.id);
  const isTyped = question.type === 'number' || question.type === 'date' || question.type === 'text' || question.type === 'table';
  const describedBy = question.hint ? `${question.id}--hint` : undefined;
  return (
    <fieldset id={question.id} tabIndex={-1} className={styles.question} aria-describedby={describedBy}>
      <legend id={`${question.id}--legend`} className={styles.legend}>
        <span className={styles.text}>{local(question.text)}</span> <span className={styles.tag}>{tagOf(question.id)}</span>
      </legend>
      {question.hint && (
        <p className="hint" id={describedBy}>
          {local(question.hint)}
        </p>
      )}
      {mayNotApply && <MayNotApply question={question} />}
      {!isTyped && <Complaint name={choice} />}
      <div className={styles.field}>
        <Field question={question} labelledBy={`${question.id}--legend`} describedBy={describedBy} />
      </div>
      {answer?.state === 'answered' && kindOf(question).list && !standsAlone(question, [answer.value].flat().map(String)[0]) && (
        <Incomplete question={question} />
      )}
      {answer && <EvidenceFields question={question} answer={answer} />}
      <div className={styles.foot}>
        <Guidance question={question} />
        {answer && (
          <button
            type="button"
            className="link"
            onClick={() => {
              fill();
              keep(question);
            }}
          >
            {t('fill.clear')}
            <span className="visually-hidden"> {tagOf(question.id)}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}

/**
 * Follows answers that come from elsewhere (undo, another window) into the fields; what this form handed on itself is there
 * already, and what is being typed is never written over. @returns what empties the fields
 */
function useFollowing(question: Question): () => void {
  const { setValue, getValues } = useFieldForm();
  const { isPending } = usePage();
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const known = useRef<string>(undefined);
  known.current ??= fingerprint(question, answer);
  useEffect(() => {
    const now = fingerprint(question, answer);
    if (now === known.current) return;
    known.current = now;
    if (isPending(question.id) || JSON.stringify(readDraft(question, getValues())) === now) return;
    for (const [name, value] of Object.entries(draftOf(question, answer))) setValue(name, value);
  }, [question, answer, isPending, getValues, setValue]);
  return () => {
    for (const [name, value] of Object.entries(draftOf(question, undefined))) setValue(name, value);
  };
}

/** Method S2: whether it applies hangs on answers that are not there. */
function MayNotApply({ question }: { readonly question: Question }) {
  const { t, f } = useWords();
  const on = [...new Set(question.visible ? questionsIn(question.visible) : [])];
  const waiting = useOpen(({ model, result }) =>
    on.filter((id) => result.questions[model.indexOf(id) ?? -1]?.state !== 'answered').join(' '),
  );
  const tags = (waiting ? waiting.split(' ') : on).map(tagOf);
  return <p className={styles.may}>{t('fill.question.may', { questions: f.and(tags) })}</p>;
}

/** Method A3. */
function Incomplete({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const { register, keep } = useFieldForm();
  return (
    <div className={styles.incomplete}>
      <Choice
        type="checkbox"
        {...register(namesOf(question.id).incomplete, { onChange: () => keep(question) })}
        help={t('fill.incomplete.help')}
      >
        {t('fill.incomplete')}
      </Choice>
    </div>
  );
}
