/** Ways to spoil a file: blind ones for bytes, some for the words of its language, some for its structure. The same dice, the same file. */

/** Numbers from 0 up to `most`, without it. */
export type Dice = (most: number) => number;

/** Mulberry32: small, quick, and the same everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * most);
  };
}

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T;

const BYTES: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0xe2, 0x80, 0xae],
  [0x0a],
  [0x22],
  [0x5c],
  [0x7b],
  [0x5d],
];

/** One to three changes anywhere in it. */
export function spoiledBytes(dice: Dice, bytes: Uint8Array): Uint8Array {
  let changed = bytes;
  for (let n = 1 + dice(3); n > 0; n -= 1) changed = spoiledOnce(dice, changed);
  return changed;
}

function spoiledOnce(dice: Dice, bytes: Uint8Array): Uint8Array {
  const at = dice(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + dice(40));
  const before = bytes.subarray(0, at);
  const piece = bytes.subarray(at, end);
  switch (dice(7)) {
    case 0: {
      const flipped = bytes.slice();
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << dice(8));
      return flipped;
    }
    case 1:
      return joined(before, pick(dice, BYTES), bytes.subarray(at));
    case 2:
      return joined(before, bytes.subarray(end));
    case 3:
      return joined(before, piece, bytes.subarray(at));
    case 4:
      return before.slice();
    case 5: {
      const to = dice(bytes.length + 1);
      const rest = joined(before, bytes.subarray(end));
      return joined(rest.subarray(0, to), piece, rest.subarray(to));
    }
    default:
      return joined(
        before,
        Array.from(piece, () => dice(256)),
        bytes.subarray(end),
      );
  }
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Text that goes wrong somewhere: hidden, turning, half, formula, markup, names that mean something to JavaScript. */
const STRANGE: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u0007\u001b[31m',
  '\u202egnp.exe',
  '\u2066\u2069\u200f',
  '\u00ad\u200b\ufeff',
  `Z${'\u0335'.repeat(300)}`,
  '\ud83d\ude00\u200d\ud83d\ude80',
  '港口 ميناء נמל',
  '=HYPERLINK("https://example.org")',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'endstream endobj',
  'constructor',
  'hasOwnProperty',
  'toString',
  '__proto__',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  'x'.repeat(30_000),
  '\uffff\ufdd0',
  'İıſ',
];

const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '0.1',
  '1e21',
  '100.0000001',
  '5e-324',
  '01',
  '+1',
  '.5',
  '1.',
  'NaN',
  '0x10',
];
const LITERALS = ['null', 'true', 'false', '[]', '{}', '""', '[null]', '{"":{}}', 'undefined', "'x'", '[', '{', ']', '}', ',', ':', '"'];
const ESCAPED = [
  '"\\ud800"',
  '"\\udc00x"',
  '"\\u0000"',
  '"\\x"',
  '"\\u12"',
  '"__proto__"',
  '"constructor"',
  '"\\u005f\\u005fproto\\u005f\\u005f"',
  '"tab\there"',
];

const tokenFor = (dice: Dice): string => {
  switch (dice(6)) {
    case 0:
      return pick(dice, NUMBERS);
    case 1:
      return pick(dice, LITERALS);
    case 2:
      return pick(dice, ESCAPED);
    case 3:
      return JSON.stringify(pick(dice, STRANGE));
    case 4:
      return '['.repeat(60 + dice(10)) + ']'.repeat(60 + dice(10));
    default:
      return '/* note */';
  }
};

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:]/g;

/** Words of JSON dropped, doubled, exchanged and replaced; keys told twice. */
export function spoiledTokens(dice: Dice, text: string): string {
  const tokens = text.match(TOKEN) ?? [];
  for (let n = 1 + dice(3); n > 0; n -= 1) {
    const at = dice(tokens.length);
    switch (dice(5)) {
      case 0:
        tokens.splice(at, 1 + dice(3));
        break;
      case 1:
        tokens.splice(at, 0, ...tokens.slice(at, at + 1 + dice(6)));
        break;
      case 2: {
        const other = dice(tokens.length);
        [tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
        break;
      }
      case 3: {
        const key = tokens.findIndex((token, i) => i >= at && token === ':');
        if (key > 0) tokens.splice(key - 1, 0, pick(dice, [tokens[key - 1] ?? '""', ...ESCAPED]), ':', tokenFor(dice), ',');
        break;
      }
      default:
        tokens[at] = tokenFor(dice);
    }
  }
  return tokens.join('');
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = { readonly holder: Json[] | { [key: string]: Json }; readonly key: string };

function placesIn(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key });
    placesIn((value as { [key: string]: Json })[key] ?? null, found);
  }
  return found;
}

