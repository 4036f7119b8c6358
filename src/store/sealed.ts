/**
 * Files under a passphrase. A header of 114 bytes, then the text under AES-256-GCM with the whole header as additional data:
 * `soundings-encrypted/1` and a line feed (22); memory in KiB, passes and lanes of Argon2id (3 × 4, big-endian); its salt (16);
 * the nonce (12); the check of the key (16); how long the rest is (4); SHA-256 of all of this (32). Each failure has its own
 * reason: the sum tells a damaged header from another passphrase, the check another passphrase from damaged data.
 */

import { type Outcome, type Problem, problem } from '../core/problems.ts';
import { BACKUP_LIMIT } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the derivation costs: `memory` in KiB. */
export interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, section 4, the second choice, with one lane, since there is one thread: about 0.8 s of computing in Chromium. */
const COST: Cost = { memory: 65_536, passes: 3, lanes: 1 };
/** More than this no file may ask for, or opening it would hang. */
const MOST: Cost = { memory: 131_072, passes: 6, lanes: 4 };

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const FORMAT = 'soundings-encrypted/1';
const MAGIC = utf8(`${FORMAT}\n`);
const [SALT, NONCE, CHECK, LENGTH, SUM, HEADER] = [34, 50, 62, 78, 82, 114];
const TAG = 16;
const ENDING = '.encrypted';

/** Does the browser give encryption here? Over plain http it does not. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Does it say that it is one of these files, by how it begins or by its name? */
export async function isSealed(file: File): Promise<boolean> {
  return file.name.endsWith(ENDING) || same(new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer()), MAGIC);
}

/** @returns the file as it goes out; its name says the day and nothing of what is in it */
export async function sealFile(text: string, passphrase: string, day: string): Promise<File> {
  return new File([await seal(utf8(text), passphrase)], `soundings-${day}${ENDING}`, { type: 'application/octet-stream' });
}

/** The file that was put under the passphrase, to be read as if it had come by itself. */
export async function openSealed(file: File, passphrase: string): Promise<Outcome<File>> {
  if (file.size > BACKUP_LIMIT * 1e6 + HEADER + TAG) {
    return refused('file-too-large', { limit: BACKUP_LIMIT, found: Math.ceil(file.size / 1e6) });
  }
  const opened = await unseal(new Uint8Array(await file.arrayBuffer()), passphrase);
  if (!opened.ok) return opened;
  const name = file.name.endsWith(ENDING) ? `${file.name.slice(0, -ENDING.length)}.json` : file.name;
  return { ...opened, value: new File([opened.value], name, { type: 'application/json' }) };
}

/** @throws where the browser gives no encryption (`canSeal`) */
export const seal = async (content: Bytes, passphrase: string, cost: Cost = COST): Promise<Bytes> =>
  sealWith(await derive(passphrase, cost), content);

/** What came of a passphrase once: with it more files can be sealed, without the passphrase and without the second that it takes. */
export interface Derived {
  /** The bytes of a header until the nonce: form, cost and salt. */
  readonly start: Bytes;
  readonly key: CryptoKey;
  readonly check: Bytes;
}

/** @throws where the browser gives no encryption (`canSeal`) */
export function derive(passphrase: string, cost: Cost = COST): Promise<Derived> {
  const start = new Uint8Array(NONCE);
  const view = new DataView(start.buffer);
  start.set(MAGIC);
  for (const [i, value] of [cost.memory, cost.passes, cost.lanes].entries()) view.setUint32(MAGIC.length + 4 * i, value);
  crypto.getRandomValues(start.subarray(SALT));
  return derivedFrom(passphrase, start, cost);
}

/** Each file has a nonce of its own. */
export async function sealWith({ start, key, check }: Derived, content: Bytes): Promise<Bytes> {
  const header = new Uint8Array(HEADER);
  header.set(start);
  crypto.getRandomValues(header.subarray(NONCE, CHECK));
  header.set(check, CHECK);
  new DataView(header.buffer).setUint32(LENGTH, content.length + TAG);
  header.set(await sumOf(header), SUM);
  const data = await crypto.subtle.encrypt(gcm(header), key, content);
  const file = new Uint8Array(HEADER + data.byteLength);
  file.set(header);
  file.set(new Uint8Array(data), HEADER);
  return file;
}

/** @returns what was sealed, or one problem: of another form, cut off, grown, damaged, too dear, or another passphrase */
export async function unseal(file: Bytes, passphrase: string): Promise<Outcome<Bytes>> {
  const opened = await unsealWith(file, passphrase);
  return opened.ok ? { ...opened, value: opened.value.content } : opened;
}

/** As `unseal`, with what came of the passphrase. */
export async function unsealWith(
  file: Bytes,
  passphrase: string,
): Promise<Outcome<{ readonly content: Bytes; readonly derived: Derived }>> {
  if (!same(file.subarray(0, MAGIC.length), MAGIC.subarray(0, file.length))) return refused('sealed-format');
  if (file.length < HEADER) return refused('sealed-truncated', { found: file.length, expected: HEADER });
  const header = file.subarray(0, HEADER);
  if (!same(header.subarray(SUM), await sumOf(header))) return refused('sealed-damaged');
  const view = new DataView(file.buffer, file.byteOffset, HEADER);
  const whole = HEADER + view.getUint32(LENGTH);
  if (file.length < whole) return refused('sealed-truncated', { found: file.length, expected: whole });
  if (file.length > whole) return refused('sealed-longer', { found: file.length, expected: whole });
  const [memory = 0, passes = 0, lanes = 0] = [0, 1, 2].map((i) => view.getUint32(MAGIC.length + 4 * i));
  if (!isPayable({ memory, passes, lanes })) return refused('sealed-cost', { memory, passes, lanes });
  const derived = await derivedFrom(passphrase, header.slice(0, NONCE), { memory, passes, lanes });
  if (!same(derived.check, header.subarray(CHECK, LENGTH))) return refused('sealed-passphrase');
  try {
    const content = await crypto.subtle.decrypt(gcm(header), derived.key, file.subarray(HEADER));
    return { ok: true, value: { content: new Uint8Array(content), derived }, warnings: [] };
  } catch {
    return refused('sealed-damaged');
  }
}

/** The key of the cipher, and a check that gives nothing of it away. A passphrase is the same however its accents were typed. */
async function derivedFrom(passphrase: string, start: Bytes, { memory, passes, lanes }: Cost): Promise<Derived> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  const bytes = await argon2idAsync(utf8(passphrase.normalize('NFC')), start.subarray(SALT), { m: memory, t: passes, p: lanes, dkLen: 32 });
  const root = await crypto.subtle.importKey('raw', new Uint8Array(bytes), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const part = (name: string): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`${FORMAT} ${name}`) });
  const [key, check] = await Promise.all([
    crypto.subtle.deriveKey(part('key'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(part('check'), root, (LENGTH - CHECK) * 8),
  ]);
  return { start, key, check: new Uint8Array(check) };
}

/** Tells damage only: who changes a header can change its sum, and is found out by the cipher. */
const sumOf = async (header: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', header.subarray(0, SUM)));

const isPayable = ({ memory, passes, lanes }: Cost): boolean =>
  passes >= 1 && passes <= MOST.passes && lanes >= 1 && lanes <= MOST.lanes && memory >= 8 * lanes && memory <= MOST.memory;

const gcm = (header: Bytes): AesGcmParams => ({ name: 'AES-GCM', iv: header.subarray(NONCE, CHECK), additionalData: header });

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

const refused = (code: string, params: Problem['params'] = {}): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems: [problem('', code, params)],
});
