/** Puts everything under the lock or takes it from there, with nobody else at work meanwhile. */
import type { LockKey } from '../../i18n/languages.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { autosave } from '../keep/autosave.ts';
import { begin } from '../keep/begin.ts';
import { aloneWith } from './locking.ts';

/** Loads the page again when it is done. @returns why nothing was done, if so */
export async function turnAlone(work: () => Promise<void>): Promise<LockKey | null> {
  if (useWorkspace.getState().saving.kind !== 'saved') return 'encryption.unsaved';
  try {
    // The second copy is there, to be emptied and written anew.
    await begin();
    if (!(await aloneWith(work))) return 'encryption.others';
  } catch {
    return 'encryption.failed';
  }
  // The backup in the folder is under the same passphrase then, or under none.
  await autosave();
  // From before: drafts that lie open in this window's own storage.
  sessionStorage.clear();
  location.reload();
  return null;
}
