/**
 * `by`: as the certificate names its owner. `key`: SHA-256 of the certificate, in lower-case hex. `at`: when, as the signer's own clock
 * had it (an ISO instant).
 */
export interface Signature {
  readonly by: string;
  readonly at: string;
  readonly key: string;
}

/** Thrown where nothing can check a signature: a page that came by plain http has no WebCrypto. That is no verdict. */
export class NoCryptography extends Error {}

/**
 * What follows the first `unsigned` bytes of a file: exactly one signature of ours over all of it that holds; `broken` where it begins
 * like one and does not hold, `followed` where something comes after it; `none` where it is anything else.
 * Throws `NoCryptography`.
 */
export type SignatureIn = (bytes: Uint8Array, unsigned: number) => Promise<Signature | 'broken' | 'followed' | 'none'>;
