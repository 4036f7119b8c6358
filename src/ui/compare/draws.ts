/** What the page asks of the worker, and what that says. */
import type { Acceptability } from '../../core/compare/acceptability.ts';
import type { Assessment } from '../../core/format/assessment.ts';

export interface Sampling {
  readonly draws: number;
  readonly seed: number;
  /** How far each weight may stray from its stated share; null: free. */
  readonly band: number | null;
}

/** The bids are in the order of the comparison's: it decides which draw is whose. */
export interface Task extends Sampling {
  readonly bids: readonly { readonly id: string; readonly assessment: Assessment }[];
}

/** `done`: draws so far. */
export type Report = { readonly done: number } | { readonly found: Acceptability };
