import { useMemo } from 'react';
import type { Question } from '../../core/format/questionnaire.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { Complaint, complaintId } from '../fields/Complaint.tsx';
import { useComplaint, useFieldForm } from '../fields/form.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { part } from '../page.tsx';
import { useWords } from '../words.ts';
import styles from './EvidenceFields.module.css';
import { EarlierAnswer, mayBeEarlier } from './needs.ts';
import { useOpen } from './open.ts';

/** Behind a line that is closed at first: it moves nothing when it comes. */
const FileHash = part([], 'FileHash', () => import('./FileHash.tsx'));

interface Props {
  readonly question: Question;
}

/** What an answer rests on (method A4), and a note. Where there is no answer, only the note: what was asked, and when. */
export function EvidenceFields({ question }: Props) {
  const { t } = useWords();
  const answered = useOpen(({ state }) => state.answers.get(question.id)?.state);
  const more = useOpen(({ state }) => {
    const answer = state.answers.get(question.id);
    return [answer?.evidence?.reference, answer?.evidence?.file?.name, answer?.note].filter(Boolean).join(' · ');
  });
  if (answered === undefined) return null;
  if (answered !== 'answered' || question.evidence === 'none')
    return (
      <div className={styles.evidence}>
        <FromBefore question={question} />
        <Note question={question} label={answered === 'answered' ? t('fill.evidence.note') : t('fill.evidence.asked')} />
      </div>
    );
  return (
    <fieldset className={styles.evidence} aria-label={t('fill.evidence.of', { question: tagOf(question.id) })}>
      <FromBefore question={question} />
      <Grades question={question} />
      <div className={styles.source}>
        <Line question={question} name={namesOf(question.id).title} label={t('fill.evidence.title')} />
        <Line question={question} name={namesOf(question.id).date} label={t('fill.evidence.date')} type="date" />
      </div>
      <details>
        <summary className={`${styles.summary} small`}>
          {more ? t('fill.evidence.moreWith', { what: more }) : t('fill.evidence.more')}
        </summary>
        <div className={styles.more}>
          <Line question={question} name={namesOf(question.id).reference} label={t('fill.evidence.reference')} />
          <FileHash question={question} />
          <Note question={question} label={t('fill.evidence.note')} />
        </div>
      </details>
    </fieldset>
  );
}

/** What stands in these fields from another answer; said as soon as that is changed. */
function FromBefore({ question }: Props) {
  const given = useOpen(({ state }) => state.given.get(question.id));
  // It hangs on the entries about this question alone, and each of them makes `given` another one.
  const mayBe = useMemo(() => {
    const { open } = useWorkspace.getState();
    return given !== undefined && open !== null && mayBeEarlier(open, question.id);
  }, [given, question]);
  return (
    <div role="status" className={styles.status}>
      {mayBe && <EarlierAnswer question={question} />}
    </div>
  );
}

function Grades({ question }: Props) {
  const { t, local } = useWords();
  const { register, keep } = useFieldForm();
  const grades = useOpen(({ model }) => model.questionnaire.grades);
  const grade = useOpen(({ state }) => state.answers.get(question.id)?.evidence?.grade);
  const weakest = grades.reduce((a, b) => (b.widening > a.widening ? b : a));
  const chosen = grades.find((one) => one.id === grade);
  const input = register(namesOf(question.id).grade, { onChange: () => keep(question) });
  const helpId = `${question.id}--grade-help`;
  return (
    <fieldset aria-describedby={helpId}>
      <legend className={styles.label}>{t('fill.evidence')}</legend>
      <div className={styles.grades}>
        {grades.map(({ id, name }) => (
          <label key={id} className={styles.grade}>
            <input type="radio" {...input} value={id} />
            <span>{local(name)}</span>
          </label>
        ))}
      </div>
      <p className="hint" id={helpId}>
        {chosen ? chosen.help && local(chosen.help) : t('fill.evidence.none', { grade: local(weakest.name) })}
      </p>
    </fieldset>
  );
}

interface LineProps {
  readonly question: Question;
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'date';
}

/** A line of text, at most as long as the format takes. */
function Line({ question, name, label, type = 'text' }: LineProps) {
  const { register, keep, keepSoon } = useFieldForm();
  const complaint = useComplaint(name);
  return (
    <div className={styles.line}>
      <label htmlFor={name}>{label}</label>
      <Complaint name={name} />
      <input
        {...register(name, { onChange: () => keepSoon(question), onBlur: () => keep(question) })}
        id={name}
        type={type}
        maxLength={type === 'text' ? 2000 : undefined}
        autoComplete="off"
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint ? complaintId(name) : undefined}
      />
    </div>
  );
}

function Note({ question, label }: { readonly question: Question; readonly label: string }) {
  const { register, keep, keepSoon } = useFieldForm();
  const { note } = namesOf(question.id);
  return (
    <div className={styles.line}>
      <label htmlFor={note}>{label}</label>
      <textarea
        {...register(note, { onChange: () => keepSoon(question), onBlur: () => keep(question) })}
        id={note}
        rows={2}
        maxLength={20000}
      />
    </div>
  );
}
