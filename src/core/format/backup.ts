import * as v from 'valibot';
import { AssessmentSchema, type Entry } from './assessment.ts';
import { FactsSchema, PolicySchema } from './facts.ts';
import { InstantSchema, KeySchema, Sha256Schema } from './primitives.ts';
import { type ProcedureEntry, ProcedureSchema } from './procedure.ts';
import { QuestionnaireSchema } from './questionnaire.ts';

export const BACKUP_FORMAT = 'soundings-backup/1';

const text = v.pipe(v.string(), v.maxLength(8000));
const header = { id: KeySchema, created: InstantSchema, binned: v.optional(InstantSchema), example: v.optional(text) };

const LineSchema = v.union([
  v.strictObject({
    id: KeySchema,
    pdf: Sha256Schema,
    record: Sha256Schema,
    kind: text,
    assessment: text,
    title: text,
    number: text,
    day: text,
    retention: text,
    disposal: text,
    issued: InstantSchema,
    by: text,
  }),
  v.strictObject({ id: KeySchema, pdf: Sha256Schema, record: Sha256Schema, disposed: v.strictObject({ at: InstantSchema, by: text }) }),
]);

/** In base64. */
const bytes = v.pipe(v.string(), v.base64());

/**
 * An assessment under a passphrase of its own, as it lies in the browser: the version of its store, an encrypted file that holds the key, and each row
 * where it lies: kind, tag and place in a history. Nothing of it can be read without the passphrase but the label.
 */
const OwnSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  label: text,
  version: v.pipe(v.number(), v.integer(), v.minValue(10_001), v.maxValue(1e9)),
  lock: bytes,
  rows: v.array(
    v.strictTuple([v.pipe(v.string(), v.maxLength(64)), v.pipe(v.string(), v.maxLength(64)), v.pipe(v.number(), v.integer()), bytes]),
  ),
});
export type BackupOwn = v.InferOutput<typeof OwnSchema>;

/** All that is kept in one browser but its keys. Documents stand once and are named by their hash. */
export const BackupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  made: InstantSchema,
  documents: v.array(v.variant('format', [QuestionnaireSchema, PolicySchema, FactsSchema])),
  assessments: v.array(
    v.strictObject({
      ...header,
      questionnaire: Sha256Schema,
      policy: Sha256Schema,
      facts: Sha256Schema,
      procedure: v.optional(KeySchema),
      history: AssessmentSchema.entries.history,
    }),
  ),
  procedures: v.array(v.strictObject({ ...header, history: ProcedureSchema.entries.history })),
  /** Those that a person loaded, by hash. */
  questionnaires: v.array(Sha256Schema),
  register: v.array(LineSchema),
  settings: v.strictObject({ person: v.optional(text), language: v.optional(text), theme: v.optional(text) }),
  own: v.optional(v.array(OwnSchema)),
});
type Written = v.InferOutput<typeof BackupSchema>;
export type BackupAssessment = Readonly<Omit<Written['assessments'][number], 'history'>> & { readonly history: readonly Entry[] };
export type BackupProcedure = Readonly<Omit<Written['procedures'][number], 'history'>> & { readonly history: readonly ProcedureEntry[] };
export type BackupDocument = Written['documents'][number];
export type Backup = Readonly<Omit<Written, 'assessments' | 'procedures'>> & {
  readonly assessments: readonly BackupAssessment[];
  readonly procedures: readonly BackupProcedure[];
};
