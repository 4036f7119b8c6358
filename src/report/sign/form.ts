/**
 * What an update has to know of a report: where its cross-references are, and the two objects that it changes. Read off the form in
 * which our writer (`../pdf/finish.ts`) ends a file and no other.
 */
import { unzlibSync } from 'fflate';
import { binaryString } from '../pdf/objects.ts';

export interface Form {
  /** Bytes of the report: where the update begins. */
  readonly length: number;
  /** The first number that no object has. */
  readonly size: number;
  /** Where its cross-references stand. */
  readonly references: number;
  /** As their dictionary names it. */
  readonly information: string;
  readonly id: string;
  readonly root: DictionaryObject;
  readonly page: DictionaryObject;
}

/** An object that is a dictionary: its number, and what stands between the outermost brackets. */
export interface DictionaryObject {
  readonly number: number;
  readonly entries: string;
}

/** The number that the writer gives to the first page. */
const FIRST_PAGE = 3;
const ENDING = /\nendstream\nendobj\nstartxref\n(\d{1,10})\n%%EOF\n$/;
const REFERENCE = /\d{1,7} 0 R/;
/** How far the end, the dictionary and a plain object are looked for, in bytes. */
const REACH = { ending: 64, dictionary: 512, object: 16_384 } as const;

/** Of the first `length` bytes; null where they are not a report as we write them. */
export function formOf(bytes: Uint8Array, length: number): Form | null {
  const text = (from: number, reach: number): string => binaryString(bytes.subarray(from, Math.min(from + reach, length)));
  const references = Number(ENDING.exec(text(Math.max(0, length - REACH.ending), REACH.ending))?.[1] ?? length);
  const head = text(references, REACH.dictionary).split('>>\nstream\n')[0] ?? '';
  const entry = (key: string, value: RegExp): string => new RegExp(`/${key} (${value.source})[\n /]`).exec(`${head}\n`)?.[1] ?? '';
  const [size, packed] = [Number(entry('Size', /\d{1,6}/)), Number(entry('Length', /\d{1,8}/))];
  const [rootNumber, information] = [Number(entry('Root', REFERENCE).split(' ')[0]), entry('Info', REFERENCE)];
  const id = entry('ID', /\[<[0-9A-F]{32}> <[0-9A-F]{32}>\]/);
  if (entry('Type', /\/XRef/) === '' || entry('W', /\[1 4 2\]/) === '' || entry('Predictor', /12/) === '' || id === '') return null;
  const start = references + head.length + '>>\nstream\n'.length;
  const places = placesOf(bytes.subarray(start, start + packed), size);
  const dictionary = (number: number, type: string): DictionaryObject | null => {
    const place = places?.(number);
    const object = place === undefined ? '' : text(place, REACH.object);
    const [opening, ending] = [`${number} 0 obj\n<<`, '>>\nendobj\n'];
    const end = object.indexOf(ending);
    return end > 0 && object.startsWith(`${opening}/Type /${type}\n`) ? { number, entries: object.slice(opening.length, end) } : null;
  };
  const root = dictionary(rootNumber, 'Catalog');
  const page = dictionary(FIRST_PAGE, 'Page');
  return root && page ? { length, size, references, information, id, root, page } : null;
}

/** Bytes of a row: which row above it is told from, kind, four of place, two of index. */
const ROW = 8;

/** Where an object stands that is not in an object stream; null where the rows cannot be read. */
function placesOf(packed: Uint8Array, size: number): ((number: number) => number | undefined) | null {
  let rows: Uint8Array;
  try {
    rows = unzlibSync(packed, { out: new Uint8Array(size * ROW) });
  } catch {
    return null;
  }
  // Each row holds the difference from the one above.
  for (let at = ROW; at < rows.length; at += 1) if (at % ROW > 0) rows[at] = (rows[at] ?? 0) + (rows[at - ROW] ?? 0);
  const row = new DataView(rows.buffer, rows.byteOffset, rows.length);
  return (number) => {
    const at = number * ROW;
    return at + ROW <= row.byteLength && row.getUint8(at + 1) === 1 ? row.getUint32(at + 2) : undefined;
  };
}
