/** The order of text that runs to the left, and of what stands in it (Unicode Standard Annex #9). */
import bidiFactory, { type Bidi } from 'bidi-js';

let bidi: Bidi | undefined;
function algorithm(): Bidi {
  bidi ??= bidiFactory();
  return bidi;
}

/** What stands for a character beyond plane 0: all that a face has there are ideographs, which run like letters. */
const LETTER = 0x61;

/**
 * The level of each character of one line of text, as it was before it was broken to fit: odd ones run to the left. Its base is
 * the report's own direction, to the right; but to the left where the line begins so and most of its letters do, as in a name.
 */
export function levelsOf(codes: Uint32Array): { readonly levels: Uint8Array; readonly base: 0 | 1 } {
  const { getBidiCharTypeName, getEmbeddingLevels } = algorithm();
  let text = '';
  let first: 'ltr' | 'rtl' | undefined;
  let balance = 0;
  for (const code of codes) {
    const sign = String.fromCharCode(code < 0x10000 ? code : LETTER);
    text += sign;
    const type = getBidiCharTypeName(sign);
    if (type !== 'L' && type !== 'R' && type !== 'AL') continue;
    first ??= type === 'L' ? 'ltr' : 'rtl';
    balance += type === 'L' ? 1 : -1;
  }
  const base = first === 'rtl' && balance < 0 ? 1 : 0;
  return { levels: getEmbeddingLevels(text, base === 1 ? 'rtl' : 'ltr').levels, base };
}

/** The characters of a line from its left edge on (rule L2). */
export function visualOrder(levels: Uint8Array, from: number, to: number): readonly number[] {
  const order = Array.from({ length: to - from }, (_, i) => from + i);
  const highest = order.reduce((most, i) => Math.max(most, levels[i] ?? 0), 0);
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      reverse(order, start, end - 1);
      start = Math.max(start, end);
    }
  }
  return order;
}

function reverse(order: number[], from: number, to: number): void {
  for (let [a, b] = [from, to]; a < b; a += 1, b -= 1) [order[a], order[b]] = [order[b] ?? 0, order[a] ?? 0];
}

/** What a bracket and the like looks like where text runs to the left. */
export function mirrored(code: number): number | undefined {
  return code < 0x10000 ? algorithm().getMirroredCharacter(String.fromCharCode(code))?.charCodeAt(0) : undefined;
}
