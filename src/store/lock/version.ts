/**
 * Versions of the database. A version says which shapes are kept, and in its multiples of `TURN` how often all of it was put under a lock or taken
 * from under it: where that is odd, it is under one. So an app that knows of no lock finds it too new, and leaves it.
 */
export const TURN = 10_000;
export const isUnderLock = (version: number): boolean => Math.floor(version / TURN) % 2 === 1;
