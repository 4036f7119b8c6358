import type { ReactNode } from 'react';
import { download } from './download.ts';

interface Props {
  readonly id: string;
  readonly className: string;
  /** Where the text alone does not say which assessment is meant. */
  readonly label?: string;
  /** Called with what kept it from being done. */
  readonly onFailure?: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Downloads an assessment whole, as a file that opens here again. */
export function ExportButton({ id, className, label, onFailure, children }: Props) {
  const save = async () => {
    const { exportAssessment } = await import('../../store/assessments.ts');
    const { name, text } = await exportAssessment(id);
    download(name, new Blob([text], { type: 'application/json' }));
  };
  return (
    <button type="button" className={className} aria-label={label} onClick={() => void save().catch(onFailure)}>
      {children}
    </button>
  );
}
