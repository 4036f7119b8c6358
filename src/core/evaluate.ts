/**
 * Answers to result. One answer changes little: its question, the questions whose visibility looks at it, and their
 * sections. `update` recomputes just these with the very functions that `evaluate` uses for all, so both give the same
 * bits (method L7), and an answer costs as much among 2,000 questions as among 60.
 */
import { evaluateCondition, type View } from './conditions.ts';
import type { Answer, Answers } from './format/answer.ts';
import { applyGates } from './gates.ts';
import { type Interval, point } from './interval.ts';
import { weightedMean } from './mean.ts';
import type { Item, Model } from './model.ts';
import { kindOf } from './questions/index.ts';
import { headlineOf, ratingOf } from './rating.ts';
import type { QuestionResult, Result, SectionResult } from './result.ts';
import type { Truth } from './truth.ts';

/** The result of these answers. */
export function evaluate(model: Model, answers: Answers): Result {
  const questions: QuestionResult[] = [];
  const view = viewOf(model, answers, questions);
  for (const item of model.items) questions.push(questionResult(model, item, answers.get(item.question.id), view));
  const sections = model.sections.map((_, index) => sectionResult(model, index, questions));
  return conclude(model, questions, sections, view);
}

/** The result after the answers to `changed` (question ids) have changed; `before` is the result until then. */
export function update(model: Model, before: Result, answers: Answers, changed: readonly string[]): Result {
  const questions = [...before.questions];
  const view = viewOf(model, answers, questions);
  const pending = new Set(changed.flatMap((id) => model.indexOf(id) ?? []));
  const touched = new Set<number>();
  // A question depends only on earlier ones (C3), so ascending order settles each before those that look at it.
  while (pending.size > 0) {
    const index = Math.min(...pending);
    pending.delete(index);
    const item = model.items[index];
    if (!item) continue;
    questions[index] = questionResult(model, item, answers.get(item.question.id), view);
    touched.add(item.section);
    for (const dependent of item.dependents) pending.add(dependent);
  }
  const sections = before.sections.map((section, index) => (touched.has(index) ? sectionResult(model, index, questions) : section));
  return conclude(model, questions, sections, view);
}

/** Visibility of one question (method A2, C2); unconditional ones always apply. */
function questionResult(model: Model, item: Item, answer: Answer | undefined, view: View): QuestionResult {
  const applicable: Truth = item.question.visible ? evaluateCondition(item.question.visible, model, view) : 'true';
  const state = answer?.state ?? 'open';
  if (!item.bounds) return { applicable, state, value: null, interval: null };
  if (answer?.state !== 'answered') return { applicable, state, value: null, interval: item.bounds };
  const value = kindOf(item.question).risk(item.question, answer.value, answer.incomplete === true, model.classify);
  return { applicable, state, value, interval: widened(model, item, value, answer) };
}

/** Method Q2 and Q4 in one: the upper end moves on towards the worst answer by the grade's share. */
function widened(model: Model, item: Item, value: Interval, answer: Answer): Interval {
  const worst = item.bounds?.high ?? value.high;
  const widening = item.question.evidence === 'none' ? 0 : model.widening(answer.evidence?.grade);
  return { low: value.low, high: widening === 0 ? value.high : value.high + widening * (worst - value.high) };
}

function sectionResult(model: Model, index: number, questions: readonly QuestionResult[]): SectionResult {
  const { section, items } = model.sections[index] ?? { section: model.questionnaire.sections[0], items: [] };
  const parts = [];
  let weight = 0;
  let answered = 0;
  for (const i of items) {
    const question = questions[i];
    const item = model.items[i];
    if (!item || !question?.interval || question.applicable === 'false') continue;
    weight += item.question.weight;
    if (question.state === 'answered') answered += item.question.weight;
    const { low, high } = question.interval;
    parts.push({ low, high, weight: item.question.weight, optional: question.applicable === 'undetermined' });
  }
  const sum = weightedMean(parts);
  return { id: section?.id ?? '', weight: section?.weight ?? 0, sum, interval: sum, answered: weight === 0 ? 1 : answered / weight };
}

/** From sections to the whole: gates, overall (S1), rating, headline. */
function conclude(model: Model, questions: readonly QuestionResult[], unfloored: readonly SectionResult[], view: View): Result {
  const effects = applyGates(
    model,
    unfloored.map((section) => section.sum),
    view,
  );
  const sections = unfloored.map((section, index) => {
    const interval = effects.sections[index] ?? null;
    return interval === section.interval ? section : { ...section, interval };
  });
  const mean = overallOf(sections);
  const overall = mean ? { low: mean.low, high: mean.high } : null;
  const coverage = coverageOf(sections);
  const rating = overall && ratingOf(model.questionnaire.bands, overall, effects.floors);
  return {
    questions,
    sections,
    overall,
    gates: effects.gates,
    rating,
    stop: effects.stop,
    coverage,
    headline: headlineOf(model.questionnaire, rating, effects.stop, coverage),
  };
}

/** Method S1: weighted mean of the scored sections, or of those given (an axis of the plane). */
export function overallOf(sections: readonly SectionResult[]): Interval | null {
  return weightedMean(sections.flatMap(({ interval, weight }) => (interval ? [{ ...interval, weight }] : [])));
}

/** Method R3: share of the weight that is answered. */
export function coverageOf(sections: readonly SectionResult[]): number {
  const scored = sections
    .filter((section) => section.sum && section.weight > 0)
    .map((section) => ({ ...point(section.answered), weight: section.weight, optional: false }));
  return weightedMean(scored)?.low ?? 0;
}

const viewOf = (model: Model, answers: Answers, questions: readonly QuestionResult[]): View => ({
  applicable: (index) => questions[index]?.applicable ?? 'undetermined',
  answer: (index) => answers.get(model.items[index]?.question.id ?? ''),
  section: () => null,
  gate: () => 'false',
});
