/** Whether a question of a newer version asks the same as before, of somebody who gave this answer (SPEC M1, M2). */
import type { Answer, Value } from './format/answer.ts';
import type { LocalText } from './format/primitives.ts';
import type { Column, Option, Question } from './format/questionnaire.ts';
import { kindOf } from './questions/index.ts';

/** What keeps an answer from the new question whatever anybody says of it. */
export type Refused = 'question-gone' | 'type-changed' | 'option-gone' | 'column-gone' | 'unit-changed' | 'out-of-range' | 'not-accepted';
/** What a person has to look at before the answer stands. */
export type Changed = 'words-changed' | 'options-changed' | 'columns-changed';

/** Reasons that refuse the answer, and reasons to look at it again; none: it asks the same. */
export function changesFor(
  before: Question,
  after: Question | undefined,
  answer: Answer,
): { readonly refused: readonly Refused[]; readonly changed: readonly Changed[] } {
  if (!after) return { refused: ['question-gone'], changed: [] };
  if (after.type !== before.type) return { refused: ['type-changed'], changed: [] };
  const words: readonly Changed[] = sameText(before.text, after.text) && sameText(before.hint, after.hint) ? [] : ['words-changed'];
  if (answer.state !== 'answered') return { refused: [], changed: words };
  return {
    refused: [...refusals(after, answer.value), ...(sameUnits(before, after) ? [] : (['unit-changed'] as const))],
    changed: [
      ...words,
      ...(sameOptions(before, after, answer.value) ? [] : (['options-changed'] as const)),
      ...(sameColumns(before, after) ? [] : (['columns-changed'] as const)),
    ],
  };
}

/** Why the new question does not accept the value. */
const refusals = (question: Question, value: Value): readonly Refused[] => [
  ...new Set(
    kindOf(question)
      .accept(question, value, null)
      .map(({ code }) => REFUSED[code] ?? 'not-accepted'),
  ),
];
/** It was accepted before, so what is no number, day or country now was an option beside them. */
const REFUSED: Readonly<Record<string, Refused>> = {
  'value-not-an-option': 'option-gone',
  'value-not-a-number': 'option-gone',
  'value-not-a-date': 'option-gone',
  'value-not-a-country': 'option-gone',
  'value-no-rows': 'option-gone',
  'value-unknown-column': 'column-gone',
  'value-out-of-range': 'out-of-range',
  'value-date-out-of-range': 'out-of-range',
};

/** The same in every language that both have, of which there is one. */
export function sameText(before: LocalText | undefined, after: LocalText | undefined): boolean {
  if (!before || !after) return before === after;
  const both = Object.keys(before).filter((language) => after[language] !== undefined);
  return both.length > 0 && both.every((language) => before[language] === after[language]);
}

const sameOption = (before: Option, after: Option | undefined): boolean =>
  after !== undefined && sameText(before.text, after.text) && sameText(before.help, after.help);

/** The same in any order: who chose among them had these, and no others, before them. */
function sameSet(before: readonly Option[], after: readonly Option[]): boolean {
  const now = new Map(after.map((option) => [option.id, option]));
  return before.length === after.length && before.every((option) => sameOption(option, now.get(option.id)));
}

const optionsOf = (scalar: Question | Column): readonly Option[] => ('options' in scalar && scalar.options) || [];

function sameOptions(before: Question, after: Question, value: Value): boolean {
  if (before.type === 'single' || before.type === 'several') return sameSet(optionsOf(before), optionsOf(after));
  if (before.type === 'table' && after.type === 'table')
    return !Array.isArray(value) || value.length > 0 || sameText(before.noRows?.text, after.noRows?.text);
  // A number, day or list of countries says the same whatever stands beside it.
  const amongThem = ({ id }: Option) => [value].flat().some((one) => one === id);
  return sameSet(optionsOf(before).filter(amongThem), optionsOf(after).filter(amongThem));
}

const columnsOf = (question: Question): readonly Column[] => (question.type === 'table' ? question.columns : []);

const sameColumns = (before: Question, after: Question): boolean =>
  columnsOf(before).length === columnsOf(after).length &&
  columnsOf(before).every((column) => {
    const other = columnsOf(after).find(({ id }) => id === column.id);
    return (
      other?.type === column.type &&
      sameText(column.text, other.text) &&
      sameText(column.hint, other.hint) &&
      sameSet(optionsOf(column), optionsOf(other))
    );
  });

const unitOf = (scalar: Question | Column | undefined): LocalText | undefined => (scalar?.type === 'number' ? scalar.unit : undefined);

const sameUnits = (before: Question, after: Question): boolean =>
  sameText(unitOf(before), unitOf(after)) &&
  columnsOf(before).every((column) => {
    const other = columnsOf(after).find(({ id }) => id === column.id);
    return other === undefined || sameText(unitOf(column), unitOf(other));
  });
