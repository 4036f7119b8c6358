/** Values that chance seldom gives: numbers that begin with zeros, signatures that end with them, lengths of every size. */
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { byBytes, der, first, hex, hexOf, inside, NotDer, setOf, TAG } from '../../../src/report/sign/der.ts';
import { readSignature } from '../../../src/report/sign/read.ts';
import { keys, reportOf, signed, signerOf, small } from './signed.ts';

vi.setConfig({ testTimeout: 30_000 });
afterAll(() => keys.remove());

const SEED = { seed: 20261126 };
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** With a beginning of zeros, as one in 256 has it and one in 65,536 twice. */
const number = (length: number) =>
  fc
    .tuple(bytes(length), fc.nat(3))
    .map(([all, zeros]) => all.fill(0, 0, length - 32 + zeros).map((byte, i) => (i === length - 1 ? byte | 1 : byte)));

test.each([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
] as const)('a signature by ECDSA over %s is written in one way, and read again', async (kind, length) => {
  const { scheme } = (await signerOf(kind)).certificate;
  let count = 0;
  fc.assert(
    fc.property(number(length), number(length), (r, s) => {
      const raw = Uint8Array.from([...r, ...s]);
      const written = scheme.written(raw);
      // These numbers are below half of the order, or are put there.
      const read = scheme.read(written);
      expect(hexOf(read.subarray(0, length))).toBe(hexOf(r));
      expect(scheme.written(read)).toEqual(written);
      expect(() => scheme.read(written.subarray(0, written.length - 1))).toThrow(NotDer);
      expect(() => scheme.read(Uint8Array.from([...written, 0]))).toThrow(NotDer);
      count += 1;
    }),
    { ...SEED, numRuns: 300 },
  );
  console.log(`${kind}: ${count} signatures`);
});

test('a signature that ends with a zero is not taken for padding', async () => {
  const [report, signer] = [reportOf(small), await signerOf('rsa:2048')];
  const begin = Date.parse('2027-01-01T00:00:00Z');
  for (let second = 0; second < 5000; second += 1) {
    const file = await signed(report, signer, new Date(begin + second * 1000).toISOString());
    const text = Buffer.from(file.subarray(report.length)).toString('latin1');
    const [, digits = ''] = /\/Contents <([0-9a-f]+)>/.exec(text) ?? [];
    const cms = first(hex(digits)).whole;
    if (cms.at(-1) !== 0) continue;
    console.log(`after ${second + 1} signatures`);
    expect(await readSignature(file, report.length, crypto)).toMatchObject({ fingerprint: signer.certificate.fingerprint });
    return;
  }
  expect.fail('no signature ended with a zero');
});

test('values of any length are read as they were written, and in no other way', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 300 }), (contents) => {
      const values = contents.map((content) => der(TAG.octets, content));
      const whole = der(TAG.sequence, ...values);
      expect(inside(first(whole), TAG.sequence).map(({ content }) => hexOf(content))).toEqual(contents.map(hexOf));
      const sorted = inside(first(setOf(TAG.set, values)), TAG.set).map(({ whole: one }) => one);
      for (let i = 1; i < sorted.length; i += 1) expect(byBytes(sorted[i - 1] ?? whole, sorted[i] ?? whole)).toBeLessThanOrEqual(0);
      expect(() => first(whole.subarray(0, whole.length - 1))).toThrow(NotDer);
    }),
    { ...SEED, numRuns: 100 },
  );
});

test.each(['3080', '308100', '30817f', '3082007f', '1f00', '3084000000', '30', ''])('%s is no value', (text) => {
  expect(() => first(hex(`${text}${'00'.repeat(text === '30' || text === '' ? 0 : 200)}`))).toThrow(NotDer);
});
