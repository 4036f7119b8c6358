/** Giving a report out: which version took its place is looked up before it is made, and it is entered in the register when it is handed over. */
import { sha256Hex } from '../../core/canonical.ts';
import { finalOf } from '../../core/editions/versions.ts';
import type { Withheld } from '../../core/format/redacted.ts';
import type { Outcome } from '../../core/problems.ts';
import { redact } from '../../core/redaction/redact.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Edition } from '../../report/record/edition.ts';
import { APP_VERSION } from '../../report/version.ts';
import { versionsAfter } from '../../store/editions.ts';
import { enterReport, type IssuedLine } from '../../store/register.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { type Pdf, pdfOf } from '../result/pdf.ts';
import { assessmentIn } from './assessment.ts';

/** What the report of a final assessment says of its place among the versions on this device. */
export async function editionOf({ assessment: { id }, history }: OpenAssessment): Promise<Edition | undefined> {
  if (!finalOf(history)) return undefined;
  const by = (await versionsAfter(id)).find((one) => one.final);
  return by?.final ? { supersededBy: { assessment: by.id, number: by.final.number, day: by.final.day } } : undefined;
}

/** Enters a report in the register. `record`: SHA-256 of the record in it. @throws if it could not be saved */
export function enter(open: OpenAssessment, kind: IssuedLine['kind'], bytes: Uint8Array, record: string): Promise<void> {
  const { details } = open.state;
  const final = finalOf(open.history);
  return enterReport({
    kind,
    assessment: open.assessment.id,
    title: details.title || details.vendor || '',
    number: final?.number ?? '',
    day: final?.day ?? '',
    retention: final?.retention ?? '',
    disposal: final?.disposal ?? '',
    pdf: sha256Hex(bytes),
    record,
  });
}

/**
 * The report of the redacted variant, entered in the register; or every character in it that the fonts cannot show.
 * @throws where parts of the app or a font cannot be had, or it could not be entered
 */
export async function makeRedacted(open: OpenAssessment, withheld: readonly Withheld[], language: Language): Promise<Outcome<Pdf>> {
  const { redactedDocument } = await import('../../report/redacted/document.ts');
  const redacted = redact(assessmentIn(open), withheld);
  const document = redactedDocument({ redacted, language, appVersion: APP_VERSION, edition: await editionOf(open) });
  const { title, vendor } = redacted.details;
  const made = await pdfOf(document, [title || vendor || open.assessment.id, 'redacted'].join(' '));
  if (made.ok) await enter(open, 'redacted', made.value.bytes, document.dataHash);
  return made;
}
