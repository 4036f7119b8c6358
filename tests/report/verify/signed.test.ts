/** Signed reports: by whom, and what becomes of the verdict when either part is touched. */
import { afterAll, describe, expect, test } from 'vitest';
import { signatureIn } from '../../../src/report/sign/read.ts';
import { NoCryptography } from '../../../src/report/verify/signature.ts';
import { isGenuine } from '../../../src/report/verify/verdict.ts';
import { RAISED } from '../fixture.ts';
import { keys, ownSigner, signed } from '../sign/signed.ts';
import { contentsOf, documentWith, edited, repacked, told, verifier, written } from './reports.ts';

const TIME = { timeout: 120_000 };
afterAll(() => keys.remove());

const report = await written(documentWith({ answers: RAISED }));
const signer = await ownSigner('Port of Scheldewaard');
const other = await ownSigner('Port of Scheldewaard');
const file = await signed(report, signer);
const real = signatureIn(crypto);
const checked = verifier(undefined, real);
const verified = async (bytes: Uint8Array, known?: ReadonlySet<string>) => (known ? verifier(known, real) : checked).verify(bytes);
const fingerprint = signer.certificate.fingerprint;

describe('a signed report', TIME, () => {
  test('V2 V2.1 is unchanged, by a known key or an unknown one; the name decides nothing', async () => {
    expect(told(await verified(file))).toBe('signed-unknown · same · signed');
    const byKnown = await verified(file, new Set([fingerprint]));
    expect(byKnown.verdict).toBe('signed-known');
    const byAnother = await verified(await signed(report, other), new Set([fingerprint]));
    expect(byAnother.verdict).toBe('signed-unknown');
    expect([isGenuine(byKnown), isGenuine(byAnother)]).toEqual([true, false]);
  });

  test('V2 without its signature it is the same report, not signed', async () => {
    expect(told(await verified(file.subarray(0, report.length)))).toBe('unsigned · same · no-signature');
  });

  test('V2 any bit of the signature changed, any end of it cut off: it does not hold', async () => {
    const counts = new Map<string, number>();
    const count = async (bytes: Uint8Array) => {
      const found = told(await verified(bytes)).replace(/ \d+/g, '');
      counts.set(found, (counts.get(found) ?? 0) + 1);
    };
    const copy = file.slice();
    for (let at = report.length; at < file.length; at += 13) {
      copy[at] = (file[at] ?? 0) ^ (1 << (at % 8));
      await count(copy);
      copy[at] = file[at] ?? 0;
      await count(file.subarray(0, at === report.length ? at + 1 : at));
    }
    console.log(`Signatures of ${file.length - report.length} bytes: ${[...counts].map(([found, n]) => `${n} ${found}`).join(', ')}`);
    expect([...counts.keys()].sort()).toEqual(['changed · after', 'changed · signature']);
  });

  test('V2 where nothing can reckon it, it is not called anything; what was changed beneath is', async () => {
    const insecure = verifier(undefined, signatureIn({} as Crypto));
    await expect(insecure.verify(file)).rejects.toThrow(NoCryptography);
    expect(told(await insecure.verify(report))).toBe('unsigned · same · no-signature');
    expect(told(await insecure.verify(edited(file, (text) => `${text} `)))).toBe('changed · after-signature');
    expect(told(await insecure.verify(repacked(file, contentsOf(2), (content) => `${content} `)))).toMatch(/^changed · page 2/);
    const bit = file.slice();
    const at = Buffer.from(file).indexOf('\n6 0 obj\n') + 100;
    bit[at] = (bit[at] ?? 0) ^ 1;
    expect(told(await insecure.verify(bit))).toBe('changed · page 2');
  });

  test('V4 V4.1 a page changed beneath, bytes behind, a second signature: each is named', async () => {
    expect(told(await verified(edited(file, (text) => `${text} `)))).toBe('changed · after-signature');
    const page = repacked(file, contentsOf(2), (content) => `${content} `);
    expect(told(await verified(page))).toMatch(/^changed · page 2 · (signature|after \d+)$/);
    const bit = file.slice();
    const at = Buffer.from(file).indexOf('\n6 0 obj\n') + 100;
    bit[at] = (bit[at] ?? 0) ^ 1;
    expect(told(await verified(bit))).toBe('changed · page 2 · signature');
    const foreign = Uint8Array.of(
      ...report,
      ...(await signed(await written(documentWith({})), signer)).subarray(-(file.length - report.length)),
    );
    expect(told(await verified(foreign))).toMatch(/^changed · (signature|after \d+)$/);
  });
});
