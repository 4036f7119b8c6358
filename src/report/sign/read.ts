/**
 * The signature after a report: only the one update that `sign.ts` writes, and only if it holds. What is claimed (date, certificates,
 * value) is taken out, all of it is written again, and every byte is compared: there is no second way to write the same signature.
 */
import { binaryString } from '../pdf/objects.ts';
import { NoCryptography, type SignatureIn } from '../verify/signature.ts';
import type { Algorithm } from './algorithm.ts';
import { type Certificate, isValidAt, readCertificate } from './certificate.ts';
import { attributes, type Claimed, claimedBy, signedData } from './cms.ts';
import { equal, first, hex, joined, sizeOf } from './der.ts';
import { type Form, formOf } from './form.ts';
import { digest, hashesOf, putHex, signedPart } from './sign.ts';
import { type Update, updateOf } from './update.ts';

export interface SignatureFound {
  /** SHA-256 of the certificate, in lower-case hex. */
  readonly fingerprint: string;
  /** As the certificate names its owner: show it escaped. */
  readonly subject: string;
  /** Time of signing as the signer states it, an ISO instant in UTC; the certificate was valid then. */
  readonly at: string;
  readonly algorithm: Algorithm;
}

/**
 * Why there is no signature: `none` (what follows has not the beginning of one), `form` (begins like one and is written otherwise),
 * `followed` (something comes after it, such as a second one), `padding`, `cms` (no CMS as we write it), `certificate` (none we take,
 * or not valid at that time), `content` (made for other bytes), `value` (the key did not make it).
 */
export type SignatureFlaw = 'none' | 'form' | 'followed' | 'padding' | 'cms' | 'certificate' | 'content' | 'value';

/**
 * What follows the first `unsigned` bytes of a file.
 * @throws {NoCryptography} where it has the form of a signature, and nothing here can reckon it
 */
export async function readSignature(bytes: Uint8Array, unsigned: number, crypto: Crypto): Promise<SignatureFound | SignatureFlaw> {
  const form = formOf(bytes, unsigned);
  if (!form || !begins(bytes, form)) return 'none';
  const at = dateIn(bytes, updateOf(form, ANY_TIME));
  if (at === null) return 'form';
  const update = updateOf(form, at);
  const { bytes: written, contents } = update;
  const [start, stop] = contents;
  const place = start - unsigned;
  const found = bytes.subarray(unsigned, unsigned + written.length);
  written.set(found.subarray(place, stop - unsigned), place);
  if (!equal(written, found)) return 'form';
  if (bytes.length > unsigned + written.length) return 'followed';
  const cms = cmsIn(bytes.subarray(start, stop));
  if (cms === null) return 'cms';
  putHex(written.fill(ZERO, place, stop - unsigned), place, cms);
  if (!equal(written, found)) return 'padding';
  if (!crypto.subtle) throw new NoCryptography();
  return held(bytes, update, cms, at, crypto);
}

/** Whatever the time, an update is of the same length. */
const ANY_TIME = '2000-01-01T00:00:00Z';
const ZERO = 0x30;

/** Whether the first thing that follows is the first page again, as an update begins. */
const begins = (bytes: Uint8Array, { length, page }: Form): boolean => {
  const head = `${page.number} 0 obj\n`;
  return binaryString(bytes.subarray(length, length + head.length)) === head;
};

function dateIn(bytes: Uint8Array, { date: [start, end] }: Update): string | null {
  const found = /^\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)$/.exec(binaryString(bytes.subarray(start, end)));
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  // 30 February is no day, and would be told as one.
  return Number.isNaN(Date.parse(at)) || new Date(at).toISOString().replace('.000Z', 'Z') !== at ? null : at;
}

/** The value that the hex begins with; zeros may follow it. */
function cmsIn(digits: Uint8Array): Uint8Array | null {
  const text = binaryString(digits);
  try {
    const { head, content } = sizeOf(hex(text.slice(0, LONGEST_HEAD)));
    const claimed = text.slice(0, 2 * (head + content));
    return /^[0-9a-f]+$/.test(claimed) ? first(hex(claimed)).whole : null;
  } catch {
    return null;
  }
}

/** Hex digits of a tag and a length. */
const LONGEST_HEAD = 10;

async function held(
  bytes: Uint8Array,
  update: Update,
  cms: Uint8Array,
  at: string,
  crypto: Crypto,
): Promise<SignatureFound | SignatureFlaw> {
  let claimed: Claimed;
  try {
    claimed = claimedBy(cms);
  } catch {
    return 'cms';
  }
  const certificate = await signersOwn(claimed, crypto);
  if (!certificate?.maySign || !isValidAt(certificate, at)) return 'certificate';
  const others = claimed.certificates.filter((one) => !equal(one, certificate.der));
  const signedAttributes = attributes(await hashesOf(claimed.content, [certificate.der, ...others], crypto));
  let value: Uint8Array<ArrayBuffer>;
  try {
    value = certificate.scheme.read(claimed.value);
  } catch {
    return 'cms';
  }
  if (!equal(signedData(signedAttributes, { certificate, others, scheme: certificate.scheme, value }), cms)) return 'cms';
  if (!equal(claimed.content, await digest(crypto, signedPart(bytes, update.contents)))) return 'content';
  const { key, scheme, fingerprint, subject, algorithm } = certificate;
  const holds = await crypto.subtle.verify(scheme.signing, key, value, signedAttributes);
  return holds ? { fingerprint, subject, at, algorithm } : 'value';
}

/** The certificate that the signer is named by. */
async function signersOwn({ certificates, issuerAndSerial }: Claimed, crypto: Crypto): Promise<Certificate | undefined> {
  for (const one of certificates) {
    const read = await readCertificate(one, crypto);
    if (typeof read === 'object' && equal(joined(...read.issuerAndSerial), issuerAndSerial)) return read;
  }
  return undefined;
}

/** The same for the verification of files, which tells four cases apart. */
export const signatureIn =
  (crypto: Crypto): SignatureIn =>
  async (bytes, unsigned) => {
    const found = await readSignature(bytes, unsigned, crypto);
    if (typeof found === 'object') return { by: found.subject, at: found.at, key: found.fingerprint };
    return found === 'none' || found === 'followed' ? found : 'broken';
  };
