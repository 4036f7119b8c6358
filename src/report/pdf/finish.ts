/**
 * The form of the file (ISO 32000-1, 7.5.7 and 7.5.8): each stream compressed for itself, all other objects together in object streams,
 * and the cross-references as a stream too. Of what jsPDF wrote, the header and the pages are kept.
 *
 * For whoever appends to a report: the last object of the file is the cross-reference stream at `startxref`. Its dictionary is
 * uncompressed text and has `/Size`, `/Root`, `/Info` and `/ID`; `/W [1 4 2]`, predictor 12, no `/Index`. An update must bring
 * cross-references of the same kind (a stream with `/Prev`), and replaces an object by writing it anew, uncompressed, under its number.
 * The catalog and the first page stand as plain text, since a signature replaces both.
 */
import { zlibSync } from 'fflate';
import { binaryString, bytesOf, reference } from './objects.ts';
import { type Body, chunks, differences, inRows, predicted, type Rows, rowStream } from './rows.ts';

/** `packed`: compressed in the file. */
export interface Stream {
  readonly data: Uint8Array;
  readonly entries: Readonly<Record<string, string>>;
  readonly packed: boolean;
}

interface Parts {
  /** What jsPDF wrote, with an empty object for the content of each page. */
  readonly written: Uint8Array;
  /** What the pages show, in their order; one character a byte. */
  readonly contents: readonly string[];
  /** Bodies of the objects that it did not write, by number; ASCII. */
  readonly objects: ReadonlyMap<number, string>;
  readonly streams: ReadonlyMap<number, Stream>;
  readonly root: number;
  readonly information: number;
  readonly firstPage: number;
  /** 32 hex digits. */
  readonly id: string;
}

/** Objects in one object stream: a reader that wants one of them unpacks all. */
const TOGETHER = 1000;
/** Bytes of a row of the cross-references: kind, place, index. */
const ROW = { kind: 1, place: 4, index: 2 } as const;
const COLUMNS = ROW.kind + ROW.place + ROW.index;

type Entry = readonly [kind: 0 | 1 | 2, place: number, index: number];

export function finished({ written, contents, objects, streams, root, information, firstPage, id }: Parts): Uint8Array {
  const file = new Growing();
  const entries: Entry[] = [[0, 0, 65535]];
  const bodies: Body[] = [];
  const { offsets, left, header } = tableOf(written);
  file.bytes(written.subarray(0, header));
  const here = (number: number): number => {
    entries[number] = [1, file.length, 0];
    return number;
  };
  const plainly = (number: number, body: string): void => file.text(`${here(number)} 0 obj\n${body}\nendobj\n`);
  let page = 0;
  for (const { number, from, to } of offsets) {
    if (left.has(number)) continue;
    const body = bodyOf(written.subarray(from, to));
    if (body === EMPTY) {
      file.stream(here(number), {}, bytesOf(contents[page] ?? ''));
      page += 1;
    } else if (number === firstPage) plainly(number, body);
    else bodies.push([number, body]);
  }
  if (page !== contents.length) throw new Error(`jsPDF wrote ${page} of ${contents.length} pages`);
  for (const [number, { data, entries: own, packed }] of streams) file.stream(here(number), own, data, packed);
  for (const [number, body] of objects) {
    if (number === root) plainly(number, body);
    else bodies.push([number, body]);
  }
  bodies.sort(([a], [b]) => a - b);
  let next = bodies.reduce((most, [number]) => Math.max(most, number), entries.length - 1) + 1;
  const together = (numbers: readonly number[], [own, data]: readonly [entries: Stream['entries'], data: Uint8Array]): void => {
    numbers.forEach((number, index) => {
      entries[number] = [2, next, index];
    });
    file.table(here(next), own, data);
    next += 1;
  };
  const { rows, others } = inRows(bodies, TOGETHER);
  const numbersOf = (some: readonly (readonly [number: number, ...rest: unknown[]])[]): readonly number[] => some.map(([number]) => number);
  for (const some of chunks(others, TOGETHER)) together(numbersOf(some), objectStream(some));
  for (const alike of rows) together(numbersOf(alike.objects), alikeStream(alike));
  const start = file.length;
  const trailer = {
    Type: '/XRef',
    Size: String(next + 1),
    W: `[${ROW.kind} ${ROW.place} ${ROW.index}]`,
    Root: reference(root),
    Info: reference(information),
    ID: `[<${id.toUpperCase()}> <${id.toUpperCase()}>]`,
    ...predicted(COLUMNS),
  };
  file.table(here(next), trailer, rowsOf(entries, next + 1));
  file.text(`startxref\n${start}\n%%EOF\n`);
  return file.all();
}

