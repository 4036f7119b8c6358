import { update } from './evaluate.ts';
import { explainGate } from './explain.ts';
import type { Answers } from './format/answer.ts';
import { type Interval, rounded } from './interval.ts';
import type { Item, Model } from './model.ts';
import { kindOf } from './questions/index.ts';
import type { Result } from './result.ts';

/** One open question: by how many points its answer could narrow the overall interval, and the gates it could settle. */
export interface NextQuestion {
  readonly question: string;
  readonly narrows: number;
  readonly gates: readonly string[];
}

/**
 * Method R4: the open questions (not answered, unknown, declined), by how much an answer could narrow the overall interval,
 * ties by the number of gates that hang on them, then by order. It is found by trying: each sample answer is evaluated by the
 * same rules as the assessment itself, so visibility and section floors count. A question that is never scored is there when
 * a gate hangs on it or it narrows. `among`: only these question indexes, where a page asks.
 */
export function nextQuestions(model: Model, answers: Answers, result: Result, among?: readonly number[]): readonly NextQuestion[] {
  if (!result.overall) return [];
  const hanging = hangingOn(model, answers, result);
  const now = width(result.overall);
  const found = [...(among ?? model.items.keys())].flatMap((index): readonly NextQuestion[] => {
    const item = model.items[index];
    const state = result.questions[index];
    if (!item || !state || state.state === 'answered' || state.applicable === 'false') return [];
    const narrows = rounded(Math.max(0, now - leastWidth(model, answers, result, item)));
    const gates = hanging.get(item.question.id) ?? [];
    return item.bounds || narrows > 0 || gates.length > 0 ? [{ question: item.question.id, narrows, gates }] : [];
  });
  const order = (id: string) => model.indexOf(id) ?? 0;
  return found.sort((a, b) => b.narrows - a.narrows || b.gates.length - a.gates.length || order(a.question) - order(b.question));
}

/** Question id → ids of the undetermined gates that its answer could decide. */
function hangingOn(model: Model, answers: Answers, result: Result): ReadonlyMap<string, readonly string[]> {
  const hanging = new Map<string, string[]>();
  for (const gate of result.gates) {
    if (gate.state !== 'undetermined') continue;
    for (const id of explainGate(model, answers, result, gate.id).dependsOn) hanging.set(id, [...(hanging.get(id) ?? []), gate.id]);
  }
  return hanging;
}

const width = (interval: Interval | null): number => (interval ? interval.high - interval.low : 0);

/** The width of the overall interval after the most telling answer to one question, shown on the best evidence. */
function leastWidth(model: Model, answers: Answers, result: Result, { question }: Item): number {
  const grade = model.questionnaire.grades.at(-1)?.id;
  const tried = new Map(answers);
  const widths = kindOf(question)
    .samples(question, model.classify, model.countries)
    .map((value) =>
      width(update(model, result, tried.set(question.id, { state: 'answered', value, evidence: { grade } }), [question.id]).overall),
    );
  return Math.min(...widths, width(result.overall));
}
