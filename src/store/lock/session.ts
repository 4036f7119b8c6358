/**
 * The lock that was opened in this window: keys that the browser does not give out, for as long as the page lives. Locking is to load
 * the page again.
 */
import { StorageError } from '../database.ts';
import { type Cost, type Derived, derive, sealWith } from '../sealed.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** May go to the app's own workers, and nowhere else. */
export interface Session {
  /** Seals rows. */
  readonly rows: CryptoKey;
  /** Makes ids opaque. */
  readonly tags: CryptoKey;
  /** An encrypted file (`sealed.ts`) in which the secret of all this lies. */
  readonly lock: Bytes;
  /** Of the passphrase: for files that go out by themselves. */
  readonly derived: Derived;
}

/** Bytes of the secret: chance, from which both keys are derived. */
const SECRET = 32;

const NAME = 'soundings-lock/1';
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Makes the keys and wipes the secret. */
export async function sessionOf(secret: Bytes, lock: Bytes, derived: Derived): Promise<Session> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  const part = (name: string): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`${NAME} ${name}`) });
  const [rows, tags] = await Promise.all([
    crypto.subtle.deriveKey(part('rows'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(part('tags'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { rows, tags, lock, derived };
}

/** A new lock of chance under a passphrase, open. */
export async function newSession(passphrase: string, cost?: Cost): Promise<Session> {
  const secret = crypto.getRandomValues(new Uint8Array(SECRET));
  const derived = await derive(passphrase, cost);
  const lock = await sealWith(derived, secret);
  return sessionOf(secret, lock, derived);
}

let current: Session | null = null;

export const session = (): Session | null => current;

export function setSession(opened: Session | null): void {
  current = opened;
}

/** @throws `StorageError` 'locked' */
export function openSession(): Session {
  if (!current) throw new StorageError('locked');
  return current;
}
