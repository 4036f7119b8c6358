import { useRef, useState } from 'react';
import type { GivenEntry } from '../../core/format/assessment.ts';
import { tagOf } from '../fields/names.ts';
import { useOpen } from '../fill/open.ts';
import { UndoRedo } from '../fill/UndoRedo.tsx';
import { useTitle } from '../fill/useTitle.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Asked, AskedList } from './Asked.tsx';
import styles from './Merge.module.css';
import { Settle } from './Settle.tsx';
import { SettledList } from './SettledList.tsx';
import { ShownDifferently } from './ShownDifferently.tsx';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

/** What the evaluators of a merged assessment differ on, to be settled one by one, and what was settled, by whom and why. */
export function DifferencesPage() {
  const { t } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const disputed = useOpen(({ state }) => state.disputed);
  const [done, setDone] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  const settled = (question: string) => {
    setDone(t('evaluators.settle.done', { question: tagOf(question) }));
    // The form that had the focus is gone with its question.
    said.current?.focus();
  };
  return (
    <div className={styles.page}>
      <div className="top">
        <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
        <UndoRedo />
      </div>
      <div className={styles.lead}>
        <PageTitle title={t('evaluators.settle.lead', { count: disputed.size })} />
        <p className="muted">{disputed.size > 0 ? t('evaluators.differ.help') : t('evaluators.settle.none')}</p>
        <p role="status" tabIndex={-1} ref={said} className={done ? undefined : 'visually-hidden'}>
          {done}
        </p>
      </div>
      {disputed.size > 0 && <Disputed disputed={disputed} onSettled={settled} />}
      <ShownDifferently />
      <SettledList />
    </div>
  );
}

interface DisputedProps {
  readonly disputed: ReadonlyMap<string, readonly GivenEntry[]>;
  readonly onSettled: (question: string) => void;
}

/** In the order of the questionnaire. */
function Disputed({ disputed, onSettled }: DisputedProps) {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const wording = useWordingOf(model);
  return (
    <section className={styles.part} aria-labelledby="disputed">
      <h2 id="disputed">{t('evaluators.differ')}</h2>
      <AskedList>
        {model.items.map(({ question }) => {
          const voices = disputed.get(question.id);
          if (!voices) return null;
          return (
            <Asked key={question.id} question={question}>
              <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} />
              <Settle question={question} voices={voices} wording={wording} onSettled={() => onSettled(question.id)} />
            </Asked>
          );
        })}
      </AskedList>
    </section>
  );
}
