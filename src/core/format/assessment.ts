/** The assessment file: the history of one assessment, with all that it was made with. */
import * as v from 'valibot';
import { type Answer, AnswerSchema } from './answer.ts';
import { FactsSchema, PolicySchema } from './facts.ts';
import { finalEntries, supersedesEntries } from './final.ts';
import { IdSchema, InstantSchema, KeySchema } from './primitives.ts';
import { QuestionnaireSchema } from './questionnaire.ts';

export const ASSESSMENT_FORMAT = 'soundings-assessment/1';

/** Facts about the assessment itself, each a line of text. `origin`: the assessments that it was merged or moved from. */
export const DETAILS = [
  'title',
  'vendor',
  'register',
  'authority',
  'procedure',
  'lot',
  'purpose',
  'assessor',
  'factsAsOf',
  'label',
  'position',
  'positionSource',
  'positionDate',
  'origin',
] as const;
export type Detail = (typeof DETAILS)[number];

const entryBase = {
  id: KeySchema,
  at: InstantSchema,
  by: v.pipe(v.string(), v.maxLength(200)),
  /** The entries that it followed, where its author had not seen all before it: lines of several evaluators in one history (SPEC E1). */
  after: v.optional(v.array(KeySchema)),
};
const reason = v.pipe(v.string(), v.minLength(1), v.maxLength(20000));

/**
 * One line of the history: who, when, what. Entries are only ever added; the state is a fold of them (`history.ts`).
 * `answer` null takes an answer back to "not yet answered"; with a `reason` it settles a disagreement of evaluators (SPEC E4);
 * `undo` takes another entry out of the fold; `override` null withdraws the assessor's own rating (method R5). After `final` comes nothing;
 * in another assessment that goes on from it, `supersedes` (SPEC F2, F3).
 */
const EntrySchema = v.variant('kind', [
  v.strictObject({
    ...entryBase,
    kind: v.literal('answer'),
    question: IdSchema,
    answer: v.nullable(AnswerSchema),
    reason: v.optional(reason),
  }),
  v.strictObject({ ...entryBase, kind: v.literal('detail'), detail: v.picklist(DETAILS), value: v.pipe(v.string(), v.maxLength(20000)) }),
  v.strictObject({
    ...entryBase,
    kind: v.literal('override'),
    override: v.nullable(v.strictObject({ band: IdSchema, reason })),
  }),
  v.strictObject({ ...entryBase, kind: v.literal('undo'), entry: KeySchema }),
  v.strictObject({ ...entryBase, kind: v.literal('final'), ...finalEntries }),
  v.strictObject({ ...entryBase, kind: v.literal('supersedes'), ...supersedesEntries }),
]);
type Written = Readonly<v.InferOutput<typeof EntrySchema>>;
type Base = { readonly after?: readonly string[] | undefined };
type AnswerEntry = Omit<Extract<Written, { kind: 'answer' }>, 'answer' | 'after'> & Base & { readonly answer: Answer | null };
type Others<E> = E extends { kind: 'answer' } ? never : Omit<E, 'after'> & Base;
export type Entry = AnswerEntry | Others<Written>;
/** An answer as the history has it: given, rather than taken back. */
export type GivenEntry = AnswerEntry & { readonly answer: Answer };
export type FinalEntry = Extract<Entry, { kind: 'final' }>;
export type SupersedesEntry = Extract<Entry, { kind: 'supersedes' }>;

export const AssessmentSchema = v.strictObject({
  format: v.literal(ASSESSMENT_FORMAT),
  id: KeySchema,
  created: InstantSchema,
  questionnaire: QuestionnaireSchema,
  policy: PolicySchema,
  facts: FactsSchema,
  history: v.array(EntrySchema),
});
/** An assessment, whole. */
export type Assessment = Readonly<Omit<v.InferOutput<typeof AssessmentSchema>, 'history'>> & { readonly history: readonly Entry[] };
