/** What a report says of its place among others that its own data does not say: whether another version has taken its place. */
import * as v from 'valibot';
import { DateSchema, KeySchema } from '../../core/format/primitives.ts';

export const EditionSchema = v.strictObject({
  /** The final version that took its place when this report was made. */
  supersededBy: v.strictObject({ assessment: KeySchema, number: v.pipe(v.string(), v.minLength(1), v.maxLength(200)), day: DateSchema }),
});
export type Edition = Readonly<v.InferOutput<typeof EditionSchema>>;
