/** The second copy begins: once, whoever asks first. */
import { beginCopy, renewCopy } from '../../store/copy/copy.ts';
import { startWorker } from '../parts/startWorker.ts';

/** Resolves when it has begun, or where there can be none. */
export const begin = (): Promise<void> => beginCopy(() => startWorker('copy'));

/** Longest that what was written waits for the copy to begin, in milliseconds. */
const PATIENCE = 3000;

/** Resolves when the copy has all that is in the database now. */
export function catchUp(): Promise<unknown> {
  return Promise.race([begin().then(renewCopy), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
