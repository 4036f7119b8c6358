/**
 * Small parts of every format. A message that begins with '@' names what is expected; `i18n` has its words (`expected.<name>`).
 */
import * as v from 'valibot';
import { isRealDate } from '../day.ts';

/** Words that a form library or JavaScript itself gives a meaning to; they may not be ids. */
const RESERVED_IDS: readonly string[] = ['constructor', 'prototype', 'root', 'length', 'ref', 'name', 'value'];

/** Id of a question, option, section, gate …: lower case, words joined by hyphens, at most 64 characters. */
export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '@id'),
  v.maxLength(64, '@id'),
  v.check((id) => !RESERVED_IDS.includes(id), '@id-not-reserved'),
);

/** Ids of assessments, procedures and entries: 8 to 64 characters that any file system and URL takes. */
export const KeySchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/));

/** Text in one or more languages, by BCP 47 tag. Which languages are needed is for the semantic check. */
export const LocalTextSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, '@language')),
  v.pipe(v.string(), v.minLength(1), v.maxLength(8000)),
);
export type LocalText = Readonly<Record<string, string>>;

/** A calendar day, ISO 8601, that exists. */
export const DateSchema = v.pipe(v.string(), v.isoDate('@day'), v.check(isRealDate, '@day'));

const INSTANT = '@instant';
/** An instant in UTC, as `Date.prototype.toISOString` writes it. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, INSTANT),
  v.check((t) => !Number.isNaN(Date.parse(t)), INSTANT),
);

const RISK = '@risk';
/** Risk: 0 (no concern) to 100 (worst). */
export const RiskSchema = v.pipe(v.number(), v.minValue(0, RISK), v.maxValue(100, RISK));
/** Weight: any size, relative to its neighbours. */
export const WeightSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e6));
/** Share of a whole, 0 to 1. */
export const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const CountrySchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, '@country'));
export const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '@sha256'));
export const UrlSchema = v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/, '@https'), v.maxLength(2000));
export const VersionSchema = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, '@version'));
