/**
 * The seal over the criteria of a procedure: SHA-256 over the canonical JSON of the criteria with the procedure, its number, the time
 * and the person; and its code, short enough to print and read out.
 */
import { hashOf } from '../canonical.ts';
import type { Pinned } from '../format/procedure.ts';

const SEAL_FORMAT = 'soundings-seal/1';

/** What a seal binds, and nothing else. */
export interface Sealed {
  /** Id of the procedure. */
  readonly procedure: string;
  /** Number of the procedure as its authority writes it. */
  readonly number: string;
  readonly criteria: Pinned;
  readonly at: string;
  readonly by: string;
}

/** SHA-256 in lower-case hex. */
export const sealOf = ({ procedure, number, criteria, at, by }: Sealed): string =>
  hashOf({ format: SEAL_FORMAT, procedure, number, criteria, at, by });

/** Crockford's base 32: no I, L, O or U, which are misread or misheard. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 25;
const GROUP = 5;

/** The first 125 bits of a hash as 25 letters in five groups. */
export function sealCode(sha256: string): string {
  // 32 hex digits are 128 bits; the last three of them are left out.
  const bits = BigInt(`0x${sha256.slice(0, 32)}`) >> 3n;
  const letters = Array.from({ length: LENGTH }, (_, i) => LETTERS[Number((bits >> BigInt(5 * (LENGTH - 1 - i))) & 31n)]);
  return Array.from({ length: LENGTH / GROUP }, (_, g) => letters.slice(g * GROUP, (g + 1) * GROUP).join('')).join('-');
}

/** Is this the code of that hash, as somebody typed it: any case, any spaces and dashes, O for 0, I or L for 1? */
export function isSealCode(typed: string, sha256: string): boolean {
  const read = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return read === sealCode(sha256).replaceAll('-', '');
}
