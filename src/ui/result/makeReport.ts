import { isFinal } from '../../core/line.ts';
import type { Outcome } from '../../core/problems.ts';
import type { Language } from '../../i18n/languages.ts';
import type { ProcedureContext } from '../../report/comparison/procedure.ts';
import type { Edition } from '../../report/record/edition.ts';
import { APP_VERSION } from '../../report/version.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { assessmentIn } from '../final/assessment.ts';
import { type Pdf, pdfOf } from './pdf.ts';

/**
 * The report of the open assessment as PDF with the SHA-256 of the record in it, or every character in it that the fonts cannot show.
 * @throws where parts of the app or a font cannot be had
 */
export async function makeReport(open: OpenAssessment, language: Language): Promise<Outcome<Pdf & { readonly record: string }>> {
  const { model, state, result } = open;
  const [{ reportDocument }, procedure, edition] = await Promise.all([import('../../report/document.ts'), tenderOf(open), editionIn(open)]);
  const assessment = assessmentIn(open);
  const document = reportDocument({ assessment, model, state, result, procedure, language, appVersion: APP_VERSION, edition });
  const made = await pdfOf(document, state.details.title || state.details.vendor || open.assessment.id);
  return made.ok ? { ...made, value: { ...made.value, record: document.dataHash } } : made;
}

/** What a final one says of its place among the versions on this device. */
async function editionIn(open: OpenAssessment): Promise<Edition | undefined> {
  if (!isFinal(open.history)) return undefined;
  const { editionOf } = await import('../final/issue.ts');
  return editionOf(open);
}

/** The tender that the assessment is a bid of, for its seal and what was changed since. */
async function tenderOf(open: OpenAssessment): Promise<ProcedureContext | undefined> {
  const { procedure: id } = open.assessment;
  if (id === undefined) return undefined;
  const [{ readProcedure }, { procedureContext }] = await Promise.all([
    import('../../store/procedures.ts'),
    import('../../report/comparison/procedure.ts'),
  ]);
  const found = await readProcedure(id);
  return found ? procedureContext(found.procedure, [assessmentIn(open)]) : undefined;
}
