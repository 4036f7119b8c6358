import { plainSums } from '../../core/plain.ts';
import { bandOfScore } from '../../report/account/headline.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Plane.module.css';
import { useWording } from './wording.ts';

/** What a plain weighted sum says for the same answers, so that the difference can be seen. */
export function SimpleTool() {
  const { t, f } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const sums = plainSums(model, result);
  const row = (name: string, score: number | null) => (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">
        {score === null
          ? t('method.plain.nothing')
          : t('result.plain.score', { score: f.score(score), band: bandOfScore(model, score, words) })}
      </td>
    </tr>
  );
  return (
    <section className="panel" aria-labelledby="result-plain">
      <h2 id="result-plain" className={styles.title}>
        {t('result.plain')}
      </h2>
      <p className="muted small">{t('result.plain.hint')}</p>
      {result.stop === 'true' && <p className="small">{t('result.plain.stop')}</p>}
      <table className={styles.table}>
        <tbody>
          {row(t('method.plain.zero'), sums.unknownAsZero)}
          {row(t('method.plain.half'), sums.unknownAsHalf)}
          {row(t('method.plain.out'), sums.unknownLeftOut)}
        </tbody>
      </table>
    </section>
  );
}
