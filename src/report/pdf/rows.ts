/**
 * Objects that are alike, in rows of one length: then each row is written as its difference from the one above (PNG's "up", predictor
 * 12), which is almost nothing. Thousands of cells of a table differ in a few numbers, and deflate alone sees no order in them.
 */
import { bytesOf } from './objects.ts';

/** Objects that differ in numbers alone. `form`: their text, with `#` for each number; `values`: the numbers, whole and not negative. */
export interface Alike {
  readonly form: string;
  readonly objects: readonly (readonly [number: number, values: readonly number[]])[];
}
/** An object that is a list of references, none of them empty. */
export type List = readonly [number: number, to: readonly number[]];

/** Fewer are not worth a stream. */
const LEAST = 16;
/** Most references of a list in one row. */
const MOST_ABREAST = 12;
/** Between two lists. */
const BETWEEN = '][';
/** Length of a row that tells where an object stands. */
const PLACE = { number: 8, offset: 9 } as const;
const PLACE_WIDTH = PLACE.number + PLACE.offset;
const [SPACE, LINE_END] = [0x20, 0x0a];

/** Objects of a stream, in rows of `width` bytes. */
export interface Rows {
  readonly width: number;
  /** Each with where it begins in the rows. */
  readonly objects: readonly (readonly [number: number, at: number])[];
  /** Whole rows. */
  readonly bytes: Uint8Array;
}

export const isWorthRows = ({ objects }: Alike): boolean => objects.length >= LEAST;

/** An object with its text. */
export type Body = readonly [number: number, text: string];

/** An object as its form and its numbers. */
export type Formed = readonly [form: string, number: number, values: readonly number[]];

/** That of an object with no text in it that could be taken for a number. */
export function formed([number, text]: Body): Formed {
  if (/[#(]/.test(text)) throw new Error(`no numbers can be told from text in object ${number}`);
  const values: number[] = [];
  const form = text.replace(/(?<=[ [])\d+(?=[ \]>\n])/g, (found) => {
    values.push(Number(found));
    return '#';
  });
  return [form, number, values];
}

export function byForm(objects: readonly Formed[]): readonly Alike[] {
  const forms = new Map<string, { form: string; objects: [number: number, values: readonly number[]][] }>();
  for (const [form, number, values] of objects) {
    const found = forms.get(form);
    if (found) found.objects.push([number, values]);
    else forms.set(form, { form, objects: [[number, values]] });
  }
  return [...forms.values()];
}

/** The text of an object. */
export function filled(form: string, values: readonly number[]): string {
  let i = 0;
  return form.replaceAll('#', () => String(values[i++]));
}

/** So many at a time. */
export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** An object a row, each number as wide as the widest that stands in its place: spaces before one change nothing. */
export function rowsOf({ form, objects }: Alike): Rows {
  const [begin = '', ...parts] = form.split('#');
  const ends: number[] = [];
  let text = begin;
  parts.forEach((part, i) => {
    text += ' '.repeat(digits(objects.reduce((most, [, values]) => Math.max(most, values[i] ?? 0), 0)));
    ends.push(text.length);
    text += part;
  });
  const width = Math.max(PLACE_WIDTH, text.length) + 1;
  const row = bytesOf(`${text.padEnd(width - 1)}\n`);
  const bytes = new Uint8Array(objects.length * width);
  objects.forEach(([, values], i) => {
    bytes.set(row, i * width);
    for (let n = 0; n < ends.length; n += 1) putNumber(bytes, i * width + (ends[n] ?? 0), values[n] ?? 0);
  });
  return { width, objects: objects.map(([number], i) => [number, i * width]), bytes };
}

/**
 * All references one after another, and as many in a row as makes rows step on evenly: the marks of a table run from cell to cell, and
 * again with each row. Where a list ends and the next begins stands in room that every reference has before it.
 */
export function listsOf(lists: readonly List[]): Rows {
  const all = lists.flatMap(([, to]) => to);
  const abreast = period(all);
  const end = ' 0 R';
  const cell = BETWEEN.length + digits(all.reduce((most, number) => Math.max(most, number), 0)) + end.length;
  const width = Math.max(PLACE_WIDTH, cell * abreast) + 1;
  // After the last reference there is at least its own row's end, which the end of the last list may take.
  const count = Math.ceil((all.length + 1) / abreast);
  const bytes = new Uint8Array(count * width).fill(SPACE);
  for (let row = 1; row <= count; row += 1) bytes[row * width - 1] = LINE_END;
  const placeOf = (i: number): number => Math.floor(i / abreast) * width + (i % abreast) * cell;
  const last = bytesOf(end);
  const objects: (readonly [number: number, at: number])[] = [];
  let i = 0;
  for (const [number, to] of lists) {
    bytes.set(bytesOf(i === 0 ? BETWEEN.replace(']', ' ') : BETWEEN), placeOf(i));
    objects.push([number, placeOf(i) + BETWEEN.indexOf('[')]);
    for (const reference of to) {
      const at = placeOf(i) + cell - end.length;
      putNumber(bytes, at, reference);
      bytes.set(last, at);
      i += 1;
    }
  }
  bytes.set(bytesOf(']'), placeOf(i));
  return { width, objects, bytes };
}

/** After how many numbers they most often step on as they did before. */
function period(numbers: readonly number[]): number {
  const step = (at: number, lag: number): number => (numbers[at] ?? 0) - (numbers[at - lag] ?? 0);
  let [best, most] = [1, -1];
  for (let lag = 1; lag <= MOST_ABREAST; lag += 1) {
    let even = 0;
    for (let i = 2 * lag; i < numbers.length; i += 1) if (step(i, lag) === step(i - lag, lag)) even += 1;
    if (even > most) [best, most] = [lag, even];
  }
  return best;
}

const digits = (number: number): number => String(number).length;

/** Puts a number so that it ends before `end`. */
function putNumber(bytes: Uint8Array, end: number, number: number): void {
  let rest = number;
  let at = end;
  do {
    at -= 1;
    bytes[at] = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
  } while (rest > 0);
}

/** The content of an object stream of them: where each stands, in rows as well, then the objects. `first`: length of the former. */
export function rowStream({ width, objects, bytes }: Rows): { readonly first: number; readonly data: Uint8Array } {
  const first = objects.length * width;
  const data = new Uint8Array(first + bytes.length).fill(SPACE, 0, first);
  objects.forEach(([number, at], i) => {
    putNumber(data, i * width + PLACE.number, number);
    putNumber(data, i * width + PLACE_WIDTH, at);
    data[(i + 1) * width - 1] = LINE_END;
  });
  data.set(bytes, first);
  return { first, data };
}

/** Rows of `width` bytes, each as its difference from the one above with the number of that method before it. */
export function differences(rows: Uint8Array, width: number): Uint8Array {
  const count = rows.length / width;
  const set = new Uint8Array(count * (width + 1));
  for (let row = 0; row < count; row += 1) {
    const [from, to] = [row * width, row * (width + 1)];
    set[to] = 2;
    for (let i = 0; i < width; i += 1) set[to + 1 + i] = (rows[from + i] ?? 0) - (row === 0 ? 0 : (rows[from - width + i] ?? 0));
  }
  return set;
}

/** What tells a reader of it. */
export const predicted = (width: number) => ({ DecodeParms: `<</Predictor 12 /Columns ${width}>>` });
