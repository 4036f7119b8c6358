/** In what a file differs from the report that its data give. */
import { find } from './bytes.ts';
import { END } from './extract.ts';
import { type Piece, type Purpose, piecesOf, purposesOf } from './layout.ts';
import type { Part, Reason } from './verdict.ts';

/** What a report should be. It is taken to pieces only where something differs. */
export class Expected {
  readonly bytes: Uint8Array;
  #layout: { readonly pieces: readonly Piece[]; readonly purposes: ReadonlyMap<number, Purpose> } | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get layout() {
    if (!this.#layout) {
      const pieces = piecesOf(this.bytes);
      this.#layout = { pieces, purposes: purposesOf(pieces) };
    }
    return this.#layout;
  }
}

/** Said in this order. */
const PARTS = ['attachment', 'metadata', 'bookmarks', 'structure', 'font', 'colour', 'packed', 'frame'] as const satisfies readonly Part[];

/** Every part that differs, up to the end of the file's own; never none. `same`: how many bytes at the beginning do not. */
export function differences({ bytes: expected, layout }: Expected, bytes: Uint8Array, same: number): readonly Reason[] {
  const { pieces, purposes } = layout;
  if (same === bytes.length) return [{ code: 'cut-off', bytes: same, of: expected.length }];
  const only = bytes.length === expected.length ? onlyPiece(pieces, expected, bytes, same) : undefined;
  if (only) return named([only], purposes);
  const found = piecesOf(bytes);
  const texts = new Map<number, string>();
  for (const { number, text } of found) if (!texts.has(number)) texts.set(number, text);
  const differing = pieces.filter(({ number, text }) => texts.get(number) !== text);
  // Where objects moved, what lists or holds them differs as well, which says nothing more.
  const told = differing.filter(({ number }) => !FOLLOWS.includes(purposes.get(number)?.part ?? 'frame'));
  const reasons: readonly Reason[] = [
    ...named(told.length > 0 ? told : differing, purposes),
    ...([...texts.keys()].some((number) => !purposes.has(number)) ? [{ code: 'strange' } as const] : []),
    ...(found.length > texts.size ? [{ code: 'twice' } as const] : []),
    ...(find(bytes, END) < 0 ? [{ code: 'cut-off', bytes: bytes.length, of: null } as const] : []),
  ];
  // All objects may be there, in another order.
  return reasons.length > 0 ? reasons : [{ code: 'frame' }];
}

const FOLLOWS: readonly Part[] = ['packed', 'frame'];

/** The piece of the file that holds all that differs between files of one length, if there is such a one. */
function onlyPiece(pieces: readonly Piece[], expected: Uint8Array, bytes: Uint8Array, first: number): Piece | undefined {
  let last = bytes.length - 1;
  while (last > first && bytes[last] === expected[last]) last -= 1;
  return pieces.find(({ start, end, isPacked }) => !isPacked && start <= first && last < end);
}

function named(pieces: readonly Piece[], purposes: ReadonlyMap<number, Purpose>): readonly Reason[] {
  const differing = pieces.flatMap(({ number }) => purposes.get(number) ?? []);
  const pages = [...new Set(differing.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
  return [
    ...(pages.length > 0 ? [{ code: 'page', pages } as const] : []),
    ...PARTS.filter((code) => differing.some(({ part }) => part === code)).map((code) => ({ code })),
  ];
}
