import type { UseFormRegisterReturn } from 'react-hook-form';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import type { Left } from '../../core/move.ts';
import type { Wording } from '../../report/words.ts';
import { useOpen } from '../fill/open.ts';
import { Asked, AskedList } from '../merge/Asked.tsx';
import { useWords } from '../words.ts';
import { Changes } from './Changes.tsx';
import { Given } from './Given.tsx';
import styles from './Move.module.css';
import { questionsOf } from './moving.ts';

interface Props {
  readonly left: readonly Left[];
  /** The newer version. */
  readonly after: Questionnaire;
  readonly wording: Wording;
}

/** Answers to be looked at: each with its old and new words, and a tick for those that hold. */
export function ConfirmList({ left, after, wording, registration }: Props & { readonly registration: UseFormRegisterReturn }) {
  const { t, local } = useWords();
  const before = questionsOf(useOpen(({ model }) => model.questionnaire));
  const now = questionsOf(after);
  if (left.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="move-confirm">
      <h2 id="move-confirm">{t('move.confirm')}</h2>
      <p className="muted">{t('move.confirm.help')}</p>
      <AskedList>
        {left.map((one) => {
          const question = before.get(one.question);
          if (!question || !one.answer) return null;
          const loses = one.confirmed?.evidence?.grade !== one.answer.evidence?.grade;
          return (
            <Asked key={one.question} question={question}>
              <div className={styles.what}>
                <Given question={question} answer={one.answer} wording={wording} />
                <Changes left={one} before={question} after={now.get(one.question)} />
                {loses && <p className="muted small">{t('move.gradeGone')}</p>}
              </div>
              <label className="option">
                <input
                  type="checkbox"
                  value={one.question}
                  aria-label={t('move.confirm.of', { question: local(question.text) })}
                  {...registration}
                />
                {t('move.confirm.holds')}
              </label>
            </Asked>
          );
        })}
      </AskedList>
    </section>
  );
}

/** Answers that stay behind, and why. */
export function LeftList({ left, after, wording }: Props) {
  const { t } = useWords();
  const before = questionsOf(useOpen(({ model }) => model.questionnaire));
  const now = questionsOf(after);
  if (left.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="move-left">
      <h2 id="move-left">{t('move.left')}</h2>
      <AskedList>
        {left.map((one) => {
          const question = before.get(one.question);
          return question ? (
            <Asked key={one.question} question={question}>
              <div className={styles.what}>
                {one.answer && <Given question={question} answer={one.answer} wording={wording} />}
                <Changes left={one} before={question} after={now.get(one.question)} />
              </div>
            </Asked>
          ) : null;
        })}
      </AskedList>
    </section>
  );
}

/** Answers that carry over, to be opened. */
export function CarriedList({ carried, wording }: { readonly carried: readonly string[]; readonly wording: Wording }) {
  const { t } = useWords();
  const answers = useOpen(({ state }) => state.answers);
  const before = questionsOf(useOpen(({ model }) => model.questionnaire));
  if (carried.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('move.carried', { count: carried.length })}</summary>
      <AskedList>
        {carried.map((id) => {
          const question = before.get(id);
          const answer = answers.get(id);
          return question && answer ? (
            <Asked key={id} question={question}>
              <Given question={question} answer={answer} wording={wording} />
            </Asked>
          ) : null;
        })}
      </AskedList>
    </details>
  );
}
