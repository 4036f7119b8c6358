/**
 * The record in a report, found by the form in which our own writer puts it and no other: no table of references is read, no
 * later revision followed, no mistake forgiven. What is found is only a claim; `verify.ts` holds the whole file against it.
 */
import { RECORD_FILE } from '../pdf/archiveObjects.ts';
import { textString } from '../pdf/objects.ts';
import { PAPER } from '../pdf/theme.ts';
import { find, holds, inflated, startsWith, textOf } from './bytes.ts';

/** As the writer begins every file: the version, and four bytes that say it is binary. */
const HEADER = '%PDF-1.7\n%ºß¬à\n';
/** As it ends every file. */
export const END = '%%EOF\n';

/** Longest record, in bytes: many times that of a tender of a hundred bids. */
const MOST = 64 * 1024 * 1024;

/** In every report, each in another place: damage to one leaves the others. */
const MARKS = ['urn:soundings:report:1/', textString(RECORD_FILE)];
/** What every report begins with, down to where the first page names its contents. */
const OPENING = [
  `${HEADER}3 0 obj`,
  '<</Type /Page',
  '/Parent 1 0 R',
  '/Resources 2 0 R',
  `/MediaBox [0 0 ${PAPER.width.toFixed(16)} ${PAPER.height.toFixed(16)}]`,
  '/StructParents 0',
  '/Tabs /S',
  '',
].join('\n');

/**
 * Whether anything in it says that it was one of ours, however damaged. Of what was cut off, that it begins as one, be it one byte: no whole
 * file of anybody is that short.
 */
export function claimsToBeOurs(bytes: Uint8Array): boolean {
  if (MARKS.some((mark) => holds(bytes, mark))) return true;
  const start = Math.max(0, beginning(bytes));
  return OPENING.startsWith(textOf(bytes.subarray(start, start + OPENING.length)));
}

/** Where the header stands; -1 where it does not. */
export function beginning(bytes: Uint8Array): number {
  const [version = ''] = HEADER.split('\n');
  for (let at = find(bytes, version); at >= 0; at = find(bytes, version, at + 1)) if (startsWith(bytes, HEADER, at)) return at;
  return -1;
}

/** The attached stream as it stands in the file, and how long its content says it is. */
export interface Attachment {
  readonly stream: Uint8Array;
  readonly size: number;
}

const TYPE = '/Type /EmbeddedFile\n';
const OBJECT = '\n999999999 0 obj\n<<\n'.length;
const STREAM =
  /\d{1,9} 0 obj\n<<\n\/Type \/EmbeddedFile\n\/Subtype \/application#2Fjson\n\/Params <<\/Size (\d{1,9}) [^\n]*>>\n\/Length (\d{1,9})\n\/Filter \/FlateDecode\n>>\nstream\n/;

/** The first file that is attached; null where it is not in the writer's form. */
export function attachmentIn(bytes: Uint8Array): Attachment | null {
  const type = find(bytes, TYPE);
  if (type < 0) return null;
  const from = Math.max(0, type - OBJECT);
  const found = STREAM.exec(textOf(bytes.subarray(from, type + 400)));
  if (!found) return null;
  const start = from + found.index + found[0].length;
  const end = start + Number(found[2]);
  return startsWith(bytes, '\nendstream\nendobj\n', end) ? { stream: bytes.subarray(start, end), size: Number(found[1]) } : null;
}

/** The text of the record; null where it is not what the writer made. */
export function unpacked({ stream, size }: Attachment): string | null {
  const whole = size > MOST ? null : inflated(stream, size);
  try {
    return whole?.length === size ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole) : null;
  } catch {
    return null;
  }
}
