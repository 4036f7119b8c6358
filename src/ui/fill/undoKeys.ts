import { useEffect } from 'react';
import { redo, undo } from '../../store/workspace.ts';

/** Fields that have an undo of their own. */
const TYPED = 'textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable]';

/** Ctrl+Z and Ctrl+Shift+Z, with Cmd where that is the key, outside of what is typed in. */
export function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof Element && event.target.closest(`${TYPED}, dialog`)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
