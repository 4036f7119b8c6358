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
import { Growing } from './growing.ts';
import { type Alike, bytesOf, reference } from './objects.ts';
import {
  type Body,
  bodiesOf,
  byForm,
  chunks,
  differences,
  isWorthRows,
  type List,
  listsOf,
  partsOf,
  predicted,
  type Rows,
  rowStream,
  rowsOf,
} from './rows.ts';

/** `packed`: compressed in the file. */
export interface Stream {
  readonly data: Uint8Array;
  readonly entries: Readonly<Record<string, string>>;
  readonly packed: boolean;
}

interface Parts {
  /** What jsPDF wrote, with an empty object for the content of each page; one character a byte. */
  readonly written: string;
  /** What the pages show, in their order. */
  readonly contents: readonly Uint8Array[];
  /** Bodies of the objects that it did not write, by number; ASCII. */
  readonly objects: ReadonlyMap<number, string>;
  readonly alike: readonly Alike[];
  readonly lists: readonly List[];
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

/**
 * How long is looked for what was there before (fflate's levels). Rows are much alike, and shrink by a tenth more for it; the greatest level saves no more
 * and takes many times as long where they are most alike. Of what is large, the record, a third of the time is saved for a fifteenth more bytes.
 */
const LEVEL = { rows: 8, usual: 6, large: 4 } as const;
/** In bytes. No page has as many. */
const LARGE = 100_000;
/** Room of fflate's index: more than that is slower to have than it finds anything. */
const ROOM = 2;

type Entry = readonly [kind: 0 | 1 | 2, place: number, index: number];
const FREE: Entry = [0, 0, 65535];

export function finished({ written, contents, objects, alike, lists, streams, root, information, firstPage, id }: Parts): Uint8Array {
  const file = new Growing(written.length);
  const entries: Entry[] = [FREE];
  const { offsets, left, header } = tableOf(written);
  if (!left.has(root + 1) || !left.has(root + 2)) throw new Error('jsPDF numbered its objects otherwise');
  file.text(written.slice(0, header));
  const here = (number: number): number => {
    entries[number] = [1, file.length, 0];
    return number;
  };
  const plainly = (number: number, body: string): void => file.text(`${here(number)} 0 obj\n${body}\nendobj\n`);
  const ofPages: Body[] = [];
  let page = 0;
  for (const { number, from, to } of offsets) {
    if (left.has(number)) continue;
    const body = bodyOf(written.slice(from, to));
    if (body === EMPTY) {
      putStream(file, here(number), {}, contents[page] ?? new Uint8Array());
      page += 1;
    } else if (number === firstPage) plainly(number, body);
    else ofPages.push([number, body]);
  }
  if (page !== contents.length) throw new Error(`jsPDF wrote ${page} of ${contents.length} pages`);
  for (const [number, { data, entries: own, packed }] of streams) putStream(file, here(number), own, data, packed);
  const others: Body[] = [];
  for (const [number, body] of objects) {
    if (number === root) plainly(number, body);
    else others.push([number, body]);
  }
  const rows = chunks(lists, TOGETHER).map(listsOf);
  for (const kind of [...byForm(ofPages), ...alike]) {
    if (isWorthRows(kind)) rows.push(...partsOf(kind, TOGETHER).map(rowsOf));
    else others.push(...bodiesOf(kind));
  }
  others.sort(([a], [b]) => a - b);
  const inStreams = [...chunks(others, TOGETHER).map(objectStream), ...rows.map(alikeStream)];
  let next = inStreams.reduce((most, { numbers }) => numbers.reduce((a, b) => Math.max(a, b), most), entries.length - 1) + 1;
  for (const { numbers, entries: own, data } of inStreams) {
    numbers.forEach((number, index) => {
      entries[number] = [2, next, index];
    });
    putTable(file, here(next), own, data);
    next += 1;
  }
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
  putTable(file, here(next), trailer, places(entries, next + 1));
  file.text(`startxref\n${start}\n%%EOF\n`);
  return file.copy();
}

interface ObjectStream {
  /** Of the objects in it, in their order. */
  readonly numbers: readonly number[];
  readonly entries: Stream['entries'];
  readonly data: Uint8Array;
}

/** The numbers and places of objects, then the objects themselves. */
function objectStream(objects: readonly Body[]): ObjectStream {
  let at = 0;
  const places = objects.map(([number, body]) => {
    const place = `${number} ${at}`;
    at += body.length + 1;
    return place;
  });
  const first = `${places.join(' ')}\n`;
  return {
    numbers: objects.map(([number]) => number),
    entries: { Type: '/ObjStm', N: String(objects.length), First: String(first.length) },
    data: bytesOf(`${first}${objects.map(([, body]) => body).join('\n')}`),
  };
}

function alikeStream(rows: Rows): ObjectStream {
  const { first, data } = rowStream(rows);
  return {
    numbers: rows.numbers,
    entries: { Type: '/ObjStm', N: String(rows.numbers.length), First: String(first), ...predicted(rows.width) },
    data: differences(data, rows.width),
  };
}

function places(entries: readonly (Entry | undefined)[], count: number): Uint8Array {
  const rows = new Uint8Array(count * COLUMNS);
  for (let i = 0; i < count; i += 1) {
    const entry = entries[i] ?? FREE;
    const at = i * COLUMNS;
    rows[at] = entry[0];
    rows[at + 1] = entry[1] >>> 24;
    rows[at + 2] = entry[1] >>> 16;
    rows[at + 3] = entry[1] >>> 8;
    rows[at + 4] = entry[1];
    rows[at + 5] = entry[2] >>> 8;
    rows[at + 6] = entry[2];
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
function tableOf(written: string): Table {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(written.slice(-64))?.[1]);
  const text = written.slice(start);
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
function bodyOf(object: string): string {
  const found = /^\d+ 0 obj\n(.*)\nendobj\n$/s.exec(object);
  if (!found) throw new Error('jsPDF wrote an object of another form');
  return found[1] ?? '';
}

const listed = (entries: Stream['entries'], length: number, packed: boolean): readonly string[] =>
  Object.entries({ ...entries, Length: String(length), ...(packed ? { Filter: '/FlateDecode' } : {}) }).map(
    ([key, value]) => `/${key} ${value}`,
  );

/** A stream as it stands in a page or in an attachment, an entry a line. */
function putStream(file: Growing, number: number, entries: Stream['entries'], data: Uint8Array, packed = true): void {
  const bytes = packed ? zlibSync(data, data.length < LARGE ? { level: LEVEL.usual } : { level: LEVEL.large, mem: ROOM }) : data;
  put(file, number, `\n${listed(entries, bytes.length, packed).join('\n')}\n`, bytes);
}

/** A stream of objects or of places, its entries on one line. */
function putTable(file: Growing, number: number, entries: Stream['entries'], data: Uint8Array): void {
  const bytes = zlibSync(data, { level: LEVEL.rows, mem: ROOM });
  put(file, number, listed(entries, bytes.length, true).join(' '), bytes);
}

function put(file: Growing, number: number, dictionary: string, bytes: Uint8Array): void {
  file.text(`${number} 0 obj\n<<${dictionary}>>\nstream\n`);
  file.bytes(bytes);
  file.text('\nendstream\nendobj\n');
}
