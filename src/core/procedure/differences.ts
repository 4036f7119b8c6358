/**
 * In what two sets of criteria differ, line by line: one function for the refusal of a file, for a deviation after the seal and for
 * moving to a newer questionnaire. It walks the tables of `things/`, so each line has a place with a name, an old value and a new one.
 */
import { canonicalJson } from '../canonical.ts';
import type { Answer } from '../format/answer.ts';
import type { Question, Questionnaire } from '../format/questionnaire.ts';
import { type Criteria, documentHash } from './criteria.ts';
import type { Aspect } from './things/aspects.ts';
import { ANSWER, FACTS, flatPolicy, POLICY } from './things/authority.ts';
import type { Kind, Ordered, Thing } from './things/kind.ts';
import { flat, QUESTIONNAIRE } from './things/questionnaire.ts';
import { number, plain, type Told, text } from './told.ts';

/** A thing by its id and what people call it. */
export interface NamedThing {
  readonly thing: Thing;
  readonly id: string;
  readonly name: Told;
}

/** One line. */
export interface Difference {
  /** What it is about, from the outermost: a question, then its option. Never empty. */
  readonly at: readonly NamedThing[];
  /** Whether it is there at all, the order of the things of one kind in it, or one aspect of it. */
  readonly about:
    | { readonly kind: 'presence' }
    | { readonly kind: 'order'; readonly of: Ordered }
    | { readonly kind: 'aspect'; readonly aspect: Aspect };
  /** Null: nothing is there. */
  readonly from: Told | null;
  readonly to: Told | null;
}

interface Sides {
  readonly from: Criteria;
  readonly to: Criteria;
}

/**
 * None, just when questionnaire, policy, country table and answers have the same hashes. What moves scores most comes first: weights
 * and parameters as they count, the list, the buyer's answers; then the country table and the questionnaire.
 */
export function criteriaDifferences(from: Criteria, to: Criteria): readonly Difference[] {
  const sides = { from, to };
  return [
    ...weights(sides),
    ...parameters(sides),
    ...orNotation('policy', sides, within(POLICY, flatPolicy(from.policy), flatPolicy(to.policy), [], sides)),
    ...orNotation('answers', sides, answers(sides)),
    ...orNotation('facts', sides, within(FACTS, from.facts, to.facts, [], sides)),
    ...ownWeights(sides),
    ...orNotation('questionnaire', sides, within(QUESTIONNAIRE, flat(from.questionnaire), flat(to.questionnaire), [], sides)),
  ];
}

/** A document that is not the same and says the same (an empty list in place of none) still has another hash, and so a line. */
function orNotation(part: keyof Criteria, { from, to }: Sides, found: readonly Difference[]): readonly Difference[] {
  const [before, after] = [documentHash(from[part]), documentHash(to[part])];
  if (found.length > 0 || before === after || differ(withoutEmpty(from[part]), withoutEmpty(to[part]))) return found;
  const hash = (sha256: string): Told => ({ say: 'hash', sha256 });
  return [{ ...aspect([{ thing: part, id: '', name: plain('') }], 'notation'), from: hash(before), to: hash(after) }];
}

/** Without lists and objects of nothing, wherever they stand. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  const isEmpty = (inner: unknown) => typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (isEmpty(inner) ? [] : [[key, withoutEmpty(inner)]])));
}

const aspect = (at: Difference['at'], name: Aspect): Pick<Difference, 'at' | 'about'> => ({ at, about: { kind: 'aspect', aspect: name } });
const differ = (a: unknown, b: unknown): boolean =>
  a !== b && (a === undefined || b === undefined || canonicalJson(a) !== canonicalJson(b));

/** Aspects of one thing, then what stands in it. */
function within(kind: Kind, before: unknown, after: unknown, at: Difference['at'], sides: Sides): readonly Difference[] {
  const [a, b] = [before, after] as Readonly<Record<string, unknown>>[];
  const place: Difference['at'] = at.length > 0 ? at : [nameOf(kind, after)];
  const tell = (key: string, item: unknown, value: unknown, other: unknown, criteria: Criteria): Told | null =>
    value === undefined ? null : (kind.aspects[key]?.(value, { criteria, item, other }) ?? null);
  const own = Object.keys(kind.aspects).flatMap((key): Difference[] => {
    const [old, now] = [a?.[key], b?.[key]];
    if (!differ(old, now)) return [];
    return [{ ...aspect(place, key as Aspect), from: tell(key, a, old, now, sides.from), to: tell(key, b, now, old, sides.to) }];
  });
  const lists = Object.entries(kind.lists).flatMap(([key, inner]) =>
    listed(inner, (a?.[key] ?? []) as readonly unknown[], (b?.[key] ?? []) as readonly unknown[], at, place, sides),
  );
  return [...own, ...lists];
}

