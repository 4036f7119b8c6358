import type { UiKey } from '../../i18n/languages.ts';
import type { SaveFailure as Reason } from '../../store/database.ts';
import { retry, useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import { ExportButton } from './ExportButton.tsx';
import styles from './SaveState.module.css';

/** Says that changes are not on disk, stays in sight until they are, and offers the two ways out. */
export function SaveFailure() {
  const { t } = useWords();
  const id = useWorkspace((s) => s.open?.assessment.id);
  const saving = useWorkspace((s) => s.saving);
  if (saving.kind !== 'failed') return null;
  return (
    <div role="alert" className={styles.failed}>
      <p>{t(WHY[saving.reason])}</p>
      {saving.reason !== 'final' && (
        <p className="row">
          <button type="button" className="link" onClick={() => void retry()}>
            {t('saving.retry')}
          </button>
          {id !== undefined && (
            <ExportButton id={id} className="link">
              {t('saving.export')}
            </ExportButton>
          )}
        </p>
      )}
    </div>
  );
}

const WHY: Readonly<Record<Reason, UiKey>> = {
  full: 'saving.failed.full',
  slow: 'saving.failed.slow',
  newer: 'saving.failed.newer',
  removed: 'saving.failed.removed',
  final: 'saving.failed.final',
  unavailable: 'saving.failed.unavailable',
  locked: 'failed.locked',
  damaged: 'failed.damaged',
};
