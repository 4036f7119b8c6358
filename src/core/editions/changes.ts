/** What a version changes in the one before it (SPEC F5): answers, facts about the assessment, the rating set by hand, and the result. */
import { canonicalJson } from '../canonical.ts';
import { criteriaOf, differencesOf } from '../compare/criteria.ts';
import { evaluate } from '../evaluate.ts';
import type { Answer } from '../format/answer.ts';
import type { Assessment, Detail, FinalEntry, SupersedesEntry } from '../format/assessment.ts';
import { fold, type State } from '../history.ts';
import { type Model, modelOf } from '../model.ts';
import type { Result } from '../result.ts';
import { finalOf, supersededIn } from './versions.ts';

/** `undefined`: not yet answered, on that side. */
export interface ChangedAnswer {
  readonly question: string;
  readonly before: Answer | undefined;
  readonly now: Answer | undefined;
}
interface ChangedDetail {
  readonly detail: Detail;
  readonly before: string;
  readonly now: string;
}

export interface VersionChanges {
  readonly named: SupersedesEntry;
  /** What made the one before final. */
  readonly final: FinalEntry;
  /** Was the one before made with the same documents? Else both sides are reckoned under those of this version. */
  readonly sameDocuments: boolean;
  /** In the order of the questionnaire. */
  readonly answers: readonly ChangedAnswer[];
  readonly details: readonly ChangedDetail[];
  readonly before: { readonly state: State; readonly result: Result };
  readonly now: { readonly state: State; readonly result: Result };
  /** Of this version. */
  readonly model: Model;
}

/**
 * Null for a first version. Where the one before was made with other documents, its answers are taken under those of this one, which is what
 * a reader of both wants to see apart from what the documents changed.
 */
export function changesSince(assessment: Assessment): VersionChanges | null {
  const named = supersededIn(assessment.history);
  const earlier = named && assessment.history.slice(0, assessment.history.indexOf(named));
  const final = earlier && finalOf(earlier);
  if (!named || !final) return null;
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const sideOf = (state: State) => ({ state, result: evaluate(model, state.answers) });
  const [before, now] = [sideOf(fold(earlier)), sideOf(fold(assessment.history))];
  return {
    named,
    final,
    sameDocuments: differencesOf(named, criteriaOf(assessment)).length === 0,
    answers: model.items.flatMap(({ question: { id } }): readonly ChangedAnswer[] => {
      const [was, is] = [before.state.answers.get(id), now.state.answers.get(id)];
      return canonicalJson(was ?? null) === canonicalJson(is ?? null) ? [] : [{ question: id, before: was, now: is }];
    }),
    details: detailsOf(before.state, now.state),
    before,
    now,
    model,
  };
}

function detailsOf(before: State, now: State): readonly ChangedDetail[] {
  const all = Object.keys({ ...before.details, ...now.details }) as Detail[];
  return all.flatMap((detail) => {
    const [was, is] = [before.details[detail] ?? '', now.details[detail] ?? ''];
    return was === is ? [] : [{ detail, before: was, now: is }];
  });
}
