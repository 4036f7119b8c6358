import { useMemo } from 'react';
import { nextQuestions } from '../../core/next.ts';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useWords } from '../words.ts';
import styles from './NextQuestions.module.css';

const SHOWN = 5;

/** Which questions to ask next: those whose answer could narrow the result most (method R4). */
export function NextQuestions() {
  const { t, f, local } = useWords();
  const model = useOpen((open) => open.model);
  const answers = useOpen(({ state }) => state.answers);
  const result = useOpen((open) => open.result);
  const next = useMemo(() => nextQuestions(model, answers, result), [model, answers, result]);
  if (next.length === 0) return null;
  return (
    <section aria-labelledby="result-next" className={styles.next}>
      <h2 id="result-next">{t('result.next')}</h2>
      <p className="muted">{t('result.next.hint', { shown: Math.min(SHOWN, next.length), count: next.length })}</p>
      <ol className={styles.list}>
        {next.slice(0, SHOWN).map(({ question, narrows, gates }) => (
          <li key={question}>
            <QuestionLink question={question}>{local(model.items[model.indexOf(question) ?? -1]?.question.text ?? {})}</QuestionLink>
            <span className="muted small">{t('result.next.gain', { points: f.score(narrows), gates: gates.length })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
