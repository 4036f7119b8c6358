/** When all that is kept here last went into a file. */
import { read, write } from './database.ts';
import { now } from './identity.ts';

export interface LastBackup {
  /** Null: it never did. */
  readonly at: string | null;
  /** Is there nothing to be backed up? */
  readonly isEmpty: boolean;
}

export async function lastBackup(): Promise<LastBackup> {
  const [at, ...counts] = await read(['settings', 'assessments', 'procedures', 'register'], (tx) =>
    Promise.all([
      tx.objectStore('settings').get('backedUp'),
      tx.objectStore('assessments').count(),
      tx.objectStore('procedures').count(),
      tx.objectStore('register').count(),
    ]),
  );
  return { at: at ?? null, isEmpty: counts.every((count) => count === 0) };
}

/** Notes that it just did. @throws if that could not be saved */
export async function noteBackup(): Promise<void> {
  await write(['settings'], (tx) => tx.objectStore('settings').put(now(), 'backedUp'));
}
