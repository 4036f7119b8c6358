import type { Facts } from '../../core/format/facts.ts';
import type { Difference } from '../../core/procedure/differences.ts';
import { differenceLines } from '../../report/procedure/differences.ts';
import { useWords } from '../words.ts';
import styles from './DifferenceList.module.css';
import { useDifferenceWording } from './wording.ts';

interface Props {
  /** Country tables, for the codes that they name themselves. */
  readonly facts: readonly Facts[];
  readonly differences: readonly Difference[];
  /** What the old and the new values are called here. */
  readonly heads?: readonly [string, string];
}

/** Differences line by line: what, the old value and the new one. */
export function DifferenceList({ facts, differences, heads }: Props) {
  const { t } = useWords();
  const lines = differenceLines(differences, useDifferenceWording(facts));
  const [before, now] = heads ?? [t('procedure.difference.old'), t('procedure.difference.new')];
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.place} ${line.old} ${line.new}`}>
          <p className={styles.place}>{line.place}</p>
          <dl className={`facts ${styles.values}`}>
            <div>
              <dt>{before}</dt>
              <dd>{line.old}</dd>
            </div>
            <div>
              <dt>{now}</dt>
              <dd>{line.new}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
