/** Values and objects of the PDF file, apart from how jsPDF is brought to write them. */

/** Where objects go. Numbers are given before bodies are written, so that objects can point at each other. */
export interface ObjectSink {
  readonly reserve: () => number;
  readonly put: (id: number, body: string) => void;
  /** `data`: one character a byte; `entries`: of the stream's dictionary, its length and filter left to the sink. */
  readonly stream: (id: number, data: string, entries?: Readonly<Record<string, string>>) => void;
  /** The same, left as it is. */
  readonly plain: (id: number, data: string, entries?: Readonly<Record<string, string>>) => void;
}

/** The object of each page, by index. */
export type PageObject = (page: number) => number;

export function reference(id: number): string {
  return `${id} 0 R`;
}

/** Text as UTF-16 with its byte order mark, in hex: the one form in which no byte can be taken for a line end. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i += 1) hex += unit(text.charCodeAt(i));
  return `<${hex}>`;
}

/** A language by its tag (BCP 47). Throws on what is none: the caller made it. */
export function languageTag(tag: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) throw new Error(`language: expected a tag, found ${tag}`);
  return `(${tag})`;
}

/** UTF-16 code units of a code point, in hex. */
export function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  let hex = '';
  for (let i = 0; i < text.length; i += 1) hex += unit(text.charCodeAt(i));
  return hex;
}

function unit(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
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
