/**
 * What the documents are made of, as tables: which parts are things with a name of their own (a question, an option, a member of a
 * set), which aspects each has, and how an aspect's value is told. The types see to it that no key of a format is left out.
 */
import type { LocalText } from '../../format/primitives.ts';
import type { Criteria } from '../criteria.ts';
import { type Told, text as whole } from '../told.ts';

/** Things that stand in a list whose order says something. */
export type Ordered =
  | 'section'
  | 'page'
  | 'question'
  | 'column'
  | 'option'
  | 'gate'
  | 'source'
  | 'band'
  | 'grade'
  | 'class'
  | 'parameter'
  | 'choice'
  | 'country'
  | 'set'
  | 'member'
  | 'law'
  | 'assigned';
export type Thing = 'questionnaire' | 'policy' | 'facts' | 'answers' | 'answer' | 'axis' | Ordered;

/** Where a value stands: the criteria of its side, the thing it belongs to, and the other side's value, if there is one. */
interface Around<T> {
  readonly criteria: Criteria;
  readonly item: T;
  readonly other: unknown;
}

export type KeysOf<T> = T extends unknown ? keyof T : never;
type ValueAt<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? NonNullable<T[K]> : never) : never;
type Aspects<T, Without extends PropertyKey> = {
  readonly [K in Exclude<KeysOf<T>, Without>]: (value: ValueAt<T, K>, around: Around<T>) => Told | null;
};

/** One kind of thing, its types forgotten: what goes in is of the kind's own type, for it comes out of the list that names it. */
export interface Kind {
  readonly thing: Thing;
  /** What makes two of them the same one. */
  readonly key: (item: unknown) => string;
  readonly name: (item: unknown) => Told;
  readonly aspects: Readonly<Record<string, (value: unknown, around: Around<unknown>) => Told | null>>;
  readonly lists: Readonly<Record<string, Kind>>;
  /** Order counts among those of one group. */
  readonly group: (item: unknown) => string;
}

/** `by`: the keys that name it; they are no aspects. */
export const kind =
  <T>() =>
  <By extends KeysOf<T>, Lists extends { readonly [K in KeysOf<T>]?: Kind }>(
    thing: Thing,
    definition: {
      readonly by: readonly By[];
      readonly key: (item: T) => string;
      readonly name: (item: T) => Told;
      readonly aspects: Aspects<T, By | keyof Lists>;
      readonly lists?: Lists;
      readonly group?: (item: T) => string;
    },
  ): Kind =>
    ({ thing, lists: {}, group: () => '', ...definition }) as unknown as Kind;

/** A text in the languages in which it differs from the other side's. */
export const text = (value: LocalText, { other }: { readonly other: unknown }): Told | null => {
  const differing = Object.entries(value).filter(([language, words]) => (other as LocalText | undefined)?.[language] !== words);
  return differing.length === 0 ? null : whole(Object.fromEntries(differing));
};

/** The key of things that have an id. */
export const byId = ({ id }: { readonly id: string }) => id;
