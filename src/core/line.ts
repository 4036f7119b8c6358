/**
 * The append-only history of an assessment, and the state that is a fold of it. Nothing is ever changed or removed: an undo is
 * an entry that takes another out of the fold, and undoing the undo brings it back. Audit trail, undo, diff, merging and
 * crash-safe small writes all come from this one decision. Here is what one line of entries needs, in which each author saw all
 * before; `history.ts` folds any history, also one that several evaluators wrote side by side.
 */
import type { Answer, Answers } from './format/answer.ts';
import type { Detail, Entry, GivenEntry } from './format/assessment.ts';
import { withChange } from './patched.ts';

interface Override {
  readonly band: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** What the history comes to. */
export interface State {
  readonly answers: Answers;
  /** The entry that each present answer comes from: who gave it, and when; the first of several that agree. */
  readonly given: ReadonlyMap<string, Entry>;
  readonly details: Readonly<Partial<Record<Detail, string>>>;
  readonly override: Override | null;
  /** Questions on which evaluators differ, with what each says: they have no answer until that is settled (SPEC E4). */
  readonly disputed: ReadonlyMap<string, readonly GivenEntry[]>;
}

export const EMPTY_STATE: State = {
  answers: new Map<string, Answer>(),
  given: new Map(),
  details: {},
  override: null,
  disputed: new Map(),
};

/** The entries that count, oldest first. An undo reaches back only: an entry behind it cannot have been meant. */
export function effective(history: readonly Entry[]): readonly Entry[] {
  const withdrawn = new Set<string>();
  const counting: Entry[] = [];
  for (const entry of [...history].reverse()) {
    if (withdrawn.has(entry.id)) continue;
    if (entry.kind === 'undo') withdrawn.add(entry.entry);
    else counting.push(entry);
  }
  return counting.reverse();
}

/** From a history to its state. */
export type Fold = (history: readonly Entry[]) => State;

/** The state of a history in which no entry says `after`. */
export const foldLine: Fold = (history) => {
  const answers = new Map<string, Answer>();
  const given = new Map<string, Entry>();
  const details: Partial<Record<Detail, string>> = {};
  let override: Override | null = null;
  for (const entry of effective(history)) {
    if (entry.kind === 'answer') {
      given.set(entry.question, entry);
      if (entry.answer) answers.set(entry.question, entry.answer);
      else answers.delete(entry.question);
    }
    if (entry.kind === 'detail') details[entry.detail] = entry.value;
    if (entry.kind === 'override') override = overrideOf(entry);
  }
  return { ...EMPTY_STATE, answers, given, details, override };
};

/** The rating that an entry sets by hand; null where it takes one back. */
export const overrideOf = ({ override, by, at }: Extract<Entry, { kind: 'override' }>): Override | null =>
  override && { ...override, by, at };

/**
 * The state after one more entry: the same as folding the whole history again, without reading it (an undo excepted, and what is no
 * single line). `fold`: how the history is folded.
 */
export function append(state: State, history: readonly Entry[], entry: Entry, fold = foldLine): State {
  if (entry.kind === 'undo' || fold !== foldLine) return fold([...history, entry]);
  switch (entry.kind) {
    case 'answer':
      return {
        ...state,
        answers: withChange(state.answers, entry.question, entry.answer ?? undefined),
        given: withChange(state.given, entry.question, entry),
      };
    case 'detail':
      return { ...state, details: { ...state.details, [entry.detail]: entry.value } };
    case 'override':
      return { ...state, override: overrideOf(entry) };
    default:
      return state;
  }
}

/** Does nothing follow it (SPEC F2)? */
export const isFinal = (history: readonly Entry[]): boolean => history.at(-1)?.kind === 'final';

/** The entry that "undo" would take back now: the last that counts. Null at the beginning, of a version too (SPEC F4). */
export function undoable(history: readonly Entry[]): Entry | null {
  const last = effective(history).at(-1);
  return last && last.kind !== 'final' && last.kind !== 'supersedes' ? last : null;
}

/** The undo that "redo" would take back: the last that holds, as long as nothing else was done since. */
export function redoable(history: readonly Entry[]): Entry | null {
  const withdrawn = new Set<string>();
  for (const entry of [...history].reverse()) {
    if (entry.kind !== 'undo') return null;
    if (withdrawn.has(entry.id)) continue;
    const isRedo = history.find((one) => one.id === entry.entry)?.kind === 'undo';
    if (!isRedo) return entry;
    withdrawn.add(entry.entry);
  }
  return null;
}
