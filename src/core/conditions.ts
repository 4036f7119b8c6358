/** Evaluation of conditions in three values (method C1, C2). Visibility and gates share this one interpreter. */
import type { Answer, Row, Value } from './format/answer.ts';
import type { Condition, NumberOrParameter, Relation } from './format/condition.ts';
import type { Column, Question } from './format/questionnaire.ts';
import { type Interval, point } from './interval.ts';
import type { Model } from './model.ts';
import { kindOf } from './questions/index.ts';
import { isList, isRows } from './questions/kind.ts';
import { scalarBounds, scalarRisk } from './questions/scalar.ts';
import { all, any, atLeast, not, type Truth, truthOf } from './truth.ts';

/** What a condition may look at. */
export interface View {
  applicable(question: number): Truth;
  answer(question: number): Answer | undefined;
  /** Null: not scored in any case. `optional`: it may turn out not to be scored. */
  section(section: number): (Interval & { readonly optional: boolean }) | null;
  gate(gate: string): Truth;
}

/** `against`: what a statement would have to be to speak against the whole condition; a `not` turns it round. */
export function evaluateCondition(condition: Condition, model: Model, view: View, against: 'true' | 'false' = 'false'): Truth {
  switch (condition.op) {
    case 'all':
      return all(condition.of.map((one) => evaluateCondition(one, model, view, against)));
    case 'any':
      return any(condition.of.map((one) => evaluateCondition(one, model, view, against)));
    case 'not':
      return not(evaluateCondition(condition.of, model, view, against === 'false' ? 'true' : 'false'));
    case 'gate':
      return view.gate(condition.gate);
    case 'section-at-least': {
      const section = view.section(model.sectionIndex(condition.section) ?? -1);
      if (!section) return 'false';
      const truth = atLeast(section, numberFor(condition.risk, model));
      return section.optional && truth === 'true' ? 'undetermined' : truth;
    }
    default:
      return onQuestion(condition, model, view, against);
  }
}

type Atom = Extract<Condition, { question: string }>;

/**
 * One statement about one answer. A question that does not apply fulfils none (SPEC C2.2); where that is not settled, a
 * fulfilled statement is undetermined. An answer that speaks against the condition on evidence weaker than `settledFrom`
 * leaves the statement undetermined (SPEC C2.1): a bare claim switches no gate off.
 */
function onQuestion(atom: Atom, model: Model, view: View, against: Truth): Truth {
  const index = model.indexOf(atom.question);
  const item = index === undefined ? undefined : model.items[index];
  if (index === undefined || !item) return 'false';
  const applicable = view.applicable(index);
  if (applicable === 'false') return 'false';
  const answer = view.answer(index);
  if (answer?.state !== 'answered') return 'undetermined';
  const truth = statementOn(atom, item.question, answer.value, answer.incomplete === true, model);
  if (truth === against && atom.settledFrom !== undefined && model.gradeRank(answer.evidence?.grade) < model.gradeRank(atom.settledFrom))
    return 'undetermined';
  return applicable === 'undetermined' && truth === 'true' ? 'undetermined' : truth;
}

/** What one statement says of one value, whatever it is shown on. */
export function statementOn(atom: Atom, question: Question, value: Value, incomplete: boolean, model: Model): Truth {
  const column =
    atom.column !== undefined && question.type === 'table' ? question.columns.find((one) => one.id === atom.column) : undefined;
  const open: Truth = incomplete ? 'undetermined' : 'false';
  if (column) return any([...(isRows(value) ? value : []).map((row) => onCell(atom, column, row, model)), open]);
  if (atom.op === 'answer-risk-at-least') {
    return atLeast(kindOf(question).risk(question, value, incomplete, model.classify), numberFor(atom.risk, model));
  }
  const items = isList(value) ? value : typeof value === 'object' ? [] : [value];
  return any([...items.map((one) => truthOf(fulfils(atom, one, model))), open]);
}

function onCell(atom: Atom, column: Column, row: Row, model: Model): Truth {
  const cell = row[column.id];
  if (atom.op === 'answer-risk-at-least') {
    const risk = cell === undefined ? scalarBounds(column) : point(scalarRisk(column, cell, model.classify));
    return atLeast(risk ?? point(0), numberFor(atom.risk, model));
  }
  return cell === undefined ? 'undetermined' : truthOf(fulfils(atom, cell, model));
}

function fulfils(atom: Exclude<Atom, { op: 'answer-risk-at-least' }>, one: string | number, model: Model): boolean {
  switch (atom.op) {
    case 'answer-in':
      return typeof one === 'string' && atom.options.includes(one);
    case 'country-class-in':
      return typeof one === 'string' && /^[A-Z]{2}$/.test(one) && atom.classes.includes(model.classify(one));
    case 'number-is':
      return typeof one === 'number' && RELATIONS[atom.relation](one, numberFor(atom.to, model));
  }
}

const RELATIONS: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  'at-least': (a, b) => a >= b,
  above: (a, b) => a > b,
  'at-most': (a, b) => a <= b,
  below: (a, b) => a < b,
  equal: (a, b) => a === b,
};

/** A number as it stands, or the value of a parameter under the policy. */
export const numberFor = (value: NumberOrParameter, model: Model): number =>
  typeof value === 'number' ? value : model.parameter(value.parameter);
