/** The redacted variant of a final assessment: what may be handed on of it (SPEC W1 to W4). */
import * as v from 'valibot';
import { type Answer, AnswerSchema } from './answer.ts';
import { DETAILS } from './assessment.ts';
import { type Facts, FactsSchema, type Policy, PolicySchema } from './facts.ts';
import { finalEntries, SignatorySchema, supersedesEntries } from './final.ts';
import { IdSchema, InstantSchema } from './primitives.ts';
import { type Questionnaire, QuestionnaireSchema } from './questionnaire.ts';

export const REDACTED_FORMAT = 'soundings-redacted/1';

/**
 * What is withheld. `answer`: of a question, with its evidence and note · `detail`: a fact about the assessment · `override`: the reason of a
 * rating set by hand · `people`: every name · `scores`: figures from which a withheld answer could be worked back.
 */
const WITHHOLDABLE = ['answer', 'evidence', 'note', 'detail', 'override', 'people', 'scores'] as const;
/** `of`: id of the question, or name of the detail. `ground`: why, in words. */
const WithheldSchema = v.strictObject({
  what: v.picklist(WITHHOLDABLE),
  of: v.optional(v.pipe(v.string(), v.maxLength(64))),
  ground: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
});
export type Withheld = Readonly<v.InferOutput<typeof WithheldSchema>>;

const mark = v.literal('withheld');
const RangeSchema = v.union([v.null(), v.strictObject({ low: v.number(), high: v.number() }), mark]);
/** Null: nothing is scored. */
export type PublicRange = v.InferOutput<typeof RangeSchema>;
const TruthSchema = v.picklist(['true', 'false', 'undetermined']);

/** Of the result of the full one, what may be known. */
const PublicResultSchema = v.strictObject({
  headline: v.union([
    v.strictObject({ kind: v.literal('band'), band: IdSchema }),
    v.strictObject({ kind: v.picklist(['not-ratable', 'stop', 'not-scored']) }),
  ]),
  rating: v.nullable(v.strictObject({ low: IdSchema, high: IdSchema })),
  overall: RangeSchema,
  stop: v.union([TruthSchema, mark]),
  coverage: v.number(),
  sections: v.array(v.strictObject({ id: IdSchema, interval: RangeSchema })),
  gates: v.array(v.strictObject({ id: IdSchema, state: v.union([TruthSchema, mark]) })),
  questions: v.array(v.strictObject({ id: IdSchema, applicable: TruthSchema, interval: RangeSchema })),
});
export type PublicResult = Readonly<v.InferOutput<typeof PublicResultSchema>>;

const person = v.union([SignatorySchema, mark]);
/** `by`: '' where names are withheld. */
const given = { by: v.pipe(v.string(), v.maxLength(200)), at: InstantSchema };

export const RedactedSchema = v.strictObject({
  format: v.literal(REDACTED_FORMAT),
  /** The assessment that it was made from: its id, its time, what it was made with by hash, and the SHA-256 of its file in canonical form. */
  full: v.strictObject(supersedesEntries),
  questionnaire: QuestionnaireSchema,
  policy: PolicySchema,
  facts: FactsSchema,
  final: v.strictObject({ ...finalEntries, at: InstantSchema, preparer: person, reviewer: person, approver: person }),
  details: v.record(v.picklist(DETAILS), v.string()),
  /** By question. */
  answers: v.record(IdSchema, v.strictObject({ answer: v.union([AnswerSchema, mark]), ...given })),
  override: v.nullable(v.strictObject({ band: IdSchema, reason: v.union([mark, v.pipe(v.string(), v.maxLength(20000))]), ...given })),
  result: PublicResultSchema,
  withheld: v.pipe(v.array(WithheldSchema), v.minLength(1)),
});
type Written = Readonly<v.InferOutput<typeof RedactedSchema>>;
export interface PublicAnswer {
  readonly answer: Answer | 'withheld';
  readonly by: string;
  readonly at: string;
}
export type Redacted = Omit<Written, 'questionnaire' | 'policy' | 'facts' | 'answers' | 'withheld'> & {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly facts: Facts;
  readonly answers: Readonly<Record<string, PublicAnswer>>;
  readonly withheld: readonly Withheld[];
};
