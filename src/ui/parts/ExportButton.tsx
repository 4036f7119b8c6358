import type { ReactNode } from 'react';
import { exportAssessment } from '../../store/assessments.ts';
import { download, fileName, jsonFile } from './download.ts';

interface Props {
  readonly id: string;
  /** Title of the assessment, for the name of the file. */
  readonly title: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** Downloads an assessment whole, as a file that opens here again. */
export function ExportButton({ id, title, className, children }: Props) {
  const save = async () => download(fileName(title, 'json'), jsonFile(await exportAssessment(id)));
  return (
    <button type="button" className={className} onClick={() => void save()}>
      {children}
    </button>
  );
}
