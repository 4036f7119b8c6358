import type { Problem } from '../../core/problems.ts';
import type { ProblemKey } from '../../i18n/languages.ts';
import { useWords } from '../words.ts';
import styles from './ProblemList.module.css';

/** Every problem in order: the place as a JSON Pointer, then what was expected and what was found. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  return (
    <ol className={styles.problems}>
      {problems.map(({ path, code, params }) => (
        // One place may fail in several ways, and in no two alike.
        <li key={`${path} ${code} ${JSON.stringify(params)}`}>
          <code>{path || t('problems.whole')}</code>
          <span>{t(keyOf(code), { path, ...params })}</span>
        </li>
      ))}
    </ol>
  );
}

/** A test holds that every code of core has its sentence. */
const keyOf = (code: string) => `problem.${code}` as ProblemKey;
