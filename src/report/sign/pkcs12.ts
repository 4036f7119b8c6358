/** A key from a PKCS#12 file (.p12, .pfx), opened with its password. The key that comes out cannot be taken out again. */
import {
  CertBag,
  CryptoEngine,
  EncryptedContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  type SafeContents,
} from 'pkijs';
import { type Outcome, problem } from '../../core/problems.ts';
import { type Certificate, type CertificateFlaw, readCertificate } from './certificate.ts';
import { equal } from './der.ts';
import { type Signer, unfit } from './sign.ts';

type Refused = Extract<Outcome<never>, { ok: false }>;
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Refused: `sign-file-damaged` (no such file, or cut), `sign-file-password` (wrong, or the file was changed), `sign-file-old` (kept by
 * ciphers that browsers do not have), `sign-file-no-key`, `sign-file-no-certificate` (none goes with the key), `sign-file-kind` and
 * `sign-file-weak` (its key), and what `unfit` says.
 * @param at time of signing, an ISO instant in UTC
 */
export async function openPkcs12(file: Uint8Array, password: string, at: string, crypto: Crypto): Promise<Outcome<Signer>> {
  const opened = await contentsOf(file, password, new CryptoEngine({ name: '', crypto }));
  if ('ok' in opened) return opened;
  if (opened.keys.length === 0) return refused('sign-file-no-key');
  const certificates: Certificate[] = [];
  const flaws: CertificateFlaw[] = [];
  for (const one of opened.certificates) {
    const read = await readCertificate(one, crypto);
    if (typeof read === 'object') certificates.push(read);
    else flaws.push(read);
  }
  for (const certificate of certificates) {
    const key = await keyOf(certificate, opened.keys, crypto);
    if (!key) continue;
    return unfit(certificate, at) ?? { ok: true, value: { key, certificate, issuers: issuersOf(certificate, certificates) }, warnings: [] };
  }
  if (flaws.includes('kind')) return refused('sign-file-kind');
  return refused(flaws.includes('weak') ? 'sign-file-weak' : 'sign-file-no-certificate');
}

/** Private keys (PKCS#8) and certificates, as they are kept. */
interface Contents {
  readonly keys: readonly Bytes[];
  readonly certificates: readonly Bytes[];
}

/** A key and its certificates take a few thousand bytes. */
const MOST_BYTES = 1_000_000;
/** Rounds of the derivation behind the file's stamp: tools write 2,000 to 600,000; a number of billions would never end. */
const MOST_ROUNDS = 1_000_000;

async function contentsOf(file: Uint8Array, password: string, engine: CryptoEngine): Promise<Contents | Refused> {
  const secret = { password: new TextEncoder().encode(password).buffer };
  let pfx: PFX;
  if (file.length > MOST_BYTES) return refused('sign-file-damaged');
  try {
    pfx = PFX.fromBER(file.slice());
    await pfx.parseInternalValues({ ...secret, checkIntegrity: false }, engine);
  } catch {
    return refused('sign-file-damaged');
  }
  if ((pfx.macData?.iterations ?? 1) > MOST_ROUNDS) return refused('sign-file-damaged');
  const stamp = await isStampRight(pfx, secret.password, engine);
  if (stamp === false) return refused('sign-file-password');
  try {
    const safe = pfx.parsedValue?.authenticatedSafe;
    await safe?.parseInternalValues({ safeContents: safe.safeContents.map(() => secret) }, engine);
    const safes: readonly { readonly value: SafeContents }[] = safe?.parsedValue.safeContents ?? [];
    return await sorted(
      safes.flatMap(({ value }) => value.safeBags),
      secret,
      engine,
    );
  } catch {
    // The password is right, or nothing says whether it is.
    return refused(stamp ? 'sign-file-old' : 'sign-file-password');
  }
}

/** Whether the file's own stamp fits the password; undefined where it has none that can be read. */
async function isStampRight({ authSafe, macData }: PFX, password: ArrayBuffer, engine: CryptoEngine): Promise<boolean | undefined> {
  if (!macData) return undefined;
  try {
    return await engine.verifyDataStampedWithPassword({
      password,
      hashAlgorithm: engine.getAlgorithmByOID<Algorithm>(macData.mac.digestAlgorithm.algorithmId, true).name,
      salt: macData.macSalt.valueBlock.valueHexView.slice().buffer,
      iterationCount: macData.iterations ?? 1,
      contentToVerify: authSafe.content.getValue(),
      signatureToVerify: macData.mac.digest.valueBlock.valueHexView.slice().buffer,
    });
  } catch {
    return undefined;
  }
}

async function sorted(bags: readonly SafeBag[], secret: { readonly password: ArrayBuffer }, engine: CryptoEngine): Promise<Contents> {
  const keys: Bytes[] = [];
  const certificates: Bytes[] = [];
  for (const { bagValue } of bags) {
    if (bagValue instanceof PKCS8ShroudedKeyBag) {
      const { encryptionAlgorithm: contentEncryptionAlgorithm, encryptedData: encryptedContent } = bagValue;
      const encrypted = new EncryptedData({
        encryptedContentInfo: new EncryptedContentInfo({ contentEncryptionAlgorithm, encryptedContent }),
      });
      keys.push(new Uint8Array(await encrypted.decrypt(secret, engine)));
    }
    if (bagValue instanceof PrivateKeyInfo) keys.push(new Uint8Array(bagValue.toSchema().toBER()));
    if (bagValue instanceof CertBag && 'valueBlock' in bagValue.certValue)
      certificates.push(bagValue.certValue.valueBlock.valueHexView.slice());
  }
  return { keys, certificates };
}

/** The key that a certificate is for: the one whose signature it accepts. */
async function keyOf({ scheme, key: publicKey }: Certificate, keys: readonly Bytes[], crypto: Crypto): Promise<CryptoKey | null> {
  for (const bytes of keys) {
    try {
      const key = await crypto.subtle.importKey('pkcs8', bytes, scheme.importing, false, ['sign']);
      const value = await crypto.subtle.sign(scheme.signing, key, PROBE);
      if (await crypto.subtle.verify(scheme.signing, publicKey, value, PROBE)) return key;
    } catch {
      // A key of another kind.
    }
  }
  return null;
}
const PROBE = new TextEncoder().encode('Soundings');

/** Who vouches for a certificate, and for that one, as far as they are there. */
function issuersOf(certificate: Certificate, all: readonly Certificate[]): readonly Certificate[] {
  const issuers: Certificate[] = [];
  for (let one = certificate; !one.isSelfIssued; ) {
    const next = all.find(({ names }) => equal(names.subject, one.names.issuer));
    if (!next || issuers.includes(next)) break;
    issuers.push(next);
    one = next;
  }
  return issuers;
}

const refused = (code: string): Refused => ({ ok: false, problems: [problem('', code)] });
