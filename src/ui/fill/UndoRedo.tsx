import { useState } from 'react';
import type { Entry } from '../../core/format/assessment.ts';
import { isFinal, redoable, undoable } from '../../core/line.ts';
import { isGiven, redo, undo } from '../../store/workspace.ts';
import { tagOf } from '../fields/names.ts';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';
import { QuestionLink } from './QuestionLink.tsx';
import styles from './UndoRedo.module.css';

/** The last line, where it takes another back. */
function lastUndo(history: readonly Entry[]): Extract<Entry, { kind: 'undo' }> | null {
  const last = history.at(-1);
  return last?.kind === 'undo' ? last : null;
}

/** Takes the last line of the history back, and brings it again; nothing is ever removed from it. */
export function UndoRedo() {
  const { t } = useWords();
  // The whole history is looked through only after an undo.
  const canUndo = useOpen((open) => {
    const { history } = open;
    const last = history.at(-1);
    return lastUndo(history) ? undoable(history) !== null : last !== undefined && last.kind !== 'supersedes' && !isGiven(open, last);
  });
  const canRedo = useOpen(({ history }) => lastUndo(history) !== null && redoable(history) !== null);
  const final = useOpen(({ history }) => isFinal(history));
  if (final) return null;
  return (
    <div className={styles.box}>
      <p className={styles.buttons}>
        {/* Not `disabled`: the button that was just pressed would lose the focus. */}
        <button type="button" className="link" aria-disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={undo}>
          {t('fill.undo')}
        </button>
        <button type="button" className="link" aria-disabled={!canRedo} aria-keyshortcuts="Control+Shift+Z" onClick={redo}>
          {t('fill.redo')}
        </button>
      </p>
      <p role="status">
        <Done />
      </p>
    </div>
  );
}

/** What was taken back or brought again since this was opened, by button or by key: it may be on another page. */
function Done() {
  const { t } = useWords();
  const last = useOpen(({ history }) => lastUndo(history));
  const [before] = useState(last?.id);
  const target = useOpen(({ history }) => history.find(({ id }) => id === last?.entry));
  const isBack = target?.kind === 'undo';
  const change = useOpen(({ history }) => (isBack ? history.find(({ id }) => id === target.entry) : target));
  if (!last || last.id === before) return null;
  if (change?.kind !== 'answer') return t(isBack ? 'fill.redo.done' : 'fill.undo.done');
  return (
    <QuestionLink question={change.question}>
      {t(isBack ? 'fill.redo.answer' : 'fill.undo.answer', { question: tagOf(change.question) })}
    </QuestionLink>
  );
}
