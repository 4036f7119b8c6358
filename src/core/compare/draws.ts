/**
 * What a bid could come to (method K4): every answer that is not settled is drawn uniformly from its interval, and the sections,
 * visibility and gates of each draw follow by the rules of the assessment itself. What the assessment has decided stays decided,
 * so no draw contradicts it (SPEC K4.1).
 */
import { evaluateCondition, type View } from '../conditions.ts';
import type { Answer, Answers } from '../format/answer.ts';
import type { Condition } from '../format/condition.ts';
import { applyGates } from '../gates.ts';
import type { Mean } from '../mean.ts';
import { type Model, questionsIn } from '../model.ts';
import type { Result } from '../result.ts';
import type { Truth } from '../truth.ts';
import { type Outcome, outcomesOf, settled } from './outcomes.ts';
import type { Draw } from './random.ts';

/** A bid in one draw. */
export interface Drawn {
  /** Risk of each section that has weight, in their order. NaN: not scored. */
  readonly sections: Float64Array;
  /** Index of the lowest band that its gates allow. */
  readonly floor: number;
  readonly stop: boolean;
}

/** Draws a bid once. Where nothing is open it takes nothing from `draw`, and is the same each time. */
export type DrawBid = (draw: Draw) => Drawn;

/** What draws this bid: all that can be reckoned before a draw is reckoned here, once (method K4). */
export function drawerOf(model: Model, answers: Answers, result: Result): DrawBid {
  const unsure = model.items.flatMap(({ index, question }) =>
    question.visible && result.questions[index]?.applicable === 'undetermined' ? [{ index, visible: question.visible }] : [],
  );
  const states = result.gates.map(({ state }) => state);
  const hanging = [
    ...unsure.map(({ visible }) => visible),
    ...model.gates.flatMap(({ when }, i) => (states[i] === 'undetermined' ? [when] : [])),
  ];
  const open = openOf(model, answers, result, new Set(hanging.flatMap(questionsIn)));

  const decided: Model = { ...model, gates: model.gates.map((gate, i) => ({ ...gate, when: DECIDED[states[i] ?? 'false'] ?? gate.when })) };
  const risks = result.questions.map(({ interval }) => interval?.low ?? 0);
  const applicable = result.questions.map((question) => question.applicable);
  const known = new Map([...answers].map(([id, answer]) => [id, settled(model, answer)]));
  const view: View = {
    applicable: (index) => applicable[index] ?? 'undetermined',
    answer: (index) => known.get(model.items[index]?.question.id ?? ''),
    section: () => null,
    gate: () => 'false',
  };
  const weighted = model.sections.flatMap(({ section }, index) => (section.weight > 0 ? [index] : []));
  /** What no sample could settle counts at its upper end, and so does a bid of which nothing would be scored. */
  const follow = (): Drawn => {
    for (const { index, visible } of unsure) applicable[index] = evaluateCondition(visible, model, view);
    const sections = model.sections.map(({ items }) => meanOf(model, items, risks, applicable));
    const effects = applyGates(decided, sections, view);
    const isScored = weighted.some((index) => effects.sections[index]);
    return {
      sections: Float64Array.from(
        weighted,
        (index) => (isScored ? effects.sections[index] : result.sections[index]?.interval)?.high ?? Number.NaN,
      ),
      floor: effects.floors.high,
      stop: effects.stop !== 'false',
    };
  };
  if (open.length === 0) {
    const only = follow();
    return () => only;
  }
  return (draw) => {
    for (const { index, id, low, high, outcomes } of open) {
      const risk = low + draw() * (high - low);
      risks[index] = risk;
      const outcome = nearest(outcomes, risk);
      if (outcome) known.set(id, oneOf(outcome.answers, draw));
    }
    return follow();
  };
}

/** Conditions that hold always, or never; of what is undetermined the own condition decides. */
const DECIDED: Readonly<Partial<Record<Truth, Condition>>> = { true: { op: 'all', of: [] }, false: { op: 'any', of: [] } };

interface Open {
  readonly index: number;
  readonly id: string;
  readonly low: number;
  readonly high: number;
  /** What its answer could be, where an undetermined condition looks at it; else none. */
  readonly outcomes: readonly Outcome[];
}

function openOf(model: Model, answers: Answers, result: Result, lookedAt: ReadonlySet<string>): readonly Open[] {
  return model.items.flatMap((item): readonly Open[] => {
    const { index, question } = item;
    const found = result.questions[index];
    if (!found || found.applicable === 'false') return [];
    const { low, high } = found.interval ?? { low: 0, high: 0 };
    const outcomes = lookedAt.has(question.id) ? outcomesOf(model, item, answers.get(question.id), low < high) : [];
    const isOpen = low < high || outcomes.length > 1 || (outcomes[0]?.answers.length ?? 0) > 1;
    return isOpen ? [{ index, id: question.id, low, high, outcomes }] : [];
  });
}

/** The first of those that are equally near. */
function nearest(outcomes: readonly Outcome[], risk: number): Outcome | undefined {
  let best = outcomes[0];
  for (const one of outcomes) if (best && Math.abs(one.risk - risk) < Math.abs(best.risk - risk)) best = one;
  return best;
}

const oneOf = (answers: Outcome['answers'], draw: Draw): Answer =>
  answers[answers.length === 1 ? 0 : Math.floor(draw() * answers.length)] ?? answers[0];

/** Weighted mean of what is there (S1). */
function meanOf(model: Model, items: readonly number[], risks: readonly number[], applicable: readonly Truth[]): Mean | null {
  let [weight, total] = [0, 0];
  for (const index of items) {
    const item = model.items[index];
    if (!item?.bounds || applicable[index] === 'false') continue;
    weight += item.question.weight;
    total += item.question.weight * (risks[index] ?? 0);
  }
  return weight === 0 ? null : { low: total / weight, high: total / weight, optional: false };
}
