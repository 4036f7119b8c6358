import { isFinal } from '../../core/line.ts';
import type { ProcedureView } from '../../store/procedures.ts';

/** The version that a bid is to be moved to (SPEC B4.1); null where it is not: made with it, not here, or final. */
export function movableTo({ state, criteria, bids }: ProcedureView, assessment: string): string | null {
  const bid = bids.get(assessment);
  if (!bid || !criteria || bid.header.questionnaire === state.criteria?.questionnaire || isFinal(bid.history)) return null;
  return criteria.questionnaire.version;
}
