/** After how long without a touch the lock is closed: kept with the settings, under the lock. */
import { read, write } from '../database.ts';

/** In minutes. */
export const IDLE = [5, 15, 60] as const;
export type Idle = (typeof IDLE)[number];
const USUAL: Idle = 15;
const KEY = 'idle';

/** What cannot be read is the usual. */
export async function readIdle(): Promise<Idle> {
  const kept = Number(await read(['settings'], (tx) => tx.objectStore('settings').get(KEY)).catch(() => USUAL));
  return IDLE.find((minutes) => minutes === kept) ?? USUAL;
}

/** @throws if it could not be saved */
export async function keepIdle(minutes: Idle): Promise<void> {
  await write(['settings'], (tx) => tx.objectStore('settings').put(String(minutes), KEY));
}
