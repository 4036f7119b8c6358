import type { Answer } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { visible } from '../../report/pdf/visible.ts';
import { useWords } from '../words.ts';
import { AnswerText } from './AnswerText.tsx';
import styles from './HistoryPage.module.css';
import { useOpen } from './open.ts';

interface FromToProps {
  readonly question: Question;
  readonly from: readonly (Answer | null)[];
  readonly to: Answer | null;
}

/** An answer as it was, of one or several, and as it is. */
export function FromTo({ question, from, to }: FromToProps) {
  const { t } = useWords();
  return (
    <dl className={styles.change}>
      <dt>{t('fill.history.from')}</dt>
      <dd>
        {(from.length > 0 ? from : [null]).map((answer, i) => (
          // They have no id of their own, and do not move.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Said key={i} question={question} answer={answer} />
        ))}
      </dd>
      <dt>{t('fill.history.to')}</dt>
      <dd>
        <Said question={question} answer={to} />
      </dd>
    </dl>
  );
}

function Said({ question, answer }: { readonly question: Question; readonly answer: Answer | null }) {
  const { t, local } = useWords();
  const grades = useOpen(({ model }) => model.questionnaire.grades);
  if (!answer) return <p>{t('method.state.open')}</p>;
  const grade = grades.find((one) => one.id === answer.evidence?.grade);
  const about = [
    answer.state === 'answered' && answer.incomplete && t('method.incomplete'),
    grade && local(grade.name),
    answer.evidence?.title,
    answer.evidence?.reference,
    answer.evidence?.file?.name,
    answer.note,
  ].filter(Boolean);
  return (
    <>
      {answer.state === 'answered' ? (
        <AnswerText question={question} value={answer.value} />
      ) : (
        <p>{answer.state === 'unknown' ? t('method.state.unknown') : t('method.state.declined')}</p>
      )}
      {about.length > 0 && <p className="muted small">{visible(about.join(' · '))}</p>}
    </>
  );
}
