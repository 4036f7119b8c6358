import { StorageError } from '../database.ts';

/** Longest that one step on a store may take, in milliseconds: a browser may not answer at all. */
const PATIENCE = 10_000;

/** What comes later than that is not waited for, and nothing follows it. @throws `StorageError` 'slow' */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('slow')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