/** The numbers and places of objects, then the objects themselves. */
function objectStream(objects: readonly Body[]): readonly [entries: Stream['entries'], data: Uint8Array] {
  let at = 0;
  const places = objects.map(([number, body]) => {
    const place = `${number} ${at}`;
    at += body.length + 1;
    return place;
  });
  const first = `${places.join(' ')}\n`;
  const data = bytesOf(`${first}${objects.map(([, body]) => body).join('\n')}`);
  return [{ Type: '/ObjStm', N: String(objects.length), First: String(first.length) }, data];
}

function alikeStream(rows: Rows): readonly [entries: Stream['entries'], data: Uint8Array] {
  const { first, text } = rowStream(rows);
  const entries = { Type: '/ObjStm', N: String(rows.objects.length), First: String(first), ...predicted(rows.width) };
  return [entries, differences(bytesOf(text), rows.width)];
}

function rowsOf(entries: readonly (Entry | undefined)[], count: number): Uint8Array {
  const rows = new Uint8Array(count * COLUMNS);
  for (let i = 0; i < count; i += 1) {
    const [kind, place, index] = entries[i] ?? [0, 0, 65535];
    rows.set([kind, place >>> 24, place >>> 16, place >>> 8, place, index >>> 8, index], i * COLUMNS);
  }
  return differences(rows, COLUMNS);
}

interface Table {
  /** Where each object stands that jsPDF wrote, in the order of the file. */
  readonly offsets: readonly { readonly number: number; readonly from: number; readonly to: number }[];
  /** Numbers of its own catalog and information dictionary. */
  readonly left: ReadonlySet<number>;
  /** Length of what stands before the first object. */
  readonly header: number;
}

/** Reads the table and the trailer at the end of what jsPDF wrote. An object that was only numbered stands in the table as if at its end. */
function tableOf(written: Uint8Array): Table {
  const tail = latin1(written.subarray(-64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const text = latin1(written.subarray(start));
  const rows = [...text.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset], i) => ({ number: i + 1, from: Number(offset) }));
  const placed = rows.filter(({ from }) => from < start).sort((a, b) => a.from - b.from);
  const left = new Set([...text.matchAll(/\/(?:Root|Info) (\d+) 0 R/g)].map(([, number]) => Number(number)));
  if (left.size !== 2 || placed.length === 0) throw new Error('jsPDF wrote a file of another form');
  return {
    offsets: placed.map((row, i) => ({ ...row, to: placed[i + 1]?.from ?? start })),
    left,
    header: placed[0]?.from ?? 0,
  };
}

/** What jsPDF puts for a page on which nothing was drawn. */
const EMPTY = '<<\n>>';

/** What stands between `obj` and `endobj`. */
function bodyOf(object: Uint8Array): string {
  const found = /^\d+ 0 obj\n(.*)\nendobj\n$/s.exec(latin1(object));
  if (!found) throw new Error('jsPDF wrote an object of another form');
  return found[1] ?? '';
}

const latin1 = binaryString;

const listed = (entries: Stream['entries'], length: number, packed: boolean): readonly string[] =>
  Object.entries({ ...entries, Length: String(length), ...(packed ? { Filter: '/FlateDecode' } : {}) }).map(
    ([key, value]) => `/${key} ${value}`,
  );

/** Bytes one after another. */
class Growing {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  bytes(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  text(text: string): void {
    this.bytes(bytesOf(text));
  }

  /** A stream as it stands in a page or in an attachment, an entry a line. */
  stream(number: number, entries: Stream['entries'], data: Uint8Array, packed = true): void {
    const bytes = packed ? zlibSync(data) : data;
    this.#object(number, `\n${listed(entries, bytes.length, packed).join('\n')}\n`, bytes);
  }

  /** A stream of objects or of places, its entries on one line. It is small and alike, so what takes longer is worth it. */
  table(number: number, entries: Stream['entries'], data: Uint8Array): void {
    const bytes = zlibSync(data, { level: 9 });
    this.#object(number, listed(entries, bytes.length, true).join(' '), bytes);
  }

  #object(number: number, dictionary: string, bytes: Uint8Array): void {
    this.text(`${number} 0 obj\n<<${dictionary}>>\nstream\n`);
    this.bytes(bytes);
    this.text('\nendstream\nendobj\n');
  }

  all(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
