/** What makes a report a final one: its number and day, who answers for it, what it takes the place of, what is withheld in it. */
import * as v from 'valibot';
import { InstantSchema, Sha256Schema } from '../../core/format/primitives.ts';

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** Somebody who answers for it. `statement`: on conflicts of interest, in their own words. */
const SignatorySchema = v.strictObject({ name: line, statement: v.pipe(v.string(), v.minLength(1), v.maxLength(20000)) });

export const EditionSchema = v.strictObject({
  number: line,
  date: InstantSchema,
  preparer: SignatorySchema,
  reviewer: SignatorySchema,
  approver: SignatorySchema,
  /** SHA-256 of the record of the report that this one takes the place of. */
  supersedes: v.optional(Sha256Schema),
  /** What is withheld, in words, and the SHA-256 of the record with all of it. */
  redactions: v.optional(v.strictObject({ of: Sha256Schema, withheld: v.array(line) })),
});
export type Edition = Readonly<v.InferOutput<typeof EditionSchema>>;
