import type { Question } from '../../core/format/questionnaire.ts';
import { Complaint } from '../fields/Complaint.tsx';
import { draftOf } from '../fields/draft.ts';
import { useFieldForm } from '../fields/form.ts';
import { fieldOf } from '../fields/index.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { useWords } from '../words.ts';
import own from './BuyerFields.module.css';
import styles from './procedure.module.css';

/** The questions that the buyer answers once for all bids. */
export function BuyerFields({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useWords();
  return (
    <section className={styles.formPart} aria-labelledby="buyer">
      <div>
        <h2 id="buyer">{t('procedure.buyer')}</h2>
        <p className="muted">{t('procedure.buyer.help')}</p>
      </div>
      {questions.map((question) => (
        <BuyerField key={question.id} question={question} />
      ))}
    </section>
  );
}

function BuyerField({ question }: { readonly question: Question }) {
  const { t, local } = useWords();
  const { setValue } = useFieldForm();
  const Field = fieldOf(question);
  const isTyped = question.type === 'number' || question.type === 'date' || question.type === 'text' || question.type === 'table';
  const describedBy = question.hint ? `${question.id}--hint` : undefined;
  const clear = () => {
    for (const [name, value] of Object.entries(draftOf(question, undefined))) setValue(name, value);
  };
  return (
    <fieldset id={question.id} aria-describedby={describedBy} className={own.question}>
      <legend id={`${question.id}--legend`} className="legend">
        {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
      </legend>
      {question.hint && (
        <p className="hint" id={describedBy}>
          {local(question.hint)}
        </p>
      )}
      {!isTyped && <Complaint name={namesOf(question.id).choice} />}
      <Field question={question} labelledBy={`${question.id}--legend`} describedBy={describedBy} />
      <p className="small">
        <button type="button" className="link" onClick={clear}>
          {t('fill.clear')}
          <span className="visually-hidden"> {tagOf(question.id)}</span>
        </button>
      </p>
    </fieldset>
  );
}
