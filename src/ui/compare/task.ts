/** What the page asks of the worker, and what that says. */
import type { Acceptability } from '../../core/compare/acceptability.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { Answers } from '../../core/format/answer.ts';
import type { Model } from '../../core/model.ts';
import type { Ways } from '../../report/comparison/ways.ts';

export interface Sampling {
  readonly draws: number;
  readonly seed: number;
  /** How far each weight may stray from its stated share; null: free. */
  readonly band: number | null;
}

/** What bids come to hangs on this alone. They are in the order of the comparison's: it decides which draw is whose. */
interface Bids extends Pick<Model, 'questionnaire' | 'policy' | 'facts'> {
  readonly bids: readonly { readonly id: string; readonly answers: Answers }[];
}

/** `sampling`: draws; without: the ways out of each bid in turn. */
export interface Task extends Bids {
  readonly sampling?: Sampling;
}

/** `done`: draws so far. */
export type Report = { readonly done: number } | { readonly drawn: Acceptability } | { readonly id: string; readonly ways: Ways } | 'end';

/** Of a comparison, what the worker needs: it reckons everything else itself. */
export function bidsOf({ model: { questionnaire, policy, facts }, bids }: Pick<Comparison, 'model' | 'bids'>): Bids {
  return { questionnaire, policy, facts, bids: bids.map(({ id, state: { answers } }) => ({ id, answers })) };
}
