/**
 * Whether a file is the report that its own data give. Nothing in it is trusted: the record is taken out, checked like any file from
 * outside, reckoned again, set and written again with our own code, and then every byte is compared. RULES.md has the rules.
 */
import { canonicalJson, sha256Hex } from '../../core/canonical.ts';
import { ENGINE } from '../../core/engine.ts';
import type { Document } from '../blocks.ts';
import type { FontSet } from '../fonts/faces.ts';
import { writePdf } from '../pdf/write.ts';
import { attached } from '../record/build.ts';
import { remade } from '../record/document.ts';
import { parseRecord } from '../record/read.ts';
import type { ReportRecord } from '../record/record.ts';
import { APP_VERSION } from '../version.ts';
import { commonLength, find, holds, startsWith } from './bytes.ts';
import { differences, Expected } from './difference.ts';
import { type Attachment, attachmentIn, beginning, claimsToBeOurs, END, unpacked } from './extract.ts';
import { NoCryptography, type Signature, type SignatureIn } from './signature.ts';
import { firstDifference } from './values.ts';
import { isUnchanged, type Judged, type Reason } from './verdict.ts';

export interface VerifierSetup {
  /** What it rejects with is no verdict, and is passed on. */
  readonly fonts: (document: Document) => Promise<FontSet>;
  readonly signatureIn: SignatureIn;
  /** SHA-256 (lower-case hex) of reports, records and keys that are known from elsewhere. */
  readonly known?: ReadonlySet<string> | undefined;
  /** Fingerprints of keys that are known, besides those on that list. */
  readonly keys?: ReadonlySet<string> | undefined;
}

/** What our own code makes of a record. */
interface Made {
  readonly record: ReportRecord;
  /** First place where the record says what its answers do not give; null where there is none. */
  readonly strays: string | null;
  readonly title: string;
  readonly date: string;
  readonly report: Expected;
}
/** Of an attachment: its text, the SHA-256 of that, and what comes of it or why nothing does. */
interface Read {
  readonly attachment: Attachment;
  readonly json: string;
  readonly sha256: string;
  readonly made: Made | Judged;
}

export class Verifier {
  readonly #setup: VerifierSetup;
  /** What was read last: of copies of one report it is written once. */
  #last: Read | undefined;

  constructor(setup: VerifierSetup) {
    this.#setup = setup;
  }

  async verify(bytes: Uint8Array): Promise<Judged> {
    const judged = await this.#judge(bytes);
    const { known } = this.#setup;
    if (!known) return judged;
    const parts = isUnchanged(judged) ? hashesIn(judged) : [];
    const listed = [sha256Hex(bytes), ...parts].some((hash) => known.has(hash));
    // Of what was changed a list has nothing to say.
    if (judged.verdict === 'changed') return { ...judged, listed };
    return { ...judged, listed, reasons: [...judged.reasons, { code: listed ? 'listed' : 'not-listed' }] };
  }

  async #judge(bytes: Uint8Array): Promise<Judged> {
    if (!claimsToBeOurs(bytes)) return { verdict: 'not-ours', reasons: [{ code: 'none-of-ours' }] };
    const start = beginning(bytes);
    if (start > 0) {
      const rest = await this.#judge(bytes.subarray(start));
      return changed({ code: 'before', bytes: start }, ...(rest.verdict === 'changed' ? rest.reasons : []));
    }
    const attachment = attachmentIn(bytes);
    if (!attachment) return changed(startsWith(bytes, END, bytes.length - END.length) ? { code: 'no-data' } : cutOff(bytes));
    const last = this.#last && isSame(this.#last.attachment, attachment) ? this.#last : undefined;
    const json = last ? last.json : unpacked(attachment);
    if (json === null) return changed({ code: 'data-unreadable' });
    const sha256 = last ? last.sha256 : sha256Hex(json);
    if (!isStated(bytes, sha256)) return changed({ code: 'data' });
    const made = last ? last.made : await this.#make(json);
    // A copy of the bytes, or the whole file would be held.
    this.#last = last ?? { attachment: { ...attachment, stream: attachment.stream.slice() }, json, sha256, made };
    if ('verdict' in made) return made;
    const { title, date } = made;
    return { ...(await this.#compare(bytes, made)), title, date, data: sha256 };
  }

  async #make(json: string): Promise<Made | Judged> {
    const parsed = parseRecord(json);
    if (!parsed.ok) {
      const [first] = parsed.problems;
      return first?.code === 'format'
        ? { verdict: 'not-ours', reasons: [{ code: 'other-form', format: String(first.params.found) }] }
        : changed({ code: 'data-refused', where: first?.path ?? '' });
    }
    const record = parsed.value;
    // A record that passes every check and still makes no report: whoever forged it chose how that fails.
    const again = attempt(() => (canonicalJson(record) === json ? remade(record) : null));
    if (!again) return changed({ code: 'data-refused', where: '' });
    const fonts = await this.#setup.fonts(again.document);
    const written = attempt(() => writePdf(again.document, fonts));
    if (!written?.ok) return changed({ code: 'data-refused', where: written?.problems[0]?.path ?? '' });
    const { title, date } = again.document;
    const own = JSON.parse(attached(again.record).json);
    return {
      record,
      strays: firstDifference(JSON.parse(json), { ...own, engine: record.engine }),
      title,
      date,
      report: new Expected(written.value),
    };
  }

