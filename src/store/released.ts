/** Whether a questionnaire is the one that was released under its id and version (SPEC D1). Loaded when it is asked. */
import lock from '../../questionnaires/lock.json';
import { releasedProblems } from '../core/check/released.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import type { Problem } from '../core/problems.ts';

/** Of a questionnaire with this hash: that it is not the published one, where it says that it is. */
export const alterations = (questionnaire: Questionnaire, sha256: string): readonly Problem[] =>
  releasedProblems(questionnaire, sha256, lock, '');
