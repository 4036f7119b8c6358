import { useMemo, useState } from 'react';
import { useController } from 'react-hook-form';
import { earlierIn } from '../../core/earlier.ts';
import type { Evidence } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { Complaint, complaintId } from '../fields/Complaint.tsx';
import { useComplaint, useFieldForm } from '../fields/form.ts';
import { namesOf, tagOf } from '../fields/names.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { useWords } from '../words.ts';
import { EarlierAnswer } from './answered.ts';
import styles from './EvidenceFields.module.css';
import { useOpen } from './open.ts';

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
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const given = useOpen(({ state }) => state.given.get(question.id));
  const hasEvidence = answer?.state === 'answered' && question.evidence !== 'none' && answer.evidence !== undefined;
  const hasAny = hasEvidence || Boolean(answer?.note);
  // It hangs on the entries about this question alone, and each of them makes `given` another one.
  const earlier = useMemo(() => (hasAny ? earlierIn(useWorkspace.getState().open?.history ?? [])(given) : {}), [given, hasAny]);
  const shown = { ...(hasEvidence && { evidence: earlier.evidence }), ...(answer?.note && { note: earlier.note }) };
  return (
    <div role="status" className={styles.status}>
      {(shown.evidence || shown.note) && <EarlierAnswer question={question} {...shown} />}
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

/** Notes which file it was by name and SHA-256; the file itself stays where it is. */
function FileHash({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const { control, keep } = useFieldForm();
  const { field } = useController({ control, name: namesOf(question.id).file });
  const [reading, setReading] = useState<'idle' | 'busy' | 'failed'>('idle');
  const file: Evidence['file'] | null = field.value;
  const set = (value: typeof file) => {
    field.onChange(value);
    keep(question);
  };
  const choose = async (chosen: File) => {
    setReading('busy');
    try {
      const [{ sha256Hex }, bytes] = await Promise.all([import('../../core/canonical.ts'), chosen.arrayBuffer()]);
      set({ name: chosen.name.slice(0, 2000), sha256: sha256Hex(new Uint8Array(bytes)) });
      setReading('idle');
    } catch {
      // The browser could not read the file; what was noted before stands.
      setReading('failed');
    }
  };
  const helpId = `${question.id}--file-help`;
  return (
    <div className={styles.line}>
      {file && (
        <p className={styles.file}>
          {file.name}
          <code>{file.sha256}</code>
          <button type="button" className="link" onClick={() => set(null)}>
            {t('fill.evidence.file.remove')}
          </button>
        </p>
      )}
      <p className="row">
        <FileButton onFile={(chosen) => void choose(chosen)} describedBy={helpId}>
          {file ? t('fill.evidence.file.other') : t('fill.evidence.file')}
        </FileButton>
        <span role="status" className="small">
          {reading === 'busy' && t('fill.evidence.file.busy')}
          {reading === 'failed' && t('fill.evidence.file.failed')}
        </span>
      </p>
      <p className="hint" id={helpId}>
        {t('fill.evidence.file.help')}
      </p>
    </div>
  );
}
