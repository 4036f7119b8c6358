/**
 * The procedure file: one tender, its criteria, and the bids that were assessed under it. Like an assessment it is a history to which
 * entries are only ever added, with the documents that the entries name; what holds now is a fold of it (`procedure/state.ts`).
 */
import * as v from 'valibot';
import { CRITERION_TYPES, WEIGHT_KINDS } from '../notice/notice.ts';
import { AnswerSchema } from './answer.ts';
import { FactsSchema, PolicySchema } from './facts.ts';
import { IdSchema, InstantSchema, KeySchema, Sha256Schema } from './primitives.ts';
import { QuestionnaireSchema } from './questionnaire.ts';

export const PROCEDURE_FORMAT = 'soundings-procedure/1';

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** Facts about the procedure itself, each a line of text. `notice`: publication number of the contract notice · `retention`: class of the file. */
const DETAILS = ['number', 'title', 'authority', 'notice', 'retention'] as const;
export type ProcedureDetail = (typeof DETAILS)[number];

const LotSchema = v.strictObject({ id: IdSchema, title: line });
export type Lot = Readonly<v.InferOutput<typeof LotSchema>>;

/** What bids are judged by: three documents by their SHA-256, and what the buyer answers once for all bids. */
const PinnedSchema = v.strictObject({
  questionnaire: Sha256Schema,
  /** The authority's list, its parameters and its weights. */
  policy: Sha256Schema,
  facts: Sha256Schema,
  /** Question id → answer; questions with `"evidence": "none"` alone. */
  answers: v.record(IdSchema, AnswerSchema),
});
export type Pinned = Readonly<v.InferOutput<typeof PinnedSchema>>;

const published = v.record(v.pipe(v.string(), v.maxLength(35)), v.pipe(v.string(), v.maxLength(2000)));
/** A lot of a contract notice with its award criteria, each with the section that it stands for; null: judged elsewhere. */
const KeptLotSchema = v.strictObject({
  id: line,
  title: published,
  formula: published,
  criteria: v.pipe(
    v.array(
      v.strictObject({
        type: v.nullable(v.picklist(CRITERION_TYPES)),
        name: published,
        weight: v.nullable(
          v.strictObject({ number: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e6)), kind: v.picklist(WEIGHT_KINDS) }),
        ),
        section: v.nullable(IdSchema),
      }),
    ),
    v.maxLength(500),
  ),
});
export type KeptLot = Readonly<v.InferOutput<typeof KeptLotSchema>>;

const entryBase = { id: KeySchema, at: InstantSchema, by: v.pipe(v.string(), v.maxLength(200)) };

/**
 * One line of the history. `criteria` sets what holds from now on; after the seal it is a deviation and has a reason. `seal` closes the
 * criteria: its hash binds them to its own time and person (`procedure/seal.ts`). `bid` lets an assessment join, after the seal alone;
 * `leave` takes it out again. Until `reveal` bids are shown by their labels. `notice` keeps what a contract notice publishes for a lot beside
 * what a person said its criteria stand for; the last one for a lot holds, and none is part of the criteria.
 */
const EntrySchema = v.variant('kind', [
  v.strictObject({ ...entryBase, kind: v.literal('detail'), detail: v.picklist(DETAILS), value: v.pipe(v.string(), v.maxLength(2000)) }),
  v.strictObject({ ...entryBase, kind: v.literal('lots'), lots: v.pipe(v.array(LotSchema), v.maxLength(500)) }),
  v.strictObject({ ...entryBase, kind: v.literal('criteria'), criteria: PinnedSchema, reason: v.optional(line) }),
  v.strictObject({ ...entryBase, kind: v.literal('seal'), sha256: Sha256Schema }),
  v.strictObject({ ...entryBase, kind: v.literal('bid'), assessment: KeySchema, label: line, lot: v.optional(IdSchema) }),
  v.strictObject({ ...entryBase, kind: v.literal('leave'), assessment: KeySchema, reason: line }),
  v.strictObject({ ...entryBase, kind: v.literal('reveal') }),
  v.strictObject({ ...entryBase, kind: v.literal('notice'), notice: v.pipe(v.string(), v.maxLength(200)), lot: KeptLotSchema }),
]);
export type ProcedureEntry = Readonly<v.InferOutput<typeof EntrySchema>>;

export const ProcedureSchema = v.strictObject({
  format: v.literal(PROCEDURE_FORMAT),
  id: KeySchema,
  created: InstantSchema,
  /** Every document that an entry names, each once. */
  questionnaires: v.array(QuestionnaireSchema),
  policies: v.array(PolicySchema),
  facts: v.array(FactsSchema),
  history: v.array(EntrySchema),
});
/** A procedure, whole. */
export type Procedure = Readonly<Omit<v.InferOutput<typeof ProcedureSchema>, 'history'>> & { readonly history: readonly ProcedureEntry[] };
