import type { Condition } from '../format/condition.ts';
import type { Question, Questionnaire } from '../format/questionnaire.ts';
import { below, type Problem, problem, warning } from '../problems.ts';
import { kindOf } from '../questions/index.ts';
import { scalarBounds } from '../questions/scalar.ts';
import { type Placed, placedQuestions } from './walk.ts';

/**
 * Everything a questionnaire names must be there, and be of the kind that is asked of it; a question may look only at
 * earlier questions, a gate also at sections and earlier gates (method C3).
 */
export function referenceProblems(questionnaire: Questionnaire): readonly Problem[] {
  const questions = placedQuestions(questionnaire);
  const check = conditionChecker(questionnaire, questions);
  const found: Problem[] = [];
  const cite = (path: string, citations: readonly { readonly source: string }[] = []) => {
    citations.forEach(({ source }, i) => {
      if (!questionnaire.sources.some((one) => one.id === source))
        found.push(problem(below(path, 'sources', i, 'source'), 'reference-missing', { what: 'source', id: source }));
    });
  };
  for (const { question, path, order } of questions) {
    cite(path, question.sources);
    if (question.visible) found.push(...check(question.visible, below(path, 'visible'), { order, gate: null }));
  }
  questionnaire.gates.forEach((gate, g) => {
    const path = below('', 'gates', g);
    cite(path, gate.sources);
    found.push(...check(gate.when, below(path, 'when'), { order: questions.length, gate: g }));
    gate.effects.forEach((effect, e) => {
      if (effect.effect === 'rating-at-least' && !questionnaire.bands.some((band) => band.id === effect.band))
        found.push(problem(below(path, 'effects', e, 'band'), 'reference-missing', { what: 'band', id: effect.band }));
      if (effect.effect === 'section-at-least' && !questionnaire.sections.some((section) => section.id === effect.section))
        found.push(problem(below(path, 'effects', e, 'section'), 'reference-missing', { what: 'section', id: effect.section }));
    });
  });
  questionnaire.parameters?.forEach((parameter, p) => {
    if (!parameter.choices.some((choice) => choice.id === parameter.default))
      found.push(problem(below('', 'parameters', p, 'default'), 'reference-missing', { what: 'choice', id: parameter.default }));
  });
  for (const axis of ['x', 'y'] as const) {
    questionnaire.plane?.[axis].sections.forEach((id, i) => {
      if (!questionnaire.sections.some((section) => section.id === id))
        found.push(problem(below('', 'plane', axis, 'sections', i), 'reference-missing', { what: 'section', id }));
    });
  }
  return found;
}

/** Where a condition stands: the order of its question, or the index of its gate. */
interface Standing {
  readonly order: number;
  readonly gate: number | null;
}

function conditionChecker(questionnaire: Questionnaire, questions: readonly Placed[]) {
  const byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  const missing = (path: string, what: string, id: string) => [problem(path, 'reference-missing', { what, id })];
  const parameter = (path: string, value: number | { readonly parameter: string }) =>
    typeof value === 'number' || questionnaire.parameters?.some((one) => one.id === value.parameter)
      ? []
      : missing(below(path, 'parameter'), 'parameter', value.parameter);

  const check = (condition: Condition, path: string, at: Standing): readonly Problem[] => {
    switch (condition.op) {
      case 'all':
      case 'any':
        return condition.of.flatMap((one, i) => check(one, below(path, 'of', i), at));
      case 'not': {
        const over = looksAtResults(condition.of) ? [warning(path, 'condition-not-over-result')] : [];
        return [...over, ...check(condition.of, below(path, 'of'), at)];
      }
      case 'gate': {
        if (at.gate === null) return [problem(path, 'condition-not-in-visibility', { op: condition.op })];
        const index = questionnaire.gates.findIndex((gate) => gate.id === condition.gate);
        if (index === -1) return missing(below(path, 'gate'), 'gate', condition.gate);
        return index < at.gate ? [] : [problem(below(path, 'gate'), 'reference-forward', { id: condition.gate })];
      }
      case 'section-at-least': {
        if (at.gate === null) return [problem(path, 'condition-not-in-visibility', { op: condition.op })];
        const known = questionnaire.sections.some((section) => section.id === condition.section);
        return [
          ...(known ? [] : missing(below(path, 'section'), 'section', condition.section)),
          ...parameter(below(path, 'risk'), condition.risk),
        ];
      }
      default: {
        const on = byId.get(condition.question);
        if (!on) return missing(below(path, 'question'), 'question', condition.question);
        const forward = on.order < at.order ? [] : [problem(below(path, 'question'), 'reference-forward', { id: condition.question })];
        return [...forward, ...atom(condition, on.question, path)];
      }
    }
  };

  const atom = (condition: Extract<Condition, { question: string }>, question: Question, path: string): readonly Problem[] => {
    const found: Problem[] = [];
    const column = question.type === 'table' ? question.columns.find((one) => one.id === condition.column) : undefined;
    if (question.type === 'table' && condition.column !== undefined && !column)
      return missing(below(path, 'column'), 'column', condition.column);
    if (question.type === 'table' && !column && condition.op !== 'answer-risk-at-least')
      return [problem(path, 'condition-column-needed', { id: question.id })];
    if (question.type !== 'table' && condition.column !== undefined)
      return [problem(below(path, 'column'), 'condition-column-without-table', { id: question.id })];
    const on = column ?? question;
    const wrongType = (expected: string) =>
      found.push(problem(path, 'condition-wrong-type', { op: condition.op, id: question.id, expected, found: on.type }));
    switch (condition.op) {
      case 'answer-in': {
        const options: readonly { readonly id: string }[] = ('options' in on && on.options) || [];
        condition.options.forEach((id, i) => {
          if (!options.some((option) => option.id === id)) found.push(...missing(below(path, 'options', i), 'option', id));
        });
        break;
      }
      case 'answer-risk-at-least':
        if (!(column ? scalarBounds(column) : kindOf(question).bounds(question)))
          found.push(problem(path, 'condition-without-risk', { id: column?.id ?? question.id }));
        found.push(...parameter(below(path, 'risk'), condition.risk));
        break;
      case 'number-is':
        if (on.type !== 'number') wrongType('number');
        found.push(...parameter(below(path, 'to'), condition.to));
        break;
      case 'country-class-in':
        if (on.type !== 'countries' && on.type !== 'country') wrongType('countries');
        condition.classes.forEach((id, i) => {
          if (!questionnaire.countryClasses?.some((one) => one.id === id)) found.push(...missing(below(path, 'classes', i), 'class', id));
        });
        break;
    }
    if (condition.settledFrom !== undefined && !questionnaire.grades.some((grade) => grade.id === condition.settledFrom))
      found.push(...missing(below(path, 'settledFrom'), 'grade', condition.settledFrom));
    return found;
  };
  return check;
}

/** Does it look at what other gates and sections come to? Its opposite can then be switched off by raising them (law L5). */
function looksAtResults(condition: Condition): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.some(looksAtResults);
    case 'not':
      return looksAtResults(condition.of);
    default:
      return condition.op === 'gate' || condition.op === 'section-at-least';
  }
}
