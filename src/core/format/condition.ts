import * as v from 'valibot';
import { IdSchema, RiskSchema } from './primitives.ts';

/** A number, or the name of a parameter that the authority sets. */
const NumberOrParameter = v.union([v.number(), v.strictObject({ parameter: IdSchema })]);
export type NumberOrParameter = number | { readonly parameter: string };

const RELATIONS = ['at-least', 'above', 'at-most', 'below', 'equal'] as const;
export type Relation = (typeof RELATIONS)[number];

interface OnQuestion {
  readonly question: string;
  readonly column?: string | undefined;
  readonly settledFrom?: string | undefined;
}

/**
 * The language of visibility and gates (method C1): a closed set of operators over JSON. No strings to evaluate.
 * `settledFrom`: an answer that speaks against the condition settles it only from this evidence grade on; a weaker one
 * leaves the condition undetermined (SPEC C2.1).
 * `column` looks into the rows of a table: the condition holds when any row fulfils it.
 */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | (OnQuestion & { readonly op: 'answer-in'; readonly options: readonly string[] })
  | (OnQuestion & { readonly op: 'answer-risk-at-least'; readonly risk: NumberOrParameter })
  | (OnQuestion & { readonly op: 'number-is'; readonly relation: Relation; readonly to: NumberOrParameter })
  | (OnQuestion & { readonly op: 'country-class-in'; readonly classes: readonly string[] })
  | { readonly op: 'section-at-least'; readonly section: string; readonly risk: NumberOrParameter }
  | { readonly op: 'gate'; readonly gate: string };

const Nested: v.GenericSchema<Condition> = v.lazy(() => ConditionSchema);
const onQuestion = { question: IdSchema, column: v.optional(IdSchema), settledFrom: v.optional(IdSchema) };
const ids = v.pipe(v.array(IdSchema), v.minLength(1));

export const ConditionSchema: v.GenericSchema<Condition> = v.variant('op', [
  v.strictObject({ op: v.literal('all'), of: v.pipe(v.array(Nested), v.minLength(1)) }),
  v.strictObject({ op: v.literal('any'), of: v.pipe(v.array(Nested), v.minLength(1)) }),
  v.strictObject({ op: v.literal('not'), of: Nested }),
  v.strictObject({ op: v.literal('answer-in'), ...onQuestion, options: ids }),
  v.strictObject({
    op: v.literal('answer-risk-at-least'),
    ...onQuestion,
    risk: v.union([RiskSchema, v.strictObject({ parameter: IdSchema })]),
  }),
  v.strictObject({ op: v.literal('number-is'), ...onQuestion, relation: v.picklist(RELATIONS), to: NumberOrParameter }),
  v.strictObject({ op: v.literal('country-class-in'), ...onQuestion, classes: ids }),
  v.strictObject({
    op: v.literal('section-at-least'),
    section: IdSchema,
    risk: v.union([RiskSchema, v.strictObject({ parameter: IdSchema })]),
  }),
  v.strictObject({ op: v.literal('gate'), gate: IdSchema }),
]);
