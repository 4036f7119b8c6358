import { countsOf } from '../../core/counts.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Plane.module.css';

/** How much is answered. */
export function Completeness() {
  const { t, f } = useWords();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const { answered, applicable, unknown, declined, open } = countsOf(model, result);
  const row = (name: string, count: number) => (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{f.integer(count)}</td>
    </tr>
  );
  return (
    <section className="panel" aria-labelledby="result-completeness">
      <h2 id="result-completeness" className={styles.title}>
        {t('result.completeness')}
      </h2>
      <p className="muted small">
        {t('result.completeness.weight', { percent: f.percent(result.coverage), applicable: f.integer(applicable) })}
      </p>
      <table className={styles.table}>
        <tbody>
          {row(t('method.state.answered'), answered)}
          {row(t('method.state.unknown'), unknown)}
          {row(t('method.state.declined'), declined)}
          {row(t('method.state.open'), open)}
        </tbody>
      </table>
    </section>
  );
}
