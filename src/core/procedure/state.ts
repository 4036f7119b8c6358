/** What the history of a procedure comes to. The order is that of the list, as in an assessment (SPEC H3): clocks decide nothing. */
import type { KeptLot, Lot, Pinned, ProcedureDetail, ProcedureEntry } from '../format/procedure.ts';

/** Who did something, and when. */
interface Act {
  readonly at: string;
  readonly by: string;
}

/** The criteria as they were closed, before the first bid. `number`: that of the procedure then, which the seal binds as well. */
export interface Seal extends Act {
  readonly sha256: string;
  readonly number: string;
  readonly criteria: Pinned;
}

/** A change of the criteria after the seal. */
interface Deviation extends Act {
  readonly reason: string;
  readonly from: Pinned;
  readonly to: Pinned;
}

/** An assessment that joined. `lot`: id of one of the procedure's lots. */
export interface JoinedBid extends Act {
  readonly assessment: string;
  readonly label: string;
  readonly lot?: string | undefined;
}

/** A bid that was taken out and is not back; `at` and `by` are those of its leaving. */
export interface LeftBid extends JoinedBid {
  readonly reason: string;
}

/** What a contract notice publishes for a lot, as it was kept. `notice`: its number. */
export interface KeptNotice extends Act {
  readonly notice: string;
  readonly lot: KeptLot;
}

export interface ProcedureState {
  readonly details: Readonly<Partial<Record<ProcedureDetail, string>>>;
  readonly lots: readonly Lot[];
  /** In force: as sealed, or as the last deviation left them. Null: none were set. */
  readonly criteria: Pinned | null;
  readonly seal: Seal | null;
  readonly deviations: readonly Deviation[];
  /** In the order in which they joined. */
  readonly bids: readonly JoinedBid[];
  readonly left: readonly LeftBid[];
  /** Since when names stand beside the labels. */
  readonly revealed: Act | null;
  /** One for each lot of a notice: the last that was kept. */
  readonly notices: readonly KeptNotice[];
}

export const EMPTY_PROCEDURE: ProcedureState = {
  details: {},
  lots: [],
  criteria: null,
  seal: null,
  deviations: [],
  bids: [],
  left: [],
  revealed: null,
  notices: [],
};

/** What a history comes to. */
export const foldProcedure = (history: readonly ProcedureEntry[]): ProcedureState => history.reduce(afterEntry, EMPTY_PROCEDURE);

/** The state after one more entry. What makes no sense (`check.ts` refuses it) changes as little as it can: the first seal stays the seal. */
export function afterEntry(state: ProcedureState, entry: ProcedureEntry): ProcedureState {
  const act: Act = { at: entry.at, by: entry.by };
  switch (entry.kind) {
    case 'detail':
      return { ...state, details: { ...state.details, [entry.detail]: entry.value } };
    case 'lots':
      return { ...state, lots: entry.lots };
    case 'criteria': {
      const { criteria: to, reason = '' } = entry;
      const from = state.seal && state.criteria;
      return { ...state, criteria: to, deviations: from ? [...state.deviations, { ...act, reason, from, to }] : state.deviations };
    }
    case 'seal': {
      if (state.seal || !state.criteria) return state;
      return { ...state, seal: { ...act, sha256: entry.sha256, number: state.details.number ?? '', criteria: state.criteria } };
    }
    case 'bid': {
      const { assessment, label, lot } = entry;
      const bid: JoinedBid = { ...act, assessment, label, ...(lot === undefined ? {} : { lot }) };
      return { ...state, bids: [...without(state.bids, assessment), bid], left: without(state.left, assessment) };
    }
    case 'leave': {
      const bid = state.bids.find(({ assessment }) => assessment === entry.assessment);
      if (!bid) return state;
      return {
        ...state,
        bids: without(state.bids, entry.assessment),
        left: [...without(state.left, entry.assessment), { ...bid, ...act, reason: entry.reason }],
      };
    }
    case 'reveal':
      return state.revealed ? state : { ...state, revealed: act };
    case 'notice': {
      const { notice, lot } = entry;
      return { ...state, notices: [...state.notices.filter((one) => one.lot.id !== lot.id), { ...act, notice, lot }] };
    }
  }
}

const without = <B extends JoinedBid>(bids: readonly B[], assessment: string): readonly B[] =>
  bids.filter((bid) => bid.assessment !== assessment);
