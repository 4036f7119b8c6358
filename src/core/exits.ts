/**
 * Exits (method G5): for a gate that is true or undetermined, the smallest sets of single-answer changes that switch it off.
 * They are found by trying: every candidate set is evaluated by the same rules as the assessment itself, and only sets of the
 * smallest size that works are kept. A change is assumed to be shown on evidence that counts in full.
 */

import { update } from './evaluate.ts';
import type { Answer, Answers, Value } from './format/answer.ts';
import type { Condition } from './format/condition.ts';
import type { Item, Model } from './model.ts';
import { kindOf } from './questions/index.ts';
import { isList, isRows } from './questions/kind.ts';
import type { Headline, Result } from './result.ts';

/** One answer to change: any of `values` will do, shown on evidence of at least `grade`. `keep`: the answer stands, better shown. */
export interface Change {
  readonly question: string;
  readonly values: readonly Value[];
  readonly grade: string;
  readonly keep: boolean;
}

/** All its changes together switch the gate off. `after` holds where each change takes its best value. */
export interface Exit {
  readonly changes: readonly Change[];
  readonly after: { readonly headline: Headline; readonly rating: Result['rating']; readonly overall: Result['overall'] };
}

/** Sets of more changes than this are not searched one by one; the greedy set stands for them (SPEC G5.2). */
const LARGEST_SET = 3;

export function exitsOf(model: Model, answers: Answers, result: Result, gate: string): readonly Exit[] {
  const candidates = candidatesOf(model, answers, gate);
  const trial = (changes: readonly Candidate[]) =>
    update(
      model,
      result,
      new Map([...answers, ...changes.map((c) => [c.question, c.answer] as const)]),
      changes.map((c) => c.question),
    );
  const off = (changes: readonly Candidate[]) => trial(changes).gates.find((one) => one.id === gate)?.state === 'false';
  const exitOf = (sets: readonly (readonly Candidate[])[]): Exit => {
    const first = sets[0] ?? [];
    const best = sets.reduce((a, b) => ((trial(b).overall?.high ?? 0) < (trial(a).overall?.high ?? 0) ? b : a), first);
    const { headline, rating, overall } = trial(best);
    const changes = first.map(({ question, grade, keep }, i) => ({
      question,
      grade,
      keep,
      values: [...new Set(sets.map((set) => set[i]?.answer.value ?? ''))],
    }));
    return { changes, after: { headline, rating, overall } };
  };
  for (let size = 1; size <= LARGEST_SET; size++) {
    const found = combinations([...candidates.keys()], size).flatMap((questions) => {
      const working = product(questions.map((question) => candidates.get(question) ?? [])).filter(off);
      const wanted = working.filter((set) =>
        set.every((c) => c.keep === working[0]?.some((other) => other.question === c.question && other.keep)),
      );
      return interchangeable(wanted) ? [exitOf(wanted)] : wanted.map((set) => exitOf([set]));
    });
    if (found.length > 0) return found;
  }
  const greedy: Candidate[] = [];
  for (const list of candidates.values()) {
    const best = list[0];
    if (best) greedy.push(best);
    if (off(greedy)) return [exitOf([greedy])];
  }
  return [];
}

interface Candidate {
  readonly question: string;
  readonly answer: Extract<Answer, { state: 'answered' }>;
  readonly grade: string;
  readonly keep: boolean;
}

/** By question, best value first. What the buyer itself states (no evidence asked) is not for anyone to change. */
function candidatesOf(model: Model, answers: Answers, gate: string): ReadonlyMap<string, readonly Candidate[]> {
  const atoms = atomsOf(model, gate);
  const list = new Map<string, readonly Candidate[]>();
  for (const id of new Set(atoms.map((atom) => atom.question))) {
    const item = model.items[model.indexOf(id) ?? -1];
    if (!item || item.question.evidence === 'none') continue;
    const settled = Math.max(
      -1,
      ...atoms.map((atom) => (atom.question === id && atom.settledFrom !== undefined ? model.gradeRank(atom.settledFrom) : -1)),
    );
    const grade = fullGrade(model, settled);
    const present = answers.get(id);
    const kept =
      present?.state === 'answered'
        ? [{ question: id, answer: { ...present, incomplete: undefined, evidence: { ...present.evidence, grade } }, grade, keep: true }]
        : [];
    const changed = valuesFor(
      model,
      item,
      present,
      atoms.filter((atom) => atom.question === id),
    ).map((value) => ({ question: id, answer: { state: 'answered' as const, value, evidence: { grade } }, grade, keep: false }));
    list.set(id, [...kept, ...changed]);
  }
  return list;
}

/** The weakest grade that counts in full and settles: as little as can be asked for. */
function fullGrade(model: Model, settledFrom: number): string {
  const grades = model.questionnaire.grades;
  const least = Math.min(...grades.map((grade) => grade.widening));
  return (grades.find((grade, rank) => grade.widening === least && rank >= settledFrom) ?? grades.at(-1))?.id ?? '';
}

/** Values worth trying, least risk first: what is listed now without the offending items, then what stands for everything else. */
function valuesFor(model: Model, item: Item, present: Answer | undefined, atoms: readonly QuestionAtom[]): readonly Value[] {
  const kind = kindOf(item.question);
  const risk = (value: Value) => kind.risk(item.question, value, false, model.classify).low;
  const samples = [...kind.samples(item.question, model.classify, model.countries)].sort((a, b) => risk(a) - risk(b));
  if (present?.state !== 'answered') return samples;
  const cleaned = without(present.value, atoms);
  return cleaned === null ? samples.filter((value) => JSON.stringify(value) !== JSON.stringify(present.value)) : [cleaned];
}

/** A list answer without the options that the gate names; null where nothing acceptable remains or it is no list. */
function without(value: Value, atoms: readonly QuestionAtom[]): Value | null {
  const named = new Set(atoms.flatMap((atom) => (atom.op === 'answer-in' ? atom.options : [])));
  const columns = atoms.flatMap((atom) => atom.column ?? []);
  const rest = isRows(value)
    ? value.filter((row) => !columns.some((column) => named.has(String(row[column]))))
    : isList(value)
      ? value.filter((one) => !named.has(one))
      : [];
  return rest.length > 0 && rest.length < (value as readonly unknown[]).length ? (rest as Value) : null;
}

type QuestionAtom = Extract<Condition, { question: string }> & { readonly settledFrom?: string | undefined };

/** Every statement that the gate rests on, through earlier gates, and for a section every scored question of it, heaviest first. */
function atomsOf(model: Model, gate: string): readonly QuestionAtom[] {
  const walk = (condition: Condition): readonly QuestionAtom[] => {
    switch (condition.op) {
      case 'all':
      case 'any':
        return condition.of.flatMap(walk);
      case 'not':
        return walk(condition.of);
      case 'gate':
        return atomsOf(model, condition.gate);
      case 'section-at-least':
        return (model.sections[model.sectionIndex(condition.section) ?? -1]?.items ?? [])
          .flatMap((index) => model.items[index] ?? [])
          .filter((item) => item.bounds)
          .sort((a, b) => b.question.weight - a.question.weight)
          .map((item) => ({ op: 'answer-risk-at-least', question: item.question.id, risk: 0 }));
      default:
        return [condition];
    }
  };
  const found = model.gates.find((one) => one.id === gate);
  return found ? walk(found.when) : [];
}

/** Do the sets make up every combination of the values that occur in them? Then they can be told as one. */
function interchangeable(sets: readonly (readonly Candidate[])[]): boolean {
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
