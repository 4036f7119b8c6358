import type { Problem } from '../../core/problems.ts';
import { useWords } from '../words.ts';
import { Notice } from './Notice.tsx';
import { ProblemList } from './ProblemList.tsx';

/** A file that was not taken in, with every reason, and apart from them what its author should know. `name`: the file's. */
export function Refused({ name, problems }: { readonly name: string; readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  const errors = problems.filter((one) => one.severity === 'error');
  const warnings = problems.filter((one) => one.severity === 'warning');
  return (
    <Notice tone="error" role="alert">
      <p>
        <strong>{t('file.refused', { name, count: errors.length })}</strong>
      </p>
      <ProblemList problems={errors} />
      {warnings.length > 0 && (
        <>
          <p>
            <strong>{t('file.warnings', { count: warnings.length })}</strong>
          </p>
          <ProblemList problems={warnings} />
        </>
      )}
    </Notice>
  );
}
