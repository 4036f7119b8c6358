/** Where keys come from: files that OpenSSL made, right and wrong, and keys made here. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../../src/core/problems.ts';
import { readCertificate } from '../../../src/report/sign/certificate.ts';
import { makeKey } from '../../../src/report/sign/make.ts';
import { openPkcs12 } from '../../../src/report/sign/pkcs12.ts';
import { type Signer, unfit } from '../../../src/report/sign/sign.ts';
import { Keys, type Kind } from './openssl.ts';

// Finding the primes of a key takes as long as chance wills.
vi.setConfig({ testTimeout: 30_000 });
const keys = new Keys();
afterAll(() => keys.remove());

const AT = new Date(Date.now() + 60_000).toISOString();
const PASSWORD = 'så-geheim 42';
const open = (file: Uint8Array, password = PASSWORD, at = AT) => openPkcs12(file, password, at, crypto);
const refusal = (outcome: Outcome<Signer>) => (outcome.ok ? 'opened' : outcome.problems.map(({ code }) => code).join());

describe('a key file', () => {
  test.each(['rsa:2048', 'rsa:3072', 'P-256', 'P-384', 'P-521'] as const)('of %s opens with its password', async (kind) => {
    keys.make(kind, kind);
    const opened = await open(keys.file(kind, PASSWORD));
    if (!opened.ok) throw new Error(refusal(opened));
    const { key, certificate } = opened.value;
    expect(certificate.fingerprint).toBe(keys.fingerprint(kind));
    expect(certificate.subject).toBe(`${kind}, Port of Nowhere`);
    expect(certificate.isSelfIssued).toBe(true);
    expect(`${certificate.algorithm.kind} ${certificate.algorithm.bits}`).toBe(
      kind.startsWith('P') ? `ECDSA ${kind.slice(2)}` : `RSA ${kind.slice(4)}`,
    );
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
  });

  test('brings the certificates of its issuers along, and no others', async () => {
    keys.make('root', 'P-256', { extensions: ['keyUsage=critical,keyCertSign'] });
    keys.make('middle', 'P-256', { issuer: 'root', extensions: ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign'] });
    keys.make('leaf', 'P-256', { issuer: 'middle', extensions: ['keyUsage=critical,nonRepudiation'] });
    keys.make('stranger', 'P-256');
    keys.openssl(
      'crl2pkcs7',
      '-nocrl',
      ...['stranger', 'root', 'middle'].flatMap((name) => ['-certfile', `${name}.crt`]),
      '-out',
      'all.p7',
    );
    const chain = keys.openssl('pkcs7', '-in', 'all.p7', '-print_certs');
    const opened = await open(keys.file('leaf', PASSWORD, '-certfile', keys.write('chain.pem', chain)));
    if (!opened.ok) throw new Error(refusal(opened));
    expect(opened.value.certificate.fingerprint).toBe(keys.fingerprint('leaf'));
    expect(opened.value.certificate.isSelfIssued).toBe(false);
    expect(opened.value.issuers.map(({ fingerprint }) => fingerprint)).toEqual([keys.fingerprint('middle'), keys.fingerprint('root')]);
  });

  const usual = () => keys.file('P-256', PASSWORD);
  const made = (kind: Kind) => {
    keys.make(kind, kind);
    return keys.file(kind, PASSWORD);
  };
  const cases: readonly (readonly [string, string, () => Uint8Array, password?: string, at?: string])[] = [
    ['another password', 'sign-file-password', usual, 'other'],
    ['no password', 'sign-file-password', usual, ''],
    ['no bytes at all', 'sign-file-damaged', () => new Uint8Array()],
    ['another file', 'sign-file-damaged', () => keys.read('P-256.crt')],
    ['half of the file', 'sign-file-damaged', () => usual().subarray(0, 400)],
    ['triple DES', 'sign-file-old', () => keys.file('P-256', PASSWORD, '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES')],
    ['certificates alone', 'sign-file-no-key', () => keys.file('P-256', PASSWORD, '-nokeys')],
    ['a key alone', 'sign-file-no-certificate', () => keys.file('P-256', PASSWORD, '-nocerts')],
    ['a short key', 'sign-file-weak', () => made('rsa:1024')],
    ['another curve', 'sign-file-kind', () => made('secp256k1')],
    ['another kind', 'sign-file-kind', () => made('ed25519')],
    ['a certificate that expired', 'sign-expired', usual, PASSWORD, '2099-01-01T00:00:00Z'],
    ['a certificate of tomorrow', 'sign-not-yet-valid', usual, PASSWORD, '2020-01-01T00:00:00Z'],
    [
      'a certificate for encryption',
      'sign-not-for-signing',
      () => {
        keys.make('cipher', 'rsa:2048', { extensions: ['keyUsage=critical,keyEncipherment'] });
        return keys.file('cipher', PASSWORD);
      },
    ],
  ];
  test.each(cases.map(([name, code, ...given]) => ({ name, code, given })))(
    'with $name is refused as $code',
    async ({ code, given: [file, password, at] }) => {
      expect(refusal(await open(file(), password, at))).toBe(code);
    },
  );

  test('older and newer ways of keeping it: without a stamp, stamped with SHA-1', async () => {
    expect(refusal(await open(keys.file('P-256', PASSWORD, '-nomac')))).toBe('opened');
    expect(refusal(await open(keys.file('P-256', PASSWORD, '-nomac'), 'other'))).toBe('sign-file-password');
    expect(refusal(await open(keys.file('P-256', PASSWORD, '-macalg', 'SHA1')))).toBe('opened');
  });

  test('with any byte changed is refused in words, never by a fault', async () => {
    const file = keys.file('P-256', PASSWORD, '-iter', '1');
    const told = new Map<string, number>();
    for (let i = 0; i < file.length; i += 3) {
      const changed = Uint8Array.from(file);
      changed[i] = (changed[i] ?? 0) ^ 1;
      const said = refusal(await open(changed));
      told.set(said, (told.get(said) ?? 0) + 1);
    }
    console.log(`key file: ${Math.ceil(file.length / 3)} changes`, Object.fromEntries(told));
    // What OpenSSL does not stamp: the form around the content.
    expect(told.get('opened') ?? 0).toBeLessThan(20);
  });
});

describe('a key made here', () => {
  test('names its owner, vouches for itself, is good for ten years and stays where it is', async () => {
    const name = 'Ž. Osoba 林 <&>, "Port"';
    const made = await makeKey(name, '2026-11-26T14:00:30.500Z', crypto);
    const certificate = await readCertificate(made.certificate, crypto);
    if (typeof certificate === 'string') throw new Error(certificate);
    expect(certificate).toMatchObject({
      subject: name,
      issuer: name,
      isSelfIssued: true,
      from: '2026-11-26T14:00:30Z',
      until: '2036-11-26T00:00:00Z',
      algorithm: { kind: 'ECDSA', bits: 256 },
      maySign: true,
    });
    expect(unfit(certificate, '2026-11-26T14:00:30.500Z')).toBe(null);
    expect(made.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', made.key)).rejects.toThrow();
    const printed = keys.openssl('x509', '-inform', 'DER', '-in', keys.write('made.der', made.certificate), '-noout', '-text').toString();
    expect(printed).toContain('CA:FALSE');
    expect(printed).toContain('Digital Signature, Non Repudiation');
    expect(keys.openssl('x509', '-inform', 'DER', '-in', 'made.der', '-out', 'made.crt').toString()).toBe('');
    expect(keys.openssl('verify', '-check_ss_sig', '-CAfile', 'made.crt', 'made.crt').toString()).toContain('OK');
    expect(keys.fingerprint('made')).toBe(certificate.fingerprint);
  });

  test('is good past the years that have two digits in a certificate', async () => {
    const made = await makeKey('A. Person', '2045-06-01T12:00:00Z', crypto);
    expect(await readCertificate(made.certificate, crypto)).toMatchObject({ from: '2045-06-01T12:00:00Z', until: '2055-06-01T00:00:00Z' });
    const printed = keys
      .openssl('x509', '-inform', 'DER', '-in', keys.write('late.der', made.certificate), '-noout', '-enddate')
      .toString();
    expect(printed).toContain('2055');
  });

  test('no two are alike', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => makeKey('A. Person', '2026-11-26T14:00:00Z', crypto)));
    expect(one?.certificate).not.toEqual(two?.certificate);
  });
});
