import { useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import { clockOf } from './clock.ts';
import styles from './SaveState.module.css';

/** Says of the open assessment whether its last change is on disk; says nothing where none is open (`SaveFailure` says when it is not). */
export function SaveState() {
  const { t } = useWords();
  const isOpen = useWorkspace((s) => s.open !== null);
  const saving = useWorkspace((s) => s.saving);
  const copied = useWorkspace((s) => s.copied);
  if (!isOpen || saving.kind === 'failed') return null;
  return (
    <p role="status" className={styles.state}>
      <span>
        {saving.kind === 'saving'
          ? t('saving.now')
          : saving.at
            ? t(copied ? 'saving.saved' : 'saving.once', { time: clockOf(saving.at) })
            : t('saving.unchanged')}
      </span>
    </p>
  );
}
