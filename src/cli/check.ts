import { hashOf } from '../core/canonical.ts';
import { PROCEDURE_FORMAT, type Procedure } from '../core/format/procedure.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { readJson } from '../core/json.ts';
import { parseProcedure, parseQuestionnaire } from '../core/parse.ts';
import { below, type Outcome, type Problem } from '../core/problems.ts';
import { sealCode } from '../core/procedure/seal.ts';
import { foldProcedure } from '../core/procedure/state.ts';
import { readOutcome, STATUS, say } from './io.ts';
import { alterations } from './released.ts';

/** One JSON object a line: what each file holds, and how many problems the check found; they are named on the error output. */
export function check(files: readonly string[]): number {
  let status: number = STATUS.well;
  for (const file of files) {
    const outcome = readOutcome(file, parse);
    const found = outcome.ok ? outcome.warnings : outcome.problems;
    if (found.length > 0) status = STATUS.problems;
    say(
      JSON.stringify({
        file,
        ok: found.length === 0,
        problems: found.filter((one) => one.severity === 'error').length,
        warnings: found.filter((one) => one.severity === 'warning').length,
        ...(outcome.ok ? outcome.value : {}),
      }),
    );
  }
  return status;
}

/** A procedure where the file says so, otherwise a questionnaire; and what a script is told of it. */
function parse(text: string): Outcome<object> {
  const json = readJson(text);
  const isProcedure = json.ok && (json.value as { readonly format?: unknown } | null)?.format === PROCEDURE_FORMAT;
  return isProcedure
    ? told(parseProcedure(text), ofProcedure, ({ questionnaires }) =>
        questionnaires.flatMap((one, i) => alterations(one, below('', 'questionnaires', i))),
      )
    : told(parseQuestionnaire(text), ofQuestionnaire, (questionnaire) => alterations(questionnaire, ''));
}

/** What passes itself off as a released questionnaire is refused here, where questionnaires are checked (SPEC D1). */
function told<T>(outcome: Outcome<T>, tell: (value: T) => object, altered: (value: T) => readonly Problem[]): Outcome<object> {
  if (!outcome.ok) return outcome;
  const refused = altered(outcome.value).map((one): Problem => ({ ...one, severity: 'error' }));
  return refused.length > 0 ? { ok: false, problems: [...refused, ...outcome.warnings] } : { ...outcome, value: tell(outcome.value) };
}

const ofQuestionnaire = (questionnaire: Questionnaire) => ({
  questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256: hashOf(questionnaire) },
  questions: questionnaire.sections.reduce((n, section) => n + section.pages.reduce((m, page) => m + page.questions.length, 0), 0),
  gates: questionnaire.gates.length,
});

function ofProcedure({ id, history }: Procedure) {
  const { details, lots, seal, deviations, bids } = foldProcedure(history);
  return {
    procedure: { id, number: details.number ?? null, seal: seal && sealCode(seal.sha256) },
    lots: lots.length,
    deviations: deviations.length,
    bids: bids.length,
  };
}
