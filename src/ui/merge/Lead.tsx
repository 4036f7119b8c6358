import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import styles from './Merge.module.css';
import type { File, Merged } from './merging.ts';

/** How far they agree, in one sentence. */
export function Lead({ merged, files }: { readonly merged: Merged; readonly files: readonly File[] }) {
  const { t } = useWords();
  const { agreements } = merged;
  const count = (kind: (typeof agreements)[number]['agreement']) => agreements.filter(({ agreement }) => agreement === kind).length;
  const lead =
    agreements.length === 0
      ? t('evaluators.lead.none')
      : t('evaluators.lead', {
          agree: count('agree'),
          answered: agreements.length,
          alone: count('alone'),
          differ: count('differ'),
          files: files.length,
        });
  return (
    <div className={styles.lead}>
      <PageTitle title={t('evaluators.title')}>{lead}</PageTitle>
    </div>
  );
}
