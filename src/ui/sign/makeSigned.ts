import type { Outcome } from '../../core/problems.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Signer } from '../../report/sign/sign.ts';
import { now } from '../../store/identity.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { makeReport } from '../result/makeReport.ts';
import type { Pdf } from '../result/pdf.ts';

/**
 * The report of the open assessment, signed now; or why it could not be made or signed.
 * @throws where parts of the app or a font cannot be had
 */
export async function makeSigned(
  open: OpenAssessment,
  signer: Signer,
  language: Language,
): Promise<Outcome<Pdf & { readonly record: string }>> {
  const [made, { signReport }] = await Promise.all([makeReport(open, language), import('../../report/sign/sign.ts')]);
  if (!made.ok) return made;
  const signed = await signReport(made.value.bytes, signer, now(), crypto);
  if (!signed.ok) return signed;
  return { ...signed, value: { ...made.value, name: made.value.name.replace(/(?=\.pdf$)/, '-signed'), bytes: signed.value } };
}
