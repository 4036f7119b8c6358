import { Link } from 'wouter';
import type { Detail } from '../../core/format/assessment.ts';
import { visible } from '../../report/pdf/visible.ts';
import { DETAIL_NAMES } from '../fill/details.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Merge.module.css';
import type { File, Merged } from './merging.ts';
import { titleOf } from './titles.ts';

/** Facts by which people tell whether it is the same bid. */
const TELLING: readonly Detail[] = ['vendor', 'register', 'authority', 'procedure', 'lot'];

/** What is merged, by whom it was answered, and whether it is one bid. */
export function Files({ merged, files }: { readonly merged: Merged; readonly files: readonly File[] }) {
  const words = useWords();
  const { t, f } = words;
  const valuesOf = (detail: Detail) => [...new Set(files.flatMap(({ state }) => state.details[detail] || []))];
  const different = TELLING.filter((detail) => valuesOf(detail).length > 1);
  const override = merged.state.override === null && files.some(({ state }) => state.override !== null);
  return (
    <section className={styles.part} aria-labelledby="merge-files">
      <h2 id="merge-files">{t('evaluators.files')}</h2>
      <ul className={styles.files}>
        {files.map((file) => {
          const answers = file.assessment.history.filter(({ kind }) => kind === 'answer');
          const people = [...new Set(answers.map(({ by }) => by || t('evaluators.unnamed')))];
          return (
            <li key={file.id}>
              <Link href={`/a/${file.id}`}>{visible(titleOf(file.state, words))}</Link>
              <p className="muted small">{t('evaluators.files.line', { people: f.and(people), count: file.assessment.history.length })}</p>
            </li>
          );
        })}
      </ul>
      {merged.shared > 0 && <p className="muted">{t('evaluators.files.shared', { count: merged.shared })}</p>}
      {(merged.shared === 0 || different.length > 0 || override) && (
        <Notice tone="strong">
          {merged.shared === 0 && <p>{t('evaluators.files.apart')}</p>}
          {different.map((detail) => (
            <p key={detail}>{t('evaluators.files.differ', { detail: t(DETAIL_NAMES[detail]), values: valuesOf(detail).join(' / ') })}</p>
          ))}
          {override && <p>{t('evaluators.files.override')}</p>}
        </Notice>
      )}
    </section>
  );
}
