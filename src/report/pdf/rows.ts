/**
 * Objects that are alike, in rows of one length: then each row is written as its difference from the one above (PNG's "up", predictor
 * 12), which is almost nothing. Thousands of cells of a table differ in a few numbers, and deflate alone sees no order in them.
 */

export type Body = readonly [number: number, text: string];

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

/** Sets those aside that go into rows, each form for itself. */
export function inRows(bodies: readonly Body[]): { readonly rows: readonly Rows[]; readonly others: readonly Body[] } {
  const forms = new Map<string, Formed[]>();
  const lists: Formed[] = [];
  const others: Body[] = [];
  for (const body of bodies) {
    const formed = formedOf(body);
    if (formed === undefined) others.push(body);
    else if (isList(body[1])) lists.push(formed);
    else {
      const alike = forms.get(formed.form);
      if (alike) alike.push(formed);
      else forms.set(formed.form, [formed]);
    }
  }
  const rows = lists.length > 0 ? [listsOf(lists)] : [];
  for (const alike of forms.values()) {
    if (alike.length >= LEAST) rows.push(rowsOf(alike));
    else others.push(...alike.map(({ body }) => body));
  }
  return { rows, others };
}

interface Formed {
  readonly body: Body;
  /** Its text with each number replaced by `#`. */
  readonly form: string;
  readonly numbers: readonly string[];
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const [SPACE, OPEN, CLOSE, MORE, TEXT] = [...' []>('].map((sign) => sign.charCodeAt(0));

/**
 * Numbers that stand between separators: of an object, a mark, a place in a list. Spaces before one change nothing. Undefined where
 * there is a text, which may hold what looks like a number and is none.
 */
function formedOf(body: Body): Formed | undefined {
  const [, text] = body;
  const numbers: string[] = [];
  let form = '';
  let after = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === TEXT) return undefined;
    if (!isDigit(code)) continue;
    const from = i;
    while (isDigit(text.charCodeAt(i))) i += 1;
    const [before, next] = [text.charCodeAt(from - 1), text.charCodeAt(i)];
    // What ended the number is looked at next, since it may be the beginning of a text.
    i -= 1;
    if ((before !== SPACE && before !== OPEN) || (next !== SPACE && next !== CLOSE && next !== MORE)) continue;
    numbers.push(text.slice(from, i + 1));
    form += `${text.slice(after, from)}#`;
    after = i + 1;
  }
  return { body, form: form + text.slice(after), numbers };
}

const isList = (text: string): boolean => /^\[\d+ 0 R(?: \d+ 0 R)*\]$/.test(text);

/** Each number as wide as the widest that stands in its place. */
function rowsOf(alike: readonly Formed[]): Rows {
  const widths = (alike[0]?.numbers ?? []).map((_, i) => alike.reduce((most, { numbers }) => Math.max(most, numbers[i]?.length ?? 0), 0));
  const [begin = '', ...parts] = (alike[0]?.form ?? '').split('#');
  const set = alike.map(({ body, numbers }) => {
    let text = begin;
    for (let i = 0; i < parts.length; i += 1) text += `${(numbers[i] ?? '').padStart(widths[i] ?? 0)}${parts[i]}`;
    return [body[0], [text]] as const;
  });
  return { width: Math.max(PLACE_WIDTH, set[0]?.[1][0]?.length ?? 0) + 1, objects: set };
}

/** A reference a row; every second number of a list is that of an object. */
function listsOf(alike: readonly Formed[]): Rows {
  const rows = (numbers: readonly string[]): readonly string[] =>
    numbers.filter((_, i) => i % 2 === 0).map((number) => `${number} 0 R`.padStart(PLACE_WIDTH));
  return { width: PLACE_WIDTH + 1, objects: alike.map(({ body, numbers }) => [body[0], ['[', ...rows(numbers), ']']]) };
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
