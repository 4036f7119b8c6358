/**
 * What a report is made from, as plain JSON that is attached to it. A report is a function of its record: the same record gives the
 * same document (`document.ts`) and the same bytes, and whoever has the file can reckon everything in it again, with our code or
 * their own. Its canonical form (RFC 8785) is the attached file; the SHA-256 of that is printed in the report.
 */
import * as v from 'valibot';
import { type Assessment, AssessmentSchema } from '../../core/format/assessment.ts';
import { type Facts, FactsSchema, type Policy, PolicySchema } from '../../core/format/facts.ts';
import { Sha256Schema } from '../../core/format/primitives.ts';
import { type Procedure, ProcedureSchema } from '../../core/format/procedure.ts';
import { type Questionnaire, QuestionnaireSchema } from '../../core/format/questionnaire.ts';
import { type Redacted, RedactedSchema } from '../../core/format/redacted.ts';
import type { Language } from '../../i18n/languages.ts';
import { type Edition, EditionSchema } from './edition.ts';
import { RECORD_FORMAT } from './format.ts';

const RangeSchema = v.nullable(v.strictObject({ low: v.number(), high: v.number() }));
const MeanSchema = v.nullable(v.strictObject({ low: v.number(), high: v.number(), optional: v.boolean() }));
const TruthSchema = v.picklist(['true', 'false', 'undetermined']);

/** The result of `core/result.ts`, with the ids of questions beside their figures. */
const ResultSchema = v.strictObject({
  headline: v.union([
    v.strictObject({ kind: v.literal('band'), band: v.string() }),
    v.strictObject({ kind: v.picklist(['not-ratable', 'stop', 'not-scored']) }),
  ]),
  rating: v.nullable(v.strictObject({ low: v.string(), high: v.string() })),
  overall: RangeSchema,
  stop: TruthSchema,
  coverage: v.number(),
  gates: v.array(v.strictObject({ id: v.string(), state: TruthSchema })),
  sections: v.array(v.strictObject({ id: v.string(), weight: v.number(), sum: MeanSchema, interval: MeanSchema, answered: v.number() })),
  questions: v.array(
    v.strictObject({
      id: v.string(),
      applicable: TruthSchema,
      state: v.picklist(['open', 'answered', 'unknown', 'declined']),
      value: RangeSchema,
      interval: RangeSchema,
    }),
  ),
});
export type RecordedResult = Readonly<v.InferOutput<typeof ResultSchema>>;

const base = {
  format: v.literal(RECORD_FORMAT),
  language: v.literal('en'),
  app: v.strictObject({ version: v.string() }),
  engine: v.string(),
  /** Of one that another version has taken the place of. */
  edition: v.optional(EditionSchema),
};

const AssessmentRecordSchema = v.strictObject({
  ...base,
  kind: v.literal('assessment'),
  assessment: AssessmentSchema,
  /** Of the tender that it is a bid in. */
  procedure: v.optional(ProcedureSchema),
  result: ResultSchema,
});

/** One of the files of a comparison, in the order in which they were given; its documents are those of the record with these hashes. */
const ComparedSchema = v.strictObject({
  /** What it is called, and the vendor; no vendor while bids are known by their labels alone. */
  label: v.string(),
  name: v.string(),
  /** Of the assessment file, whole. */
  sha256: Sha256Schema,
  /** Typed text is left out of the history below, since it may name the bidder: what `sha256` is of holds more than is here. */
  withheld: v.optional(v.literal(true)),
  assessment: v.strictObject({
    ...AssessmentSchema.entries,
    questionnaire: Sha256Schema,
    policy: Sha256Schema,
    facts: Sha256Schema,
  }),
  /** Null: it is not compared. */
  result: v.nullable(ResultSchema),
  /** Why it is not compared, where criteria and answers do not say so. */
  reason: v.optional(v.string()),
});
type Compared = Readonly<v.InferOutput<typeof ComparedSchema>>;
export type RecordedBid = Omit<Compared, 'assessment'> & {
  readonly assessment: Omit<Assessment, 'questionnaire' | 'policy' | 'facts'> &
    Readonly<Record<'questionnaire' | 'policy' | 'facts', string>>;
};

const ComparisonRecordSchema = v.strictObject({
  ...base,
  kind: v.literal('comparison'),
  /** Every document that a bid names, each once. */
  questionnaires: v.array(QuestionnaireSchema),
  policies: v.array(PolicySchema),
  facts: v.array(FactsSchema),
  bids: v.array(ComparedSchema),
  procedure: v.optional(ProcedureSchema),
  /** As many as the terminal allows: whoever reads a record makes them anew. */
  draws: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  seed: v.pipe(v.number(), v.integer()),
  /** How far the draws let each weight stray from its share; null: weights were free. */
  band: v.nullable(v.number()),
  /** Places count the compared bids in the order of `bids`, from 0. */
  result: v.strictObject({
    /** Groups of places, best first; within a group no order is claimed. */
    order: v.array(v.array(v.number())),
    /** A row a bid: share of the draws in which it takes each rank. */
    ranks: v.array(v.array(v.number())),
    /** A row a bid: share of the draws in which it stands before each other. */
    before: v.array(v.array(v.number())),
    /** Half-width of the 95 % interval of a share near one half. */
    error: v.number(),
  }),
});

const RedactedRecordSchema = v.strictObject({ ...base, kind: v.literal('redacted'), redacted: RedactedSchema });

export const RecordSchema = v.variant('kind', [AssessmentRecordSchema, ComparisonRecordSchema, RedactedRecordSchema]);
type Base = {
  readonly format: typeof RECORD_FORMAT;
  readonly language: Language;
  readonly app: { readonly version: string };
  readonly engine: string;
  readonly edition?: Edition | undefined;
};
/** The record of the report of one assessment. */
export type AssessmentRecord = Base & {
  readonly kind: 'assessment';
  readonly assessment: Assessment;
  readonly procedure?: Procedure | undefined;
  readonly result: RecordedResult;
};
/** The record of a report that compares bids. */
export type ComparisonRecord = Base &
  Readonly<Pick<v.InferOutput<typeof ComparisonRecordSchema>, 'kind' | 'draws' | 'seed' | 'band' | 'result'>> & {
    readonly questionnaires: readonly Questionnaire[];
    readonly policies: readonly Policy[];
    readonly facts: readonly Facts[];
    readonly bids: readonly RecordedBid[];
    readonly procedure?: Procedure | undefined;
  };
/** The record of the report of a redacted variant. Its result cannot be reckoned again: it is that of the full one. */
export type RedactedRecord = Base & { readonly kind: 'redacted'; readonly redacted: Redacted };
export type ReportRecord = AssessmentRecord | ComparisonRecord | RedactedRecord;
