/** Bytes as they are searched and shown: a report is mostly compressed, and to make a text of all of it takes longer than to compare it. */

import { Unzlib } from 'fflate';

/** Where ASCII text stands in bytes, from a place on; -1 where it does not. (Horspool: looks at a fraction of them.) */
export function find(bytes: Uint8Array, ascii: string, from = 0): number {
  const last = ascii.length - 1;
  const skip = new Uint8Array(256).fill(Math.min(255, ascii.length));
  for (let i = 0; i < last; i += 1) skip[ascii.charCodeAt(i)] = Math.min(255, last - i);
  for (let at = from; at + last < bytes.length; at += skip[bytes[at + last] ?? 0] ?? 1) {
    let i = last;
    while (i >= 0 && bytes[at + i] === ascii.charCodeAt(i)) i -= 1;
    if (i < 0) return at;
  }
  return -1;
}

export const holds = (bytes: Uint8Array, ascii: string): boolean => find(bytes, ascii) >= 0;

export const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean => textOf(bytes.subarray(at, at + text.length)) === text;

/** How many bytes at the beginning are the same. */
export function commonLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** One character a byte, each its own; ASCII as it is. */
export const textOf = (bytes: Uint8Array): string => LATIN.decode(bytes);
const LATIN = new TextDecoder('windows-1252');

const PIECE = 64 * 1024;

/** Unpacks a stream; null where it is none, or comes to more than `most` bytes, where it is left at once. */
export function inflated(stream: Uint8Array, most: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Unzlib((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < stream.length && length <= most; at += PIECE) {
      inflate.push(stream.subarray(at, at + PIECE), at + PIECE >= stream.length);
    }
  } catch {
    return null;
  }
  if (length > most) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
