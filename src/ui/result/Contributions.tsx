import { useMemo } from 'react';
import { contributions } from '../../core/contributions.ts';
import { sectionName } from '../../report/account/gates.ts';
import { contributionBar } from '../../report/figures/contributionBar.ts';
import { answerInline } from '../../report/words.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useWords } from '../words.ts';
import styles from './Contributions.module.css';
import { useWording } from './wording.ts';

const SHOWN = 6;

/** What weighs most in the sum, at its upper end (method S4). */
export function Contributions() {
  const { t, f, local } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const answers = useOpen(({ state }) => state.answers);
  const top = useMemo(
    () =>
      contributions(model, result)
        .filter(({ points }) => points > 0)
        .slice(0, SHOWN),
    [model, result],
  );
  const greatest = top[0]?.points ?? 0;
  if (!result.overall || top.length === 0) return null;
  return (
    <section aria-labelledby="result-weight">
      <h2 id="result-weight">{t('result.weight')}</h2>
      <p className="muted">
        {t('result.weight.hint', {
          score: f.score(result.overall.high),
          open: top.some(({ points, settled }) => settled < points) ? 'some' : 'none',
        })}
      </p>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('result.weight.what')}</th>
            <th scope="col">{t('result.weight.bar')}</th>
            <th scope="col">{t('result.weight.points')}</th>
          </tr>
        </thead>
        <tbody>
          {top.map((contribution) => {
            const { kind, id, points, settled } = contribution;
            const question = model.items[model.indexOf(id) ?? -1]?.question;
            return (
              <tr key={`${kind} ${id}`}>
                <th scope="row">
                  {kind === 'question' && question ? (
                    <>
                      <QuestionLink question={id}>{local(question.text)}</QuestionLink>
                      <span className={`muted small ${styles.answer}`}>{answerInline(question, answers.get(id), words)}</span>
                    </>
                  ) : (
                    t('method.floor.contribution', { section: sectionName(model, id, words) })
                  )}
                </th>
                <td className={styles.bar}>
                  <DrawingSvg
                    drawing={contributionBar(contribution, greatest)}
                    label={
                      settled < points
                        ? t('method.bar.contributionOpen', { points: f.score(points), open: f.score(points - settled) })
                        : t('method.bar.contribution', { points: f.score(points) })
                    }
                  />
                </td>
                <td className="number">{f.score(points)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
