/**
 * The signature as CMS (RFC 5652) in the one form that PAdES B-B asks for: detached, one signer, SHA-256, and three signed attributes:
 * what kind of content, its hash, and the hashes of the certificates that come along (RFC 5035). No time: the file states it.
 */
import type { Scheme } from './algorithm.ts';
import type { Certificate } from './certificate.ts';
import { byBytes, der, first, hex, inside, NotDer, nth, setOf, TAG } from './der.ts';

const DATA = hex('06092a864886f70d010701');
const SIGNED_DATA = hex('06092a864886f70d010702');
const CONTENT_TYPE = hex('06092a864886f70d010903');
const MESSAGE_DIGEST = hex('06092a864886f70d010904');
const SIGNING_CERTIFICATE = hex('060b2a864886f70d010910022f');
const SHA256 = hex('300b0609608648016503040201');
const ONE = hex('020101');

type Bytes = Uint8Array<ArrayBuffer>;

/** Hash of what is signed, and of each certificate: the signer's own first, the others in the order of their bytes. */
export interface Hashes {
  readonly content: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

/** The signed attributes: these bytes are what the key signs. */
export function attributes({ content, certificates }: Hashes): Bytes {
  const attribute = (type: Uint8Array, value: Uint8Array) => der(TAG.sequence, type, der(TAG.set, value));
  const ids = certificates.map((hash) => der(TAG.sequence, der(TAG.octets, hash)));
  return setOf(TAG.set, [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, der(TAG.octets, content)),
    attribute(SIGNING_CERTIFICATE, der(TAG.sequence, der(TAG.sequence, ...ids))),
  ]);
}

/** Everything a signature consists of besides its attributes. `others`: certificates of issuers. `value`: as WebCrypto gives it. */
export interface Signed {
  readonly certificate: Pick<Certificate, 'der' | 'issuerAndSerial'>;
  readonly others: readonly Uint8Array[];
  readonly scheme: Scheme;
  readonly value: Uint8Array;
}

/** @param signedAttributes as `attributes` gives them */
export function signedData(signedAttributes: Uint8Array, { certificate, others, scheme, value }: Signed): Bytes {
  const signer = der(
    TAG.sequence,
    ONE,
    der(TAG.sequence, ...certificate.issuerAndSerial),
    SHA256,
    der(TAG.first, first(signedAttributes).content),
    scheme.identifier,
    der(TAG.octets, scheme.written(value)),
  );
  const data = der(
    TAG.sequence,
    ONE,
    der(TAG.set, SHA256),
    der(TAG.sequence, DATA),
    setOf(TAG.first, [certificate.der, ...others]),
    der(TAG.set, signer),
  );
  return der(TAG.sequence, SIGNED_DATA, der(TAG.first, data));
}

/** What a CMS claims, to be held against what `signedData` makes of it. */
export interface Claimed {
  /** Every certificate, in the order of their bytes. */
  readonly certificates: readonly Bytes[];
  /** Issuer and number of the signer's own. */
  readonly issuerAndSerial: Bytes;
  /** The hash of the content that was signed. */
  readonly content: Bytes;
  /** As CMS holds it. */
  readonly value: Bytes;
}

/** @throws NotDer where it is of another form */
export function claimedBy(bytes: Uint8Array): Claimed {
  const [, wrapped] = inside(first(bytes), TAG.sequence);
  if (!wrapped) throw new NotDer('content');
  const data = inside(nth(inside(wrapped, TAG.first), 0), TAG.sequence);
  const signer = inside(nth(inside(nth(data, 4), TAG.set), 0), TAG.sequence);
  const digest = inside(nth(signer, 3), TAG.first).find(
    ({ content }) => byBytes(content.subarray(0, MESSAGE_DIGEST.length), MESSAGE_DIGEST) === 0,
  );
  if (!digest) throw new NotDer('digest');
  const content = first(nth(inside(digest, TAG.sequence), 1).content);
  const value = nth(signer, 5);
  if (value.tag !== TAG.octets || content.tag !== TAG.octets) throw new NotDer('octets');
  return {
    certificates: inside(nth(data, 3), TAG.first).map(({ whole }) => whole),
    issuerAndSerial: nth(signer, 1).content,
    content: content.content,
    value: value.content,
  };
}
