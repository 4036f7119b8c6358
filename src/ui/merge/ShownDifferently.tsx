import { agreementsOf } from '../../core/evaluators/agreement.ts';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useWords } from '../words.ts';
import { Asked, AskedList } from './Asked.tsx';
import styles from './Merge.module.css';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

/** Questions with one answer that evaluators show differently: only what all of them name counts. */
export function ShownDifferently() {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const history = useOpen((open) => open.history);
  const wording = useWordingOf(model);
  const found = agreementsOf(model, [], history).filter(({ evidenceDiffers }) => evidenceDiffers);
  if (found.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="shown-differently">
      <h2 id="shown-differently">{t('evaluators.shown', { count: found.length })}</h2>
      <p className="muted">{t('evaluators.shown.help')}</p>
      <AskedList>
        {found.map(({ question: id, voices }) => {
          const question = model.items[model.indexOf(id) ?? -1]?.question;
          return question ? (
            <Asked key={id} question={question}>
              <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} />
              <p>
                <QuestionLink question={id}>{t('evaluators.shown.name')}</QuestionLink>
              </p>
            </Asked>
          ) : null;
        })}
      </AskedList>
    </section>
  );
}
