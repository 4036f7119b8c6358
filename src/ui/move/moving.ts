/** What a move to a newer version would come to; nothing is made of it yet (SPEC M). */
import { useEffect, useMemo, useState } from 'react';
import type { Facts, Policy } from '../../core/format/facts.ts';
import type { Question, Questionnaire } from '../../core/format/questionnaire.ts';
import { type Move, moveTo } from '../../core/move.ts';
import type { Outcome } from '../../core/problems.ts';
import { assessmentOf } from '../../store/documents.ts';
import { type ProcedureView, readProcedure } from '../../store/procedures.ts';
import { loadFacts } from '../../store/shipped.ts';
import { loadVersion, newerVersions } from '../../store/versions.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';
import { movableTo } from '../procedure/movable.ts';

export interface Target {
  readonly questionnaire: Questionnaire;
  /** The newest that come with the app; for a bid, those of its procedure, as all else. */
  readonly facts: Facts;
  readonly policy: Policy;
  /** Of the bid: in which the moved one takes its place. */
  readonly procedure: ProcedureView | null;
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
  const policy = useOpen(({ model }) => model.policy);
  const bid = useOpen(({ assessment }) => assessment.id);
  const procedure = useOpen(({ assessment }) => assessment.procedure);
  const [versions, setVersions] = useState<readonly string[] | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (procedure === undefined) newerVersions({ id, version }).then(setVersions, setFailure);
  }, [id, version, procedure]);
  useEffect(() => {
    let left = false;
    if (procedure === undefined) return;
    readProcedure(procedure).then(
      (view) => {
        if (left || !view?.criteria) return;
        const isMovable = movableTo(view, bid) !== null;
        if (isMovable) setTarget({ ...view.criteria, procedure: view });
        setVersions(isMovable ? [view.criteria.questionnaire.version] : []);
      },
      (error: unknown) => !left && setFailure(error),
    );
    return () => {
      left = true;
    };
  }, [procedure, bid]);
  const wanted = chosen ?? versions?.[0];
  useEffect(() => {
    let left = false;
    if (wanted === undefined || procedure !== undefined) return;
    Promise.all([loadVersion(id, wanted), loadFacts()]).then(
      ([questionnaire, facts]) => !left && questionnaire && setTarget({ questionnaire, facts, policy, procedure: null }),
      (error: unknown) => !left && setFailure(error),
    );
    return () => {
      left = true;
    };
  }, [id, wanted, policy, procedure]);
  if (failure === null && versions === null) return null;
  return { versions: versions ?? [], choose, target, failure };
}

/** What the move would carry over and what not; null until the target is there. */
export function useMove(target: Target | null): Outcome<Move> | null {
  const open = useOpen((all) => all);
  return useMemo(() => target && moveTo(wholeOf(open), target.questionnaire, target.policy), [open, target]);
}

const wholeOf = ({ assessment, model, history }: OpenAssessment) => assessmentOf({ header: assessment, ...model, history });

/** Questions by id. */
export const questionsOf = (questionnaire: Questionnaire): ReadonlyMap<string, Question> =>
  new Map(questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const))));
