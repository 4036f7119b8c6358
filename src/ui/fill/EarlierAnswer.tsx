import type { Earlier } from '../../core/earlier.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { answerInline } from '../../report/words.ts';
import { commit, useWorkspace } from '../../store/workspace.ts';
import { draftOf } from '../fields/draft.ts';
import { useFieldForm } from '../fields/form.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { useWording } from '../result/wording.ts';
import { useWords } from '../words.ts';
import styles from './EvidenceFields.module.css';

interface Props extends Earlier {
  readonly question: Question;
}

/** Asks whether what was named for another answer holds for this one; it counts either way (SPEC H4). */
export function EarlierAnswer({ question, evidence, note }: Props) {
  const { t } = useWords();
  const wording = useWording();
  const { setValue, keep } = useFieldForm();
  const answers = [evidence, note].flatMap((answer) => (answer ? answerInline(question, answer, wording) : []));
  const what = !note ? 'evidence' : !evidence ? 'note' : 'both';
  const n = namesOf(question.id);
  // The buttons go with the line; the keyboard stays at the question.
  const stay = () => document.getElementById(question.id)?.focus({ preventScroll: true });
  const confirm = () => {
    keep(question);
    const answer = useWorkspace.getState().open?.state.answers.get(question.id);
    if (answer) commit({ kind: 'answer', question: question.id, answer });
    stay();
  };
  const clear = () => {
    const empty = draftOf(question, undefined);
    const names = [...(evidence ? [n.grade, n.title, n.date, n.reference, n.file] : []), ...(note ? [n.note] : [])];
    for (const name of names) setValue(name, empty[name]);
    keep(question);
    stay();
  };
  return (
    <div className={styles.earlier}>
      <p>{t('fill.earlier', { what, answer: [...new Set(answers)].join(' / ') })}</p>
      <p className="row">
        <button type="button" className="link" onClick={confirm}>
          {t('fill.earlier.holds', { what })}
          <span className="visually-hidden"> {tagOf(question.id)}</span>
        </button>
        <button type="button" className="link" onClick={clear}>
          {t('fill.earlier.clear', { what })}
          <span className="visually-hidden"> {tagOf(question.id)}</span>
        </button>
      </p>
    </div>
  );
}