const get = ({ holder, key }: Place): Json => (holder as { [key: string]: Json })[key] ?? null;
function put({ holder, key }: Place, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}
const copied = (value: Json): Json => structuredClone(value);

/** Values of another kind, moved, exchanged, renamed, repeated, wrapped, left out: mostly sound JSON of an unsound shape. */
export function spoiledStructure(dice: Dice, value: unknown): string {
  const root = structuredClone(value) as Json;
  for (let n = dice(3) ? 1 : 1 + dice(4); n > 0; n -= 1) {
    const places = placesIn(root);
    if (places.length === 0) break;
    spoilPlace(dice, pick(dice, places), places);
  }
  return JSON.stringify(root);
}

function spoilPlace(dice: Dice, place: Place, places: readonly Place[]): void {
  const { holder, key } = place;
  const now = get(place);
  switch (dice(14)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 1:
      put(place, copied(get(pick(dice, places))));
      break;
    case 2: {
      const other = pick(dice, places);
      const [a, b] = [copied(now), copied(get(other))];
      put(place, b);
      put(other, a);
      break;
    }
    case 3:
      if (Array.isArray(holder)) holder.push(...Array.from({ length: 1 + dice(20) }, () => copied(now)));
      else put({ holder, key: pick(dice, ['extra', 'toString', 'length', ...STRANGE.slice(0, 6)]) }, now);
      break;
    case 4:
      put(place, wrapped(dice, now));
      break;
    case 5:
      put(place, pick<Json>(dice, [null, true, 0, -1, 1e308, -1e308, 2 ** 53, 0.1 + 0.2, 101, '', [], {}, [[]], 'x']));
      break;
    case 6:
    case 7: {
      // The same kind elsewhere: ids that name something else, or the same thing twice.
      const alike = places.filter((one) => typeof get(one) === typeof now);
      put(place, copied(get(pick(dice, alike))));
      break;
    }
    case 8:
      if (Array.isArray(now)) put(place, dice(2) ? [] : [...now].reverse());
      break;
    default:
      put(place, near(dice, now));
  }
}

function wrapped(dice: Dice, value: Json): Json {
  let deep = value;
  for (let levels = 1 + dice(70); levels > 0; levels -= 1) deep = dice(2) ? [deep] : { of: deep };
  return deep;
}

/** A value of the same kind, not far away. */
function near(dice: Dice, now: Json): Json {
  if (typeof now === 'number') return now * pick(dice, [-1, 0, 0.5, 1.1, 3, 10, 1e9, 1e300]);
  if (typeof now === 'boolean') return !now;
  if (typeof now !== 'string') return now;
  const at = dice(now.length + 1);
  return now.slice(0, at) + pick(dice, STRANGE) + now.slice(at + dice(2));
}

const TAG = /<[^>]*>|[^<]+/g;
const MARKUP = [
  '<',
  '&',
  '&lt;',
  '&#0;',
  '&#xD800;',
  '&x;',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x ?>',
  '<x a="1" a="2"/>',
  '-1',
  '1e9',
];

/** Tags and texts dropped, doubled, exchanged, nested and replaced. */
export function spoiledXml(dice: Dice, text: string): string {
  const parts = text.match(TAG) ?? [];
  for (let n = 1 + dice(3); n > 0; n -= 1) {
    const at = dice(parts.length);
    switch (dice(6)) {
      case 0:
        parts.splice(at, 1 + dice(4));
        break;
      case 1:
        parts.splice(at, 0, ...parts.slice(at, at + 1 + dice(12)));
        break;
      case 2: {
        const other = dice(parts.length);
        [parts[at], parts[other]] = [parts[other] ?? '', parts[at] ?? ''];
        break;
      }
      case 3:
        parts.splice(at, 0, '<x>'.repeat(1 + dice(80)));
        break;
      case 4:
        parts.splice(at, 0, pick(dice, MARKUP));
        break;
      default:
        parts[at] = dice(2) ? pick(dice, STRANGE) : pick(dice, MARKUP);
    }
  }
  return parts.join('');
}
