/** Where keys come from: made here and kept, or read from a file. What reads certificates is fetched only when one is wanted. */
import type { Outcome } from '../../core/problems.ts';
import type { Certificate } from '../../report/sign/certificate.ts';
import type { Signer } from '../../report/sign/sign.ts';
import { isSealed } from '../../store/database.ts';
import { now } from '../../store/identity.ts';
import { keepKey, listKeys } from '../../store/keys.ts';

/** Keys that were made in this browser. @throws if they could not be read */
export async function ownSigners(): Promise<readonly Signer[]> {
  const [keys, { readCertificate }] = await Promise.all([listKeys(), import('../../report/sign/certificate.ts')]);
  const signers = await Promise.all(keys.map(async ({ key, certificate }) => signerOf(key, await readCertificate(certificate, crypto))));
  return signers.filter((signer) => signer !== null);
}

/** Makes a key and keeps it. @throws if it could not be kept */
export async function newSigner(name: string): Promise<Signer> {
  const [{ makeKey }, { readCertificate }] = await Promise.all([
    import('../../report/sign/make.ts'),
    import('../../report/sign/certificate.ts'),
  ]);
  const made = await makeKey(name, now(), crypto, isSealed());
  const signer = signerOf(made.key, await readCertificate(made.certificate, crypto));
  if (!signer) throw new Error('a certificate made here cannot be read');
  const { fingerprint } = signer.certificate;
  await keepKey({ fingerprint, ...made });
  // As it came back it cannot be taken out.
  const kept = (await listKeys()).find((one) => one.fingerprint === fingerprint);
  return { ...signer, ...(kept && { key: kept.key }) };
}

/** @throws where the file cannot be read, or parts of the app cannot be had */
export async function signerFrom(file: File, password: string): Promise<Outcome<Signer>> {
  const [{ openPkcs12 }, bytes] = await Promise.all([import('../../report/sign/pkcs12.ts'), file.arrayBuffer()]);
  return openPkcs12(new Uint8Array(bytes), password, now(), crypto);
}

const signerOf = (key: CryptoKey, certificate: Certificate | string): Signer | null =>
  typeof certificate === 'string' ? null : { key, certificate, issuers: [] };

/** A fingerprint in groups of four digits. */
export const groupsOf = (fingerprint: string): readonly string[] => fingerprint.toUpperCase().match(/.{4}/g) ?? [];
