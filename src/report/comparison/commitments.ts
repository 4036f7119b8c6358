/**
 * What a bidder could commit to so that its rating falls: the ways out of its gates (method G5), as few gates at a time as will
 * do it, and of those the sets with the fewest changes, what asks least first. What nobody who bids can promise is none (SPEC G5.4).
 */
import { compareStandings, type Range, rangeOf } from '../../core/compare/order.ts';
import { update } from '../../core/evaluate.ts';
import { type Change, type Exit, promisedExits } from '../../core/exits.ts';
import type { Answer, Answers, Value } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { hull, rounded } from '../../core/interval.ts';
import type { Model } from '../../core/model.ts';
import { kindOf } from '../../core/questions/index.ts';
import type { Result } from '../../core/result.ts';

/** All changes together lower the rating at its upper end. `after` holds for each of the values named. */
export interface Commitment extends Exit {
  /** Ids of all gates that it switches off. */
  readonly gates: readonly string[];
  /** Where the bid would stand if they were met, whichever of the values is taken. */
  readonly range: Range;
}

/** Printed of each bid. */
export const MOST_PRINTED = 3;
/** Gates taken together at most; ways tried, and combinations of values. */
const MOST_GATES = 3;
const MOST_WAYS = 2_000;
const MOST_VALUES = 200;

