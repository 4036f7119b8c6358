/** The second copy begins: once, whoever asks first. */
import { beginCopy, renewCopy } from '../../store/copy/copy.ts';
import { startWorker } from '../parts/startWorker.ts';

/** Resolves when it has begun, or where there can be none. */
export const begin = (): Promise<void> => beginCopy(() => startWorker('copy'));

/** Resolves when the copy has all that is in the database now. */
export const catchUp = (): Promise<void> => begin().then(renewCopy);
