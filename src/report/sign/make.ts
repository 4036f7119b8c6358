/** A key made here: it can sign and cannot be taken out of the browser. Its certificate vouches for itself, so it proves nothing but itself. */
import * as asn1 from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, CryptoEngine, Extension, Time, TimeType } from 'pkijs';
import { der, hex, TAG } from './der.ts';

/** How long such a certificate is good for: as long as reports are kept. */
const YEARS = 10;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const COMMON_NAME = '2.5.4.3';

export interface MadeKey {
  readonly key: CryptoKey;
  readonly certificate: Uint8Array<ArrayBuffer>;
}

/**
 * @param name as the certificate is to name its owner, not empty
 * @param at from when it is good, an ISO instant in UTC
 * @param isForLock whether the key is about to be sealed, for which it has to be taken out once
 */
export async function makeKey(name: string, at: string, crypto: Crypto, isForLock = false): Promise<MadeKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, isForLock, ['sign', 'verify']);
  const engine = new CryptoEngine({ name: '', crypto });
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: serial(crypto).buffer });
  for (const owner of [certificate.subject, certificate.issuer]) {
    owner.typesAndValues.push(new AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1.Utf8String({ value: name }) }));
  }
  const from = new Date(at);
  certificate.notBefore = timeOf(from);
  certificate.notAfter = timeOf(new Date(Date.UTC(from.getUTCFullYear() + YEARS, from.getUTCMonth(), from.getUTCDate())));
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints().toSchema().toBER() }),
    // digitalSignature and nonRepudiation.
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: der(TAG.bits, hex('06c0')).buffer }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine);
  await certificate.sign(privateKey, 'SHA-256', engine);
  return { key: privateKey, certificate: new Uint8Array(certificate.toSchema(true).toBER()) };
}

/** With two digits of the year up to 2049, as X.509 has it. */
const timeOf = (value: Date): Time =>
  new Time({ type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value });

/** 16 bytes by chance, the first of them neither negative nor zero. */
function serial(crypto: Crypto): Uint8Array<ArrayBuffer> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes;
}
