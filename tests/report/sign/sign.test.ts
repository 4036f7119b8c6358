/** Signed reports, as other people's programs see them and as we read them again. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { makeKey } from '../../../src/report/sign/make.ts';
import { readSignature, signatureIn } from '../../../src/report/sign/read.ts';
import { type Signer, signReport } from '../../../src/report/sign/sign.ts';
import { NoCryptography } from '../../../src/report/verify/signature.ts';
import { demo } from '../pdf/demo.ts';
import { ask, judged } from '../pdf/judges.ts';
import { AT, certificateOf, keys, ownSigner, reportOf, signed, signerOf } from './signed.ts';

// Finding the primes of a key takes as long as chance wills.
vi.setConfig({ testTimeout: 30_000 });
afterAll(() => keys.remove());
const report = reportOf(demo);

/** A key whose certificate an authority gave, with that of the authority. */
async function issued(): Promise<Signer> {
  const leaf = await signerOf('rsa:2048');
  return { ...leaf, issuers: [(await ownSigner('An authority')).certificate] };
}

const SIGNERS: readonly (readonly [string, () => Promise<Signer>])[] = [
  ['a key made here', () => ownSigner()],
  ['RSA of 2048 bits', () => signerOf('rsa:2048')],
  ['RSA of 3072 bits', () => signerOf('rsa:3072')],
  ['ECDSA over P-256', () => signerOf('P-256')],
  ['ECDSA over P-384', () => signerOf('P-384')],
  ['ECDSA over P-521', () => signerOf('P-521')],
  ['a key with the certificate of its issuer', issued],
];

describe.each(SIGNERS)('signed with %s', (_, signer) => {
  judged(['pdfsig', 'qpdf', 'mutool'], 'it is valid to others', async () => {
    const { certificate, ...rest } = await signer();
    const file = await signed(report, { certificate, ...rest });
    const said = ask('pdfsig', ['-nocert', 'FILE'], file);
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain('Signing Hash Algorithm: SHA-256');
    expect(said.match(/Signature #/g)).toHaveLength(1);
    expect(ask('qpdf', ['--check', 'FILE'], file)).toContain('No syntax or stream encoding errors found');
    expect(ask('mutool', ['sign', '-v', 'FILE'], file)).toContain('The document is unchanged since signing.');
    expect(ask('pdfinfo', ['FILE'], file)).toContain('Form:            AcroForm');
  });

  test('it holds the report unchanged, and is read again', async () => {
    const { certificate, ...rest } = await signer();
    const file = await signed(report, { certificate, ...rest });
    expect(file.subarray(0, report.length)).toEqual(new Uint8Array(report));
    expect(await readSignature(file, report.length, crypto)).toEqual({
      fingerprint: certificate.fingerprint,
      subject: certificate.subject,
      at: AT,
      algorithm: certificate.algorithm,
    });
    expect(await signatureIn(crypto)(file, report.length)).toEqual({ by: certificate.subject, at: AT, key: certificate.fingerprint });
  });
});

judged(['pdftotext', 'mutool'], 'no page looks or reads otherwise', async () => {
  const file = await signed(report, await ownSigner());
  const readings = [
    ['pdftotext', ['-layout', 'FILE', '-']],
    ['mutool', ['draw', '-F', 'txt', 'FILE']],
    ['mutool', ['draw', '-F', 'pnm', '-r', '40', '-o', '-', 'FILE']],
  ] as const;
  for (const [judge, words] of readings) expect(ask(judge, words, file)).toBe(ask(judge, words, report));
});

test('without WebCrypto, as on a page by plain http, nothing is said of a signature', async () => {
  const file = await signed(report, await ownSigner());
  await expect(signatureIn({} as Crypto)(file, report.length)).rejects.toThrow(NoCryptography);
  // What has no form of one is told all the same.
  expect(await signatureIn({} as Crypto)(Uint8Array.of(...report, 1), report.length)).toBe('none');
  expect(await signatureIn({} as Crypto)(Uint8Array.of(...file, 1), report.length)).toBe('followed');
});

test('the same key at the same time gives the same bytes, where its kind of signature does', async () => {
  const rsa = await signerOf('rsa:2048');
  expect(await signed(report, rsa)).toEqual(await signed(report, rsa));
  const ecdsa = await ownSigner();
  const [one, two] = [await signed(report, ecdsa), await signed(report, ecdsa)];
  expect(one).not.toEqual(two);
  expect(one.length).toBe(two.length);
});

test('the time is the one given, to the second', async () => {
  const file = await signed(report, await ownSigner(), '2028-02-29T23:59:59.999Z');
  expect(await readSignature(file, report.length, crypto)).toMatchObject({ at: '2028-02-29T23:59:59Z' });
});

test('certificates of issuers that do not fit are left out, and a longer one of the signer is refused', async () => {
  const signer = await ownSigner();
  const issuers = await Promise.all(Array.from({ length: 30 }, (_, i) => ownSigner(`Authority ${i}`)));
  const file = await signed(report, { ...signer, issuers: issuers.map(({ certificate }) => certificate) });
  expect(await readSignature(file, report.length, crypto)).toMatchObject({ fingerprint: signer.certificate.fingerprint });
  const made = await makeKey('A'.repeat(5000), '2026-01-01T00:00:00Z', crypto);
  const long = { key: made.key, certificate: await certificateOf(made.certificate), issuers: [] };
  const outcome = await signReport(report, long, AT, crypto);
  expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['sign-too-long']);
});

test('only a report as we write it is signed, once, and only while the certificate is good', async () => {
  const signer = await ownSigner();
  const codes = async (file: Uint8Array, at = AT) => {
    const outcome = await signReport(file, signer, at, crypto);
    return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
  };
  const others = [
    new Uint8Array(),
    new TextEncoder().encode('%PDF-1.7\n'),
    report.subarray(0, report.length - 1),
    Uint8Array.from([...report, 10]),
    await signed(report, signer),
  ];
  for (const file of others) expect(await codes(file)).toEqual(['sign-not-a-report']);
  expect(await codes(report, '2036-01-02T00:00:00Z')).toEqual(['sign-expired']);
  expect(await codes(report, '2025-12-31T23:59:59Z')).toEqual(['sign-not-yet-valid']);
});
