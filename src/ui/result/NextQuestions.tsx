import { useMemo } from 'react';
import { explainGate } from '../../core/explain.ts';
import type { Answers } from '../../core/format/answer.ts';
import type { Model } from '../../core/model.ts';
import { nextQuestions } from '../../core/next.ts';
import type { Result } from '../../core/result.ts';
import { isStop } from '../../report/account/gates.ts';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useWords } from '../words.ts';
import styles from './NextQuestions.module.css';

const SHOWN = 5;

/** What to ask next: what a stop waits for, and the open questions whose answer could narrow the result most (method R4). */
export function NextQuestions() {
  const { t, f, local } = useWords();
  const model = useOpen((open) => open.model);
  const answers = useOpen(({ state }) => state.answers);
  const result = useOpen((open) => open.result);
  const open = useMemo(() => nextQuestions(model, answers, result), [model, answers, result]);
  const stops = useMemo(() => stopsWaitFor(model, answers, result), [model, answers, result]);
  const gains = new Map(open.map((one) => [one.question, one]));
  const next = [...new Set([...stops, ...gains.keys()])].slice(0, SHOWN);
  if (next.length === 0) return null;
  return (
    <section aria-labelledby="result-next" className={styles.next}>
      <h2 id="result-next">{t('result.next')}</h2>
      {open.length > 0 && (
        <p className="muted">
          {t('result.next.hint', { shown: next.length, count: open.length, stop: stops.length > 0 ? 'open' : 'none' })}
        </p>
      )}
      <ol className={styles.list}>
        {next.map((question) => {
          const gain = gains.get(question);
          return (
            <li key={question}>
              <QuestionLink question={question}>{local(model.items[model.indexOf(question) ?? -1]?.question.text ?? {})}</QuestionLink>
              {stops.includes(question) && <strong className="small">{t(gain ? 'result.next.stop' : 'result.next.stopWeak')}</strong>}
              {gain && (
                <span className="muted small">{t('result.next.gain', { points: f.score(gain.narrows), gates: gain.gates.length })}</span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The questions that a stop which could apply waits for. */
function stopsWaitFor(model: Model, answers: Answers, result: Result): readonly string[] {
  if (result.stop !== 'undetermined') return [];
  return model.gates
    .filter((gate, i) => result.gates[i]?.state === 'undetermined' && isStop(gate))
    .flatMap(({ id }) => explainGate(model, answers, result, id).dependsOn);
}
