import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * The canonical text of a JSON value (RFC 8785). Two files that say the same thing have the same text, so a hash of it
 * does not depend on spacing or key order.
 * @throws if the value holds something JSON cannot carry (NaN, a lone surrogate): a programmer's error, since imports
 *   refuse such text before it gets here.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** The same of an object of which some members' texts are known: large ones need not be walked again. */
export function canonicalWith(object: object, known: Readonly<Record<string, string>>): string {
  const members = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${canonicalJson(key)}:${known[key] ?? canonicalJson(value)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of bytes, or of a string's UTF-8 bytes, in lower-case hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** SHA-256 of the canonical form: the identity of a questionnaire, a policy, a country table, an assessment. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
