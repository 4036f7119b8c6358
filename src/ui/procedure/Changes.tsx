import { useDeferredValue, useMemo } from 'react';
import { type Control, type FieldValues, useWatch } from 'react-hook-form';
import type { Criteria } from '../../core/procedure/criteria.ts';
import { criteriaDifferences } from '../../core/procedure/differences.ts';
import { useWords } from '../words.ts';
import { type Base, criteriaIn } from './criteriaValues.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './procedure.module.css';

interface Props {
  readonly control: Control<FieldValues>;
  readonly begin: Criteria;
  readonly base: Base;
}

/** What the fields would change, as it will be shown wherever the criteria matter. */
export function Changes({ control, begin, base }: Props) {
  const { t } = useWords();
  const values = useDeferredValue(useWatch({ control }));
  const differences = useMemo(() => criteriaDifferences(begin, criteriaIn(values, base)), [begin, values, base]);
  return (
    <section className={styles.formPart} aria-labelledby="changes">
      <h2 id="changes">{t('procedure.criteria.changes')}</h2>
      {differences.length === 0 ? (
        <p className="muted">{t('procedure.criteria.changes.none')}</p>
      ) : (
        <DifferenceList facts={base.tables} differences={differences} />
      )}
    </section>
  );
}
