/**
 * What the open answers of a bid could come to (method K4): every answer that is not settled is drawn uniformly from its interval, and
 * the sections, visibility and gates of each draw follow by the rules of the assessment itself.
 */
import { evaluateCondition, type View } from '../conditions.ts';
import type { Answer, Answers, Value } from '../format/answer.ts';
import { applyGates } from '../gates.ts';
import { weightedMean } from '../mean.ts';
import type { Item, Model } from '../model.ts';
import { kindOf } from '../questions/index.ts';
import type { Result } from '../result.ts';
import type { Truth } from '../truth.ts';
import type { Draw } from './random.ts';

/** A bid as drawn: for each draw its sections, the lowest band its gates allow, and whether a stop holds. */
export interface Drawn {
  /** One row of sections for every draw, or a single row that stands for all. NaN: not scored. */
  readonly sections: Float64Array;
  readonly floors: Uint8Array;
  readonly stops: Uint8Array;
  /** 1 where nothing is open. */
  readonly rows: number;
}

/** Draws a bid `count` times; once where there is nothing to draw. */
export function drawBid(model: Model, answers: Answers, result: Result, count: number, draw: Draw): Drawn {
  const open = openItems(model, answers, result);
  const rows = open.length === 0 ? 1 : count;
  const width = model.sections.length;
  const drawn: Drawn = { sections: new Float64Array(rows * width), floors: new Uint8Array(rows), stops: new Uint8Array(rows), rows };
  const fixed = model.items.map(({ index }) => result.questions[index]?.interval?.low ?? 0);
  for (let row = 0; row < rows; row++) {
    const risks = fixed.slice();
    const drawnAnswers = new Map(answers);
    for (const one of open) {
      const u = draw();
      const risk = one.low + u * (one.high - one.low);
      risks[one.item.index] = risk;
      const value = one.values[one.scored ? nearest(one.risks, risk) : Math.floor(u * one.values.length)];
      if (value !== undefined) drawnAnswers.set(one.item.question.id, settled(model, value));
    }
    fill(drawn, row, width, model, drawnAnswers, risks);
  }
  return drawn;
}

interface Open {
  readonly item: Item;
  readonly scored: boolean;
  readonly low: number;
  readonly high: number;
  /** Values that stand for all it can be, by ascending risk. */
  readonly values: readonly Value[];
  readonly risks: readonly number[];
}

/** Everything that is not settled: open, incomplete or weakly shown; of what is never scored, only what conditions look at. */
function openItems(model: Model, answers: Answers, result: Result): readonly Open[] {
  return model.items.flatMap((item) => {
    const question = result.questions[item.index];
    if (!question || question.applicable === 'false') return [];
    const interval = question.interval;
    const answer = answers.get(item.question.id);
    const isOpen = answer?.state !== 'answered' || answer.incomplete === true;
    if (interval ? interval.low === interval.high && !isOpen : !isOpen) return [];
    const kind = kindOf(item.question);
    const known = answer?.state === 'answered' ? [answer.value] : [];
    const risk = (value: Value) => kind.risk(item.question, value, false, model.classify).low;
    const values = [...known, ...kind.samples(item.question, model.classify, model.countries)].sort((a, b) => risk(a) - risk(b));
    return [{ item, scored: interval !== null, low: interval?.low ?? 0, high: interval?.high ?? 0, values, risks: values.map(risk) }];
  });
}

/** Index of the risk nearest to the one drawn; the first of equals. */
function nearest(risks: readonly number[], risk: number): number {
  let best = 0;
  for (const [index, one] of risks.entries()) if (Math.abs(one - risk) < Math.abs((risks[best] ?? 0) - risk)) best = index;
  return best;
}

/** As if shown on the best evidence: what was uncertain about it is in the draw. */
const settled = (model: Model, value: Value): Answer => ({
  state: 'answered',
  value,
  evidence: { grade: model.questionnaire.grades.at(-1)?.id },
});

function fill(drawn: Drawn, row: number, width: number, model: Model, answers: Answers, risks: readonly number[]): void {
  const applicable: Truth[] = [];
  const view: View = {
    applicable: (index) => applicable[index] ?? 'undetermined',
    answer: (index) => answers.get(model.items[index]?.question.id ?? ''),
    section: () => null,
    gate: () => 'false',
  };
  for (const { question } of model.items) applicable.push(question.visible ? evaluateCondition(question.visible, model, view) : 'true');
  const sums = model.sections.map(({ items }) =>
    weightedMean(
      items.flatMap((index) => {
        const item = model.items[index];
        const risk = risks[index] ?? 0;
        return item?.bounds && applicable[index] !== 'false'
          ? [{ low: risk, high: risk, weight: item.question.weight, optional: false }]
          : [];
      }),
    ),
  );
  const effects = applyGates(model, sums, view);
  for (let section = 0; section < width; section++) drawn.sections[row * width + section] = effects.sections[section]?.low ?? Number.NaN;
  drawn.floors[row] = effects.floors.low;
  drawn.stops[row] = effects.stop === 'true' ? 1 : 0;
}
