/** What stores are called that hold an assessment under a passphrase of its own, each by an id of chance. */
import type { StorePlace } from '../place.ts';

const OWN = /^soundings-([\da-f]{32})$/;

export const storeOf = (id: string): string => `soundings-${id}`;
export const placeOf = (own: string): StorePlace => ({ name: storeOf(own), own });
/** Null: it is no store of this kind. */
export const idOf = (store: string): string | null => OWN.exec(store)?.[1] ?? null;
