/** Puts everything under the lock or takes it from there, or one assessment under its own, with nobody else at work meanwhile. */
import type { LockKey } from '../../i18n/languages.ts';
import { useCopy } from '../../store/copy/copy.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { autosave } from '../keep/autosave.ts';
import { begin } from '../keep/begin.ts';
import { aloneWith } from './locking.ts';

/**
 * Loads the page again when it is done. `clear`: what lies open in this window's own storage from before and has to go; where left out, all of it.
 * @returns why nothing was done, if so
 */
export async function turnAlone(work: () => Promise<void>, clear = () => sessionStorage.clear()): Promise<LockKey | null> {
  if (useWorkspace.getState().saving.kind !== 'saved') return 'encryption.unsaved';
  try {
    // The second copy is there, to be emptied and written anew.
    await begin();
    // What it alone has would go.
    if (useCopy.getState().offered > 0) return 'encryption.offered';
    if (!(await aloneWith(work))) return 'encryption.others';
  } catch {
    return 'encryption.failed';
  }
  // The backup in the folder is under the same passphrase then, or under none.
  await autosave();
  clear();
  location.reload();
  return null;
}
