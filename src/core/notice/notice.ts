/** What a contract notice publishes of its award criteria, as eForms has it (Implementing Regulation (EU) 2019/1780, business terms BT-…). */
import type { LocalText } from '../format/primitives.ts';

/** How a number of a criterion is meant (BT-5421): exact or the middle of a range, in per cent, as a decimal or in points; or its place in order of importance. */
export const WEIGHT_KINDS = ['per-exa', 'per-mid', 'dec-exa', 'dec-mid', 'poi-exa', 'poi-mid', 'ord-imp'] as const;
export type WeightKind = (typeof WEIGHT_KINDS)[number];

/** BT-541 with BT-5421. */
export interface PublishedWeight {
  readonly number: number;
  readonly kind: WeightKind;
}

/** BT-539 */
export const CRITERION_TYPES = ['price', 'cost', 'quality'] as const;

export interface AwardCriterion {
  /** Null: none that is known here. */
  readonly type: (typeof CRITERION_TYPES)[number] | null;
  /** BT-734; by language, and without any where the notice gives none. */
  readonly name: LocalText;
  /** BT-540 */
  readonly description: LocalText;
  /** Null: the notice publishes none, or withholds it. */
  readonly weight: PublishedWeight | null;
}

/** What a criterion is called: its name, else its description. */
export const nameOf = ({ name, description }: Pick<AwardCriterion, 'name' | 'description'>): LocalText =>
  Object.keys(name).length > 0 ? name : description;

export interface NoticeLot {
  /** BT-137, such as LOT-0001; GLO-… is a group of lots. */
  readonly id: string;
  /** BT-21 */
  readonly title: LocalText;
  readonly criteria: readonly AwardCriterion[];
  /** BT-543: a formula that takes the place of weights, or goes with them. */
  readonly formula: LocalText;
}

export interface Notice {
  /** BT-701, and its version BT-757; empty where the file has none. */
  readonly id: string;
  readonly version: string;
  /** Number in the Official Journal, once published; empty before. */
  readonly publication: string;
  /** BT-702: of the notice, its first one first, as BCP 47. */
  readonly languages: readonly string[];
  readonly lots: readonly NoticeLot[];
}
