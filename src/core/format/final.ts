/** What makes an assessment final, and what a later version says of the one before it (SPEC F1, F3). */
import * as v from 'valibot';
import { DateSchema, InstantSchema, KeySchema, Sha256Schema } from './primitives.ts';

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Somebody who answers for it. `interest`: the conflict of interest that they declare; null where they declare that they have none. */
export const SignatorySchema = v.strictObject({ name: line, interest: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(2000))) });
export type Signatory = Readonly<v.InferOutput<typeof SignatorySchema>>;

export const ROLES = ['preparer', 'reviewer', 'approver'] as const;
export type Role = (typeof ROLES)[number];

/** `retention`: class in the authority's schedule. `disposal`: the day from which it may be destroyed. */
export const finalEntries = {
  number: line,
  day: DateSchema,
  preparer: SignatorySchema,
  reviewer: SignatorySchema,
  approver: SignatorySchema,
  retention: line,
  disposal: DateSchema,
};
const FinalSchema = v.strictObject(finalEntries);
export type Final = Readonly<v.InferOutput<typeof FinalSchema>>;

/** The version before: its id and time, what it was made with by hash, and the SHA-256 of its file in canonical form. */
export const supersedesEntries = {
  assessment: KeySchema,
  created: InstantSchema,
  questionnaire: Sha256Schema,
  policy: Sha256Schema,
  facts: Sha256Schema,
  sha256: Sha256Schema,
};
