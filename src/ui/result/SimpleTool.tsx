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
  const said = (score: number | null) =>
    score === null ? t('method.plain.nothing') : t('result.plain.score', { score: f.score(score), band: bandOfScore(model, score, words) });
  const [zero, half, out] = [said(sums.unknownAsZero), said(sums.unknownAsHalf), said(sums.unknownLeftOut)];
  const row = (name: string, score: string) => (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{score}</td>
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
          {zero === half && half === out ? (
            row(t('method.plain.same'), zero)
          ) : (
            <>
              {row(t('method.plain.zero'), zero)}
              {row(t('method.plain.half'), half)}
              {row(t('method.plain.out'), out)}
            </>
          )}
        </tbody>
      </table>
    </section>
  );
}
