import type { UiKey } from '../../i18n/languages.ts';
import type { SaveFailure } from '../../store/database.ts';
import { retry, useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import { clockOf } from './clock.ts';
import { ExportButton } from './ExportButton.tsx';
import styles from './SaveState.module.css';

/** Says of the open assessment whether its last change is on disk; says nothing where none is open. */
export function SaveState() {
  const { t } = useWords();
  const id = useWorkspace((s) => s.open?.assessment.id);
  const saving = useWorkspace((s) => s.saving);
  if (id === undefined) return null;
  if (saving.kind === 'failed')
    return (
      <div role="alert" className={styles.failed}>
        <p>{t(WHY[saving.reason])}</p>
        <p className="row">
          <button type="button" className="link" onClick={() => void retry()}>
            {t('saving.retry')}
          </button>
          <ExportButton id={id} className="link">
            {t('saving.export')}
          </ExportButton>
        </p>
      </div>
    );
  return (
    <p role="status" className={styles.state}>
      {saving.kind === 'saving' ? t('saving.now') : saving.at ? t('saving.saved', { time: clockOf(saving.at) }) : t('saving.unchanged')}
    </p>
  );
}

const WHY: Readonly<Record<SaveFailure, UiKey>> = {
  full: 'saving.failed.full',
  slow: 'saving.failed.slow',
  newer: 'saving.failed.newer',
  removed: 'saving.failed.removed',
  unavailable: 'saving.failed.unavailable',
};
