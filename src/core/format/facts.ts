/** The dated table of country facts, and the authority's own policy: the two things that class countries (method Q6). */
import * as v from 'valibot';
import { CountrySchema, DateSchema, IdSchema, LocalTextSchema, UrlSchema, WeightSchema } from './primitives.ts';

export const FACTS_FORMAT = 'soundings-jurisdictions/1';
export const POLICY_FORMAT = 'soundings-policy/1';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** One country in one set. What it leaves out is as the set says. */
const MemberSchema = v.strictObject({
  country: CountrySchema,
  /** Distinguishes kinds of membership, such as `whole` and `limited` adequacy. */
  value: v.optional(IdSchema),
  /** The act it rests on, from when, until when. */
  decision: v.optional(text),
  since: v.optional(DateSchema),
  until: v.optional(DateSchema),
  note: v.optional(LocalTextSchema),
  asOf: v.optional(DateSchema),
  staleAfter: v.optional(DateSchema),
});
export type FactMember = Readonly<v.InferOutput<typeof MemberSchema>>;

const FactSetSchema = v.strictObject({
  id: IdSchema,
  title: LocalTextSchema,
  /** False: shipped as a fact, never scored by a shipped questionnaire. */
  scored: v.boolean(),
  asOf: DateSchema,
  staleAfter: DateSchema,
  source: v.strictObject({ title: text, url: v.optional(UrlSchema) }),
  licence: text,
  confidence: v.picklist(['high', 'medium', 'low']),
  checkedBy: text,
  note: v.optional(LocalTextSchema),
  members: v.array(MemberSchema),
});
export type FactSet = Readonly<v.InferOutput<typeof FactSetSchema>>;

/** Laws by which a state can compel: properties of the law, as a hint; never a verdict, never scored. */
const LawSchema = v.strictObject({
  country: CountrySchema,
  law: text,
  content: LocalTextSchema,
  independentCourt: v.picklist(['yes', 'partly', 'no', 'not-stated']),
  secrecy: v.picklist(['yes', 'possible', 'no', 'not-stated']),
  status: v.picklist(['in-force', 'proposal', 'lapsed']),
  asOf: DateSchema,
  staleAfter: DateSchema,
  source: v.strictObject({ title: text, url: v.optional(UrlSchema) }),
  confidence: v.picklist(['high', 'medium', 'low']),
});
export type Law = Readonly<v.InferOutput<typeof LawSchema>>;

export const FactsSchema = v.strictObject({
  format: v.literal(FACTS_FORMAT),
  version: DateSchema,
  title: LocalTextSchema,
  sets: v.array(FactSetSchema),
  laws: v.array(LawSchema),
  /** Codes that ISO 3166-1 leaves to users, named here because no list of names has them (fictional states of examples). */
  userAssigned: v.optional(v.array(v.strictObject({ country: CountrySchema, name: LocalTextSchema }))),
});
export type Facts = Readonly<v.InferOutput<typeof FactsSchema>>;

/** An authority's own, dated, published list and settings. The shipped one is empty. */
export const PolicySchema = v.strictObject({
  format: v.literal(POLICY_FORMAT),
  name: text,
  version: text,
  adoptedBy: v.optional(text),
  adopted: v.optional(DateSchema),
  legalBasis: v.optional(text),
  source: v.optional(UrlSchema),
  countries: v.array(CountrySchema),
  /** Parameter id → id of the choice. A parameter that is not named has its default. */
  parameters: v.record(IdSchema, IdSchema),
  /** Section id → its weight in place of the questionnaire's (SPEC S1.1). A section that is not named keeps its own. */
  weights: v.optional(v.record(IdSchema, WeightSchema)),
});
export type Policy = Readonly<v.InferOutput<typeof PolicySchema>>;

/** No list, all parameters at their defaults. */
export const EMPTY_POLICY: Policy = { format: POLICY_FORMAT, name: 'No policy list', version: '0', countries: [], parameters: {} };
