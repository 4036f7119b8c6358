/** Files under a passphrase: what goes in comes out, and whatever happened to the file in between has its own reason. */
import { readFile } from 'node:fs/promises';
import { argon2id } from '@noble/hashes/argon2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it, vi } from 'vitest';
import { canSeal, isSealed, openSealed, seal, sealFile, unseal } from '../../src/store/sealed.ts';

/** As little as the derivation can cost: what is tried here are the bytes. */
const CHEAP = { memory: 8, passes: 1, lanes: 1 };
const PASSPHRASE = 'correct horse battery staple';
const TEXT = new TextEncoder().encode('{"format":"soundings-assessment/1","title":"Päivä"}\n');
const HEADER = 114;

/** A file of the form as it was at first, under PASSPHRASE. */
const KNOWN = [
  '736f756e64696e67732d656e637279707465642f310a',
  '000000080000000100000001',
  '54aa7b5d7cb6fd6cdf56d88f030e3120',
  'f427797ca6da0bd0eb20084a',
  '8b7c108b4e255b60daaad7ba19618a04',
  '00000017',
  '322c07f107bae484be3d8099f841532b63517b16a285971137b615d55b1cffd5',
  'a193b6a036ab6543883d89e46266de8335400e1bfb5390',
];

const codeOf = async (file: Uint8Array<ArrayBuffer>, passphrase = PASSPHRASE) => {
  const opened = await unseal(file, passphrase);
  return opened.ok ? 'opened' : opened.problems.map(({ code }) => code).join();
};

const counted = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]));

