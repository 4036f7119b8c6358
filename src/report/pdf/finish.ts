/**
 * The form of the file (ISO 32000-1, 7.5.7 and 7.5.8): streams stand where jsPDF wrote them, all other objects are compressed together
 * in object streams, and the cross-references are a stream too. Nothing of jsPDF's table and trailer is kept.
 *
 * For whoever appends to a report: the last object of the file is the cross-reference stream at `startxref`. Its dictionary is
 * uncompressed text and has `/Size`, `/Root`, `/Info` and `/ID`; `/W [1 4 2]`, predictor 12, no `/Index`. An update must bring
 * cross-references of the same kind (a stream with `/Prev`), and replaces an object by writing it anew, uncompressed, under its number.
 * The catalog and the first page stand as plain text, since a signature replaces both.
 */
import { zlibSync } from 'fflate';
import { binaryString, reference } from './objects.ts';
import { type Body, differences, inRows, predicted, type Rows, rowStream } from './rows.ts';

interface Parts {
  /** What jsPDF wrote. */
  readonly written: Uint8Array;
  /** Bodies of the objects that it did not write, by number; ASCII. */
  readonly objects: ReadonlyMap<number, string>;
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

export function finished({ written, objects, root, information, firstPage, id }: Parts): Uint8Array {
  const file = new Growing();
  const entries: Entry[] = [[0, 0, 65535]];
  const bodies: Body[] = [];
  const { offsets, left, header } = tableOf(written);
  file.bytes(written.subarray(0, header));
  const plainly = (number: number, object: Uint8Array): void => {
    entries[number] = [1, file.length, 0];
    file.bytes(object);
  };
  for (const { number, from, to } of offsets) {
    if (left.has(number)) continue;
    const object = written.subarray(from, to);
    if (number === firstPage || endsWith(object, END_OF_STREAM)) plainly(number, object);
    else bodies.push([number, bodyOf(object)]);
  }
  for (const [number, body] of objects) {
    if (number === root) plainly(number, ascii(`${number} 0 obj\n${body}\nendobj\n`));
    else bodies.push([number, body]);
  }
  bodies.sort(([a], [b]) => a - b);
  let next = bodies.reduce((most, [number]) => Math.max(most, number), entries.length - 1) + 1;
  const together = <T extends readonly [number: number, ...rest: unknown[]]>(
    objects: readonly T[],
    stream: (some: readonly T[]) => readonly [entries: string, data: Uint8Array],
  ): void => {
    for (let at = 0; at < objects.length; at += TOGETHER) {
      const some = objects.slice(at, at + TOGETHER);
      some.forEach(([number], index) => {
        entries[number] = [2, next, index];
      });
      entries[next] = [1, file.length, 0];
      file.object(next, ...stream(some));
      next += 1;
    }
  };
  const { rows, others } = inRows(bodies);
  together(others, objectStream);
  for (const { width, objects: alike } of rows) together(alike, (some) => alikeStream({ width, objects: some }));
  const start = file.length;
  entries[next] = [1, start, 0];
  const trailer = [
    '/Type /XRef',
    `/Size ${next + 1}`,
    `/W [${ROW.kind} ${ROW.place} ${ROW.index}]`,
    `/Root ${reference(root)}`,
    `/Info ${reference(information)}`,
    `/ID [<${id.toUpperCase()}> <${id.toUpperCase()}>]`,
    predicted(COLUMNS),
  ];
  file.object(next, trailer.join(' '), rowsOf(entries, next + 1));
  file.text(`startxref\n${start}\n%%EOF\n`);
  return file.all();
}

/** The numbers and places of objects, then the objects themselves. */
function objectStream(objects: readonly Body[]): readonly [entries: string, data: Uint8Array] {
  let at = 0;
  const places = objects.map(([number, body]) => {
    const place = `${number} ${at}`;
    at += body.length + 1;
    return place;
  });
  const first = `${places.join(' ')}\n`;
  const data = ascii(`${first}${objects.map(([, body]) => body).join('\n')}`);
  return [`/Type /ObjStm /N ${objects.length} /First ${first.length}`, data];
}

function alikeStream(rows: Rows): readonly [entries: string, data: Uint8Array] {
  const { first, text } = rowStream(rows);
  return [`/Type /ObjStm /N ${rows.objects.length} /First ${first} ${predicted(rows.width)}`, differences(ascii(text), rows.width)];
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

const END_OF_STREAM = 'endstream\nendobj\n';

function endsWith(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes.subarray(-text.length)) === text;
}

/** What stands between `obj` and `endobj`. */
function bodyOf(object: Uint8Array): string {
  const found = /^\d+ 0 obj\n(.*)\nendobj\n$/s.exec(latin1(object));
  if (!found) throw new Error('jsPDF wrote an object of another form');
  return found[1] ?? '';
}

const latin1 = binaryString;

function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Bytes one after another. */
class Growing {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  bytes(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  text(text: string): void {
    this.bytes(ascii(text));
  }

  /** A stream that is compressed here. */
  object(number: number, entries: string, data: Uint8Array): void {
    const packed = zlibSync(data, { level: 9 });
    this.text(`${number} 0 obj\n<<${entries} /Length ${packed.length} /Filter /FlateDecode>>\nstream\n`);
    this.bytes(packed);
    this.text(`\n${END_OF_STREAM}`);
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