/** Things of a list, matched by their keys: those that went, those that stayed, those that came, and the order of those that stayed. */
function listed(
  kind: Kind,
  before: readonly unknown[],
  after: readonly unknown[],
  at: Difference['at'],
  around: Difference['at'],
  sides: Sides,
): readonly Difference[] {
  const [old, now] = [keyed(kind, before), keyed(kind, after)];
  const presence = (item: unknown, there: boolean): Difference => ({
    at: [...at, nameOf(kind, item)],
    about: { kind: 'presence' },
    from: { say: 'there', there: !there },
    to: { say: 'there', there },
  });
  const stayed = [...old].flatMap(([key, item]): readonly Difference[] => {
    if (!now.has(key)) return [presence(item, false)];
    const other = now.get(key);
    return within(kind, item, other, [...at, nameOf(kind, other)], sides);
  });
  const came = [...now].flatMap(([key, item]) => (old.has(key) ? [] : [presence(item, true)]));
  return [...stayed, ...came, ...moved(kind, old, now, around)];
}

/** A key that stands twice counts by its turn. */
function keyed(kind: Kind, items: readonly unknown[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const key = kind.key(item);
    let turn = 1;
    while (found.has(`${key} ${turn}`)) turn += 1;
    found.set(`${key} ${turn}`, item);
  }
  return found;
}

/** For each group, the stretch in which the order of what is in it on both sides is another. */
function moved(
  kind: Kind,
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
  at: Difference['at'],
): readonly Difference[] {
  const stays = (key: string) => old.has(key) && now.has(key) && kind.group(old.get(key)) === kind.group(now.get(key));
  const groups = new Set([...old.values()].map(kind.group));
  return [...groups].flatMap((group): readonly Difference[] => {
    const inGroup = (side: ReadonlyMap<string, unknown>) =>
      [...side.keys()].filter((key) => stays(key) && kind.group(side.get(key)) === group);
    const [before, after] = [inGroup(old), inGroup(now)];
    const start = before.findIndex((key, i) => key !== after[i]);
    if (start === -1) return [];
    const end = before.findLastIndex((key, i) => key !== after[i]) + 1;
    const names = (keys: readonly string[], side: ReadonlyMap<string, unknown>): Told => ({
      say: 'list',
      items: keys.slice(start, end).map((key) => kind.name(side.get(key))),
    });
    // Of the things that stand in no order there is one of a kind, or they are brought into one when they are laid out flat.
    return [{ at, about: { kind: 'order', of: kind.thing as Ordered }, from: names(before, old), to: names(after, now) }];
  });
}

const nameOf = (kind: Kind, item: unknown): NamedThing => ({ thing: kind.thing, id: kind.key(item), name: kind.name(item) });

/** The weights that count (SPEC S1.1), and whether they became the authority's own. */
function weights({ from, to }: Sides): readonly Difference[] {
  const counting = ({ questionnaire, policy }: Criteria, id: string) => {
    const own = policy.weights?.[id];
    const weight = own ?? sectionOf(questionnaire, id)?.weight;
    return weight === undefined
      ? null
      : { say: 'weight' as const, weight, by: own === undefined ? ('questionnaire' as const) : ('policy' as const) };
  };
  return sectionIds({ from, to }).flatMap((id): readonly Difference[] => {
    const [before, after] = [counting(from, id), counting(to, id)];
    return differ(before, after) ? [{ ...aspect([sectionNamed(id, { from, to })], 'weight'), from: before, to: after }] : [];
  });
}

