import type { Question } from '../../core/format/questionnaire.ts';
import { questionsIn } from '../../core/model.ts';
import { kindOf } from '../../core/questions/index.ts';
import { Choice } from '../fields/Choice.tsx';
import { Complaint } from '../fields/Complaint.tsx';
import { draftOf, standsAlone } from '../fields/draft.ts';
import { useFieldForm } from '../fields/form.ts';
import { fieldOf } from '../fields/index.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { useWords } from '../words.ts';
import { Guidance } from './Guidance.tsx';
import { DisputedHere, EvidenceFields, GivenAnswer } from './needs.ts';
import { useOpen } from './open.ts';
import styles from './QuestionBlock.module.css';
import { useFrameLater } from './useFrameLater.ts';

interface Props {
  readonly index: number;
  readonly question: Question;
}

/** A question with its field, the evidence of its answer and the guidance; an answer renders again only what it changes. */
export function QuestionBlock({ index, question }: Props) {
  const { local } = useWords();
  const mayNotApply = useOpen(({ result }) => result.questions[index]?.applicable === 'undetermined');
  const isDisputed = useOpen(({ state }) => state.disputed.has(question.id));
  const isGiven = useOpen(({ assessment }) => assessment.procedure !== undefined && question.evidence === 'none');
  const Field = fieldOf(question);
  const isTyped = question.type === 'number' || question.type === 'date' || question.type === 'text' || question.type === 'table';
  const describedBy = question.hint ? `${question.id}--hint` : undefined;
  return (
    <fieldset id={question.id} tabIndex={-1} className={styles.question} aria-describedby={describedBy}>
      <legend id={`${question.id}--legend`} className={styles.legend}>
        <span className={styles.text}>{local(question.text)}</span> <span className="tag">{tagOf(question.id)}</span>
      </legend>
      {question.hint && (
        <p className="hint" id={describedBy}>
          {local(question.hint)}
        </p>
      )}
      {mayNotApply && <MayNotApply question={question} />}
      {!isTyped && <Complaint name={namesOf(question.id).choice} />}
      <div className={styles.field}>
        {isGiven ? (
          <GivenAnswer question={question} />
        ) : isDisputed ? (
          <DisputedHere />
        ) : (
          <Field question={question} labelledBy={`${question.id}--legend`} describedBy={describedBy} />
        )}
      </div>
      {!isGiven && <AfterAnswer question={question} />}
    </fieldset>
  );
}

interface QuestionProps {
  readonly question: Question;
}

/** What an answer makes room for: first the result shows what it changes, then this follows. */
function AfterAnswer({ question }: QuestionProps) {
  const isThere = useFrameLater(useOpen(({ state }) => state.answers.has(question.id)));
  return (
    <>
      {isThere && <Incomplete question={question} />}
      {isThere && <EvidenceFields question={question} />}
      <div className={styles.foot}>
        <Guidance question={question} />
        {isThere && <Clear question={question} />}
      </div>
    </>
  );
}

/** Back to "not yet answered"; the history keeps what was there. */
function Clear({ question }: QuestionProps) {
  const { t } = useWords();
  const { setValue, keep } = useFieldForm();
  const clear = () => {
    for (const [name, value] of Object.entries(draftOf(question, undefined))) setValue(name, value);
    keep(question);
  };
  return (
    <button type="button" className="link" onClick={clear}>
      {t('fill.clear')}
      <span className="visually-hidden"> {tagOf(question.id)}</span>
    </button>
  );
}

/** Method S2: whether it applies hangs on answers that are not there. */
function MayNotApply({ question }: QuestionProps) {
  const { t, f } = useWords();
  const on = [...new Set(question.visible ? questionsIn(question.visible) : [])];
  const waiting = useOpen(({ model, result }) =>
    on.filter((id) => result.questions[model.indexOf(id) ?? -1]?.state !== 'answered').join(' '),
  );
  const tags = (waiting ? waiting.split(' ') : on).map(tagOf);
  return <p className={styles.may}>{t('fill.question.may', { questions: f.and(tags) })}</p>;
}

/** Method A3, for a list that is not settled by a choice that stands alone. */
function Incomplete({ question }: QuestionProps) {
  const { t } = useWords();
  const { register, keep } = useFieldForm();
  const isList = useOpen(({ state }) => {
    const answer = state.answers.get(question.id);
    return answer?.state === 'answered' && kindOf(question).list && !standsAlone(question, [answer.value].flat().map(String)[0]);
  });
  if (!isList) return null;
  return (
    <div className={styles.incomplete}>
      <Choice
        type="checkbox"
        {...register(namesOf(question.id).incomplete, { onChange: () => keep(question) })}
        help={t('fill.incomplete.help', { kind: question.type })}
      >
        {t('fill.incomplete', { kind: question.type })}
      </Choice>
    </div>
  );
}
