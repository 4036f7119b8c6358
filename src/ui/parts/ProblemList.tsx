import type { Problem } from '../../core/problems.ts';
import { sayProblem } from '../../i18n/problem-words.ts';
import { useWords } from '../words.ts';
import styles from './ProblemList.module.css';

/** Every problem in order: the place as a JSON Pointer, then what was expected and what was found. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  return (
    <ol className={styles.problems}>
      {problems.map((problem) => (
        // One place may fail in several ways, and in no two alike.
        <li key={JSON.stringify(problem)}>
          {problem.path ? <code>{problem.path}</code> : <span>{t('problem.whole')}</span>}
          <span>{sayProblem(t, problem)}</span>
        </li>
      ))}
    </ol>
  );
}
