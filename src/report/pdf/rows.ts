/**
 * Objects that are alike, in rows of one length: then each row is written as its difference from the one above (PNG's "up", predictor
 * 12), which is almost nothing. Thousands of cells of a table differ in a few numbers, and deflate alone sees no order in them.
 */

export type Body = readonly [number: number, text: string];

/** A number between separators: of an object, a mark, a place in a list. Spaces before it change nothing. */
const NUMBER = /(?<=[ [])\d+(?=[ \]>])/g;
/** A text may hold what looks like a number and is none. */
const HAS_TEXT = /\(/;
const REFERENCES = /^\[\d+ 0 R(?: \d+ 0 R)*\]$/;
/** Fewer are not worth a stream. */
const LEAST = 16;
/** Length of a row that tells where an object stands. */
const PLACE = { number: 8, offset: 9 } as const;
const PLACE_WIDTH = PLACE.number + PLACE.offset;

/** Objects of a stream, each a row or several. */
export interface Rows {
  readonly width: number;
  readonly objects: readonly (readonly [number: number, rows: readonly string[]])[];
}

/** Sets those aside that go into rows, each kind for itself. */
export function inRows(bodies: readonly Body[]): { readonly rows: readonly Rows[]; readonly others: readonly Body[] } {
  const kinds = new Map<string, Body[]>();
  for (const body of bodies) {
    const kind = kindOf(body[1]);
    const alike = kinds.get(kind);
    if (alike) alike.push(body);
    else kinds.set(kind, [body]);
  }
  const rows: Rows[] = [];
  const others: Body[] = [];
  for (const [kind, alike] of kinds) {
    if (kind === LIST) rows.push(lists(alike));
    else if (kind !== OTHER && alike.length >= LEAST) rows.push(rowsOf(alike));
    else others.push(...alike);
  }
  return { rows, others };
}

const LIST = 'list';
const OTHER = 'other';

function kindOf(text: string): string {
  if (HAS_TEXT.test(text)) return OTHER;
  return REFERENCES.test(text) ? LIST : text.replace(NUMBER, '#');
}

/** Each number as wide as the widest that stands in its place. */
function rowsOf(alike: readonly Body[]): Rows {
  const numbers = alike.map(([, text]) => text.match(NUMBER) ?? []);
  const widths = (numbers[0] ?? []).map((_, i) => numbers.reduce((most, row) => Math.max(most, (row[i] ?? '').length), 0));
  const set = alike.map(([number, text]) => {
    let i = -1;
    return [
      number,
      text.replace(NUMBER, (found) => {
        i += 1;
        return found.padStart(widths[i] ?? 0);
      }),
    ] as const;
  });
  const width = Math.max(PLACE_WIDTH, set[0]?.[1].length ?? 0) + 1;
  return { width, objects: set.map(([number, text]) => [number, [text]]) };
}

/** A reference a row. */
function lists(alike: readonly Body[]): Rows {
  const row = (reference: string): string => reference.padStart(PLACE_WIDTH);
  return {
    width: PLACE_WIDTH + 1,
    objects: alike.map(([number, text]) => [number, ['[', ...(text.match(/\d+ 0 R/g) ?? []).map(row), ']']]),
  };
}

/** The content of an object stream of them: where each stands, in rows as well, then the objects. `first`: length of the former. */
export function rowStream({ width, objects }: Rows): { readonly first: number; readonly text: string } {
  let offset = 0;
  const places: string[] = [];
  const texts: string[] = [];
  const line = (text: string): string => `${text.padEnd(width - 1)}\n`;
  for (const [number, rows] of objects) {
    places.push(line(`${String(number).padStart(PLACE.number)}${String(offset).padStart(PLACE.offset)}`));
    offset += rows.length * width;
    for (const row of rows) texts.push(line(row));
  }
  return { first: places.length * width, text: [...places, ...texts].join('') };
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
