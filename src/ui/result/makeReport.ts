import type { Assessment } from '../../core/format/assessment.ts';
import type { Outcome } from '../../core/problems.ts';
import type { Language } from '../../i18n/languages.ts';
import { APP_VERSION } from '../../report/version.ts';
import type { OpenAssessment } from '../../store/workspace.ts';

/**
 * The report of the open assessment as PDF, or every character in it that the fonts cannot show. What makes it (and jsPDF with
 * it) is fetched only now.
 * @throws where parts of the app or a font cannot be had
 */
export async function makeReport(
  open: OpenAssessment,
  language: Language,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>> {
  const [{ reportDocument }, { writePdf }, { loadFonts }] = await Promise.all([
    import('../../report/document.ts'),
    import('../../report/pdf/write.ts'),
    import('../../report/fonts/load.ts'),
  ]);
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
  const written = writePdf(document, await loadFonts());
  if (!written.ok) return written;
  return {
    ok: true,
    value: { name: fileName(state.details.title || state.details.vendor || id), bytes: new Uint8Array(written.value) },
    warnings: [],
  };
}

/** Letters and digits of the title, joined by hyphens: fit for any file system. */
const fileName = (title: string): string =>
  `${
    title
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'report'
  }.pdf`;
