/** Values and objects of the PDF file, apart from how jsPDF is brought to write them. */

/**
 * Objects that differ in numbers alone. `form`: their text, with `#` for each number; `values`: the numbers, whole and not negative, those
 * of an object after those of the one before.
 */
export interface Alike {
  readonly form: string;
  /** Of the objects. */
  readonly numbers: readonly number[];
  readonly values: readonly number[];
}

/** Where objects go. Numbers are given before bodies are written, so that objects can point at each other. */
export interface ObjectSink {
  readonly reserve: () => number;
  readonly put: (id: number, body: string) => void;
  /** No two calls have one form. */
  readonly alike: (objects: Alike) => void;
  /** A list of references, not empty. */
  readonly list: (id: number, to: readonly number[]) => void;
  /** `entries`: of the stream's dictionary, its length and filter left to the sink. */
  readonly stream: (id: number, data: Uint8Array, entries?: Readonly<Record<string, string>>) => void;
  /** The same, left as it is. */
  readonly plain: (id: number, data: Uint8Array, entries?: Readonly<Record<string, string>>) => void;
}

/** The object of each page, by index. */
export type PageObject = (page: number) => number;

export function reference(id: number): string {
  return `${id} 0 R`;
}

/**
 * Plain words as they are (ISO 32000-1, 7.9.2). Any other text as UTF-16 with its byte order mark, in hex: so no byte of it can be
 * taken for a line end, a bracket or a name, whoever reads the file.
 */
export function textString(text: string): string {
  if (PLAIN.test(text)) return `(${text})`;
  let digits = 'FEFF';
  for (let i = 0; i < text.length; i += 1) digits += hex(text.charCodeAt(i), 4);
  return `<${digits}>`;
}

const PLAIN = /^[\w .,:;'"!?%&+=-]*$/;

/** A language by its tag (BCP 47). Throws on what is none: the caller made it. */
export function languageTag(tag: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) throw new Error(`language: expected a tag, found ${tag}`);
  return `(${tag})`;
}

/** UTF-16 code units of a code point, in hex. */
export function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  let digits = '';
  for (let i = 0; i < text.length; i += 1) digits += hex(text.charCodeAt(i), 4);
  return digits;
}

export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** Rows of a character map, in blocks of a hundred, as many as one may have (Adobe Technical Note 5014). */
export function inHundreds(rows: readonly string[], kind: 'bfchar' | 'cidrange'): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100);
    blocks.push(`${some.length} begin${kind}\n${some.join('\n')}\nend${kind}`);
  }
  return blocks;
}

/** The bytes of a text that has one character a byte. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** One character a byte. */
export function binaryString(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x2000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  return parts.join('');
}

/** An ISO instant in UTC (`2026-11-23T09:30:00Z`) as a PDF date. Throws on anything else: the caller made it. */
export function pdfDate(instant: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant);
  if (!found) throw new Error(`document date: expected an ISO instant in UTC, found ${instant}`);
  return `(D:${found.slice(1).join('')}Z)`;
}
