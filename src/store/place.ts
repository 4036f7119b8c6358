/**
 * The store that this window works on: that of everything, or that of an assessment under a passphrase of its own (`own`: its id), which the address
 * names. Its database, second copy, mark, locks and channels are called after it. A worker is told.
 */
const own = /^\?own=([\da-f]{32})$/.exec(globalThis.location?.search)?.[1];
export const place = { name: own ? `soundings-${own}` : 'soundings', own };
export type StorePlace = typeof place;
