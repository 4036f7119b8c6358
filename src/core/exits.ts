/**
 * Exits (method G5): for a gate that is true or undetermined, the smallest sets of single-answer changes that switch it off.
 * They are found by trying: every candidate set is evaluated by the same rules as the assessment itself, and only sets of the
 * smallest size that works are kept. A change is assumed to be shown on evidence that counts in full.
 */
import { type Candidate, candidatesOf } from './candidates.ts';
import { update } from './evaluate.ts';
import type { Answers, Value } from './format/answer.ts';
import { hull } from './interval.ts';
import type { Model } from './model.ts';
import type { Headline, Result } from './result.ts';

/** One answer to change: any of `values` will do, shown on evidence of at least `grade`. `keep`: the answer stands, better shown. */
export interface Change {
  readonly question: string;
  readonly values: readonly Value[];
  readonly grade: string;
  readonly keep: boolean;
  /** Of numbers: all that were tried between the least and the greatest of `values` are among them (SPEC G5.3). */
  readonly between: boolean;
}

/** What an assessment then comes to. */
interface Outcome {
  readonly headline: Headline;
  readonly rating: Result['rating'];
  readonly overall: Result['overall'];
}

/**
 * All its changes together switch the gate off, whichever of their values are taken. `after`: what that leads to, with the range of all
 * alternatives; where they lead to different ratings, that of the best, and `worst` that of the worst (SPEC G5.5).
 */
export interface Exit {
  readonly changes: readonly Change[];
  readonly after: Outcome;
  readonly worst: Outcome | undefined;
}

/** Larger sets, or more of them than this, are not searched one by one; one irredundant set stands for them (SPEC G5.2). */
const LARGEST_SET = 3;
const MOST_TRIALS = 20_000;

type Changes = readonly Candidate[];

/** `promised`: only what a bidder can promise (SPEC G5.4). None of a stop that is true (SPEC G5.6). */
export function exitsOf(model: Model, answers: Answers, result: Result, gate: string, promised = false): readonly Exit[] {
  const isTrue = result.gates.some(({ id, state }) => id === gate && state === 'true');
  if (isTrue && model.gates.some(({ id, effects }) => id === gate && effects.some(({ effect }) => effect === 'stop'))) return [];
  const canPromise = ({ question, how }: Candidate) => !promised || how === 'keep' || isNegotiable(model, question);
  const candidates = [...candidatesOf(model, answers, gate).values()].map((list) => list.filter(canPromise));
  const trial = (changes: Changes) =>
    update(
      model,
      result,
      new Map([...answers, ...changes.map((one) => [one.question, one.answer] as const)]),
      changes.map((one) => one.question),
    );
  const off = (changes: Changes) => trial(changes).gates.find((one) => one.id === gate)?.state === 'false';
  /** `sets` differ only in their values; together they are one exit. */
  const exitOf = (sets: readonly Changes[]): Exit => {
    const first = sets[0] ?? [];
    const changes = first.map(({ question, grade, how }, i) => {
      const values = [...new Set(sets.map((set) => set[i]?.answer.value ?? ''))];
      const tried = candidates.flat().flatMap((one) => (one.question === question ? [one.answer.value] : []));
      return { question, grade, keep: how === 'keep', values, between: areAllBetween(values, tried) };
    });
    return { changes, ...outcomesOf(model, sets.map(trial)) };
  };
  for (let size = 1; size <= LARGEST_SET && trialsOf(candidates, size) <= MOST_TRIALS; size++) {
    const found = combinations(candidates, size).flatMap((lists) => {
      const working = product(lists).filter(off);
      // The first asks for least; the others are told where they ask for the same kind of thing.
      const wanted = working.filter((set) => set.every((one, i) => one.how === working[0]?.[i]?.how));
      return interchangeable(wanted) ? [exitOf(wanted)] : wanted.map((set) => exitOf([set]));
    });
    if (found.length > 0) return found;
  }
  const set = irredundant(candidates, off);
  return set ? [exitOf([set])] : [];
}

function areAllBetween(values: readonly Value[], tried: readonly Value[]): boolean {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < 2 || numbers.length < values.length) return false;
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
  return tried.every((value) => typeof value !== 'number' || value < least || value > greatest || numbers.includes(value));
}

