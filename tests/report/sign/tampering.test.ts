/** What was signed and then changed, or signed by halves: nothing of it is taken for a signature, and each is refused for its own reason. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { byBytes, der, first, hexOf, inside, joined, nth, TAG } from '../../../src/report/sign/der.ts';
import { formOf } from '../../../src/report/sign/form.ts';
import { readSignature, type SignatureFlaw } from '../../../src/report/sign/read.ts';
import { putHex } from '../../../src/report/sign/sign.ts';
import { updateOf } from '../../../src/report/sign/update.ts';
import { AT, keys, ownSigner, reportOf, signed, signerOf, small } from './signed.ts';

afterAll(() => keys.remove());
const report = reportOf(small);
const form = formOf(report, report.length);
if (!form) throw new Error('no report');
const update = updateOf(form, AT);
const [contents, zeros] = update.contents;

const said = async (file: Uint8Array): Promise<SignatureFlaw | 'held'> => {
  const found = await readSignature(file, report.length, crypto);
  return typeof found === 'object' ? 'held' : found;
};

/** The CMS in a signed report, and the report with another in its place. */
function cmsOf(file: Uint8Array): Uint8Array {
  return first(Uint8Array.from(Buffer.from(Buffer.from(file.subarray(contents, zeros)).toString('latin1'), 'hex'))).whole;
}
function withCms(file: Uint8Array, cms: Uint8Array): Uint8Array {
  const other = file.slice().fill(0x30, contents, zeros);
  putHex(other, contents, cms);
  return other;
}

/** What a place of the update is for. */
function regionOf(place: number, cmsEnd: number): string {
  if (place < report.length + '3 0 obj\n'.length) return 'beginning';
  if (place >= update.date[0] && place < update.date[1]) return 'date';
  if (place < contents || place >= zeros) return 'form';
  return place < cmsEnd ? 'cms' : 'padding';
}

const REASONS: Readonly<Record<string, readonly string[]>> = {
  beginning: ['none'],
  // Another second of a real day is a date that was not signed.
  date: ['form', 'content', 'certificate'],
  form: ['form'],
  cms: ['cms', 'certificate', 'content', 'value', 'padding'],
  padding: ['padding', 'cms'],
};

describe.each([
  ['a key made here', 1, () => ownSigner()],
  ['RSA', 8, () => signerOf('rsa:2048')],
] as const)('signed with %s', (name, step, signer) => {
  test('every byte of the update, changed, is refused for its own reason', async () => {
    const file = await signed(report, await signer());
    const cmsEnd = contents + 2 * cmsOf(file).length;
    const told = new Map<string, number>();
    for (let place = report.length; place < file.length; place += 1) {
      const region = regionOf(place, cmsEnd);
      // Of zeros without meaning every one with one kind of key, and some with the other.
      if (region === 'padding' && place % step > 0) continue;
      file[place] = (file[place] ?? 0) ^ 1;
      const reason = await said(file);
      file[place] = (file[place] ?? 0) ^ 1;
      if (!REASONS[region]?.includes(reason)) expect.fail(`byte ${place} (${region}): ${reason}`);
      told.set(`${region}: ${reason}`, (told.get(`${region}: ${reason}`) ?? 0) + 1);
    }
    expect(await said(file)).toBe('held');
    console.log(`${name}: bytes of the update, changed`, Object.fromEntries(told));
    for (const reason of ['cms: cms', 'cms: content', 'cms: value', 'padding: padding', 'form: form', 'date: content'])
      expect(told.get(reason)).toBeGreaterThan(0);
  }, 120_000);

  test('a changed byte of the report is noticed', async () => {
    const file = await signed(report, await signer());
    const told = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.nat(report.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        file[place] = (file[place] ?? 0) ^ change;
        const reason = await said(file);
        file[place] = (file[place] ?? 0) ^ change;
        told.set(reason, (told.get(reason) ?? 0) + 1);
        // What the update follows from: the first page, the catalog, the cross-references.
        expect(['content', 'form', 'none']).toContain(reason);
      }),
      { seed: 20261126, numRuns: 600 },
    );
    console.log(`${name}: bytes of the report, changed`, Object.fromEntries(told));
    expect(told.get('content')).toBeGreaterThan(300);
  });
});

