/** What the page and the worker that writes the second copy say to each other. */
import type { Session } from '../lock/session.ts';
import type { StorePlace } from '../place.ts';
import type { Change } from './rows.ts';

/**
 * `start` compares and mends; `append` notes what was just committed; `renew` writes the copy anew from the database; `settle` brings back
 * what the copy alone has, or lets go of it. `holding`: that is not decided yet. `drop` empties the copy: all of it is about to be under
 * another lock, or under none.
 */
export type Task =
  | { readonly kind: 'start' }
  | { readonly kind: 'append'; readonly changes: readonly Change[] }
  | { readonly kind: 'renew'; readonly holding: boolean }
  | { readonly kind: 'settle'; readonly back: boolean }
  | { readonly kind: 'drop' };

/** How the second copy stands afterwards. */
export interface Standing {
  /** `none`: this browser has no place for it. */
  readonly kind: 'kept' | 'none';
  /** There was none, and it was made. */
  readonly made: boolean;
  /** Rows that the database had lost and that are back. */
  readonly mended: number;
  /** Assessments, procedures and questionnaires that the copy alone has. */
  readonly offered: number;
}

export interface Asked {
  readonly id: number;
  readonly task: Task;
  /** The lock that is open in the window that asks. */
  readonly session: Session | null;
  /** What store it is about. */
  readonly store: StorePlace;
}

/** Null: it failed. */
export interface Answered {
  readonly id: number;
  readonly standing: Standing | null;
}
