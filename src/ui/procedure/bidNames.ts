import { fold } from '../../core/history.ts';
import type { ProcedureState } from '../../core/procedure/state.ts';
import { visible } from '../../report/pdf/visible.ts';
import type { WholeAssessment } from '../../store/records.ts';

/** Who made a bid, as it is shown; empty while bids are known by their labels alone, and where nothing was entered. */
export function nameOf({ revealed }: ProcedureState, bid: WholeAssessment | undefined): string {
  if (!revealed || !bid) return '';
  const { vendor, title } = fold(bid.history).details;
  return visible(vendor || title || '');
}

/** What a procedure is called, as it is shown: its subject, else its number. */
export const titleOf = ({ details }: ProcedureState): string => visible(details.title || details.number || '');
