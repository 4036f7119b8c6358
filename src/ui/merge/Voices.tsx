import type { GivenEntry } from '../../core/format/assessment.ts';
import type { Question, Questionnaire } from '../../core/format/questionnaire.ts';
import { visible } from '../../report/pdf/visible.ts';
import { answerLines, evidenceInline, type Wording } from '../../report/words.ts';
import { clockOf, dayOf } from '../parts/clock.ts';
import { useWords } from '../words.ts';
import styles from './Voices.module.css';

interface Props {
  readonly question: Question;
  readonly questionnaire: Questionnaire;
  readonly wording: Wording;
  readonly voices: readonly GivenEntry[];
  /** Title of the file that an entry is in, where that is known. */
  readonly fileOf?: (entry: GivenEntry) => string;
}

/** What each evaluator answered, side by side: the value, what it rests on, the note, who and when. */
export function Voices({ question, questionnaire, wording, voices, fileOf }: Props) {
  const { t, f } = useWords();
  return (
    <ul className={styles.voices}>
      {voices.map((entry) => {
        const { answer, at, by } = entry;
        const who = { by: by || t('evaluators.unnamed'), day: f.day(dayOf(new Date(at))), time: clockOf(at) };
        return (
          <li key={entry.id} className={styles.voice}>
            <p className={styles.value}>{answerLines(question, answer, wording).join('\n')}</p>
            {answer.state === 'answered' && question.evidence !== 'none' && (
              <p className="small">{t('evaluators.shownBy', { evidence: evidenceInline(answer.evidence, questionnaire, wording) })}</p>
            )}
            {answer.note && <p className={`${styles.note} small`}>{t('evaluators.note', { note: visible(answer.note) })}</p>}
            <p className="muted small">{fileOf ? t('evaluators.whoIn', { ...who, file: fileOf(entry) }) : t('evaluators.who', who)}</p>
          </li>
        );
      })}
    </ul>
  );
}
