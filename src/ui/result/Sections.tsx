import { useMemo } from 'react';
import type { Interval } from '../../core/interval.ts';
import { barAlt, edgesOf, marksOf, sectionAccounts } from '../../report/account/sections.ts';
import { intervalBar } from '../../report/figures/intervalBar.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Sections.module.css';
import { useWording } from './wording.ts';

/** Each section and the whole, as bars with their figures. */
export function Sections() {
  const { t, f } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const sections = useMemo(() => sectionAccounts(model, result, words), [model, result, words]);
  const edges = edgesOf(model);
  const cells = (interval: Interval | null, floor?: number) => (
    <>
      <td className={styles.bar}>
        <DrawingSvg drawing={intervalBar(interval, edges, floor)} label={barAlt(interval, words)} />
      </td>
      <td className="number">{interval ? f.interval(interval) : t('method.headline.notScored')}</td>
    </>
  );
  return (
    <section className="panel" aria-labelledby="result-sections">
      <h2 id="result-sections" className={styles.title}>
        {t('result.sections')}
      </h2>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('result.sections.section')}</th>
            <th scope="col">{t('result.sections.scale')}</th>
            <th scope="col">{t('result.sections.score')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ id, name, share, interval, floor }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className="muted">{f.percent(share)}</span>
              </th>
              {cells(interval, floor)}
            </tr>
          ))}
          <tr className={styles.all}>
            <th scope="row">{t('result.sections.all')}</th>
            {cells(result.overall)}
          </tr>
        </tbody>
      </table>
      <div className={`${styles.notes} muted small`}>
        <p>
          {t('result.sections.note', {
            edges: f.and(edges.filter((edge) => edge > 0).map((edge) => f.number(edge))),
            ...marksOf([...sections, { interval: result.overall }]),
          })}
        </p>
        {sections
          .flatMap(({ floors }) => floors)
          .map((floor) => (
            <p key={floor}>{floor}</p>
          ))}
      </div>
    </section>
  );
}
