import { useWords } from '../words.ts';
import styles from './DetailsList.module.css';
import { ALL, DETAIL_NAMES, sayDetail } from './details.ts';
import { useOpen } from './open.ts';

/** What is known about the assessment itself; what matters and is not given yet is said to be missing. */
export function DetailsList() {
  const { t, f } = useWords();
  const details = useOpen(({ state }) => state.details);
  const shown = ALL.filter(
    (detail) => detail !== 'title' && detail !== 'label' && (details[detail] || ['vendor', 'authority', 'position'].includes(detail)),
  );
  return (
    <dl className={`facts ${styles.list}`}>
      {shown.map((detail) => {
        const value = details[detail];
        return (
          <div key={detail}>
            <dt>{t(DETAIL_NAMES[detail])}</dt>
            <dd className={value ? undefined : 'muted'}>{value ? sayDetail(detail, value, f) : t('fill.detail.missing')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
