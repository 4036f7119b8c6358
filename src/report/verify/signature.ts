/** `by`: as the certificate names its owner. `key`: SHA-256 of the certificate, in lower-case hex. */
export interface Signature {
  readonly by: string;
  readonly key: string;
}

/**
 * What follows the first `unsigned` bytes of a file: exactly one signature over all of it that holds; `broken` where it has the
 * form of one and does not hold; null where it is anything else.
 */
export type SignatureIn = (bytes: Uint8Array, unsigned: number) => Promise<Signature | 'broken' | null>;