/** The questionnaire's own weights, where the authority's stand in their place on either side. */
function ownWeights({ from, to }: Sides): readonly Difference[] {
  return sectionIds({ from, to }).flatMap((id): readonly Difference[] => {
    if (from.policy.weights?.[id] === undefined && to.policy.weights?.[id] === undefined) return [];
    const [before, after] = [sectionOf(from.questionnaire, id)?.weight, sectionOf(to.questionnaire, id)?.weight];
    if (before === undefined || after === undefined || before === after) return [];
    return [{ ...aspect([sectionNamed(id, { from, to })], 'own-weight'), from: number(before), to: number(after) }];
  });
}

const sectionOf = ({ sections }: Questionnaire, id: string) => sections.find((section) => section.id === id);
const sectionIds = ({ from, to }: Sides): readonly string[] => [
  ...new Set(
    [from, to].flatMap(({ questionnaire, policy }) => [
      ...questionnaire.sections.map(({ id }) => id),
      ...Object.keys(policy.weights ?? {}),
    ]),
  ),
];
function sectionNamed(id: string, { from, to }: Sides): NamedThing {
  const section = sectionOf(to.questionnaire, id) ?? sectionOf(from.questionnaire, id);
  return { thing: 'section', id, name: section ? text(section.title) : plain(id) };
}

/** What holds for each parameter, chosen by the authority or as it is by itself. */
function parameters({ from, to }: Sides): readonly Difference[] {
  const parameterOf = ({ questionnaire }: Criteria, id: string) => questionnaire.parameters?.find((one) => one.id === id);
  const holding = (criteria: Criteria, id: string): Told | null => {
    const parameter = parameterOf(criteria, id);
    const own = criteria.policy.parameters[id];
    const chosen = own ?? parameter?.default;
    const choice = parameter?.choices.find((one) => one.id === chosen);
    if (!choice) return chosen === undefined ? null : plain(chosen);
    return { say: 'choice', id: choice.id, name: text(choice.name), value: choice.value, by: own === undefined ? 'default' : 'policy' };
  };
  const decisive = (told: Told | null) => (told?.say === 'choice' ? { ...told, name: null } : told);
  const ids = [from, to].flatMap(({ questionnaire, policy }) => [
    ...(questionnaire.parameters ?? []).map(({ id }) => id),
    ...Object.keys(policy.parameters),
  ]);
  return [...new Set(ids)].flatMap((id): readonly Difference[] => {
    const [before, after] = [holding(from, id), holding(to, id)];
    if (!differ(decisive(before), decisive(after))) return [];
    const name = (parameterOf(to, id) ?? parameterOf(from, id))?.name;
    return [{ ...aspect([{ thing: 'parameter', id, name: name ? text(name) : plain(id) }], 'choice'), from: before, to: after }];
  });
}

/** The buyer's answers. */
function answers(sides: Sides): readonly Difference[] {
  const { from, to } = sides;
  const ids = [...new Set([...Object.keys(from.answers), ...Object.keys(to.answers)])];
  return ids.flatMap((id): readonly Difference[] => {
    const [before, after] = [questionOf(from.questionnaire, id), questionOf(to.questionnaire, id)];
    const [old, now] = [asked(from.answers[id], before ?? after), asked(to.answers[id], after ?? before)];
    if (old && now) return within(ANSWER, old, now, [nameOf(ANSWER, now)], sides);
    const only = old ?? now;
    if (!only) return [];
    const tell = (one: typeof old): Told | null => one && { say: 'answer', question: one.question, answer: one.answer as Answer };
    return [{ ...aspect([nameOf(ANSWER, only)], 'answer'), from: tell(old), to: tell(now) }];
  });
}

function asked(answer: Answer | undefined, question: Question | undefined) {
  if (!answer || !question) return null;
  const { evidence, note, ...counting } = answer;
  return { question, answer: counting, evidence, note };
}

const questionOf = ({ sections }: Questionnaire, id: string): Question | undefined =>
  sections.flatMap((section) => section.pages.flatMap((page) => page.questions)).find((question) => question.id === id);
