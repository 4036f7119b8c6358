import { useState } from 'react';
import type { Entry } from '../../core/format/assessment.ts';
import { isFinal, redoable, undoable } from '../../core/line.ts';
import { isGiven, redo, undo } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';
import styles from './UndoRedo.module.css';

const isUndone = (history: readonly Entry[]): boolean => history.at(-1)?.kind === 'undo';

/** Takes the last line of the history back, and brings it again; nothing is ever removed from it. */
export function UndoRedo() {
  const { t } = useWords();
  // The whole history is looked through only after an undo.
  const canUndo = useOpen((open) => {
    const { history } = open;
    const last = history.at(-1);
    return isUndone(history) ? undoable(history) !== null : last !== undefined && last.kind !== 'supersedes' && !isGiven(open, last);
  });
  const canRedo = useOpen(({ history }) => isUndone(history) && redoable(history) !== null);
  const final = useOpen(({ history }) => isFinal(history));
  const [done, setDone] = useState<'fill.undo.done' | 'fill.redo.done' | null>(null);
  const act = (take: () => Entry | null, said: typeof done) => () => setDone(take() ? said : null);
  if (final) return null;
  return (
    <p className={styles.buttons}>
      {/* Not `disabled`: the button that was just pressed would lose the focus. */}
      <button type="button" className="link" aria-disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={act(undo, 'fill.undo.done')}>
        {t('fill.undo')}
      </button>
      <button
        type="button"
        className="link"
        aria-disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z"
        onClick={act(redo, 'fill.redo.done')}
      >
        {t('fill.redo')}
      </button>
      <span role="status" className="visually-hidden">
        {done && t(done)}
      </span>
    </p>
  );
}
