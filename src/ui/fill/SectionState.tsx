import { useWords } from '../words.ts';
import type { Progress } from './progress.ts';
import styles from './TaskListPage.module.css';

/** How far a section is, in words; what is complete is plain, so that open work stands out. */
export function SectionState({ id, progress }: { readonly id: string; readonly progress: Progress }) {
  const { t } = useWords();
  const { total, answered, unknown, declined, open } = progress;
  const isComplete = open === 0;
  const say = () => {
    if (total === 0) return t('fill.section.none');
    if (open === total) return t('fill.section.notStarted', { total });
    if (unknown + declined > 0)
      return isComplete
        ? t('fill.section.completeButUnknown', { unknown: unknown + declined })
        : t('fill.section.partlyUnknown', { answered, total, unknown: unknown + declined });
    return isComplete ? t('fill.section.complete') : t('fill.section.partly', { answered, total });
  };
  return (
    <span id={id} className={isComplete ? undefined : styles.open}>
      {say()}
    </span>
  );
}
