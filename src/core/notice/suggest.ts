import type { LocalText } from '../format/primitives.ts';
import { type NoticeLot, nameOf } from './notice.ts';
import type { Mapping } from './weights.ts';

/** A section by what it may be called. */
export interface NamedSection {
  readonly id: string;
  readonly names: readonly LocalText[];
}

/** How alike two names must be to be taken for the same, of 1. */
const ALIKE = 0.5;

/**
 * A first guess which criterion stands for which section, for a person to correct: by the words of their names, the most alike first; where
 * no name is alike and there are as many criteria of quality as sections, in their order. Price and cost are never guessed.
 */
export function suggestMapping({ criteria }: NoticeLot, sections: readonly NamedSection[]): Mapping {
  const free = criteria.flatMap((criterion, place) =>
    criterion.type === 'price' || criterion.type === 'cost' ? [] : [{ place, words: wordSets([nameOf(criterion)]) }],
  );
  const called = sections.map(({ id, names }) => ({ id, words: wordSets(names) }));
  const pairs = free.flatMap(({ place, words }) =>
    called.map((section) => ({ place, section: section.id, alike: likeness(words, section.words) })),
  );
  const found = new Map<number, string>();
  const taken = new Set<string>();
  for (const { place, section } of pairs.filter(({ alike }) => alike >= ALIKE).sort((a, b) => b.alike - a.alike)) {
    if (found.has(place) || taken.has(section)) continue;
    found.set(place, section);
    taken.add(section);
  }
  if (found.size === 0 && free.length === sections.length)
    for (const [i, { place }] of free.entries()) found.set(place, sections[i]?.id ?? '');
  return criteria.map((_, place) => found.get(place) ?? null);
}

type Words = ReadonlySet<string>;

/** The words of each of the texts, without accents and case; short ones join, and say little. */
const wordSets = (texts: readonly LocalText[]): readonly Words[] =>
  texts.flatMap((text) =>
    Object.values(text).map((one) => {
      const plain = one.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      return new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
    }),
  );

/** How alike the most alike of these and those are. */
function likeness(some: readonly Words[], others: readonly Words[]): number {
  const shares = some.flatMap((a) => others.map((b) => common(a, b)));
  return shares.reduce((greatest, share) => Math.max(greatest, share), 0);
}

/** Share of all their words that both have; half of the way nearer where a has every word of b. */
function common(a: Words, b: Words): number {
  const both = [...b].filter((word) => a.has(word)).length;
  if (both === 0) return 0;
  const share = both / (a.size + b.size - both);
  return both === b.size ? (1 + share) / 2 : share;
}
