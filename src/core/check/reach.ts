/**
 * Can a condition ever hold? Answered by trying: every question it looks at takes each of a few values that stand for all it
 * can be, and the condition is evaluated by the interpreter that the assessment uses.
 */
import { evaluateCondition, type View } from '../conditions.ts';
import type { Answer, Value } from '../format/answer.ts';
import type { Condition } from '../format/condition.ts';
import { EMPTY_POLICY, FACTS_FORMAT, type Facts } from '../format/facts.ts';
import type { Questionnaire } from '../format/questionnaire.ts';
import { type Mean, weightedMean } from '../mean.ts';
import { type Model, modelOf, questionsIn } from '../model.ts';
import { below, type Problem, problem, warning } from '../problems.ts';
import { kindOf } from '../questions/index.ts';
import { placedQuestions } from './walk.ts';

/** Beyond this many combinations a condition is taken to be possible: a check may miss a fault, but must invent none. */
const MOST_COMBINATIONS = 50_000;
/** Parts of conditions that are looked at for a whole questionnaire; what is left then is taken to be possible as well. */
const MOST_STEPS = 1_000_000;

export function reachProblems(questionnaire: Questionnaire): readonly Problem[] {
  const model = modelOf(questionnaire, oneCountryPerClass(questionnaire), { ...EMPTY_POLICY, countries: ['XP'] });
  const sections = sectionBounds(model);
  const budget = { steps: MOST_STEPS };
  const questions = placedQuestions(questionnaire).flatMap(({ question, path }) =>
    question.visible && !canHold(question.visible, model, sections, budget)
      ? [problem(below(path, 'visible'), 'question-unreachable', { id: question.id })]
      : [],
  );
  const gates = questionnaire.gates.flatMap((gate, g) => {
    const path = below('', 'gates', g);
    const never = canHold(gate.when, model, sections, budget) ? [] : [problem(below(path, 'when'), 'gate-never', { id: gate.id })];
    const idle = gate.effects.flatMap((effect, e) => {
      const lowest = effect.effect === 'rating-at-least' && effect.band === questionnaire.bands[0]?.id;
      const zero = effect.effect === 'section-at-least' && effect.risk === 0;
      return lowest || zero ? [warning(below(path, 'effects', e), 'effect-without-effect', { id: gate.id })] : [];
    });
    return [...never, ...idle];
  });
  return [...questions, ...gates];
}

/** A table with one made-up country for each class, so that each class can be answered. */
function oneCountryPerClass({ countryClasses = [] }: Questionnaire): Facts {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sets = countryClasses.flatMap((one, i) => {
    if (one.of.by !== 'facts') return [];
    const value = one.of.values?.[0];
    return [{ id: one.of.set, members: [{ country: `Q${letters[i % 26]}`, ...(value === undefined ? {} : { value }) }] }];
  });
  const members = (id: string) => sets.filter((set) => set.id === id).flatMap((set) => set.members);
  const blank = {
    title: {},
    scored: true,
    asOf: '2000-01-01',
    staleAfter: '2000-01-01',
    source: { title: '-' },
    licence: '-',
    confidence: 'low' as const,
    checkedBy: '-',
  };
  return {
    format: FACTS_FORMAT,
    version: '2000-01-01',
    title: {},
    sets: [...new Set(sets.map((set) => set.id))].map((id) => ({ ...blank, id, members: members(id) })),
    laws: [],
    userAssigned: [
      { country: 'XP', name: {} },
      { country: 'ZZ', name: {} },
    ],
  };
}

type Budget = { steps: number };

function canHold(condition: Condition, model: Model, sections: readonly (Mean | null)[], budget: Budget): boolean {
  const before = budget.steps;
  const through = expand(condition, model, budget);
  const size = before - budget.steps;
  const ids = [...new Set(questionsIn(through))];
  const choices = ids.map((id) => valuesOf(model, id));
  const total = choices.reduce((product, values) => product * Math.max(1, values.length), 1);
  if (total > MOST_COMBINATIONS || total * size > budget.steps) return true;
  budget.steps -= total * size;
  for (let n = 0; n < total; n++) {
    const answers = new Map<string, Answer>();
    let rest = n;
    ids.forEach((id, i) => {
      const values = choices[i] ?? [];
      const value = values[rest % Math.max(1, values.length)];
      rest = Math.floor(rest / Math.max(1, values.length));
      if (value !== undefined) answers.set(id, { state: 'answered', value, evidence: { grade: model.questionnaire.grades.at(-1)?.id } });
    });
    const view: View = {
      applicable: () => 'true',
      answer: (index) => answers.get(model.items[index]?.question.id ?? ''),
      section: (index) => sections[index] ?? null,
      gate: () => 'undetermined',
    };
    if (evaluateCondition(through, model, view) !== 'false') return true;
  }
  return false;
}

/**
 * The condition with earlier gates written out, so that what they have in common is seen. Gates of gates of gates double at each step:
 * when the budget is used up, the rest is left as it is.
 */
function expand(condition: Condition, model: Model, budget: Budget): Condition {
  budget.steps -= 1;
  if (budget.steps < 0) return condition;
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map((one) => expand(one, model, budget)) };
    case 'not':
      return { op: 'not', of: expand(condition.of, model, budget) };
    case 'gate': {
      const gate = model.gates.find((one) => one.id === condition.gate);
      return gate ? expand(gate.when, model, budget) : condition;
    }
    default:
      return condition;
  }
}

/** Samples, and for lists also everything together and everything but one, so that "both of these" can be met. */
function valuesOf(model: Model, id: string): readonly Value[] {
  const item = model.items[model.indexOf(id) ?? -1];
  if (!item) return [];
  const samples = kindOf(item.question).samples(item.question, model.classify, model.countries);
  if (item.question.type === 'several') {
    const together = item.question.options.filter((option) => !option.exclusive).map((option) => option.id);
    return [...samples, together, ...together.map((one) => together.filter((other) => other !== one))].filter(
      (list) => !Array.isArray(list) || list.length > 0,
    );
  }
  if (item.question.type === 'number')
    return [
      ...samples,
      ...samples.flatMap((value) =>
        typeof value === 'number'
          ? [value - 1, value + 1].filter((n) => item.question.type === 'number' && n >= item.question.min && n <= item.question.max)
          : [],
      ),
    ];
  return samples;
}

/** What each section's mean can be at all. */
const sectionBounds = (model: Model) =>
  model.sections.map(({ items }) =>
    weightedMean(
      items.flatMap((index) => {
        const item = model.items[index];
        return item?.bounds ? [{ ...item.bounds, weight: item.question.weight, optional: item.question.visible !== undefined }] : [];
      }),
    ),
  );
