import { useMemo } from 'react';
import { type Earlier, earlierIn } from '../../core/earlier.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { answerInline } from '../../report/words.ts';
import { commit, useWorkspace } from '../../store/workspace.ts';
import { draftOf } from '../fields/draft.ts';
import { useFieldForm } from '../fields/form.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { useWording } from '../result/wording.ts';
import { useWords } from '../words.ts';
import styles from './EvidenceFields.module.css';
import { useOpen } from './open.ts';

interface Props {
  readonly question: Question;
}

/** Where what is named beside an answer was named for another one: asks whether it holds for this one. */
export function EarlierAnswer({ question }: Props) {
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const given = useOpen(({ state }) => state.given.get(question.id));
  const earlier = useMemo(() => earlierIn(useWorkspace.getState().open?.history ?? [])(given), [given]);
  const hasEvidence = answer?.state === 'answered' && question.evidence !== 'none' && answer.evidence !== undefined;
  const shown = { ...(hasEvidence && { evidence: earlier.evidence }), ...(answer?.note && { note: earlier.note }) };
  return shown.evidence || shown.note ? <Ask question={question} {...shown} /> : null;
}

/** It counts either way (SPEC H4). */
function Ask({ question, evidence, note }: Props & Earlier) {
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
