import type { Classify } from '../countries.ts';
import type { Row, Value } from '../format/answer.ts';
import type { LocalText } from '../format/primitives.ts';
import type { Question } from '../format/questionnaire.ts';
import type { Interval } from '../interval.ts';
import type { Problem } from '../problems.ts';

/** What a value says, for people: each medium puts it into words of its language. */
export type Said =
  | { readonly say: 'text'; readonly text: LocalText }
  | { readonly say: 'plain'; readonly plain: string }
  | { readonly say: 'number'; readonly number: number; readonly unit?: LocalText | undefined }
  | { readonly say: 'day'; readonly day: string }
  | { readonly say: 'country'; readonly country: string };
export type Described =
  | { readonly shape: 'items'; readonly items: readonly Said[] }
  | { readonly shape: 'none'; readonly text: LocalText }
  | { readonly shape: 'rows'; readonly columns: readonly LocalText[]; readonly rows: readonly (readonly (Said | null)[])[] };

/** What one question type knows. A new type is one file with this shape and one line in `index.ts`. */
export interface Kind<Q extends Question> {
  /** Could the answer list more than one thing, so that it can be possibly incomplete (method A3)? */
  readonly list: boolean;
  /** Method Q1: the least and the greatest risk that any possible answer can have. Null: the type or this question is never scored. */
  bounds(question: Q): Interval | null;
  /** The risks that this value can stand for: one point, or the range over its completions where something is open (Q4, Q7). */
  risk(question: Q, value: Value, incomplete: boolean, classify: Classify): Interval;
  /** Everything that keeps the value from being an answer; paths are relative to the value. */
  accept(question: Q, value: unknown, countries: ReadonlySet<string> | null): readonly Problem[];
  describe(question: Q, value: Value): Described;
  /** A few values that stand for all it can be, used to look for exits (method G5). */
  samples(question: Q, classify: Classify, countries: readonly string[]): readonly Value[];
}

/** Is it the value of a table? */
export const isRows = (value: Value): value is readonly Row[] => Array.isArray(value) && value.every((item) => typeof item === 'object');
/** Is it the value of a list? */
export const isList = (value: Value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
