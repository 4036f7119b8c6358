import { overallOf } from './evaluate.ts';
import { explainGate } from './explain.ts';
import type { Answers } from './format/answer.ts';
import { type Interval, point, rounded } from './interval.ts';
import { type Mean, weightedMean } from './mean.ts';
import type { Model } from './model.ts';
import type { Result, SectionResult } from './result.ts';

/** One open question: by how many points its answer could narrow the overall interval, and the gates it could settle. */
export interface NextQuestion {
  readonly question: string;
  readonly narrows: number;
  readonly gates: readonly string[];
}

/**
 * Method R4: the open questions (not answered, unknown, declined), by how much an answer could narrow the overall interval,
 * ties by the number of gates that hang on them, then by order. `among`: only these question indexes, where a page asks.
 */
export function nextQuestions(model: Model, answers: Answers, result: Result, among?: readonly number[]): readonly NextQuestion[] {
  const overall = result.overall;
  if (!overall) return [];
  const hanging = new Map<string, string[]>();
  for (const gate of result.gates) {
    if (gate.state !== 'undetermined') continue;
    for (const id of explainGate(model, answers, result, gate.id).dependsOn) hanging.set(id, [...(hanging.get(id) ?? []), gate.id]);
  }
  const found: NextQuestion[] = [];
  for (const index of among ?? model.items.keys()) {
    const item = model.items[index];
    const now = result.questions[index];
    if (!item?.bounds || !now || now.state === 'answered' || now.applicable === 'false') continue;
    const widths = [item.bounds.low, item.bounds.high].map((risk) => width(withRisk(model, result, index, point(risk))));
    found.push({
      question: item.question.id,
      narrows: rounded(Math.max(0, width(overall) - Math.min(...widths))),
      gates: hanging.get(item.question.id) ?? [],
    });
  }
  const order = (id: string) => model.indexOf(id) ?? 0;
  return found.sort((a, b) => b.narrows - a.narrows || b.gates.length - a.gates.length || order(a.question) - order(b.question));
}

const width = (interval: Interval | null): number => (interval ? interval.high - interval.low : 0);

/** The overall interval if one question had this risk and all else stood, section floors included. */
function withRisk(model: Model, result: Result, index: number, risk: Interval): Interval | null {
  const at = model.items[index]?.section ?? -1;
  const parts = (model.sections[at]?.items ?? []).flatMap((i) => {
    const question = result.questions[i];
    const item = model.items[i];
    if (!item || !question?.interval || question.applicable === 'false') return [];
    return [
      { ...(i === index ? risk : question.interval), weight: item.question.weight, optional: question.applicable === 'undetermined' },
    ];
  });
  const sum = weightedMean(parts);
  return overallOf(result.sections.map((section, i) => (i === at ? { ...section, interval: floored(section, sum) } : section)));
}

function floored(section: SectionResult, sum: Mean | null): Mean | null {
  const { interval, sum: before } = section;
  if (!sum || !interval || !before) return sum;
  const floor = (raised: number, plain: number) => (raised > plain ? raised : 0);
  return {
    low: Math.max(sum.low, floor(interval.low, before.low)),
    high: Math.max(sum.high, floor(interval.high, before.high)),
    optional: sum.optional,
  };
}
