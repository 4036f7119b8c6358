/** Whether files were made with the questionnaires that were released under those names (SPEC D1). */
import lock from '../../questionnaires/lock.json';
import { hashOf } from '../core/canonical.ts';
import { releasedProblems } from '../core/check/released.ts';
import type { Assessment } from '../core/format/assessment.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { parseAssessment } from '../core/parse.ts';
import type { Outcome, Problem } from '../core/problems.ts';
import { readFile } from './io.ts';

/** Of a questionnaire at `path`: that it is not the published one, where it says that it is. */
export const alterations = (questionnaire: Questionnaire, path: string): readonly Problem[] =>
  releasedProblems(questionnaire, hashOf(questionnaire), lock, path);

/** Reads an assessment file; null where it is not sound. Every problem and warning goes to the error output. */
export const readAssessment = (file: string): Assessment | null => readFile(file, parse);

function parse(text: string): Outcome<Assessment> {
  const parsed = parseAssessment(text);
  return parsed.ok ? { ...parsed, warnings: [...alterations(parsed.value.questionnaire, '/questionnaire'), ...parsed.warnings] } : parsed;
}
