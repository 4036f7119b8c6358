/**
 * Objects that are alike, in rows of one length: then each row is written as its difference from the one above (PNG's "up", predictor
 * 12), which is almost nothing. Thousands of cells of a table differ in a few numbers, and deflate alone sees no order in them.
 */

export type Body = readonly [number: number, text: string];

/** Fewer are not worth a stream. */
const LEAST = 16;
/** Most references of a list in one row. */
const MOST_ABREAST = 12;
/** Between two lists. */
const BETWEEN = '][';
/** Length of a row that tells where an object stands. */
const PLACE = { number: 8, offset: 9 } as const;
const PLACE_WIDTH = PLACE.number + PLACE.offset;

/** Objects of a stream, in rows of `width` characters. */
export interface Rows {
  readonly width: number;
  /** Each with where it begins in the text. */
  readonly objects: readonly (readonly [number: number, at: number])[];
  /** Whole rows. */
  readonly text: string;
}

/** Sets those aside that go into rows, each form for itself, at most `together` of them. */
export function inRows(bodies: readonly Body[], together: number): { readonly rows: readonly Rows[]; readonly others: readonly Body[] } {
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
  const rows = chunks(lists, together).map(listsOf);
  for (const alike of forms.values()) {
    if (alike.length >= LEAST) rows.push(...chunks(alike, together).map(rowsOf));
    else others.push(...alike.map(({ body }) => body));
  }
  return { rows, others };
}

/** So many at a time. */
export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

interface Formed {
  readonly body: Body;
  /** Its text with each number replaced by `#`. */
  readonly form: string;
  readonly numbers: readonly string[];
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const [SPACE, OPEN, CLOSE, MORE, LINE_END, TEXT] = [...' []>\n('].map((sign) => sign.charCodeAt(0));

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
    if ((before !== SPACE && before !== OPEN) || (next !== SPACE && next !== CLOSE && next !== MORE && next !== LINE_END)) continue;
    numbers.push(text.slice(from, i + 1));
    form += `${text.slice(after, from)}#`;
    after = i + 1;
  }
  return { body, form: form + text.slice(after), numbers };
}

const isList = (text: string): boolean => /^\[\d+ 0 R(?: \d+ 0 R)*\]$/.test(text);

/** An object a row, each number as wide as the widest that stands in its place. */
function rowsOf(alike: readonly Formed[]): Rows {
  const widths = (alike[0]?.numbers ?? []).map((_, i) => alike.reduce((most, { numbers }) => Math.max(most, numbers[i]?.length ?? 0), 0));
  const [begin = '', ...parts] = (alike[0]?.form ?? '').split('#');
  const set = alike.map(({ numbers }) => {
    let text = begin;
    for (let i = 0; i < parts.length; i += 1) text += `${(numbers[i] ?? '').padStart(widths[i] ?? 0)}${parts[i]}`;
    return text;
  });
  const width = Math.max(PLACE_WIDTH, set[0]?.length ?? 0) + 1;
  return {
    width,
    objects: alike.map(({ body }, i) => [body[0], i * width]),
    text: set.map((text) => `${text.padEnd(width - 1)}\n`).join(''),
  };
}

/**
 * All references one after another, and as many in a row as makes rows step on evenly: the marks of a table run from cell to cell, and
 * again with each row. Where a list ends and the next begins stands in room that every reference has before it.
 */
function listsOf(alike: readonly Formed[]): Rows {
  // Every second number of a list is that of an object.
  const lists = alike.map(({ numbers }) => numbers.filter((_, i) => i % 2 === 0).map(Number));
  const all = lists.flat();
  const abreast = period(all);
  const cell = BETWEEN.length + `${all.reduce((most, number) => Math.max(most, number), 0)} 0 R`.length;
  const row = Math.max(PLACE_WIDTH, cell * abreast);
  const rowEnd = `${' '.repeat(row - cell * abreast)}\n`;
  const objects: (readonly [number: number, at: number])[] = [];
  let text = '';
  let count = 0;
  lists.forEach((list, i) => {
    objects.push([alike[i]?.body[0] ?? 0, text.length + BETWEEN.indexOf('[')]);
    list.forEach((to, n) => {
      const before = n > 0 ? '' : i > 0 ? BETWEEN : BETWEEN.replace(']', ' ');
      text += `${before}${`${to} 0 R`.padStart(cell - before.length)}`;
      count += 1;
      if (count % abreast === 0) text += rowEnd;
    });
  });
  text += ']';
  return { width: row + 1, objects, text: `${text.padEnd(Math.ceil(text.length / (row + 1)) * (row + 1) - 1)}\n` };
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

/** The content of an object stream of them: where each stands, in rows as well, then the objects. `first`: length of the former. */
export function rowStream({ width, objects, text }: Rows): { readonly first: number; readonly text: string } {
  const places = objects.map(([number, at]) => {
    const place = `${String(number).padStart(PLACE.number)}${String(at).padStart(PLACE.offset)}`;
    return `${place.padEnd(width - 1)}\n`;
  });
  return { first: objects.length * width, text: `${places.join('')}${text}` };
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