describe('what is no signature of ours', () => {
  test('more after it, less of it, or two of them', async () => {
    const signer = await ownSigner();
    const file = await signed(report, signer);
    expect(await said(report)).toBe('none');
    expect(await said(joined(file, Uint8Array.of(10)))).toBe('followed');
    expect(await said(joined(file, file.subarray(report.length)))).toBe('followed');
    expect(await said(joined(report, Uint8Array.of(10), file.subarray(report.length)))).toBe('none');
    for (const length of [1, 8, 100, 1000, update.bytes.length - 1]) {
      expect(await said(file.subarray(0, report.length + length)), `${length} bytes`).toBe(length < 8 ? 'none' : 'form');
    }
    // Nor is it one over another stretch of the file.
    for (const unsigned of [0, report.length - 1, report.length + 1, file.length])
      expect(await readSignature(file, unsigned, crypto)).toBe('none');
  });

  test('the signature of another report, or of another time', async () => {
    const signer = await ownSigner();
    const file = await signed(report, signer);
    const other = reportOf({ ...small, title: 'Another title' });
    expect(await said(withCms(file, cmsOf(await signed(report, signer, '2027-01-01T00:00:00Z'))))).toBe('content');
    const foreign = await signed(other, signer);
    const at = foreign.length - file.length;
    const digits = foreign.subarray(contents + at, zeros + at);
    const moved = file.slice();
    moved.set(digits, contents);
    expect(await said(moved)).toBe('content');
  });

  test('by a certificate that was not good at that time', async () => {
    const signer = await ownSigner();
    for (const at of ['2025-12-31T23:59:59Z', '2036-01-01T00:00:01Z']) {
      const certificate = { ...signer.certificate, from: '2000-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
      expect(await said(await signed(report, { ...signer, certificate }, at))).toBe('certificate');
    }
  });

  test('by another key than that of the certificate', async () => {
    const [one, two] = [await ownSigner(), await ownSigner()];
    expect(await said(await signed(report, { ...one, key: two.key }))).toBe('value');
  });

  test('by the other of the two values that ECDSA takes', async () => {
    const file = await signed(report, await ownSigner());
    const cms = cmsOf(file);
    // The signature stands last: SEQUENCE of r and s.
    const values = [...hexOf(cms).matchAll(/04(4[4-8])(30(?:4[2-6])02)/g)].at(-1);
    const start = (values?.index ?? 0) / 2;
    const numbers = inside(first(first(cms.subarray(start)).content), TAG.sequence);
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = order - BigInt(`0x${hexOf(nth(numbers, 1).content)}`);
    const digits = s.toString(16).padStart(64, '0');
    const high = der(TAG.integer, Uint8Array.from(Buffer.from(/^[89a-f]/.test(digits) ? `00${digits}` : digits, 'hex')));
    const value = der(TAG.octets, der(TAG.sequence, nth(numbers, 0).whole, high));
    const lengthened = value.length - (cms.length - start);
    // Every length around it grows by the same few bytes, all of them written in two.
    const rebuilt = grown(cms.subarray(0, start), lengthened);
    const other = withCms(file, joined(rebuilt, value));
    expect(byBytes(other, file)).not.toBe(0);
    expect(await said(other)).toBe('cms');
  });
});

/** The head of a CMS, with the lengths of what its end is in made longer. */
function grown(head: Uint8Array, by: number): Uint8Array {
  const bytes = head.slice();
  const whole = head.length;
  for (let at = 0; at < whole - 3; at += 1) {
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const isHead = [0x30, 0x31, 0xa0].includes(bytes[at] ?? 0) && bytes[at + 1] === 0x82;
    if (!isHead || at + 4 + length < whole) continue;
    bytes[at + 2] = (length + by) >> 8;
    bytes[at + 3] = (length + by) & 255;
  }
  return bytes;
}
