import * as v from 'valibot';
import { DateSchema, IdSchema, Sha256Schema } from './primitives.ts';

const shortText = v.pipe(v.string(), v.maxLength(2000));
const longText = v.pipe(v.string(), v.maxLength(20000));

/** One cell of a table: text, number, option id, ISO day or country code. A cell that is not there is open. */
const CellSchema = v.union([v.string(), v.number()]);
/** A row; its keys are column ids. */
const RowSchema = v.record(IdSchema, CellSchema);
export type Row = Readonly<Record<string, string | number>>;

/**
 * The value of an answer: option id, ISO day or text (string) · number · option ids or country codes (array of strings;
 * an exclusive option stands alone) · rows (array of objects; none means "there is none").
 */
const ValueSchema = v.union([v.string(), v.number(), v.array(v.string()), v.array(RowSchema)]);
export type Value = string | number | readonly string[] | readonly Row[];

/** What an answer rests on. The file itself is never stored, only its name and hash. */
const EvidenceSchema = v.strictObject({
  grade: v.optional(IdSchema),
  title: v.optional(shortText),
  date: v.optional(DateSchema),
  reference: v.optional(shortText),
  file: v.optional(v.strictObject({ name: shortText, sha256: Sha256Schema })),
});
export type Evidence = Readonly<v.InferOutput<typeof EvidenceSchema>>;

/** Method A1: answered, unknown and declined are stored; not yet answered is the absence of one. A3: `incomplete`. */
export const AnswerSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('answered'),
    value: ValueSchema,
    incomplete: v.optional(v.literal(true)),
    evidence: v.optional(EvidenceSchema),
    note: v.optional(longText),
  }),
  v.strictObject({ state: v.literal('unknown'), evidence: v.optional(EvidenceSchema), note: v.optional(longText) }),
  v.strictObject({ state: v.literal('declined'), evidence: v.optional(EvidenceSchema), note: v.optional(longText) }),
]);
export type Answer =
  | {
      readonly state: 'answered';
      readonly value: Value;
      readonly incomplete?: true | undefined;
      readonly evidence?: Evidence | undefined;
      readonly note?: string | undefined;
    }
  | { readonly state: 'unknown' | 'declined'; readonly evidence?: Evidence | undefined; readonly note?: string | undefined };

/** Answers by question id. A question that is not in it is not yet answered. */
export type Answers = ReadonlyMap<string, Answer>;
