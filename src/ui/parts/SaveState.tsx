import { useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import { clockOf } from './clock.ts';
import { ExportButton } from './ExportButton.tsx';
import styles from './SaveState.module.css';

/** Says of the open assessment whether its last change is on disk; says nothing where none is open. */
export function SaveState() {
  const { t } = useWords();
  const id = useWorkspace((s) => s.open?.assessment.id);
  const title = useWorkspace((s) => s.open?.state.details.title ?? '');
  const saving = useWorkspace((s) => s.saving);
  const retry = useWorkspace((s) => s.retry);
  if (id === undefined) return null;
  if (saving.kind === 'failed')
    return (
      <div role="alert" className={styles.failed}>
        <p>{t('saving.failed', { reason: saving.reason })}</p>
        <p className="row">
          <button type="button" className="link" onClick={retry}>
            {t('saving.retry')}
          </button>
          <ExportButton id={id} title={title} className="link">
            {t('saving.export')}
          </ExportButton>
        </p>
      </div>
    );
  return (
    <p role="status" className={styles.state}>
      {saving.kind === 'saving' ? t('saving.now') : t('saving.saved', { time: clockOf(saving.at) })}
    </p>
  );
}
