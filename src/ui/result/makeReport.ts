import type { Assessment } from '../../core/format/assessment.ts';
import type { Outcome } from '../../core/problems.ts';
import type { Language } from '../../i18n/languages.ts';
import { APP_VERSION } from '../../report/version.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { type Pdf, pdfOf } from './pdf.ts';

/**
 * The report of the open assessment as PDF, or every character in it that the fonts cannot show.
 * @throws where parts of the app or a font cannot be had
 */
export async function makeReport(open: OpenAssessment, language: Language): Promise<Outcome<Pdf>> {
  const { reportDocument } = await import('../../report/document.ts');
  const { model, state, result, history } = open;
  const { id, created } = open.assessment;
  const assessment: Assessment = {
    format: 'soundings-assessment/1',
    id,
    created,
    questionnaire: model.questionnaire,
    policy: model.policy,
    facts: model.facts,
    history,
  };
  const document = reportDocument({ assessment, model, state, result, language, appVersion: APP_VERSION });
  return pdfOf(document, state.details.title || state.details.vendor || id);
}
