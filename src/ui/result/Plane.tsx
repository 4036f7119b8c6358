import type { Interval } from '../../core/interval.ts';
import { planeOf } from '../../core/plane.ts';
import { sectionName } from '../../report/account/gates.ts';
import { edgesOf, SPREAD } from '../../report/account/sections.ts';
import { plane, spreadOf } from '../../report/figures/plane.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Plane.module.css';
import { useWording } from './wording.ts';

/** The two indices of the questionnaire against each other, with the table of the same figures. */
export function Plane() {
  const { t, f, local } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const declared = model.questionnaire.plane;
  const found = planeOf(model, result);
  if (!declared || !found) return null;
  const [x, y] = [local(declared.x.title), local(declared.y.title)];
  const row = (title: string, interval: Interval, sections: readonly string[]) => (
    <tr>
      <th scope="row">
        {title} <span className="muted">{f.and(sections.map((id) => sectionName(model, id, words)))}</span>
      </th>
      <td className="number">{f.interval(interval)}</td>
    </tr>
  );
  return (
    <section className="panel" aria-labelledby="result-plane">
      <h2 id="result-plane" className={styles.title}>
        {t('result.plane', { x, y })}
      </h2>
      <DrawingSvg
        drawing={plane(found.x, found.y, edgesOf(model), { x, y, figure: f.number })}
        label={t('method.plane.alt', { x, y, xs: f.interval(found.x), ys: f.interval(found.y) })}
        className={styles.plane}
      />
      <p className="muted small">{t(SPREAD[spreadOf(found.x, found.y)])}</p>
      <table className={styles.table}>
        <tbody>
          {row(x, found.x, declared.x.sections)}
          {row(y, found.y, declared.y.sections)}
        </tbody>
      </table>
    </section>
  );
}
