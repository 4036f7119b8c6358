import type { Interval } from './interval.ts';
import type { Mean } from './mean.ts';
import type { Truth } from './truth.ts';

/** One question under the present answers. */
export interface QuestionResult {
  /** Method A2, S2: from the visibility rule alone. */
  readonly applicable: Truth;
  readonly state: 'open' | 'answered' | 'unknown' | 'declined';
  /** Risk without regard to evidence: what a simple tool would take. Null: never scored, or not answered. */
  readonly value: Interval | null;
  /** Risk as it counts (Q2–Q4). Null: never scored. */
  readonly interval: Interval | null;
}

export interface SectionResult {
  readonly id: string;
  readonly weight: number;
  /** Weighted mean of its questions (S1); null: not scored. `optional`: it may turn out not to be scored. */
  readonly sum: Mean | null;
  /** After the section gates (G2). */
  readonly interval: Mean | null;
  /** Share of the section's weight that is answered, 0 to 1; 1 where nothing is scored. */
  readonly answered: number;
}

export interface GateResult {
  readonly id: string;
  readonly state: Truth;
}

export type Headline =
  | { readonly kind: 'band'; readonly band: string }
  | { readonly kind: 'not-ratable' }
  | { readonly kind: 'stop' }
  /** Nothing that is scored applies. */
  | { readonly kind: 'not-scored' };

/** The result of an assessment: derived from questionnaire, facts, policy and answers, and from nothing else. */
export interface Result {
  /** By question index. */
  readonly questions: readonly QuestionResult[];
  readonly sections: readonly SectionResult[];
  /** Null: nothing is scored. */
  readonly overall: Interval | null;
  readonly gates: readonly GateResult[];
  /** Ids of bands at each end, raised by the gates (R2). */
  readonly rating: { readonly low: string; readonly high: string } | null;
  /** Does a stop gate hold? */
  readonly stop: Truth;
  readonly headline: Headline;
  /** Share of the weight that is answered, 0 to 1 (R3). */
  readonly coverage: number;
}
