/**
 * The incremental update that holds a signature (ISO 32000-1, 7.5.6 and 12.8): first page and catalog anew, a field that is not seen,
 * the signature, and cross-references of the kind that the report has. Everything but date and CMS follows from the report.
 */

import { pdfDate, reference } from '../pdf/objects.ts';
import { bytesOf } from './der.ts';
import type { DictionaryObject, Form } from './form.ts';

/** Room for the CMS, in bytes: a signature by a long RSA key with the certificates of three issuers. */
export const ROOM = 8192;

/** The update, with a CMS of zeros. Places are counted from the beginning of the file. */
export interface Update {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the hex of the CMS stands, without its brackets; these and what is between them are not signed. */
  readonly contents: readonly [start: number, end: number];
  /** Where the date stands, with its brackets. */
  readonly date: readonly [start: number, end: number];
}

/** @param at time of signing, an ISO instant in UTC; the file keeps its seconds */
export function updateOf(form: Form, at: string): Update {
  const [field, signature, references] = [form.size, form.size + 1, form.size + 2];
  const places = new Map<number, number>();
  let text = '';
  const object = (number: number, entries: string): void => {
    places.set(number, form.length + text.length);
    text += `${number} 0 obj\n<<${entries}>>\nendobj\n`;
  };
  object(form.page.number, withField(form.page, field));
  object(form.root.number, withForm(form.root, field, signature));
  // Without extent, so nothing has to be drawn or tagged; printed (4) and locked (128).
  object(
    field,
    `/Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] /P ${reference(form.page.number)} /V ${reference(signature)}`,
  );
  const [date, zeros] = [pdfDate(at), '0'.repeat(2 * ROOM)];
  const head = `/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${NO_CHANGES} /M `;
  const begin = form.length + text.length + `${signature} 0 obj\n<<`.length + head.length;
  const contents = begin + `${date} /Contents <`.length;
  const end = contents + zeros.length;
  object(signature, `${head}${date} /Contents <${zeros}> /ByteRange ${BLANK}`);
  places.set(references, form.length + text.length);
  text += crossReferences(form, places, references);
  // Of fixed width, since the length of the file depends on it.
  const [second, rest] = [end + 1, form.length + text.length - end - 1];
  text = text.replace(BLANK, `[0 ${wide(contents - 1)} ${wide(second)} ${wide(rest)}]`);
  return {
    bytes: bytesOf(text),
    contents: [contents, end],
    date: [begin, begin + date.length],
  };
}

/** A certification that permits no change at all (12.8.2.2). */
const NO_CHANGES = '/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P 1 /V /1.2>>>>]';

const wide = (place: number): string => String(place).padStart(10);
const BLANK = `[0 ${wide(0)} ${wide(0)} ${wide(0)}]`;

const withField = ({ entries }: DictionaryObject, field: number): string =>
  entries.includes('\n/Annots [')
    ? entries.replace('\n/Annots [', `\n/Annots [${reference(field)} `)
    : `${entries}/Annots [${reference(field)}]\n`;

const withForm = ({ entries }: DictionaryObject, field: number, signature: number): string =>
  `${entries}\n/AcroForm <</Fields [${reference(field)}] /SigFlags 3>>\n/Perms <</DocMDP ${reference(signature)}>>\n`;

/** The stream of cross-references with its own place in it, and the end of the file. */
function crossReferences(form: Form, places: ReadonlyMap<number, number>, number: number): string {
  const sorted = [...places].sort(([a], [b]) => a - b);
  const rows = sorted.map(([, place]) =>
    String.fromCharCode(1, place >>> 24, (place >>> 16) & 255, (place >>> 8) & 255, place & 255, 0, 0),
  );
  const index = sorted.map(([one]) => `${one} 1`).join(' ');
  const data = rows.join('');
  const entries = `/Type /XRef /Size ${number + 1} /W [1 4 2] /Index [${index}] /Root ${reference(form.root.number)} /Info ${form.information} /ID ${form.id} /Prev ${form.references} /Length ${data.length}`;
  return `${number} 0 obj\n<<${entries}>>\nstream\n${data}\nendstream\nendobj\nstartxref\n${places.get(number)}\n%%EOF\n`;
}