  async #compare(bytes: Uint8Array, { record, strays, report }: Made): Promise<Judged> {
    const same = commonLength(report.bytes, bytes);
    const withheld: readonly Reason[] = record.kind === 'redacted' ? [{ code: 'redacted', of: record.redacted.full.sha256 }] : [];
    if (same === report.bytes.length) {
      const ending = await this.#ending(bytes, same);
      if ('verdict' in ending) return ending;
      const all: Reason = { code: 'same', bytes: same, sha256: sha256Hex(bytes.subarray(0, same)) };
      const { signature } = ending;
      const reasons = [all, ...withheld, signedBy(signature)];
      if (!signature) return { verdict: 'unsigned', reasons };
      const { known, keys } = this.#setup;
      return { verdict: known?.has(signature.key) || keys?.has(signature.key) ? 'signed-known' : 'signed-unknown', reasons };
    }
    const { version } = record.app;
    const made: readonly Reason[] =
      version === APP_VERSION && record.engine === ENGINE ? [] : [{ code: 'version', version, engine: record.engine }];
    if (strays !== null) return changed({ code: 'result', where: strays }, ...made);
    const end = find(bytes, END) + END.length;
    const isOther = made.length > 0;
    if (end < END.length) return changed(...(isOther ? [cutOff(bytes), ...made] : differences(report, bytes, same)));
    if (!isOther) return changed(...differences(report, bytes.subarray(0, end), same), ...(await this.#flaws(bytes, end)));
    const ending = await this.#ending(bytes, end);
    if ('verdict' in ending) return changed(...ending.reasons, ...made);
    // Its pages cannot be written again here, so only what is around them is looked at; of a redacted one that leaves nothing to reckon.
    const reasons = [...made, ...withheld, { code: 'pages-not-compared' } as const, signedBy(ending.signature)];
    return { verdict: record.kind === 'redacted' ? 'not-ours' : 'other-version', reasons };
  }

  /** What is wrong with what follows; of what was changed before it, nobody needs to know where it cannot be told. */
  async #flaws(bytes: Uint8Array, length: number): Promise<readonly Reason[]> {
    try {
      const ending = await this.#ending(bytes, length);
      return 'verdict' in ending ? ending.reasons : [];
    } catch (error) {
      if (error instanceof NoCryptography) return [];
      throw error;
    }
  }

  /** What follows the report's own bytes: nothing, or a signature that holds; else it was changed. */
  async #ending(bytes: Uint8Array, length: number): Promise<Judged | { readonly signature: Signature | null }> {
    if (bytes.length === length) return { signature: null };
    const found = await this.#setup.signatureIn(bytes, length);
    switch (found) {
      case 'none':
        return changed({ code: 'after', bytes: bytes.length - length });
      case 'broken':
        return changed({ code: 'signature' });
      case 'followed':
        return changed({ code: 'after-signature' });
      default:
        return { signature: found };
    }
  }
}

/** Of what is unchanged: those of the record, of the report without its signature, and of the key. */
const hashesIn = ({ data, reasons }: Judged): readonly string[] => [
  ...(data === undefined ? [] : [data]),
  ...reasons.flatMap((reason) => (reason.code === 'same' ? [reason.sha256] : reason.code === 'signed' ? [reason.key] : [])),
];

const signedBy = (signature: Signature | null): Reason => (signature ? { code: 'signed', ...signature } : { code: 'no-signature' });

const cutOff = (bytes: Uint8Array): Reason => ({ code: 'cut-off', bytes: bytes.length, of: null });

const changed = (...reasons: readonly Reason[]): Judged => ({ verdict: 'changed', reasons });

/**
 * Whether the file itself names this hash: in its metadata, or as its id. Two places, so that damage to one is not taken for
 * damage to the data.
 */
const isStated = (bytes: Uint8Array, sha256: string): boolean =>
  holds(bytes, `>${sha256}<`) || holds(bytes, `<${sha256.slice(0, 32).toUpperCase()}>`);

const isSame = (a: Attachment, b: Attachment): boolean =>
  a.size === b.size && a.stream.length === b.stream.length && commonLength(a.stream, b.stream) === a.stream.length;

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
