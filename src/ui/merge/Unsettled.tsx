import { Link } from 'wouter';
import { useOpen } from '../fill/open.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Unsettled.module.css';

/** Says that evaluators differ, and leads to where it is settled. */
export function Unsettled() {
  const { t } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const count = useOpen(({ state }) => state.disputed.size);
  if (count === 0) return null;
  return (
    <div className={styles.unsettled}>
      <Notice tone="strong">
        <p>
          {t('evaluators.unsettled', { count })} <Link href={`/a/${id}/differences`}>{t('evaluators.unsettled.link')}</Link>
        </p>
      </Notice>
    </div>
  );
}
