import type { Questionnaire } from '../format/questionnaire.ts';
import { type Problem, warning } from '../problems.ts';

/** SHA-256 of what was released, by `id@version`. */
export type Released = Readonly<Record<string, string>>;

/** Whether a questionnaire with this hash bears the id and version of a released one and is another text (SPEC D1). */
export function releasedProblems(
  { id, version }: Pick<Questionnaire, 'id' | 'version'>,
  found: string,
  released: Released,
  path: string,
): readonly Problem[] {
  const key = `${id}@${version}`;
  const expected = Object.hasOwn(released, key) ? released[key] : undefined;
  return expected === undefined || expected === found
    ? []
    : [warning(path, 'questionnaire-altered', { name: `${id} ${version}`, found, expected })];
}
