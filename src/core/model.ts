import { type Classify, classifier } from './countries.ts';
import type { Condition } from './format/condition.ts';
import type { Facts, Policy } from './format/facts.ts';
import type { Gate, Question, Questionnaire, Section } from './format/questionnaire.ts';
import type { Interval } from './interval.ts';
import { kindOf } from './questions/index.ts';

/** One question, with what does not depend on any answer. */
export interface Item {
  readonly index: number;
  readonly question: Question;
  /** Index of its section, and of its page within it. */
  readonly section: number;
  readonly page: number;
  /** Method Q1, null where the question is never scored. */
  readonly bounds: Interval | null;
  /** Indexes of the questions whose visibility looks at this one, ascending. */
  readonly dependents: readonly number[];
}

/** A questionnaire made ready to be evaluated under one policy and one table of country facts. */
export interface Model {
  readonly questionnaire: Questionnaire;
  readonly facts: Facts;
  readonly policy: Policy;
  readonly items: readonly Item[];
  /** Each with the weight that the policy gives it, else its own (SPEC S1.1). */
  readonly sections: readonly { readonly section: Section; readonly items: readonly number[] }[];
  readonly gates: readonly Gate[];
  readonly classify: Classify;
  /** Every code that the table knows, for samples. */
  readonly countries: readonly string[];
  indexOf(question: string): number | undefined;
  sectionIndex(section: string): number | undefined;
  /** Rank of a grade, weakest first as declared; -1 for none. */
  gradeRank(grade: string | undefined): number;
  /** Method A4: how far a value of this grade is widened. No grade counts as the weakest (SPEC A4.1). */
  widening(grade: string | undefined): number;
  parameter(id: string): number;
}

/** Builds the index of a questionnaire that passed its check. */
export function modelOf(questionnaire: Questionnaire, facts: Facts, policy: Policy): Model {
  const questions = questionnaire.sections.flatMap((section, s) =>
    section.pages.flatMap((page, p) => page.questions.map((question) => ({ question, section: s, page: p }))),
  );
  const index = new Map(questions.map(({ question }, i) => [question.id, i]));
  const dependents = new Map<number, number[]>();
  questions.forEach(({ question }, i) => {
    for (const id of new Set(question.visible ? questionsIn(question.visible) : [])) {
      const on = index.get(id);
      if (on !== undefined) dependents.set(on, [...(dependents.get(on) ?? []), i]);
    }
  });
  const items = questions.map(({ question, section, page }, i) => ({
    index: i,
    question,
    section,
    page,
    bounds: question.weight > 0 ? kindOf(question).bounds(question) : null,
    dependents: dependents.get(i) ?? [],
  }));
  const bySection: number[][] = questionnaire.sections.map(() => []);
  for (const item of items) bySection[item.section]?.push(item.index);
  const sectionIndex = new Map(questionnaire.sections.map((section, i) => [section.id, i]));
  const ranks = new Map(questionnaire.grades.map((grade, i) => [grade.id, i]));
  const weakest = Math.max(...questionnaire.grades.map((grade) => grade.widening));
  const parameters = new Map(
    (questionnaire.parameters ?? []).map((parameter) => {
      const chosen = policy.parameters[parameter.id] ?? parameter.default;
      return [parameter.id, parameter.choices.find((choice) => choice.id === chosen)?.value ?? 0];
    }),
  );
  return {
    questionnaire,
    facts,
    policy,
    items,
    sections: questionnaire.sections.map((section, i) => ({ section: weighted(section, policy), items: bySection[i] ?? [] })),
    gates: questionnaire.gates,
    classify: classifier(questionnaire.countryClasses ?? [], facts, policy),
    countries: [
      ...new Set([
        ...facts.sets.flatMap((set) => set.members.map((m) => m.country)),
        ...facts.laws.map((law) => law.country),
        ...policy.countries,
        ...(facts.userAssigned ?? []).map((u) => u.country),
      ]),
    ].sort(),
    indexOf: (id) => index.get(id),
    sectionIndex: (id) => sectionIndex.get(id),
    gradeRank: (grade) => (grade === undefined ? -1 : (ranks.get(grade) ?? -1)),
    widening: (grade) => questionnaire.grades.find((one) => one.id === grade)?.widening ?? weakest,
    parameter: (id) => parameters.get(id) ?? 0,
  };
}

function weighted(section: Section, policy: Policy): Section {
  const weight = policy.weights?.[section.id];
  return weight === undefined ? section : { ...section, weight };
}

/** Ids of the questions that a condition looks at, without those behind other gates. */
export function questionsIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(questionsIn);
    case 'not':
      return questionsIn(condition.of);
    case 'section-at-least':
    case 'gate':
      return [];
    default:
      return [condition.question];
  }
}
