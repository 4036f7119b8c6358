import type { Procedure } from '../../core/format/procedure.ts';
import { criteriaOf } from '../../core/procedure/criteria.ts';
import { criteriaDifferences } from '../../core/procedure/differences.ts';
import { foldProcedure } from '../../core/procedure/state.ts';
import { visible } from '../../report/pdf/visible.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './procedure.module.css';

interface Props {
  readonly procedure: Procedure;
  /** Where something else must stay in sight: reasons are folded. */
  readonly folded?: boolean;
}

/** What was changed after the seal: when, by whom, why, and from what to what. Nothing where nothing was. */
export function Deviations({ procedure, folded = false }: Props) {
  const { t, f } = useWords();
  const { deviations } = foldProcedure(procedure.history);
  if (deviations.length === 0) return null;
  return (
    <section aria-labelledby="deviations" className={styles.deviations}>
      <Notice tone="strong">
        <h2 id="deviations" className={styles.cardTitle}>
          {t('procedure.deviations', { count: deviations.length })}
        </h2>
        {deviations.map((deviation) => (
          <div key={deviation.at} className={styles.deviation}>
            <div>
              <p className="muted small">{t('procedure.deviation.when', { at: f.instant(deviation.at), by: deviation.by })}</p>
              {folded ? (
                <details>
                  <summary>{t('procedure.deviation.reason')}</summary>
                  <p>{visible(deviation.reason)}</p>
                </details>
              ) : (
                <p>{visible(deviation.reason)}</p>
              )}
            </div>
            <DifferenceList
              facts={procedure.facts}
              differences={criteriaDifferences(criteriaOf(procedure, deviation.from), criteriaOf(procedure, deviation.to))}
            />
          </div>
        ))}
      </Notice>
    </section>
  );
}
