/** The kinds of key that sign here, always over SHA-256: RSA with PKCS#1 v1.5, and ECDSA over the curves that browsers know. */
import { der, first, hex, hexOf, inside, joined, NotDer, nth, TAG, type Value } from './der.ts';

/** As a person is told of it: the kind and its size in bits. */
export interface Algorithm {
  readonly kind: 'RSA' | 'ECDSA';
  readonly bits: number;
}

/** A kind of key: how WebCrypto is asked for it, and how a signature by it is named and written in CMS. */
export interface Scheme {
  readonly kind: Algorithm['kind'];
  readonly importing: RsaHashedImportParams | EcKeyImportParams;
  readonly signing: AlgorithmIdentifier | EcdsaParams;
  /** AlgorithmIdentifier of signatures. */
  readonly identifier: Uint8Array<ArrayBuffer>;
  /** As WebCrypto gives a signature → as CMS holds it. */
  readonly written: (raw: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** The way back. @throws NotDer on what `written` does not give */
  readonly read: (written: Uint8Array) => Uint8Array<ArrayBuffer>;
}

const RSA: Scheme = {
  kind: 'RSA',
  importing: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  signing: { name: 'RSASSA-PKCS1-v1_5' },
  // sha256WithRSAEncryption, with the NULL that it has to have.
  identifier: hex('300d06092a864886f70d01010b0500'),
  written: (raw) => raw.slice(),
  read: (written) => written.slice(),
};

/** `order`: of the curve's base point, in hex. */
function ecdsa(namedCurve: string, order: string): Scheme {
  const n = BigInt(`0x${order}`);
  const width = order.length;
  const number = (bytes: Uint8Array): bigint => BigInt(`0x${hexOf(bytes) || '0'}`);
  const fixed = (value: bigint): Uint8Array<ArrayBuffer> => hex(value.toString(16).padStart(width, '0'));
  const signature = (r: bigint, s: bigint): Uint8Array<ArrayBuffer> => der(TAG.sequence, integer(r), integer(s));
  return {
    kind: 'ECDSA',
    importing: { name: 'ECDSA', namedCurve },
    signing: { name: 'ECDSA', hash: 'SHA-256' },
    // ecdsa-with-SHA256
    identifier: hex('300a06082a8648ce3d040302'),
    written: (raw) => {
      const [r, s] = [number(raw.subarray(0, width / 2)), number(raw.subarray(width / 2))];
      // Of s and n - s, which are as good as each other, the lower: so nobody can write a signature in a second way.
      return signature(r, s * 2n > n ? n - s : s);
    },
    read: (written) => {
      const numbers = inside(first(written), TAG.sequence);
      const [r, s] = [number(nth(numbers, 0).content), number(nth(numbers, 1).content)];
      if (numbers.length !== 2 || r >= n || s * 2n > n || hexOf(signature(r, s)) !== hexOf(written)) throw new NotDer('signature');
      return joined(fixed(r), fixed(s));
    },
  };
}

/** A number from 0 as INTEGER. */
function integer(value: bigint): Uint8Array {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return der(TAG.integer, hex(/^[89a-f]/.test(even) ? `00${even}` : even));
}

/** By the AlgorithmIdentifier of a public key, without tag and length, in hex. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '06092a864886f70d0101010500': RSA,
  '06072a8648ce3d020106082a8648ce3d030107': ecdsa('P-256', 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'),
  '06072a8648ce3d020106052b81040022': ecdsa(
    'P-384',
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  ),
  '06072a8648ce3d020106052b81040023': ecdsa(
    'P-521',
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
  ),
};

/** The scheme of a SubjectPublicKeyInfo; undefined for keys of other kinds. */
export function schemeOf(publicKey: Value): Scheme | undefined {
  return SCHEMES[hexOf(nth(inside(publicKey, TAG.sequence), 0).content)];
}

/** Size of an imported key, in bits. */
export function bitsOf({ algorithm }: CryptoKey): number {
  if ('modulusLength' in algorithm) return Number(algorithm.modulusLength);
  return 'namedCurve' in algorithm ? Number(/\d+/.exec(String(algorithm.namedCurve))?.[0]) : 0;
}
