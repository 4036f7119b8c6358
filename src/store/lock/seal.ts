/**
 * Rows under a lock. In clear are the store, the place in a history, and how much there is; an id is an HMAC, and the value is AES-256-GCM
 * under a nonce of chance. Where a row lies is bound to it as additional data, so no row passes for another; that an earlier state of one was put
 * back by whoever can write to the disk is not seen.
 */
import { type Row, StorageError } from '../database.ts';
import type { Bytes, Session } from './session.ts';

type Store = Row[0];

/** Where a sealed row lies: its store, the tag of its id, its place in the history of that; 0 where it is in none. */
export type Place = readonly [store: Store, tag: string, place: number];
/** A key for signing that the browser does not give out cannot be sealed: it lies beside what can be. */
export type Sealed = Bytes | { readonly sealed: Bytes; readonly key: CryptoKey };

/** Key of the lock, in the store of that name. */
export const LOCK = 'lock';

const NONCE = 12;
/** Of what is signed with a key that is sealed. */
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** Bytes of a tag. */
const TAG = 16;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
/** @throws where it is none */
export const bytesIn = (text: string): Bytes => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Those that are known, by the key they were made with. */
const tags = new WeakMap<CryptoKey, Map<string, string>>();

/** The same id has the same tag in every store, so that what belongs together is found. */
async function tagOf({ tags: key }: Session, id: string): Promise<string> {
  const known = tags.get(key) ?? new Map<string, string>();
  tags.set(key, known);
  const tag = known.get(id) ?? base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(id))).subarray(0, TAG));
  known.set(id, tag);
  return tag;
}

export async function placeOf(session: Session, store: Store, key: IDBValidKey): Promise<Place> {
  const [id, place] = Array.isArray(key) ? (key as [string, number]) : [String(key), 0];
  return [store, await tagOf(session, id), place];
}

export async function sealBytes({ rows }: Session, text: string, binding: string): Promise<Bytes> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(binding) }, rows, utf8(text));
  const sealed = new Uint8Array(NONCE + data.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(data), NONCE);
  return sealed;
}

/** @throws `StorageError` 'damaged' where it is not as it was sealed, or lies where something else was */
export async function openBytes({ rows }: Session, sealed: Bytes, binding: string): Promise<string> {
  const [iv, data] = [sealed.subarray(0, NONCE), sealed.subarray(NONCE)];
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(binding) }, rows, data));
  } catch (error) {
    throw error instanceof DOMException && error.name === 'OperationError' ? new StorageError('damaged', { cause: error }) : error;
  }
}

const bindingOf = (place: Place): string => JSON.stringify(['soundings-lock/1', ...place]);

export async function sealRow(session: Session, place: Place, [, key, value]: Row): Promise<Sealed> {
  const signing = (value as { readonly key?: unknown }).key;
  const isKept = typeof CryptoKey !== 'undefined' && signing instanceof CryptoKey;
  const pkcs8 = isKept && signing.extractable ? new Uint8Array(await crypto.subtle.exportKey('pkcs8', signing)) : undefined;
  const whole = isKept ? { ...(value as object), key: pkcs8 } : value;
  const sealed = await sealBytes(session, JSON.stringify([key, whole], sayable), bindingOf(place));
  return isKept && !pkcs8 ? { sealed, key: signing } : sealed;
}

/** All of a database under the lock, of all that is in it: the lock, and each row where it belongs. */
export async function sealedRows(session: Session, rows: readonly Row[]): Promise<readonly Row[]> {
  const sealed = rows.map(async (row) => {
    const place = await placeOf(session, row[0], row[1]);
    return ['rows', place, await sealRow(session, place, row)] as unknown as Row;
  });
  return [['lock', LOCK, session.lock] as unknown as Row, ...(await Promise.all(sealed))];
}

/** @throws `StorageError` 'damaged' */
export async function openRow(session: Session, place: Place, sealed: Sealed): Promise<Row> {
  const bytes = sealed instanceof Uint8Array ? sealed : sealed.sealed;
  const [key, value] = JSON.parse(await openBytes(session, bytes, bindingOf(place)), readable) as [IDBValidKey, { key?: unknown }];
  if (!(sealed instanceof Uint8Array)) return [place[0], key, { ...value, key: sealed.key }];
  if (place[0] !== 'keys') return [place[0], key, value];
  return [place[0], key, { ...value, key: await crypto.subtle.importKey('pkcs8', value.key as Bytes, SIGNING, false, ['sign']) }];
}

const sayable = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? { $bytes: base64(value) } : value);
const readable = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$bytes' in value ? bytesIn(String(value.$bytes)) : value;
