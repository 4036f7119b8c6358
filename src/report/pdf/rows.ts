/**
 * Objects that are alike, in rows of one length: then each row is written as its difference from the one above (PNG's "up", predictor
 * 12), which is almost nothing. Thousands of cells of a table differ in a few numbers, and deflate alone sees no order in them.
 */
import { type Alike, bytesOf } from './objects.ts';

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
/** Rows are as long as a multiple of it: then the last digit of a place is always the same, and the others step on evenly. */
const STEP = 10;
const [SPACE, LINE_END] = [0x20, 0x0a];

/** Objects of a stream, in rows of `width` bytes. */
export interface Rows {
  readonly width: number;
  /** The objects, and where each begins in the rows. */
  readonly numbers: readonly number[];
  readonly places: readonly number[];
  /** Whole rows. */
  readonly bytes: Uint8Array;
}

export const isWorthRows = ({ numbers }: Alike): boolean => numbers.length >= LEAST;

/** An object with its text. */
export type Body = readonly [number: number, text: string];

/** Objects with no text in them that could be taken for a number, those of one form together. */
export function byForm(objects: readonly Body[]): readonly Alike[] {
  const forms = new Map<string, { readonly form: string; readonly numbers: number[]; readonly values: number[] }>();
  for (const [number, text] of objects) {
    if (/[#(]/.test(text)) throw new Error(`no numbers can be told from text in object ${number}`);
    const values: number[] = [];
    const form = text.replace(/(?<=[ [])\d+(?=[ \]>\n])/g, (found) => {
      values.push(Number(found));
      return '#';
    });
    const found = forms.get(form) ?? { form, numbers: [], values: [] };
    forms.set(form, found);
    found.numbers.push(number);
    found.values.push(...values);
  }
  return [...forms.values()];
}

/** Each object with its text. */
export function bodiesOf({ form, numbers, values }: Alike): readonly Body[] {
  let i = 0;
  return numbers.map((number) => [number, form.replaceAll('#', () => String(values[i++]))]);
}

/** In parts of at most so many objects. */
export function partsOf({ form, numbers, values }: Alike, size: number): readonly Alike[] {
  const each = values.length / numbers.length;
  return chunks(numbers, size).map((some, i) => ({
    form,
    numbers: some,
    values: values.slice(i * size * each, (i * size + some.length) * each),
  }));
}

/** So many at a time. */
export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** An object a row, each number as wide as the widest that stands in its place: spaces before one change nothing. */
export function rowsOf({ form, numbers, values }: Alike): Rows {
  const [begin = '', ...parts] = form.split('#');
  const each = parts.length;
  const most = parts.map(() => 0);
  for (let i = 0; i < values.length; i += 1) most[i % each] = Math.max(most[i % each] ?? 0, values[i] ?? 0);
  let text = begin;
  const ends = parts.map((part, i) => {
    text += ' '.repeat(digits(most[i] ?? 0));
    const end = text.length;
    text += part;
    return end;
  });
  const width = widthFor(text.length);
  const row = bytesOf(`${text.padEnd(width - 1)}\n`);
  const bytes = new Uint8Array(numbers.length * width);
  for (let i = 0; i < numbers.length; i += 1) {
    bytes.set(row, i * width);
    for (let n = 0; n < each; n += 1) putNumber(bytes, i * width + (ends[n] ?? 0), values[i * each + n] ?? 0);
  }
  return { width, numbers, places: numbers.map((_, i) => i * width), bytes };
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
  const width = widthFor(cell * abreast);
  // After the last reference there is at least its own row's end, which the end of the last list may take.
  const count = Math.ceil((all.length + 1) / abreast);
  const bytes = new Uint8Array(count * width).fill(SPACE);
  for (let row = 1; row <= count; row += 1) bytes[row * width - 1] = LINE_END;
  const placeOf = (i: number): number => Math.floor(i / abreast) * width + (i % abreast) * cell;
  const last = bytesOf(end);
  const places: number[] = [];
  let i = 0;
  for (const [, to] of lists) {
    bytes.set(bytesOf(i === 0 ? BETWEEN.replace(']', ' ') : BETWEEN), placeOf(i));
    places.push(placeOf(i) + BETWEEN.indexOf('['));
    for (const reference of to) {
      const at = placeOf(i) + cell - end.length;
      putNumber(bytes, at, reference);
      bytes.set(last, at);
      i += 1;
    }
  }
  bytes.set(bytesOf(']'), placeOf(i));
  return { width, numbers: lists.map(([number]) => number), places, bytes };
}

/** For so many bytes and a line end. */
const widthFor = (length: number): number => Math.ceil((Math.max(PLACE_WIDTH, length) + 1) / STEP) * STEP;

/** After how many numbers they most often step on as they did before. */
function period(numbers: readonly number[]): number {
  let best = 1;
  let most = -1;
  for (let lag = 1; lag <= MOST_ABREAST; lag += 1) {
    let even = 0;
    for (let i = 2 * lag; i < numbers.length; i += 1) {
      const before = numbers[i - lag] ?? 0;
      if ((numbers[i] ?? 0) - before === before - (numbers[i - 2 * lag] ?? 0)) even += 1;
    }
    if (even > most) {
      best = lag;
      most = even;
    }
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

/** The content of an object stream of them: where each stands, as many in a row as fit, then the objects. `first`: length of the former. */
export function rowStream({ width, numbers, places, bytes }: Rows): { readonly first: number; readonly data: Uint8Array } {
  const abreast = Math.floor((width - 1) / PLACE_WIDTH);
  const first = Math.ceil(numbers.length / abreast) * width;
  const data = new Uint8Array(first + bytes.length).fill(SPACE, 0, first);
  numbers.forEach((number, i) => {
    const at = Math.floor(i / abreast) * width + (i % abreast) * PLACE_WIDTH;
    putNumber(data, at + PLACE.number, number);
    putNumber(data, at + PLACE_WIDTH, places[i] ?? 0);
  });
  for (let end = width; end <= first; end += width) data[end - 1] = LINE_END;
  data.set(bytes, first);
  return { first, data };
}

/** Rows of `width` bytes, each as its difference from the one above with the number of that method before it. */
export function differences(rows: Uint8Array, width: number): Uint8Array {
  const count = rows.length / width;
  const set = new Uint8Array(count * (width + 1));
  let to = 0;
  let from = 0;
  for (let row = 0; row < count; row += 1) {
    set[to++] = 2;
    for (let end = from + width; from < end; from += 1) set[to++] = (rows[from] ?? 0) - (rows[from - width] ?? 0);
  }
  return set;
}

/** What tells a reader of it. */
export const predicted = (width: number) => ({ DecodeParms: `<</Predictor 12 /Columns ${width}>>` });