interface Way {
  readonly gates: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * What asks least first; none where no such set lowers it, and none of a bid that is stopped: a stop is a matter of law, and what ends it is nobody's
 * to promise. `found`: ways out of gates by id, where they are known already.
 */
export function commitmentsOf(
  model: Model,
  answers: Answers,
  result: Result,
  found?: ReadonlyMap<string, readonly Exit[]>,
): readonly Commitment[] {
  const now = rangeOf(model, result);
  if (!now || result.stop === 'true') return [];
  const open = result.gates.filter(({ state }) => state !== 'false').map(({ id }) => id);
  const exits = open.map((gate) => {
    const own = promisedExits(model, answers, result, gate, found?.get(gate));
    return own.map(({ changes }): Way => ({ gates: [gate], changes }));
  });
  for (let size = 1; size <= Math.min(MOST_GATES, open.length); size++) {
    const ways = waysOf(exits, size).slice(0, MOST_WAYS);
    const working = ways.flatMap((way) => commitmentOf(model, answers, result, way, now) ?? []);
    const fewest = Math.min(...working.map(({ changes }) => changes.length));
    const distinct = new Map<string, Commitment>();
    for (const one of working) if (one.changes.length === fewest && !distinct.has(keyOf(one))) distinct.set(keyOf(one), one);
    if (distinct.size > 0) {
      const asked = (one: Commitment) => rounded(askedOf(model, result, one));
      return [...distinct.values()].sort((a, b) => asked(a) - asked(b) || compareStandings(a.range.worst, b.range.worst));
    }
  }
  return [];
}

const keyOf = ({ changes }: Way): string =>
  JSON.stringify(
    changes.map(({ question, values, grade, keep }) => [question, values.map((value) => JSON.stringify(value)).sort(), grade, keep]),
  );

/** One way out of each of `size` gates, wherever they can be had together. */
function waysOf(exits: readonly (readonly Way[])[], size: number): readonly Way[] {
  if (size === 0) return [{ gates: [], changes: [] }];
  return exits.flatMap((ways, index) =>
    waysOf(exits.slice(index + 1), size - 1).flatMap((rest) => ways.flatMap((way) => together(way, rest) ?? [])),
  );
}

/** Both at once; null where they want different things of one answer. */
function together(a: Way, b: Way): Way | null {
  const changes = [...a.changes];
  for (const change of b.changes) {
    const at = changes.findIndex(({ question }) => question === change.question);
    const same = changes[at];
    if (!same) {
      changes.push(change);
      continue;
    }
    const values = same.values.filter((value) => change.values.some((other) => JSON.stringify(other) === JSON.stringify(value)));
    if (values.length === 0 || same.keep !== change.keep || same.grade !== change.grade) return null;
    changes[at] = { ...same, values, between: same.between && change.between && values.length === same.values.length };
  }
  return { gates: [...a.gates, ...b.gates], changes };
}

/** Null where the rating does not fall. A value that would leave a worse rating than the best one is not offered. */
function commitmentOf(model: Model, answers: Answers, result: Result, way: Way, now: Range): Commitment | null {
  const trial = (values: readonly Value[]): Result =>
    update(
      model,
      result,
      new Map([...answers, ...way.changes.map((change, i): [string, Answer] => [change.question, answerOf(answers, change, values[i])])]),
      way.changes.map(({ question }) => question),
    );
  const best = way.changes.map((change) => leastRisk(model, change));
  const after = trial(best);
  const reached = rangeOf(model, after);
  if (!reached || !isLower(reached, now)) return null;
  const alike = (other: Result) => JSON.stringify([other.headline, other.rating]) === JSON.stringify([after.headline, after.rating]);
  const offered = way.changes.map(({ values }, i) => values.filter((value) => alike(trial(best.map((one, j) => (i === j ? value : one))))));
  const all = product(offered);
  const together = all.length <= MOST_VALUES && all.every((values) => alike(trial(values)));
  const results = (together ? all : [best]).map(trial);
  const ranges = results.flatMap((one) => rangeOf(model, one) ?? []);
  const [first = after.overall, ...rest] = results.flatMap(({ overall }) => overall ?? []);
  return {
    gates: result.gates.flatMap(({ id, state }, i) =>
      state !== 'false' && results.every((one) => one.gates[i]?.state === 'false') ? [id] : [],
    ),
    changes: way.changes.map((change, i) => {
      const values = (together ? offered : best.map((value) => [value]))[i] ?? [];
      return { ...change, values, between: change.between && values.length === change.values.length };
    }),
    after: { headline: after.headline, rating: after.rating, overall: first && hull(first, ...rest) },
    worst: undefined,
    range: {
      best: ranges.map(({ best }) => best).reduce((a, b) => (compareStandings(b, a) < 0 ? b : a), reached.best),
      worst: ranges.map(({ worst }) => worst).reduce((a, b) => (compareStandings(b, a) > 0 ? b : a), reached.worst),
    },
  };
}

/** By how far the risk of the answers has to fall, all together. */
const askedOf = (model: Model, result: Result, { changes }: Way): number =>
  changes.reduce((sum, { question, values, keep }) => {
    const found = questionOf(model, question);
    const present = result.questions[model.indexOf(question) ?? -1]?.interval?.high;
    if (keep || !found || present === undefined) return sum;
    const risks = values.map((value) => kindOf(found).risk(found, value, false, model.classify).high);
    return sum + Math.max(0, present - Math.max(...risks));
  }, 0);

const questionOf = (model: Model, id: string): Question | undefined => model.items[model.indexOf(id) ?? -1]?.question;

/** By stop and band alone: a lower score within the same band is no lower rating. */
const isLower = ({ worst: [stop, band] }: Range, { worst: [stopNow, bandNow] }: Range): boolean =>
  stop < stopNow || (stop === stopNow && band < bandNow);

function answerOf(answers: Answers, { question, grade, keep }: Change, value: Value = ''): Answer {
  const present = answers.get(question);
  if (keep && present?.state === 'answered') return { ...present, incomplete: undefined, evidence: { ...present.evidence, grade } };
  return { state: 'answered', value, evidence: { grade } };
}

function leastRisk(model: Model, { question, values }: Change): Value {
  const found = questionOf(model, question);
  const risk = (value: Value) => (found ? kindOf(found).risk(found, value, false, model.classify).high : 0);
  return values.reduce((best, value) => (risk(value) < risk(best) ? value : best), values[0] ?? '');
}

const product = (lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  lists.reduce<readonly (readonly Value[])[]>((sets, list) => sets.flatMap((set) => list.map((one) => [...set, one])), [[]]);
