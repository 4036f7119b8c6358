/** Reports and signers for the tests of signatures. */
import type { Document } from '../../../src/report/blocks.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { type Certificate, readCertificate } from '../../../src/report/sign/certificate.ts';
import { makeKey } from '../../../src/report/sign/make.ts';
import { openPkcs12 } from '../../../src/report/sign/pkcs12.ts';
import { type Signer, signReport } from '../../../src/report/sign/sign.ts';
import { demo } from '../pdf/demo.ts';
import { fonts } from '../pdf/fonts.ts';
import { Keys, type Kind } from './openssl.ts';

/** An hour on, so that what was made a moment ago is good. */
export const AT = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');

export function reportOf(document: Document): Uint8Array {
  const written = writePdf(document, fonts);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.value;
}

/** One page. */
export const small: Document = { ...demo, blocks: demo.blocks.slice(0, 2) };

export const keys = new Keys();

export async function certificateOf(bytes: Uint8Array): Promise<Certificate> {
  const read = await readCertificate(bytes, crypto);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const opened = new Map<Kind, Promise<Signer>>();

/** A key of a file, the same for one kind. */
export function signerOf(kind: Kind): Promise<Signer> {
  const signer = opened.get(kind) ?? opening(kind);
  opened.set(kind, signer);
  return signer;
}

async function opening(kind: Kind): Promise<Signer> {
  keys.make(kind, kind);
  const outcome = await openPkcs12(keys.file(kind, 'word'), 'word', AT, crypto);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** A key made here. */
export async function ownSigner(name = 'A. Person'): Promise<Signer> {
  const made = await makeKey(name, '2026-01-01T00:00:00Z', crypto);
  return { key: made.key, certificate: await certificateOf(made.certificate), issuers: [] };
}

export async function signed(report: Uint8Array, signer: Signer, at = AT): Promise<Uint8Array<ArrayBuffer>> {
  const outcome = await signReport(report, signer, at, crypto);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