/** What several exits come to: one rating, or the best and the worst, each with the range of all that lead to it (SPEC G5.7). */
export function togetherOf(model: Model, exits: readonly Exit[]): Pick<Exit, 'after' | 'worst'> | undefined {
  if (exits.length === 0) return undefined;
  const outcomes = exits.flatMap(({ after, worst }) => [after, ...(worst ? [worst] : [])]);
  const { after, worst } = outcomesOf(model, outcomes);
  const withAllAlike = (one: Outcome) =>
    outcomesOf(
      model,
      outcomes.filter((other) => isAlike(other, one)),
    ).after;
  return { after: withAllAlike(after), worst: worst && withAllAlike(worst) };
}

const isAlike = (a: Outcome, b: Outcome): boolean => JSON.stringify([a.headline, a.rating]) === JSON.stringify([b.headline, b.rating]);

function outcomesOf(model: Model, results: readonly Outcome[]): Pick<Exit, 'after' | 'worst'> {
  const outcomes = results.map(({ headline, rating, overall }): Outcome => ({ headline, rating, overall }));
  const severity = ({ headline, rating, overall }: Outcome): readonly number[] => [
    headline.kind === 'stop' ? 1 : 0,
    model.questionnaire.bands.findIndex(({ id }) => id === rating?.high),
    overall?.high ?? 0,
  ];
  const sorted = [...outcomes].sort((a, b) => inOrder(severity(a), severity(b)));
  const [after, worst] = [sorted[0], sorted.at(-1)];
  if (!after || !worst) throw new Error('an exit without an outcome');
  if (!outcomes.every((one) => isAlike(one, after))) return { after, worst };
  const [first, ...others] = outcomes.flatMap(({ overall }) => overall ?? []);
  return { after: { ...after, overall: first ? hull(first, ...others) : null }, worst: undefined };
}

/** The first difference decides. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Can a bidder promise another answer to it? */
function isNegotiable(model: Model, id: string): boolean {
  const question = model.items[model.indexOf(id) ?? -1]?.question;
  return !question?.notNegotiable && question?.answeredBy === undefined;
}

/** Can a bidder promise all that it asks (SPEC G5.4)? */
export const canBePromised = (model: Model, { changes }: Pick<Exit, 'changes'>): boolean =>
  changes.every(({ question, keep }) => keep || isNegotiable(model, question));

/** Those that a bidder can promise (SPEC G5.4). `found`: all, where they are known; they are looked for again only if one of them asks too much. */
export function promisedExits(
  model: Model,
  answers: Answers,
  result: Result,
  gate: string,
  found: readonly Exit[] | undefined,
): readonly Exit[] {
  return found?.every((exit) => canBePromised(model, exit)) ? found : exitsOf(model, answers, result, gate, true);
}

/** The best of every answer in turn until that works; then what is not needed is given back, the last first. */
function irredundant(candidates: readonly Changes[], off: (changes: Changes) => boolean): Changes | null {
  const best = candidates.flatMap((list) => list.find((one) => one.how === 'change') ?? list.slice(0, 1));
  const enough = best.findIndex((_, i) => off(best.slice(0, i + 1)));
  if (enough === -1) return null;
  let set: Changes = best.slice(0, enough + 1);
  for (const one of [...set].reverse()) {
    const fewer = set.filter((other) => other !== one);
    const kept = candidates.flat().filter((other) => other.question === one.question && other.how === 'keep');
    const better = kept.map((other) => set.map((present) => (present === one ? other : present)));
    set = [fewer, ...better, set].find(off) ?? set;
  }
  return set;
}

/** How many sets of this size there are, values included. */
function trialsOf(lists: readonly Changes[], size: number): number {
  const ways = [1, ...Array.from({ length: size }, () => 0)];
  for (const { length } of lists) for (let n = size; n > 0; n--) ways[n] = (ways[n] ?? 0) + (ways[n - 1] ?? 0) * length;
  return ways[size] ?? 0;
}

/** Do the sets make up every combination of the values that occur in them? Then they can be told as one. */
function interchangeable(sets: readonly Changes[]): boolean {
  const [first] = sets;
  if (!first) return false;
  const choices = first.map((_, i) => new Set(sets.map((set) => JSON.stringify(set[i]?.answer.value))).size);
  return choices.reduce((a, b) => a * b, 1) === sets.length;
}

function combinations<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((sets, list) => sets.flatMap((set) => list.map((one) => [...set, one])), [[]]);
}
