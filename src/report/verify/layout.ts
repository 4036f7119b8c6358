/** What a file consists of: what stands before the first object, each object, those packed together, and what follows the last. */
import { inflated, textOf } from './bytes.ts';
import type { Part } from './verdict.ts';

/** What stands before the first object, and what follows the last, as if they were objects. */
const BEGINNING = 0;
const ENDING = -1;

export interface Piece {
  readonly number: number;
  /** From its number to the next object; of a packed object, what is between its neighbours. */
  readonly text: string;
  /** Where it stands in the file; of a packed object, where all that are packed with it do. */
  readonly start: number;
  readonly end: number;
  readonly isPacked: boolean;
}

const OBJECT = /(?<=\n)(\d{1,9}) 0 obj\n/g;

/** In the order of the file. A number that is given twice is there twice. */
export function piecesOf(bytes: Uint8Array): readonly Piece[] {
  const text = textOf(bytes);
  const starts = [...text.matchAll(OBJECT)].map(({ index, 1: number }) => ({ number: Number(number), start: index }));
  const last = starts.at(-1)?.start ?? 0;
  const ending = text.indexOf('\nendobj\n', last);
  const end = ending < 0 ? text.length : ending + '\nendobj\n'.length;
  const piece = (number: number, start: number, to: number): Piece => ({
    number,
    text: text.slice(start, to),
    start,
    end: to,
    isPacked: false,
  });
  return [
    piece(BEGINNING, 0, starts[0]?.start ?? end),
    ...starts.flatMap(({ number, start }, i) => {
      const own = piece(number, start, starts[i + 1]?.start ?? end);
      return [own, ...packedIn(own, bytes)];
    }),
    piece(ENDING, end, text.length),
  ];
}

const PACKED = /^\d+ 0 obj\n<<\/Type \/ObjStm \/N (\d{1,6}) \/First (\d{1,9}) \/Length (\d{1,9}) \/Filter \/FlateDecode>>\nstream\n/;
/** Most bytes that are unpacked of an object stream from outside, which says nothing of its length; a report's have far fewer. */
const MOST = 16 * 1024 * 1024;

function packedIn({ text, start, end }: Piece, bytes: Uint8Array): readonly Piece[] {
  const [head, count, first, length] = PACKED.exec(text.slice(0, 200)) ?? [];
  if (head === undefined) return [];
  const from = start + head.length;
  const unpacked = inflated(bytes.subarray(from, from + Number(length)), MOST);
  if (!unpacked) return [];
  const all = textOf(unpacked);
  const places = all.slice(0, Number(first)).trim().split(/\s+/).map(Number);
  return Array.from({ length: Math.min(Number(count), places.length / 2) }, (_, i): Piece => {
    const [number = 0, at = 0, next] = [places[2 * i], places[2 * i + 1], places[2 * i + 3]];
    const stop = next === undefined ? all.length : Number(first) + next;
    return { number, text: all.slice(Number(first) + at, stop), start, end, isPacked: true };
  });
}

/** What a piece is for; `page` counts from 1. */
export interface Purpose {
  readonly part: Part;
  readonly page?: number;
}

/** Read off the form and the order in which our writer puts them. Only for bytes that we wrote. */
export function purposesOf(pieces: readonly Piece[]): ReadonlyMap<number, Purpose> {
  const purposes = new Map<number, Purpose>();
  let [pages, hasFonts] = [0, false];
  for (const { number, text, isPacked } of pieces) {
    // What stands in texts says nothing of the object.
    const [head = ''] = text.slice(0, 4000).replace(TEXT, '()').split('\nstream\n');
    if (!isPacked && PLAIN_STREAM.test(head)) {
      // Contents of pages come first; after the first font file these are maps of fonts.
      if (!hasFonts) pages += 1;
      purposes.set(number, hasFonts ? { part: 'font' } : { part: 'page', page: pages });
      continue;
    }
    const part = FORMS.find(([form]) => form.test(head))?.[1] ?? 'frame';
    hasFonts ||= part === 'font';
    purposes.set(number, { part });
  }
  // What describes a page belongs to it.
  for (const { number, text } of pieces) {
    const contents = PAGE.test(text) ? CONTENTS.exec(text)?.[1] : undefined;
    const purpose = purposes.get(Number(contents));
    if (purpose) purposes.set(number, purpose);
  }
  return purposes;
}

const PLAIN_STREAM = /^\d+ 0 obj\n<<\n\/Length \d+\n\/Filter \/FlateDecode\n>>$/;
const TEXT = /\([^()]*\)?/g;
const CONTENTS = /\/Contents (\d+) 0 R/;
const PAGE = /^(\d+ 0 obj\n)?<<\/Type \/Page\n/;
const FORMS: readonly (readonly [RegExp, Part])[] = [
  [/\/Type \/ObjStm\b/, 'packed'],
  [/\/Type \/(EmbeddedFile|Filespec)\b/, 'attachment'],
  [/\/Type \/(Font|FontDescriptor|CMap)\b|\/Length1 /, 'font'],
  [/<<(\/Type \/StructTreeRoot|\/Nums \[|\/S\/\w+\/P )/, 'structure'],
  [/\/Type \/Outlines\b|\/Title (\(\)|<[0-9A-F]*>) \/Parent /, 'bookmarks'],
  [/\/Type \/Metadata\b|\n\/Creator /, 'metadata'],
  [/\/Type \/OutputIntent\b|\n\/N 3\n/, 'colour'],
];