describe('an encrypted file', () => {
  it('opens with its passphrase, at the true cost, and its name says nothing of what is in it', async () => {
    const text = await readFile('package.json', 'utf8');
    const file = await sealFile(text, PASSPHRASE, '2026-11-26');
    expect(file.name).toBe('soundings-2026-11-26.encrypted');
    expect(await isSealed(file)).toBe(true);
    expect(await isSealed(new File([await file.arrayBuffer()], 'renamed.json'))).toBe(true);
    expect(await isSealed(new File([text], 'package.json'))).toBe(false);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([22, 26, 30].map((at) => new DataView(bytes.buffer).getUint32(at))).toEqual([65_536, 3, 1]);
    const opened = await openSealed(file, PASSPHRASE);
    expect(opened).toMatchObject({ ok: true, value: { name: 'soundings-2026-11-26.json' } });
    expect(opened.ok && (await opened.value.text())).toBe(text);
  }, 60_000);

  it('that was made once opens for good', async () => {
    const file = Buffer.from(KNOWN.join(''), 'hex');
    const opened = await unseal(new Uint8Array(file), PASSPHRASE);
    expect(opened.ok && new TextDecoder().decode(opened.value)).toBe('{"a":1}');
  });

  it('rests on the Argon2id of RFC 9106, section 5.3', () => {
    const of = (byte: number, length: number) => new Uint8Array(length).fill(byte);
    const tag = argon2id(of(1, 32), of(2, 16), { m: 32, t: 3, p: 4, dkLen: 32, key: of(3, 8), personalization: of(4, 12) });
    expect(Buffer.from(tag).toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('whose header was changed, and its sum with it, never opens', async () => {
    const whole = await seal(TEXT, PASSPHRASE, CHEAP);
    const codes: string[] = [];
    for (let at = 22; at < 82; at++) {
      const file = whole.slice();
      file[at] = (file[at] ?? 0) ^ 1;
      file.set(sha256(file.slice(0, 82)), 82);
      codes.push(await codeOf(file));
    }
    console.info(`changed headers with a sum that fits: ${JSON.stringify(counted(codes))}`);
    expect(codes).not.toContain('opened');
    // The nonce belongs to the cipher, so the tag tells.
    expect(codes.slice(28, 40)).toEqual(Array(12).fill('sealed-damaged'));
  }, 60_000);

  it('two of the same text and passphrase have nothing in common but the form', async () => {
    const [a, b] = await Promise.all([seal(TEXT, PASSPHRASE, CHEAP), seal(TEXT, PASSPHRASE, CHEAP)]);
    for (const [from, to] of [
      [34, 50],
      [50, 62],
      [62, 78],
      [HEADER, a.length],
    ])
      expect(a.slice(from, to)).not.toEqual(b.slice(from, to));
  });

  it('opens however the accents of its passphrase were typed, and empty too', async () => {
    const file = await seal(new Uint8Array(0), 'p\u00e4iv\u00e4 ja y\u00f6', CHEAP);
    expect(await unseal(file, 'pa\u0308iva\u0308 ja yo\u0308')).toEqual({ ok: true, value: new Uint8Array(0), warnings: [] });
  });

  it('with every bit flipped, one at a time, is damaged or of another form, never a wrong passphrase', async () => {
    const whole = await seal(TEXT, PASSPHRASE, CHEAP);
    const codes: string[] = [];
    for (let at = 0; at < whole.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const file = whole.slice();
        file[at] = (file[at] ?? 0) ^ (1 << bit);
        const code = await codeOf(file);
        expect([at, bit, code]).toEqual([at, bit, at < 22 ? 'sealed-format' : 'sealed-damaged']);
        codes.push(code);
      }
    console.info(`flipped bits in ${whole.length} bytes: ${JSON.stringify(counted(codes))}`);
    expect(codes.length).toBe(whole.length * 8);
  });

  it('cut off at every length says so, and so does one that grew', async () => {
    const whole = await seal(TEXT, PASSPHRASE, CHEAP);
    const codes: string[] = [];
    for (let length = 0; length < whole.length; length++) codes.push(await codeOf(whole.slice(0, length)));
    console.info(`truncations: ${JSON.stringify(counted(codes))}`);
    expect(counted(codes)).toEqual({ 'sealed-truncated': whole.length });
    expect(await codeOf(new Uint8Array([...whole, 0]))).toBe('sealed-longer');
    expect(await codeOf(whole)).toBe('opened');
  });

  it('with any other passphrase says so, whatever the data are', async () => {
    const whole = await seal(TEXT, PASSPHRASE, CHEAP);
    const others = [
      '',
      ' ',
      PASSPHRASE.toUpperCase(),
      ` ${PASSPHRASE}`,
      `${PASSPHRASE} `,
      ...[...PASSPHRASE].map((_, i) => PASSPHRASE.slice(0, i) + PASSPHRASE.slice(i + 1)),
    ];
    const codes = await Promise.all(others.map((other) => codeOf(whole, other)));
    console.info(`passphrases: ${JSON.stringify(counted(codes))}`);
    expect(counted(codes)).toEqual({ 'sealed-passphrase': others.length });
    const damaged = whole.slice();
    damaged[HEADER] = (damaged[HEADER] ?? 0) ^ 1;
    expect(await codeOf(damaged, 'another one')).toBe('sealed-passphrase');
  });

  it.each([
    ['too much memory', { memory: 131_073, passes: 1, lanes: 1 }],
    ['too many passes', { memory: 8, passes: 7, lanes: 1 }],
    ['no passes', { memory: 8, passes: 0, lanes: 1 }],
    ['no lanes', { memory: 8, passes: 1, lanes: 0 }],
    ['less memory than its lanes need', { memory: 8, passes: 1, lanes: 2 }],
  ])('that asks for %s is refused before any is spent', async (_, cost) => {
    const file = await seal(TEXT, PASSPHRASE, CHEAP);
    for (const [i, value] of [cost.memory, cost.passes, cost.lanes].entries()) new DataView(file.buffer).setUint32(22 + 4 * i, value);
    file.set(sha256(file.slice(0, 82)), 82);
    expect(await codeOf(file)).toBe('sealed-cost');
  });

  it('of a size that nothing here has is refused unread', async () => {
    const file = { name: 'x.encrypted', size: 50_000_000 } as File;
    expect(await openSealed(file, PASSPHRASE)).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] });
  });

  it('is offered only where the browser gives encryption', () => {
    expect(canSeal()).toBe(true);
    vi.stubGlobal('crypto', {});
    expect(canSeal()).toBe(false);
    vi.unstubAllGlobals();
  });
});
