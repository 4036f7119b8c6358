import { useOpen } from '../fill/open.ts';
import { useTitle } from '../fill/useTitle.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Failed } from '../parts/Failed.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { useWords } from '../words.ts';
import styles from './Move.module.css';
import { MoveForm } from './MoveForm.tsx';
import { useMove, useVersions } from './moving.ts';

/** What of an assessment carries over to a newer version of its questionnaire and what does not, before anything is made. */
export function MovePage() {
  const { t } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const found = useVersions();
  const move = useMove(found?.target ?? null);
  if (!found) return null;
  const { versions, target, failure, choose } = found;
  const version = target?.questionnaire.version ?? versions[0] ?? '';
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
      {failure !== null && (
        <>
          <PageTitle title={t('move.title')} />
          <Failed error={failure} />
        </>
      )}
      {failure === null && versions.length === 0 && (
        <>
          <PageTitle title={t('move.none')} />
          <p className="lede">{t('move.none.help')}</p>
        </>
      )}
      {failure === null && move?.ok === false && (
        <>
          <PageTitle title={t('move.cannot', { version })} />
          <ProblemList problems={move.problems} />
        </>
      )}
      {failure === null && move?.ok && target && (
        <MoveForm key={version} move={move.value} target={target}>
          {versions.length > 1 && (
            <div className="field">
              <label htmlFor="move-version">{t('move.version')}</label>
              <select id="move-version" value={version} onChange={({ target: { value } }) => choose(value)}>
                {versions.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </div>
          )}
        </MoveForm>
      )}
    </div>
  );
}
