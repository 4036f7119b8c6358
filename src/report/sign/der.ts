/**
 * DER (X.690), as much of it as a signature of one fixed form needs: what is written can be compared byte for byte with what is read,
 * so nothing is read that would not be written the same.
 */
export const TAG = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific 0, constructed. */
  first: 0xa0,
} as const;

type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A value of the parts one after another. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const content = joined(...parts);
  return joined(Uint8Array.of(tag, ...lengthOf(content.length)), content);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return [0x80 + digits.length, ...digits];
}

/** In the order of their bytes, as DER has the members of a set. */
export const setOf = (tag: number, members: readonly Uint8Array[]): Bytes => der(tag, ...[...members].sort(byBytes));

export function byBytes(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  for (let i = 0; i < most; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const equal = (a: Uint8Array, b: Uint8Array): boolean => byBytes(a, b) === 0;

/** Bytes of hex digits. */
export const hex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A value in its place: `whole` with tag and length, `content` without. */
export interface Value {
  readonly tag: number;
  readonly whole: Bytes;
  readonly content: Bytes;
}

/** Says that bytes are not what they should be; caught where they came from outside. */
export class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** The value that `bytes` begin with. @throws NotDer */
export function first(bytes: Uint8Array): Value {
  const [tag = 0, length = 0x80] = bytes;
  // Tags above 30 take more than one byte; nothing here has them.
  if ((tag & 0x1f) === 0x1f || length === 0x80) throw new NotDer('tag or length');
  const digits = length < 0x80 ? 0 : length - 0x80;
  if (digits > 3) throw new NotDer('length');
  let size = digits === 0 ? length : 0;
  for (let i = 0; i < digits; i += 1) size = size * 256 + (bytes[2 + i] ?? 0);
  const start = 2 + digits;
  if (start + size > bytes.length || lengthOf(size).length !== start - 1) throw new NotDer('length');
  return { tag, whole: bytes.slice(0, start + size), content: bytes.slice(start, start + size) };
}

/** The values that a constructed one consists of. @throws NotDer */
export function inside(value: Value, tag: number): readonly Value[] {
  if (value.tag !== tag) throw new NotDer('tag');
  const values: Value[] = [];
  for (let at = 0; at < value.content.length; ) {
    const next = first(value.content.subarray(at));
    values.push(next);
    at += next.whole.length;
  }
  return values;
}

/** The one at an index. @throws NotDer where there is none */
export function nth(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (!value) throw new NotDer('missing');
  return value;
}
