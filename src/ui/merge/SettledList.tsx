import { settledIn } from '../../core/evaluators/settled.ts';
import { visible } from '../../report/pdf/visible.ts';
import { answerInline } from '../../report/words.ts';
import { useOpen } from '../fill/open.ts';
import { clockOf, dayOf } from '../parts/clock.ts';
import { useWords } from '../words.ts';
import { Asked, AskedList } from './Asked.tsx';
import styles from './Merge.module.css';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

/** What was settled: the value, by whom and why, and what each had said before. */
export function SettledList() {
  const { t, f } = useWords();
  const model = useOpen((open) => open.model);
  const history = useOpen((open) => open.history);
  const wording = useWordingOf(model);
  const settled = settledIn(history);
  if (settled.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="settled">
      <h2 id="settled">{t('evaluators.settled')}</h2>
      <AskedList>
        {settled.map(({ entry, voices }) => {
          const question = model.items[model.indexOf(entry.question) ?? -1]?.question;
          if (!question) return null;
          const by = entry.by || t('evaluators.unnamed');
          const when = { day: f.day(dayOf(new Date(entry.at))), time: clockOf(entry.at) };
          return (
            <Asked key={entry.id} question={question}>
              <div>
                <p>{t('evaluators.settled.by', { by, ...when, answer: answerInline(question, entry.answer, wording) })}</p>
                <p>{t('evaluators.settled.reason', { reason: visible(entry.reason ?? '') })}</p>
              </div>
              <details>
                <summary className="small">{t('evaluators.settled.before')}</summary>
                <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} />
              </details>
            </Asked>
          );
        })}
      </AskedList>
    </section>
  );
}
