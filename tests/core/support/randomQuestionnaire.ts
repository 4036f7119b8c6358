/** Random questionnaires for the laws, sound by construction. */
import type { Condition } from '../../../src/core/format/condition.ts';
import type { Column, Combine, Effect, Gate, Question, Questionnaire } from '../../../src/core/format/questionnaire.ts';
import type { Dice } from './dice.ts';
import {
  CLASS_RISKS,
  COUNTRY_OF,
  choice,
  countries,
  date,
  gate,
  number,
  options,
  questionnaire,
  type Risks,
  section,
  several,
  single,
  table,
  text,
} from './vocabulary.ts';

/** What is asked of a questionnaire. */
export interface Wishes {
  /** Visibility conditions, in percent of the questions. */
  readonly hidden: number;
  readonly gates: number;
  /** Gates look at sections and gates only without `not` above (law L5). */
  readonly onlyRising: boolean;
  readonly sections: number;
  readonly questions: number;
}
export const USUAL: Wishes = { hidden: 30, gates: 3, onlyRising: false, sections: 4, questions: 6 };

const RISKS = [0, 0, 10, 25, 33.3, 50, 60, 75, 90, 100, 100];
const WEIGHTS = [1, 1, 2, 3, 0.5, 7, 0];
/** Text first: the first question is of another type, so that there is something to ask a condition about. */
const TYPES = ['text', 'single', 'several', 'countries', 'number', 'date', 'table'] as const;
/** Days that questions and answers are drawn from. */
export const DAYS = ['2024-01-01', '2024-06-01', '2025-01-01', '2025-03-01', '2026-01-01', '2026-07-01'];
export const GRADES = ['e0', 'e1', 'e2', 'e3'];
const BANDS = ['low', 'moderate', 'high', 'critical'];

export function randomQuestionnaire(d: Dice, wishes: Wishes = USUAL): Questionnaire {
  const before: Question[] = [];
  const sections = Array.from({ length: d.int(1, wishes.sections) }, (_, s) =>
    section(
      `s${s}`,
      d.pick([1, 1, 2, 5, 0.5, 0]),
      Array.from({ length: d.int(1, wishes.questions) }, (__, q) => {
        const made = randomQuestion(d, `q${s}x${q}`, before.length === 0 ? TYPES.slice(1) : TYPES);
        const question = before.length > 0 && d.chance(wishes.hidden) ? { ...made, visible: randomCondition(d, before, [], [], 2) } : made;
        before.push(question);
        return question;
      }),
    ),
  );
  const gates: Gate[] = [];
  const ids = sections.map((one) => one.id);
  for (let g = d.int(0, wishes.gates); g > 0; g--) {
    const when = randomCondition(
      d,
      before,
      ids,
      gates.map((one) => one.id),
      2,
      wishes.onlyRising,
    );
    gates.push(gate(`g${gates.length}`, when, ...Array.from({ length: d.int(1, 2) }, () => randomEffect(d, ids))));
  }
  return questionnaire(sections, gates, { unansweredAtMost: d.pick([0, 0.2, 1]) });
}

function randomQuestion(d: Dice, id: string, types: readonly Question['type'][]): Question {
  const more = { weight: d.pick(WEIGHTS), evidence: d.pick(['required', 'required', 'optional', 'none'] as const) };
  switch (d.pick(types)) {
    case 'single':
      return single(id, randomRisks(d, d.int(1, 4)), more);
    case 'several':
      return several(
        id,
        { ...randomRisks(d, d.int(1, 4)), ...(d.chance(50) ? { 'none!': d.pick(RISKS) } : {}) },
        { ...more, combine: randomCombine(d) },
      );
    case 'countries':
      return countries(id, more, d.chance(50) ? { nobody: d.pick(RISKS) } : undefined, randomClassRisks(d));
    case 'number':
      return number(id, { ...more, ...randomNumber(d) }, d.chance(30) ? { unlimited: d.pick(RISKS) } : undefined);
    case 'date':
      return date(id, { ...more, ...randomDate(d) });
    case 'text':
      return text(id, more);
    case 'table':
      return table(
        id,
        Array.from({ length: d.int(1, 3) }, (_, c) => randomColumn(d, `c${c}`, c === 0)),
        {
          ...more,
          rowRisk: d.pick(['worst', 'mean'] as const),
          combine: randomCombine(d),
          maxRows: d.int(1, 3),
          ...(d.chance(50) ? { noRows: { text: { en: 'none' }, risk: d.pick(RISKS) } } : {}),
        },
      );
  }
}

const randomRisks = (d: Dice, count: number): Risks =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, d.pick(RISKS)]));
const randomClassRisks = (d: Dice) => (d.chance(50) ? CLASS_RISKS : { listed: d.pick(RISKS), near: d.pick(RISKS), far: d.pick(RISKS) });
const randomCombine = (d: Dice): Combine =>
  d.pick<Combine>([
    { rule: 'worst' },
    { rule: 'mean' },
    { rule: 'sum' },
    { rule: 'worst-plus', each: d.pick([2, 10, 40]), from: d.pick([0, 50, 75]) },
  ]);

