/**
 * The questionnaire file, as data: all that the method needs stands here, none of it in code. The valibot schemas are
 * the one definition; the types are inferred from them and `questionnaires/schema/questionnaire.json` is generated from them.
 */
import * as v from 'valibot';
import { ConditionSchema } from './condition.ts';
import { DateSchema, IdSchema, LocalTextSchema, RiskSchema, ShareSchema, UrlSchema, VersionSchema, WeightSchema } from './primitives.ts';

export const QUESTIONNAIRE_FORMAT = 'soundings-questionnaire/1';

const CitationSchema = v.strictObject({ source: IdSchema, at: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))) });
export type Citation = Readonly<v.InferOutput<typeof CitationSchema>>;

/** A law, case, paper or standard that a question or a gate rests on. The status is as of the date beside it. */
const SourceSchema = v.strictObject({
  id: IdSchema,
  title: LocalTextSchema,
  kind: v.picklist(['law', 'case', 'guidance', 'standard', 'report']),
  status: v.picklist(['in-force', 'proposal', 'lapsed']),
  asOf: DateSchema,
  url: v.optional(UrlSchema),
  note: v.optional(LocalTextSchema),
});
export type Source = Readonly<v.InferOutput<typeof SourceSchema>>;

const OptionSchema = v.strictObject({
  id: IdSchema,
  text: LocalTextSchema,
  help: v.optional(LocalTextSchema),
  /** Needed where the question is scored. */
  risk: v.optional(RiskSchema),
  /** Cannot stand beside another choice ("none of these"). Has meaning in several choices, countries, number and date. */
  exclusive: v.optional(v.literal(true)),
});
export type Option = Readonly<v.InferOutput<typeof OptionSchema>>;

/** How several items of one answer combine (method Q5). */
const CombineSchema = v.variant('rule', [
  v.strictObject({ rule: v.literal('worst') }),
  v.strictObject({ rule: v.literal('mean') }),
  v.strictObject({ rule: v.literal('sum') }),
  v.strictObject({ rule: v.literal('worst-plus'), each: RiskSchema, from: RiskSchema }),
]);
export type Combine = Readonly<v.InferOutput<typeof CombineSchema>>;

/** Risk of a number or day (method Q7): the last step at or below the value, or a line through points (flat outside them). */
const scaleOf = <T extends v.GenericSchema<number> | v.GenericSchema<string>>(position: T) =>
  v.variant('kind', [
    v.strictObject({
      kind: v.literal('steps'),
      points: v.pipe(v.array(v.strictObject({ at: position, risk: RiskSchema })), v.minLength(1)),
    }),
    v.strictObject({
      kind: v.literal('line'),
      points: v.pipe(v.array(v.strictObject({ at: position, risk: RiskSchema })), v.minLength(1)),
    }),
  ]);
export type Scale<T> = { readonly kind: 'steps' | 'line'; readonly points: readonly { readonly at: T; readonly risk: number }[] };

const options = v.pipe(v.array(OptionSchema), v.minLength(1));

/** What each kind of scalar needs; a question and a table column of one kind share it. */
const scalars = {
  single: { options },
  number: {
    unit: v.optional(LocalTextSchema),
    min: v.number(),
    max: v.number(),
    integer: v.optional(v.literal(true)),
    scale: v.optional(scaleOf(v.number())),
    /** Answers that are no number, such as "unlimited". */
    options: v.optional(options),
  },
  date: { min: v.optional(DateSchema), max: v.optional(DateSchema), scale: v.optional(scaleOf(DateSchema)), options: v.optional(options) },
  text: { long: v.optional(v.literal(true)), maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20000))) },
  country: { risks: v.optional(v.record(IdSchema, RiskSchema)) },
};

/** `weight` above 0 makes the column count towards the risk of its row. */
const columnBase = { id: IdSchema, text: LocalTextSchema, hint: v.optional(LocalTextSchema), weight: v.optional(WeightSchema) };
const ColumnSchema = v.variant('type', [
  v.strictObject({ ...columnBase, type: v.literal('single'), ...scalars.single }),
  v.strictObject({ ...columnBase, type: v.literal('number'), ...scalars.number }),
  v.strictObject({ ...columnBase, type: v.literal('date'), ...scalars.date }),
  v.strictObject({ ...columnBase, type: v.literal('text'), ...scalars.text }),
  v.strictObject({ ...columnBase, type: v.literal('country'), ...scalars.country }),
]);
export type Column = Readonly<v.InferOutput<typeof ColumnSchema>>;

