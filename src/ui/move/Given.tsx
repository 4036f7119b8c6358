import type { Answer } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { answerLines, type Wording } from '../../report/words.ts';
import styles from './Move.module.css';

/** An answer as it was given. */
export function Given({ question, answer, wording }: { readonly question: Question; readonly answer: Answer; readonly wording: Wording }) {
  return <p className={styles.answer}>{answerLines(question, answer, wording).join('\n')}</p>;
}
