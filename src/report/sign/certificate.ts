/** A certificate (X.509) as a signer and a reader of signatures need it. */
import { Certificate as Parsed } from 'pkijs';
import { type Algorithm, bitsOf, type Scheme, schemeOf } from './algorithm.ts';
import { equal, first, hexOf, inside, NotDer, nth, TAG, type Value } from './der.ts';

export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  /** SHA-256 of all its bytes, in lower-case hex. */
  readonly fingerprint: string;
  /** As it names its owner, such as `A. Person, Port of Scheldewaard`. Whoever issued it chose these characters: show them escaped. */
  readonly subject: string;
  /** As it names who vouches for that; the same as `subject` in one that vouches for itself. */
  readonly issuer: string;
  /** ISO instants in UTC. */
  readonly from: string;
  readonly until: string;
  /** Whether nobody but its owner vouches for it. */
  readonly isSelfIssued: boolean;
  /** Its own name for the owner and the issuer, as DER. */
  readonly names: { readonly subject: Uint8Array; readonly issuer: Uint8Array };
  /** Issuer and number, as DER: how CMS points at it. */
  readonly issuerAndSerial: readonly [Uint8Array, Uint8Array];
  readonly key: CryptoKey;
  readonly scheme: Scheme;
  readonly algorithm: Algorithm;
  /** Whether it may be used for signatures of documents. */
  readonly maySign: boolean;
}

/** Why bytes are no certificate to sign with: they are none at all, its key is of another kind, or too short. */
export type CertificateFlaw = 'none' | 'kind' | 'weak';

/** Shortest RSA key that is taken, in bits. */
const RSA_BITS = 2048;

export async function readCertificate(bytes: Uint8Array, crypto: Crypto): Promise<Certificate | CertificateFlaw> {
  try {
    const all = first(bytes);
    if (all.whole.length !== bytes.length) return 'none';
    const parsed = Parsed.fromBER(all.whole);
    const { issuer, serial, subject, publicKey } = partsOf(all);
    const scheme = schemeOf(publicKey);
    if (!scheme) return 'kind';
    const key = await crypto.subtle.importKey('spki', publicKey.whole, scheme.importing, true, ['verify']);
    const bits = bitsOf(key);
    if (scheme.kind === 'RSA' && bits < RSA_BITS) return 'weak';
    return {
      der: all.whole,
      fingerprint: hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', all.whole))),
      subject: nameOf(parsed.subject),
      issuer: nameOf(parsed.issuer),
      from: instant(parsed.notBefore.value),
      until: instant(parsed.notAfter.value),
      isSelfIssued: equal(subject.whole, issuer.whole),
      names: { subject: subject.whole, issuer: issuer.whole },
      issuerAndSerial: [issuer.whole, serial.whole],
      key,
      scheme,
      algorithm: { kind: scheme.kind, bits },
      maySign: maySign(parsed),
    };
  } catch {
    // Whatever the library stumbles over: bytes from outside that are no certificate.
    return 'none';
  }
}

/** Whether an instant lies in the days that a certificate is good for. */
export const isValidAt = ({ from, until }: Pick<Certificate, 'from' | 'until'>, at: string): boolean =>
  Date.parse(from) <= Date.parse(at) && Date.parse(at) <= Date.parse(until);

const instant = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

function partsOf(certificate: Value): Readonly<Record<'serial' | 'issuer' | 'subject' | 'publicKey', Value>> {
  const parts = inside(nth(inside(certificate, TAG.sequence), 0), TAG.sequence);
  // A certificate of version 1 does not say so.
  const at = parts[0]?.tag === TAG.first ? 1 : 0;
  const [serial, issuer, subject, publicKey] = [0, 2, 4, 5].map((index) => nth(parts, at + index));
  if (!serial || !issuer || !subject || !publicKey) throw new NotDer('certificate');
  return { serial, issuer, subject, publicKey };
}

/** Attributes of a name that say who somebody is, in the order in which they are told: name, unit, organisation, country. */
const TOLD = ['2.5.4.3', '2.5.4.11', '2.5.4.10', '2.5.4.6'];

function nameOf({ typesAndValues }: Parsed['subject']): string {
  const told = TOLD.flatMap((type) => typesAndValues.filter((one) => one.type === type));
  return (told.length > 0 ? told : typesAndValues).map(({ value }) => String(value.valueBlock.value)).join(', ');
}

const KEY_USAGE = '2.5.29.15';
/** Bits 0 (digitalSignature) and 1 (nonRepudiation) of the first byte. */
const SIGNS = 0xc0;

function maySign({ extensions }: Parsed): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === KEY_USAGE);
  if (!usage) return true;
  const bits = first(new Uint8Array(usage.extnValue.valueBlock.valueHexView));
  return bits.tag === TAG.bits && ((bits.content[1] ?? 0) & SIGNS) !== 0;
}
