/** The seal and its code: rules B3 and B3.1. */
import { describe, expect, it, test } from 'vitest';
import { sha256Hex } from '../../../src/core/canonical.ts';
import { isSealCode, type Sealed, sealCode, sealOf } from '../../../src/core/procedure/seal.ts';
import type { Dice } from '../support/dice.ts';
import { holds } from '../support/runs.ts';
import { changedLeaf, leavesOf } from './leaves.ts';
import { CRITERIA, ID, NUMBER, pinned } from './support.ts';

const SEALED: Sealed = { procedure: ID, number: NUMBER, criteria: pinned(CRITERIA), at: '2026-05-01T10:00:00.000Z', by: 'A. Person' };

/** The same value with the keys of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

test('B3 the seal is the hash of a text that anybody can write down', () => {
  const { criteria } = SEALED;
  const text = `{"at":"${SEALED.at}","by":"A. Person","criteria":{"answers":{"pr-02":{"state":"answered","value":["gate","pcs"]},"pr-03":{"note":"A decision of the board.","state":"answered","value":"crit"}},"facts":"${criteria.facts}","policy":"${criteria.policy}","questionnaire":"${criteria.questionnaire}"},"format":"soundings-seal/1","number":"P-2026/7","procedure":"procedure-0001"}`;
  expect(sealOf(SEALED)).toBe(sha256Hex(text));
});

test('B3 it is the same after a way through JSON, whatever the order of keys, and with anything else beside what it binds', () => {
  const seal = sealOf(SEALED);
  expect(sealOf(JSON.parse(JSON.stringify(SEALED)))).toBe(seal);
  expect(sealOf(shuffled(SEALED) as Sealed)).toBe(seal);
  expect(sealOf({ ...SEALED, title: 'Something else' } as Sealed)).toBe(seal);
});

test('B3 every single change of what it binds is another seal: of the documents, the answers, the number, the time and the name', {
  timeout: 30_000,
}, () => {
  const whole = { ...SEALED, criteria: CRITERIA };
  const paths = leavesOf(whole);
  const seal = sealOf(SEALED);
  holds('B3', 600, (d: Dice) => {
    const part = d.pick(['questionnaire', 'policy', 'facts', 'answers', undefined]);
    const path = d.pick(paths.filter(([key, inner]) => (key === 'criteria' ? inner : undefined) === part));
    const changed = changedLeaf(whole, path) as typeof whole;
    expect(sealOf({ ...changed, criteria: pinned(changed.criteria) }), path.join('/')).not.toBe(seal);
    return part ?? 'beside';
  });
});

describe('the code', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['B3.1 nothing but zeros', '0'.repeat(64), '00000-00000-00000-00000-00000'],
    ['B3.1 nothing but ones', 'f'.repeat(64), 'ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ'],
    ['B3.1 the first bit is that of the first letter', `8${'0'.repeat(63)}`, 'G0000-00000-00000-00000-00000'],
    ['B3.1 the 125th bit is the last that counts', `${'0'.repeat(31)}8${'0'.repeat(32)}`, '00000-00000-00000-00000-00001'],
    ['B3.1 the 126th does not', `${'0'.repeat(31)}7${'f'.repeat(32)}`, '00000-00000-00000-00000-00000'],
    ['B3.1 each letter for its five bits', '00443214c74254b635cf84653a56d7c6'.padEnd(64, '0'), '01234-56789-ABCDE-FGHJK-MNPQR'],
    ['B3.1 thirteen ones at the end of what counts', `${'0'.repeat(28)}${'f'.repeat(36)}`, '00000-00000-00000-00000-007ZZ'],
  ];
  it.each(cases)('%s', (_, hash, code) => {
    expect(sealCode(hash)).toBe(code);
    expect(isSealCode(code, hash)).toBe(true);
  });

  const hash = '00443214c74254b635cf84653a56d7c6'.padEnd(64, '0');
  it.each([
    ['B3.1 small letters', '01234-56789-abcde-fghjk-mnpqr', true],
    ['B3.1 no dashes', '0123456789ABCDEFGHJKMNPQR', true],
    ['B3.1 spaces, a line break, other dashes', ' 01234 56789\nABCDE – FGHJK‑MNPQR ', true],
    ['B3.1 O for 0, I and L for 1', 'oI234-56789-ABCDE-FGHJK-MNPQR', true],
    ['B3.1 l for 1', 'Ol234-56789-ABCDE-FGHJK-MNPQR', true],
    ['B3.1 one letter wrong', '01234-56789-ABCDE-FGHJK-MNPQS', false],
    ['B3.1 one letter missing', '1234-56789-ABCDE-FGHJK-MNPQR', false],
    ['B3.1 one letter more', '01234-56789-ABCDE-FGHJK-MNPQR0', false],
    ['B3.1 two letters the wrong way round', '01234-56789-ABCDE-FGHJK-MNPRQ', false],
    ['B3.1 nothing', '', false],
  ])('%s', (_, typed, expected) => expect(isSealCode(typed, hash)).toBe(expected));
});

test('B3.1 one bit makes another code if it is one of the first 125, and no other does', () => {
  holds('B3.1', 500, (d) => {
    const hash = sha256Hex(String(d.int(0, 1e9)));
    const bit = d.chance(50) ? d.int(0, 124) : d.int(125, 255);
    const other = (BigInt(`0x${hash}`) ^ (1n << BigInt(255 - bit))).toString(16).padStart(64, '0');
    expect(sealCode(hash)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
    expect(isSealCode(sealCode(other), hash)).toBe(bit >= 125);
    return bit < 125 ? 'in the code' : 'behind it';
  });
});
