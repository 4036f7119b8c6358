import type { Agreed } from '../../core/evaluators/agreement.ts';
import type { GivenEntry } from '../../core/format/assessment.ts';
import { useWords } from '../words.ts';
import { Asked, AskedList } from './Asked.tsx';
import styles from './Merge.module.css';
import type { File, Merged } from './merging.ts';
import { titleOf } from './titles.ts';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

interface Props {
  readonly merged: Merged;
  readonly files: readonly File[];
}

/** Where they differ, open; what one alone answered, and what is shown differently, to be opened. */
export function Lists(props: Props) {
  const { t } = useWords();
  const { merged, files } = props;
  const differ = merged.agreements.filter(({ agreement }) => agreement === 'differ');
  const alone = merged.agreements.filter(({ agreement }) => agreement === 'alone');
  const shown = merged.agreements.filter(({ evidenceDiffers }) => evidenceDiffers);
  return (
    <>
      {differ.length > 0 && (
        <section className={styles.part} aria-labelledby="merge-differ">
          <h2 id="merge-differ">{t('evaluators.differ')}</h2>
          <p className="muted">{t('evaluators.differ.help')}</p>
          <Questions {...props} of={differ} />
        </section>
      )}
      {alone.length > 0 && (
        <details className={styles.more}>
          <summary>{t('evaluators.alone', { count: alone.length, files: files.length })}</summary>
          <Questions {...props} of={alone} />
        </details>
      )}
      {shown.length > 0 && (
        <details className={styles.more}>
          <summary>{t('evaluators.shown', { count: shown.length })}</summary>
          <p className="muted">{t('evaluators.shown.help')}</p>
          <Questions {...props} of={shown} />
        </details>
      )}
    </>
  );
}

function Questions({ merged: { model }, files, of }: Props & { readonly of: readonly Agreed[] }) {
  const words = useWords();
  const wording = useWordingOf(model);
  const fileOf = (entry: GivenEntry) =>
    words.f.and(
      files.filter(({ assessment }) => assessment.history.some(({ id }) => id === entry.id)).map(({ state }) => titleOf(state, words)),
    );
  return (
    <AskedList>
      {of.map(({ question: id, voices }) => {
        const question = model.items[model.indexOf(id) ?? -1]?.question;
        return question ? (
          <Asked key={id} question={question}>
            <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} fileOf={fileOf} />
          </Asked>
        ) : null;
      })}
    </AskedList>
  );
}
