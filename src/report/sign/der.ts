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
export function hex(text: string): Bytes {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Bytes of characters up to U+00FF, one each. */
export function bytesOf(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

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

/** Bytes of tag and length, and of the content that they announce. @throws NotDer */
export function sizeOf(bytes: Uint8Array): { readonly head: number; readonly content: number } {
  const [tag = 0, length = 0x80] = bytes;
  const digits = length < 0x80 ? 0 : length - 0x80;
  // Tags above 30 take more than one byte, and lengths may be left open; nothing here has that.
  if ((tag & 0x1f) === 0x1f || length === 0x80 || digits > 3) throw new NotDer('tag or length');
  let content = digits === 0 ? length : 0;
  for (let i = 0; i < digits; i += 1) content = content * 256 + (bytes[2 + i] ?? 0);
  if (lengthOf(content).length !== 1 + digits) throw new NotDer('length');
  return { head: 2 + digits, content };
}

/** The value that `bytes` begin with. @throws NotDer */
export function first(bytes: Uint8Array): Value {
  const { head, content } = sizeOf(bytes);
  if (head + content > bytes.length) throw new NotDer('length');
  return { tag: bytes[0] ?? 0, whole: bytes.slice(0, head + content), content: bytes.slice(head, head + content) };
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
