/** Signs a report in the shape of PAdES B-B. The report's own bytes stay as they are; what is added follows them. */
import { type Outcome, problem } from '../../core/problems.ts';
import { type Certificate, isValidAt } from './certificate.ts';
import { attributes, type Hashes, signedData } from './cms.ts';
import { byBytes, bytesOf, hexOf, joined } from './der.ts';
import { formOf } from './form.ts';
import { ROOM, updateOf } from './update.ts';

/** A key with the certificate that goes with it, and those of its issuers, as far as they are there. */
export interface Signer {
  readonly key: CryptoKey;
  readonly certificate: Certificate;
  readonly issuers: readonly Certificate[];
}

/**
 * The report with a signature after it. Refused: `sign-not-a-report`, and what `unfit` says.
 * @param at time of signing, an ISO instant in UTC
 */
export async function signReport(
  report: Uint8Array,
  signer: Signer,
  at: string,
  crypto: Crypto,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const form = formOf(report, report.length);
  if (!form) return refused('sign-not-a-report');
  const reason = unfit(signer.certificate, at);
  if (reason) return reason;
  const { bytes: added, contents } = updateOf(form, at);
  const file = joined(report, added);
  const content = await digest(crypto, signedPart(file, contents));
  const cms = (await cmsOf(signer, content, signer.issuers, crypto)) ?? (await cmsOf(signer, content, [], crypto));
  if (!cms) return refused('sign-too-long');
  putHex(file, contents[0], cms);
  return { ok: true, value: file, warnings: [] };
}

/** Why a certificate cannot sign at a time: it is not valid yet or no longer, or is not meant for signatures. */
export function unfit(certificate: Certificate, at: string): Extract<Outcome<never>, { ok: false }> | null {
  if (!certificate.maySign) return refused('sign-not-for-signing');
  if (isValidAt(certificate, at)) return null;
  return Date.parse(at) < Date.parse(certificate.from)
    ? refused('sign-not-yet-valid', { from: certificate.from.slice(0, 10) })
    : refused('sign-expired', { until: certificate.until.slice(0, 10) });
}

/** Null where it does not fit. */
async function cmsOf(signer: Signer, content: Uint8Array, issuers: readonly Certificate[], crypto: Crypto): Promise<Uint8Array | null> {
  const { certificate, key } = signer;
  const others = issuers.map(({ der }) => der).sort(byBytes);
  const signedAttributes = attributes(await hashesOf(content, [certificate.der, ...others], crypto));
  const value = new Uint8Array(await crypto.subtle.sign(certificate.scheme.signing, key, signedAttributes));
  const cms = signedData(signedAttributes, { certificate, others, scheme: certificate.scheme, value });
  return cms.length <= ROOM ? cms : null;
}

export async function hashesOf(content: Uint8Array, certificates: readonly Uint8Array<ArrayBuffer>[], crypto: Crypto): Promise<Hashes> {
  return { content, certificates: await Promise.all(certificates.map((one) => digest(crypto, one))) };
}

export async function digest(crypto: Crypto, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** All but the CMS and its brackets. */
export const signedPart = (file: Uint8Array, [start, end]: readonly [number, number]): Uint8Array<ArrayBuffer> =>
  joined(file.subarray(0, start - 1), file.subarray(end + 1));

export function putHex(file: Uint8Array, at: number, bytes: Uint8Array): void {
  file.set(bytesOf(hexOf(bytes)), at);
}

function refused(code: string, params: Record<string, string> = {}): Extract<Outcome<never>, { ok: false }> {
  return { ok: false, problems: [problem('', code, params)] };
}