function randomNumber(d: Dice) {
  const at = [d.int(0, 2), d.int(3, 5), d.int(6, 8)].slice(0, d.int(1, 3));
  return {
    min: 0,
    max: d.int(4, 10),
    integer: true as const,
    scale: { kind: d.pick(['steps', 'line'] as const), points: at.map((one) => ({ at: one, risk: d.pick(RISKS) })) },
  };
}
function randomDate(d: Dice) {
  const at = DAYS.slice(d.int(0, 2), d.int(3, 5));
  return {
    ...(d.chance(50) ? { min: d.pick(DAYS.slice(0, 2)) } : {}),
    ...(d.chance(50) ? { max: d.pick(DAYS.slice(3)) } : {}),
    scale: { kind: d.pick(['steps', 'line'] as const), points: at.map((one) => ({ at: one, risk: d.pick(RISKS) })) },
  };
}
/** The first column is one that can have a risk, since conditions ask about it. */
function randomColumn(d: Dice, id: string, first: boolean): Column {
  const rest = { id, text: { en: id }, weight: d.pick(first ? [1, 2] : [1, 2, 0]) };
  switch (d.pick((['text', 'single', 'number', 'country', 'date'] as const).slice(first ? 1 : 0))) {
    case 'single':
      return choice(id, randomRisks(d, d.int(1, 3)), rest.weight);
    case 'number':
      return { ...rest, type: 'number', ...randomNumber(d), ...(d.chance(20) ? { options: options({ unlimited: d.pick(RISKS) }) } : {}) };
    case 'country':
      return { ...rest, type: 'country', risks: randomClassRisks(d) };
    case 'text':
      return { ...rest, type: 'text' };
    case 'date':
      return { ...rest, type: 'date', ...randomDate(d) };
  }
}

function randomEffect(d: Dice, sections: readonly string[]): Effect {
  switch (d.int(0, 4)) {
    case 0:
      return { effect: 'stop' };
    case 1:
    case 2:
      return { effect: 'rating-at-least', band: d.pick(BANDS) };
    default:
      return { effect: 'section-at-least', section: d.pick(sections), risk: d.pick(RISKS) };
  }
}

/** Any operator on earlier questions; for gates also sections and earlier gates. */
function randomCondition(
  d: Dice,
  on: readonly Question[],
  sections: readonly string[],
  gates: readonly string[],
  depth: number,
  onlyRising = false,
  negated = false,
): Condition {
  const shape = d.int(0, depth > 0 ? 5 : 2);
  if (shape === 5) return { op: 'not', of: randomCondition(d, on, sections, gates, depth - 1, onlyRising, !negated) };
  if (shape > 2)
    return {
      op: shape === 3 ? 'all' : 'any',
      of: Array.from({ length: d.int(1, 3) }, () => randomCondition(d, on, sections, gates, depth - 1, onlyRising, negated)),
    };
  const rising = !onlyRising || !negated;
  if (rising && sections.length > 0 && d.chance(20)) return { op: 'section-at-least', section: d.pick(sections), risk: randomThreshold(d) };
  if (rising && gates.length > 0 && d.chance(20)) return { op: 'gate', gate: d.pick(gates) };
  return randomAtom(d, d.pick(on.filter((question) => question.type !== 'text')));
}

const randomThreshold = (d: Dice) => (d.chance(20) ? { parameter: 'threshold' } : d.pick([10, 25, 50, 60, 75, 100]));
const RELATIONS = ['equal', 'at-least', 'above', 'at-most', 'below'] as const;

/** One statement about one question. */
export function randomAtom(d: Dice, question: Question): Condition {
  const column = question.type === 'table' ? d.pick(question.columns) : undefined;
  const scored = column?.type !== 'text' && d.chance(50);
  const whole = { question: question.id, ...(column ? { column: column.id } : {}) };
  const settled = d.chance(30) ? { settledFrom: d.pick(GRADES) } : {};
  const asked = column ?? question;
  const risk: Condition = {
    op: 'answer-risk-at-least',
    ...(scored ? whole : { question: question.id }),
    risk: randomThreshold(d),
    ...settled,
  };
  if (d.chance(30)) return risk;
  if (asked.type === 'countries' || asked.type === 'country')
    return { op: 'country-class-in', ...whole, classes: [d.pick(Object.keys(COUNTRY_OF))] };
  if (asked.type === 'number')
    return { op: 'number-is', ...whole, relation: d.pick(column ? RELATIONS.slice(1) : RELATIONS), to: d.int(0, 8) };
  const ids = 'options' in asked ? (asked.options ?? []).map((option) => option.id) : [];
  return ids.length === 0 ? risk : { op: 'answer-in', ...whole, options: ids.filter((id) => id === ids[0] || d.chance(40)), ...settled };
}