const questionBase = {
  id: IdSchema,
  text: LocalTextSchema,
  /** One short line under the question. */
  hint: v.optional(LocalTextSchema),
  /** Longer guidance: why it is asked, what counts as evidence. */
  help: v.optional(LocalTextSchema),
  /** The mistake that this question guards against. */
  trap: v.optional(LocalTextSchema),
  sources: v.optional(v.array(CitationSchema)),
  /** 0: never scored. */
  weight: WeightSchema,
  /** `none`: a fact the buyer itself gives; no grade is asked and nothing widens. */
  evidence: v.picklist(['required', 'optional', 'none']),
  /** Nobody who bids can promise another answer, such as on what a law allows: no part of what is negotiated (SPEC G5.4). */
  notNegotiable: v.optional(v.literal(true)),
  /** The buyer knows it, not the vendor, who is neither asked for it nor bound by it (SPEC G5.4). */
  answeredBy: v.optional(v.literal('buyer')),
  visible: v.optional(ConditionSchema),
};
const QuestionSchema = v.variant('type', [
  v.strictObject({ ...questionBase, type: v.literal('single'), ...scalars.single }),
  v.strictObject({ ...questionBase, type: v.literal('several'), options, combine: v.optional(CombineSchema) }),
  v.strictObject({
    ...questionBase,
    type: v.literal('countries'),
    risks: v.optional(v.record(IdSchema, RiskSchema)),
    options: v.optional(options),
  }),
  v.strictObject({ ...questionBase, type: v.literal('number'), ...scalars.number }),
  v.strictObject({ ...questionBase, type: v.literal('date'), ...scalars.date }),
  v.strictObject({ ...questionBase, type: v.literal('text'), ...scalars.text }),
  v.strictObject({
    ...questionBase,
    type: v.literal('table'),
    columns: v.pipe(v.array(ColumnSchema), v.minLength(1)),
    /** How the scored columns of a row make its risk (method Q7). */
    rowRisk: v.optional(v.picklist(['worst', 'mean'])),
    combine: v.optional(CombineSchema),
    maxRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
    /** Present where "there is none" is an acceptable answer; its risk is declared, not assumed. */
    noRows: v.optional(v.strictObject({ text: LocalTextSchema, risk: v.optional(RiskSchema) })),
  }),
]);
export type Question = Readonly<v.InferOutput<typeof QuestionSchema>>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** One topic on one screen. */
const PageSchema = v.strictObject({ id: IdSchema, title: LocalTextSchema, questions: v.pipe(v.array(QuestionSchema), v.minLength(1)) });
export type Page = Readonly<v.InferOutput<typeof PageSchema>>;

const SectionSchema = v.strictObject({
  id: IdSchema,
  title: LocalTextSchema,
  /** A short name for figures and the live result. */
  short: v.optional(LocalTextSchema),
  intro: v.optional(LocalTextSchema),
  weight: WeightSchema,
  pages: v.pipe(v.array(PageSchema), v.minLength(1)),
});
export type Section = Readonly<v.InferOutput<typeof SectionSchema>>;

const EffectSchema = v.variant('effect', [
  v.strictObject({ effect: v.literal('rating-at-least'), band: IdSchema }),
  v.strictObject({ effect: v.literal('section-at-least'), section: IdSchema, risk: RiskSchema }),
  v.strictObject({ effect: v.literal('stop') }),
]);
export type Effect = Readonly<v.InferOutput<typeof EffectSchema>>;

const GateSchema = v.strictObject({
  id: IdSchema,
  /** What is the case when the gate is true, in a few words. */
  title: LocalTextSchema,
  reason: LocalTextSchema,
  sources: v.pipe(v.array(CitationSchema), v.minLength(1)),
  when: ConditionSchema,
  effects: v.pipe(v.array(EffectSchema), v.minLength(1)),
  /** The way out in the author's words; the exact sets of answers are computed (method G5). */
  exit: LocalTextSchema,
});
export type Gate = Readonly<v.InferOutput<typeof GateSchema>>;

const BandSchema = v.strictObject({ id: IdSchema, from: RiskSchema, name: LocalTextSchema });
export type Band = Readonly<v.InferOutput<typeof BandSchema>>;

/** An evidence grade: `widening` is the share of the way to the worst answer that a value of this grade is widened (method A4, Q2). */
const GradeSchema = v.strictObject({ id: IdSchema, name: LocalTextSchema, help: v.optional(LocalTextSchema), widening: ShareSchema });

/** Countries fall into the first class that fits (method Q6). `facts`: a set of the country table, optionally with values. */
const CountryClassSchema = v.strictObject({
  id: IdSchema,
  name: LocalTextSchema,
  of: v.variant('by', [
    v.strictObject({ by: v.literal('policy') }),
    v.strictObject({ by: v.literal('facts'), set: IdSchema, values: v.optional(v.array(v.string())) }),
    v.strictObject({ by: v.literal('rest') }),
  ]),
});
export type CountryClass = Readonly<v.InferOutput<typeof CountryClassSchema>>;

const ParameterSchema = v.strictObject({
  id: IdSchema,
  name: LocalTextSchema,
  help: v.optional(LocalTextSchema),
  choices: v.pipe(v.array(v.strictObject({ id: IdSchema, name: LocalTextSchema, value: v.number() })), v.minLength(1)),
  default: IdSchema,
});
export type Parameter = Readonly<v.InferOutput<typeof ParameterSchema>>;

const AxisSchema = v.strictObject({ title: LocalTextSchema, sections: v.pipe(v.array(IdSchema), v.minLength(1)) });

export const QuestionnaireSchema = v.strictObject({
  format: v.literal(QUESTIONNAIRE_FORMAT),
  id: IdSchema,
  version: VersionSchema,
  released: DateSchema,
  title: LocalTextSchema,
  purpose: LocalTextSchema,
  publisher: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  licence: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Every text must be there in each of these. */
  languages: v.pipe(v.array(v.string()), v.minLength(1)),
  bands: v.pipe(v.array(BandSchema), v.minLength(1)),
  /** Method R3: above this share of unanswered weight there is no band as headline. */
  unansweredAtMost: ShareSchema,
  grades: v.pipe(v.array(GradeSchema), v.minLength(1)),
  countryClasses: v.optional(v.pipe(v.array(CountryClassSchema), v.minLength(1))),
  parameters: v.optional(v.array(ParameterSchema)),
  sources: v.array(SourceSchema),
  sections: v.pipe(v.array(SectionSchema), v.minLength(1)),
  gates: v.array(GateSchema),
  /** Two indices drawn against each other, such as exposure against consequence. */
  plane: v.optional(v.strictObject({ x: AxisSchema, y: AxisSchema })),
});
export type Questionnaire = Readonly<v.InferOutput<typeof QuestionnaireSchema>>;
