/** What is seen while the lock is closed, and how the app comes back. */
import { isSealed } from '../../store/database.ts';
import { scrubOnce } from '../../store/lock/scrub.ts';
import { takeTyped } from '../../store/lock/typed.ts';
import { labelOf } from '../../store/own/label.ts';
import { place } from '../../store/place.ts';
import { loadSettings } from '../../store/settings.ts';
import { App, fetchAhead, fetchLate } from '../app.tsx';
import { inMemory } from '../fill/unfinished.ts';
import { loadWords } from '../words.ts';
import { LockPage } from './LockPage.tsx';
import { beginIdle, beginLocking } from './locking.ts';
import { shell } from './shell.ts';

/** Shows the page that asks for the passphrase in place of everything. */
export async function showDoor(): Promise<void> {
  beginLocking();
  await loadWords(['sealed', 'lock']);
  const label = place.own ? await labelOf() : '';
  shell.draw(<LockPage label={label ?? ''} onOpened={() => void enter()} />);
}

async function enter(): Promise<void> {
  await loadSettings().catch(() => undefined);
  if (isSealed()) for (const [key, typed] of await takeTyped().catch(() => [])) inMemory.set(key, typed);
  // The first picture is a whole one, with what says that it can be locked.
  await Promise.all([fetchAhead(location.hash.slice(1)), fetchLate(), beginIdle()]);
  shell.draw(<App />);
  // Where it was broken off.
  await scrubOnce();
}
