/** What a move to a newer version would come to; nothing is made of it yet (SPEC M). */
import { useEffect, useMemo, useState } from 'react';
import type { Facts } from '../../core/format/facts.ts';
import type { Question, Questionnaire } from '../../core/format/questionnaire.ts';
import { type Move, moveTo } from '../../core/move.ts';
import type { Outcome } from '../../core/problems.ts';
import { assessmentOf } from '../../store/documents.ts';
import { loadFacts } from '../../store/shipped.ts';
import { loadVersion, newerVersions } from '../../store/versions.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';

export interface Target {
  readonly questionnaire: Questionnaire;
  /** The newest that come with the app. */
  readonly facts: Facts;
}

interface Versions {
  /** Newest first. */
  readonly versions: readonly string[];
  readonly choose: (version: string) => void;
  /** Null while it is read, or where there is none. */
  readonly target: Target | null;
  readonly failure: unknown;
}

/** The newer versions that are here, and the one that is looked at. Null while they are read. */
export function useVersions(): Versions | null {
  const { id, version } = useOpen(({ model }) => model.questionnaire);
  const [versions, setVersions] = useState<readonly string[] | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    newerVersions({ id, version }).then(setVersions, setFailure);
  }, [id, version]);
  const wanted = chosen ?? versions?.[0];
  useEffect(() => {
    let left = false;
    if (wanted === undefined) return;
    Promise.all([loadVersion(id, wanted), loadFacts()]).then(
      ([questionnaire, facts]) => !left && questionnaire && setTarget({ questionnaire, facts }),
      (error: unknown) => !left && setFailure(error),
    );
    return () => {
      left = true;
    };
  }, [id, wanted]);
  if (failure === null && versions === null) return null;
  return { versions: versions ?? [], choose, target, failure };
}

export function useMove(target: Target | null): Outcome<Move> | null {
  const open = useOpen((all) => all);
  return useMemo(() => target && moveTo(wholeOf(open), target.questionnaire, open.model.policy), [open, target]);
}

const wholeOf = ({ assessment, model, history }: OpenAssessment) => assessmentOf({ header: assessment, ...model, history });

/** Questions by id. */
export const questionsOf = (questionnaire: Questionnaire): ReadonlyMap<string, Question> =>
  new Map(questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const))));
