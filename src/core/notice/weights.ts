import { rounded } from '../interval.ts';
import type { NoticeLot, PublishedWeight } from './notice.ts';

/** A section with the weight it is scored with (SPEC S1.1). */
export interface WeighedSection {
  readonly id: string;
  readonly weight: number;
}

/** For each criterion of a lot, in its order: the section that it stands for, or null where it is judged elsewhere. */
export type Mapping = readonly (string | null)[];

export type Outcome = 'agrees' | 'differs' | 'undecided' | 'not-published';

/** A section beside what the notice publishes of it. */
export interface WeightLine {
  readonly section: string;
  /** Places of the criteria that stand for it. */
  readonly criteria: readonly number[];
  /** Share of the weight of all sections. */
  readonly used: number;
  /** Share of the published weight of all criteria that stand for a section; null where there are no shares, or nothing is published. */
  readonly published: number | null;
  /** Published place in order of importance, 1 is first. */
  readonly place: number | null;
  readonly outcome: Outcome;
}

/** Why shares cannot be compared: a criterion has no weight · units do not add up · only the middle of a range is known. */
export type Doubt = 'unweighted' | 'mixed' | 'middle';

export interface WeightCheck {
  /** `nothing`: no criterion stands for any section. */
  readonly outcome: 'agrees' | 'differs' | 'undecided' | 'nothing';
  /** Sections that carry weight, or for which a criterion stands. */
  readonly lines: readonly WeightLine[];
  /** Places of the criteria that stand for none. */
  readonly elsewhere: readonly number[];
  readonly doubt: Doubt | null;
}

/**
 * Are the weights used those that were published? Both are taken as shares: of all sections here, and of all criteria that stand for a section
 * there, so price and whatever else is judged elsewhere does not disturb. Shares agree when they are the same to six decimals (method R1).
 */
export function checkWeights({ criteria }: NoticeLot, sections: readonly WeighedSection[], mapping: Mapping): WeightCheck {
  const of = (section: string) => criteria.flatMap((_, i) => (mapping[i] === section ? [i] : []));
  const known = new Set(sections.map(({ id }) => id));
  const mapped = criteria.flatMap((criterion, i) => (known.has(mapping[i] ?? '') ? [criterion] : []));
  const elsewhere = criteria.flatMap((_, i) => (known.has(mapping[i] ?? '') ? [] : [i]));
  const total = sections.reduce((sum, { weight }) => sum + weight, 0);
  const basis = basisOf(mapped.map(({ weight }) => weight));
  const numbers = (places: readonly number[]) => places.map((i) => criteria[i]?.weight?.number ?? 0);
  const stated = sections
    .map(({ id, weight }) => ({ section: id, criteria: of(id), weight, used: total > 0 ? weight / total : 0 }))
    .filter((one) => one.weight > 0 || one.criteria.length > 0)
    .map((one) => ({
      ...one,
      published: basis.kind === 'shares' && one.criteria.length > 0 ? sum(numbers(one.criteria)) / basis.total : null,
      place: basis.kind === 'order' && one.criteria.length > 0 ? Math.min(...numbers(one.criteria)) : null,
    }));
  const lines = stated.map(({ weight: _, ...line }): WeightLine => ({ ...line, outcome: outcomeOf(line, stated, basis) }));
  return { outcome: mapped.length === 0 ? 'nothing' : whole(lines), lines, elsewhere, doubt: basis.doubt };
}

type Basis =
  | { readonly kind: 'shares'; readonly total: number; readonly doubt: 'middle' | null }
  | { readonly kind: 'order'; readonly doubt: null }
  | { readonly kind: 'none'; readonly doubt: 'unweighted' | 'mixed' | null };

/** What the published weights have in common. */
function basisOf(weights: readonly (PublishedWeight | null)[]): Basis {
  const given = weights.filter((weight) => weight !== null);
  const total = sum(given.map(({ number }) => number));
  if (weights.length === 0) return { kind: 'none', doubt: null };
  if (given.length < weights.length) return { kind: 'none', doubt: 'unweighted' };
  // per-exa and per-mid are both per cent.
  if (new Set(given.map(({ kind }) => kind.slice(0, 3))).size > 1) return { kind: 'none', doubt: 'mixed' };
  if (given.every(({ kind }) => kind === 'ord-imp')) return { kind: 'order', doubt: null };
  if (total === 0) return { kind: 'none', doubt: 'unweighted' };
  return { kind: 'shares', total, doubt: given.some(({ kind }) => kind.endsWith('-mid')) ? 'middle' : null };
}

type Stated = Omit<WeightLine, 'outcome'>;

function outcomeOf(line: Stated, all: readonly Stated[], basis: Basis): Outcome {
  if (line.criteria.length === 0) return 'not-published';
  if (basis.kind === 'none') return 'undecided';
  if (basis.kind === 'order') return all.some((other) => turned(line, other) || turned(other, line)) ? 'differs' : 'agrees';
  if (rounded(line.used) === rounded(line.published ?? 0)) return 'agrees';
  return basis.doubt === 'middle' ? 'undecided' : 'differs';
}

/** Was a published to matter more than b, and weighs less? */
const turned = (a: Stated, b: Stated): boolean =>
  a.place !== null && b.place !== null && a.place < b.place && rounded(a.used) < rounded(b.used);

function whole(lines: readonly WeightLine[]): 'agrees' | 'differs' | 'undecided' {
  const outcomes = lines.map(({ outcome }) => outcome);
  if (outcomes.some((one) => one === 'differs' || one === 'not-published')) return 'differs';
  return outcomes.includes('undecided') ? 'undecided' : 'agrees';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
