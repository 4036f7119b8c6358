/** Reports as the app writes them, and ways to change them as somebody would who knows the format. */
import { deflateSync, inflateSync } from 'node:zlib';
import { fontsOf } from '../../../src/cli/fonts.ts';
import { canonicalJson, sha256Hex } from '../../../src/core/canonical.ts';
import type { Document } from '../../../src/report/blocks.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import type { AssessmentRecord } from '../../../src/report/record/record.ts';
import type { SignatureIn } from '../../../src/report/verify/signature.ts';
import type { Judged, Reason } from '../../../src/report/verify/verdict.ts';
import { Verifier } from '../../../src/report/verify/verify.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { inputOf, type Setup } from '../fixture.ts';

export const documentWith = (setup: Setup, appVersion = APP_VERSION): Document => reportDocument({ ...inputOf(setup), appVersion });

export async function written(document: Document): Promise<Uint8Array> {
  const outcome = writePdf(document, await fontsOf(document));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** A report with another record in it, and its SHA-256 in every place outside the pages. */
export function carrying(document: Document, change: (record: AssessmentRecord) => void): Promise<Uint8Array> {
  const record = JSON.parse(document.data) as AssessmentRecord;
  change(record);
  const data = canonicalJson(record);
  return written({ ...document, data, dataHash: sha256Hex(data) });
}

const unsigned: SignatureIn = async () => 'none';

export const verifier = (known?: ReadonlySet<string>, signatureIn = unsigned): Verifier =>
  new Verifier({ fonts: fontsOf, signatureIn, known });

export const verified = (bytes: Uint8Array, known?: ReadonlySet<string>): Promise<Judged> => verifier(known).verify(bytes);

/** What was found, in a word each: `page 1,3`, `after 4`. */
export const told = ({ verdict, reasons }: Judged): string => [verdict, ...reasons.map(word)].join(' · ');

function word(reason: Reason): string {
  if (reason.code === 'page') return `page ${reason.pages.join(',')}`;
  if (reason.code === 'before' || reason.code === 'after') return `${reason.code} ${reason.bytes}`;
  return 'where' in reason ? `${reason.code} ${reason.where}` : reason.code;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** The file with its text changed, one character a byte; it is an error if nothing changes. */
export function edited(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = latin1(bytes);
  const after = change(text);
  if (after === text) throw new Error('nothing was changed');
  return bytesOf(after);
}

const STREAM = /(\d+) 0 obj\n<<((?:(?!endobj)[\s\S])*?)\/Length \d+((?:(?!endobj)[\s\S])*?)>>\nstream\n([\s\S]*?)\nendstream\n/g;

/** The file with the first stream that answers to a description changed, packed again as it was. */
export function repacked(
  bytes: Uint8Array,
  which: (dictionary: string, number: number) => boolean,
  change: (content: string) => string,
): Uint8Array {
  const found = streamsIn(bytes).find(({ dictionary, number }) => which(dictionary, number));
  if (!found) throw new Error('no such stream');
  const packed = deflateSync(Buffer.from(change(found.content), 'latin1')).toString('latin1');
  return edited(bytes, (text) => text.replace(found.whole, () => found.again(packed)));
}

/** What a stream of a file says. */
export function contentOf(bytes: Uint8Array, which: (dictionary: string, number: number) => boolean): string {
  const found = streamsIn(bytes).find(({ dictionary, number }) => which(dictionary, number));
  if (!found) throw new Error('no such stream');
  return found.content;
}

const streamsIn = (bytes: Uint8Array) =>
  [...latin1(bytes).matchAll(STREAM)].map(([whole, number = '', before = '', after = '', data = '']) => ({
    whole,
    number: Number(number),
    dictionary: before + after,
    get content() {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
    },
    again: (packed: string) => `${number} 0 obj\n<<${before}/Length ${packed.length}${after}>>\nstream\n${packed}\nendstream\n`,
  }));

/** The contents of a page, by the page's number from 1: our writer gives 4 to those of the first, and the even ones in turn. */
export const contentsOf = (page: number) => (_: string, number: number) => number === 2 + 2 * page;

/** An object as it stands, from its number to its end. */
export function objectOf(bytes: Uint8Array, number: number): string {
  const text = latin1(bytes);
  const start = text.indexOf(`\n${number} 0 obj\n`) + 1;
  const end = text.indexOf('\nendobj\n', start) + '\nendobj\n'.length;
  if (start === 0 || end < start) throw new Error(`no object ${number}`);
  return text.slice(start, end);
}
