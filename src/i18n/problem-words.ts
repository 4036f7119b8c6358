import type { Problem } from '../core/problems.ts';
import type { ProblemKey } from './languages.ts';
import type { Translate } from './translator.ts';

/** The sentence of a problem: what was expected and what was found. Its place is for the caller to show (`problem.path`). */
export function sayProblem(t: Translate<ProblemKey>, problem: Problem): string {
  const { expected } = problem.params;
  const named = typeof expected === 'string' && expected.startsWith('@');
  // Codes and names of expectations are closed by the core; a test holds every one against the language file.
  const params = named ? { ...problem.params, expected: t(`expected.${expected.slice(1)}` as ProblemKey) } : problem.params;
  return t(`problem.${problem.code}` as ProblemKey, params);
}

/** The sentence with its place in front, for one-line listings. */
export const sayProblemAt = (t: Translate<ProblemKey>, problem: Problem): string =>
  t('problem.at', { path: problem.path === '' ? t('problem.whole') : problem.path, sentence: sayProblem(t, problem) });
