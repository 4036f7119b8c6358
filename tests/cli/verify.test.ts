/** Verifying from a terminal, as a script uses it. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/core/canonical.ts';
import { soundings } from '../e2e/support/terminal.ts';
import { ownSigner, signed } from '../report/sign/signed.ts';

const TIME = { timeout: 90_000 };

interface Line {
  readonly file: string;
  readonly verdict: string | null;
  readonly reasons: readonly string[];
}
const lines = (output: string): readonly Line[] =>
  output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

let folder = '';
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-verify-'));
  mkdirSync(at('all', 'below'), { recursive: true });
  const made = await soundings('report', 'questionnaires/examples/meridian.json', '--out', at('all', 'a.pdf'));
  expect([made.status, made.stderr]).toEqual([0, '']);
  copyFileSync(at('all', 'a.pdf'), at('all', 'below', 'copy.PDF'));
  writeFileSync(at('all', 'notes.txt'), 'no report');
}, TIME.timeout);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('verify', TIME, () => {
  test('V2 a folder of genuine reports: a line each, with the keys of the contract and nothing else, and all is well', async () => {
    const { status, stdout, stderr } = await soundings('verify', at('all'));
    expect([status, stderr]).toEqual([0, '']);
    const found = lines(stdout);
    expect(found.map(({ file }) => file)).toEqual([at('all', 'a.pdf'), at('all', 'below', 'copy.PDF')]);
    for (const line of found) {
      expect(Object.keys(line)).toEqual(['file', 'verdict', 'reasons']);
      expect(line.verdict).toBe('unchanged, not signed');
      expect(line.reasons[0]).toContain(sha256Hex(readFileSync(line.file)));
    }
  });

  test('V8 one that is changed, one that is not ours and one that is not there among them: each is named, and the run goes on', async () => {
    const report = readFileSync(at('all', 'a.pdf'));
    writeFileSync(at('changed.pdf'), Buffer.concat([report, Buffer.from('\n')]));
    writeFileSync(at('letter.pdf'), '%PDF-1.4\n%%EOF\n');
    const { status, stdout } = await soundings('verify', at('changed.pdf'), at('letter.pdf'), at('missing.pdf'), at('all', 'a.pdf'));
    expect(status).toBe(1);
    expect(lines(stdout).map(({ verdict }) => verdict)).toEqual(['changed', 'not one of ours', null, 'unchanged, not signed']);
    expect(lines(stdout).map(({ reasons }) => reasons[0])).toEqual([
      'One byte stands after the end.',
      'Nothing in it says that it is a report of Soundings.',
      expect.stringContaining('ENOENT'),
      expect.stringContaining('comes out the same'),
    ]);
  });

  test('V7 a list of known ones decides which is meant', async () => {
    writeFileSync(at('known.txt'), `${sha256Hex(readFileSync(at('all', 'a.pdf')))}  a.pdf\n`);
    writeFileSync(at('others.txt'), `${'0'.repeat(64)}  b.pdf\n`);
    writeFileSync(at('empty.txt'), 'nothing\n');
    const [known, others, none] = await Promise.all(
      ['known.txt', 'others.txt', 'empty.txt'].map((list) => soundings('verify', at('all', 'a.pdf'), '--known', at(list))),
    );
    expect([known?.status, others?.status, none?.status]).toEqual([0, 1, 1]);
    expect(lines(known?.stdout ?? '')[0]?.reasons.at(-1)).toBe('It is on the list of known ones.');
    expect(lines(others?.stdout ?? '')[0]).toMatchObject({ verdict: 'unchanged, not signed' });
    expect(lines(others?.stdout ?? '')[0]?.reasons.at(-1)).toBe('It is not on the list of known ones.');
    expect(none?.stderr).toContain('No SHA-256 is in it.');
  });

  test('V2.1 a signature is by a known key where its fingerprint is given, in whatever form it is printed', async () => {
    const { certificate, ...signer } = await ownSigner();
    writeFileSync(at('signed.pdf'), await signed(readFileSync(at('all', 'a.pdf')), { certificate, ...signer }));
    const printed = certificate.fingerprint.toUpperCase();
    const given = [[], ['--key', '0'.repeat(64), '--key', (printed.match(/.{4}/g) ?? []).join(' ')], ['--key', printed.slice(1)]];
    const [unknown, known, none] = await Promise.all(given.map((keys) => soundings('verify', at('signed.pdf'), ...keys)));
    expect([unknown?.status, known?.status, none?.status]).toEqual([0, 0, 2]);
    expect(lines(unknown?.stdout ?? '')[0]?.verdict).toBe('unchanged, signed by an unknown key');
    expect(lines(known?.stdout ?? '')[0]?.verdict).toBe('unchanged, signed by a known key');
    expect(none?.stderr).toContain('Expected a fingerprint of 64 hexadecimal digits with --key');
  });

  test('a folder without a PDF is not well, and no file at all is wrong use', async () => {
    mkdirSync(at('empty'));
    const [empty, nothing] = await Promise.all([soundings('verify', at('empty')), soundings('verify')]);
    expect([empty.status, empty.stdout]).toEqual([1, '']);
    expect(empty.stderr).toContain('no PDF is in it');
    expect(nothing.status).toBe(2);
  });
});
