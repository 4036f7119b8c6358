import { fold } from '../../core/history.ts';
import type { ProcedureState } from '../../core/procedure/state.ts';
import type { WholeAssessment } from '../../store/records.ts';

/** Who made a bid; empty while bids are known by their labels alone, and where nothing was entered. */
export function nameOf({ revealed }: ProcedureState, bid: WholeAssessment | undefined): string {
  if (!revealed || !bid) return '';
  const { vendor, title } = fold(bid.history).details;
  return vendor || title || '';
}

/** What a procedure is called: its subject, else its number. */
export const titleOf = ({ details }: ProcedureState): string => details.title || details.number || '';
