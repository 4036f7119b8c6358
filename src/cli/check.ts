import { hashOf } from '../core/canonical.ts';
import { parseQuestionnaire } from '../core/parse.ts';
import { readOutcome, STATUS, say } from './io.ts';

/** One JSON object a line: what each questionnaire file holds, and how many problems the check found; they are named on the error output. */
export function check(files: readonly string[]): number {
  let status: number = STATUS.well;
  for (const file of files) {
    const outcome = readOutcome(file, parseQuestionnaire);
    const found = outcome.ok ? outcome.warnings : outcome.problems;
    if (found.length > 0) status = STATUS.problems;
    const questionnaire = outcome.ok ? outcome.value : null;
    say(
      JSON.stringify({
        file,
        ok: found.length === 0,
        problems: found.filter((one) => one.severity === 'error').length,
        warnings: found.filter((one) => one.severity === 'warning').length,
        ...(questionnaire && {
          questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256: hashOf(questionnaire) },
          questions: questionnaire.sections.reduce((n, section) => n + section.pages.reduce((m, page) => m + page.questions.length, 0), 0),
          gates: questionnaire.gates.length,
        }),
      }),
    );
  }
  return status;
}
