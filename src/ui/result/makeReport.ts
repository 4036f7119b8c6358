import type { Assessment } from '../../core/format/assessment.ts';
import type { Outcome } from '../../core/problems.ts';
import type { Language } from '../../i18n/languages.ts';
import type { ProcedureContext } from '../../report/comparison/procedure.ts';
import { APP_VERSION } from '../../report/version.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { type Pdf, pdfOf } from './pdf.ts';

/**
 * The report of the open assessment as PDF, or every character in it that the fonts cannot show.
 * @throws where parts of the app or a font cannot be had
 */
export async function makeReport(open: OpenAssessment, language: Language): Promise<Outcome<Pdf>> {
  const { model, state, result } = open;
  const [{ reportDocument }, procedure] = await Promise.all([import('../../report/document.ts'), tenderOf(open)]);
  const assessment = assessmentIn(open);
  const document = reportDocument({ assessment, model, state, result, procedure, language, appVersion: APP_VERSION });
  return pdfOf(document, state.details.title || state.details.vendor || open.assessment.id);
}

function assessmentIn({ assessment: { id, created }, model: { questionnaire, policy, facts }, history }: OpenAssessment): Assessment {
  return { format: 'soundings-assessment/1', id, created, questionnaire, policy, facts, history };
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
