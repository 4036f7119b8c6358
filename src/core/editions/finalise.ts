/** What an assessment needs before it can be final (SPEC F1). */
import type { Final, Role } from '../format/final.ts';
import { ROLES } from '../format/final.ts';
import type { State } from '../line.ts';
import type { Model } from '../model.ts';
import { below, type Problem, problem } from '../problems.ts';
import type { Result } from '../result.ts';

/** A question that stands in the way: nobody has answered it, or evaluators differ on it. `mayApply`: it is not settled whether it applies. */
export interface InTheWay {
  readonly question: string;
  readonly why: 'open' | 'disputed';
  readonly mayApply: boolean;
}

/** In the order of the questionnaire; none: all that apply, or may, are answered, unknown or declined. */
export function standsInTheWay(model: Model, { disputed }: Pick<State, 'disputed'>, result: Result): readonly InTheWay[] {
  return model.items.flatMap(({ question: { id }, index }): readonly InTheWay[] => {
    const now = result.questions[index];
    if (now?.state !== 'open' || now.applicable === 'false') return [];
    return [{ question: id, why: disputed.has(id) ? 'disputed' : 'open', mayApply: now.applicable === 'undetermined' }];
  });
}

/** What is wrong with the names and days of a final entry at `path`: each person once, and no disposal before the day itself. */
export function signingProblems(final: Final, path: string): readonly Problem[] {
  const blank = ROLES.filter((role) => plain(final[role].name) === '').map((role) => problem(below(path, role, 'name'), 'final-no-name'));
  return [
    ...blank,
    ...samePeople(final).map((role) => problem(below(path, role, 'name'), 'final-same-person', { name: final[role].name })),
    ...(final.disposal < final.day ? [problem(below(path, 'disposal'), 'final-disposal', { day: final.day, found: final.disposal })] : []),
  ];
}

/** Roles that somebody has who has one before it. */
const samePeople = (final: Final): readonly Role[] =>
  ROLES.filter((role, i) =>
    ROLES.slice(0, i).some((other) => plain(final[other].name) !== '' && plain(final[other].name) === plain(final[role].name)),
  );

/** A name however it was typed: spaces, capitals and the form of its accents make nobody another person. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
