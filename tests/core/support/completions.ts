/** Every way in which what is open could turn out, for questions small enough to list it. Independent of the core's own bounds. */
import type { Answer, Answers, Row, Value } from '../../../src/core/format/answer.ts';
import type { Column, Question } from '../../../src/core/format/questionnaire.ts';
import type { Model } from '../../../src/core/model.ts';
import { kindOf } from '../../../src/core/questions/index.ts';
import type { Dice } from './dice.ts';
import { daysOf, randomCell } from './randomAnswers.ts';
import { COUNTRY_OF } from './vocabulary.ts';

const CODES = Object.values(COUNTRY_OF);

export function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>((all, item) => all.flatMap((one) => [one, [...one, item]]), [[]]);
}

function cells(scalar: Exclude<Question, { type: 'several' | 'countries' | 'table' }> | Column): readonly (string | number)[] {
  const besides = 'options' in scalar ? (scalar.options ?? []).map((option) => option.id) : [];
  switch (scalar.type) {
    case 'single':
      return besides;
    case 'number':
      return [...Array.from({ length: scalar.max - scalar.min + 1 }, (_, i) => scalar.min + i), ...besides];
    case 'date':
      return [...daysOf(scalar), ...besides];
    case 'country':
      return CODES;
    case 'text':
      return ['words'];
  }
}

type Cells = (column: Column) => readonly (string | number)[];

/** Complete rows that go on from `start`. */
function rows(columns: readonly Column[], of: Cells, start: Row = {}): readonly Row[] {
  return columns.reduce<readonly Row[]>(
    (found, column) => {
      const open = start[column.id] === undefined ? of(column) : [start[column.id] ?? ''];
      return found.flatMap((row) => open.map((cell) => ({ ...row, [column.id]: cell })));
    },
    [{}],
  );
}

/** Every row there can be, cell by cell. */
export const allRows = (columns: readonly Column[]): readonly Row[] => rows(columns, cells);

/** Of a column, the cells that reach its least and greatest risk. */
function extremes(model: Model, column: Column): readonly (string | number)[] {
  const asTable = {
    id: 't',
    text: { en: 't' },
    weight: 1,
    evidence: 'none' as const,
    type: 'table' as const,
    columns: [{ ...column, weight: 1 }],
  };
  const risk = (cell: string | number) => kindOf(asTable).risk(asTable, [{ [column.id]: cell }], false, model.classify).low;
  const sorted = [...cells(column)].sort((a, b) => risk(a) - risk(b));
  return [...new Set([sorted[0] ?? '', sorted.at(-1) ?? ''])];
}

/** Complete values that an answer can still turn out to be; the value itself where nothing is open. */
export function completions(model: Model, question: Question, answer: Answer | undefined): readonly Value[] {
  const known = answer?.state === 'answered' ? answer.value : null;
  const more = known === null || (answer?.state === 'answered' && answer.incomplete === true);
  switch (question.type) {
    case 'several': {
      if (!more && known !== null) return [known];
      const chosen = (known ?? []) as readonly string[];
      if (question.options.some((option) => option.exclusive && chosen.includes(option.id))) return [chosen];
      const further = question.options.filter((option) => !option.exclusive && !chosen.includes(option.id)).map((option) => option.id);
      const together = subsets(further)
        .map((set) => [...chosen, ...set])
        .filter((set) => set.length > 0);
      return known === null
        ? [...together, ...question.options.filter((option) => option.exclusive).map((option) => [option.id])]
        : together;
    }
    case 'countries': {
      if (!more && known !== null) return [known];
      const listed = (known ?? []) as readonly string[];
      if (question.options?.some((option) => listed.includes(option.id))) return [listed];
      const together = subsets(CODES.filter((code) => !listed.includes(code)))
        .map((set) => [...listed, ...set])
        .filter((set) => set.length > 0);
      return known === null ? [...together, ...(question.options ?? []).map((option) => [option.id])] : together;
    }
    case 'table': {
      const limit = question.maxRows ?? 3;
      const ends: Cells = (column) => extremes(model, column);
      const listed = (known ?? []) as readonly Row[];
      const filled = listed.reduce<readonly (readonly Row[])[]>(
        (found, row) => found.flatMap((set) => rows(question.columns, ends, row).map((one) => [...set, one])),
        [[]],
      );
      const furtherSets = more ? multisets(rows(question.columns, ends), limit - listed.length) : [[]];
      const all = filled.flatMap((start) => furtherSets.map((end) => [...start, ...end]));
      return all.filter((set) => set.length > 0 || question.noRows !== undefined);
    }
    default:
      return known === null ? cells(question) : [known];
  }
}

/** Zero up to `size` items, order without meaning. */
function multisets<T>(items: readonly T[], size: number, from = 0): readonly (readonly T[])[] {
  if (size <= 0) return [[]];
  return [[], ...items.flatMap((item, i) => (i < from ? [] : multisets(items, size - 1, i).map((rest) => [item, ...rest])))];
}

/** Is there anything left to find out about this answer? */
export const isOpen = (question: Question, answer: Answer | undefined): boolean =>
  answer?.state !== 'answered' ||
  answer.incomplete === true ||
  (question.type === 'table' &&
    (answer.value as readonly Row[]).some((row) => question.columns.some((column) => row[column.id] === undefined)));

/** The answer turned out to be `value`, on the evidence that it has, or on evidence that counts in full. */
export const turnedOut = (answer: Answer | undefined, value: Value): Answer =>
  answer?.state === 'answered'
    ? { state: 'answered', value, ...(answer.evidence ? { evidence: answer.evidence } : {}) }
    : { state: 'answered', value, evidence: { grade: 'e3' } };

type Choose = (question: Question, values: readonly Value[], risk: (value: Value) => number) => Value;

/** All that is open turned out as `choose` says. */
export function completed(model: Model, answers: Answers, choose: Choose): Answers {
  const done = new Map(answers);
  for (const { question } of model.items) {
    const answer = answers.get(question.id);
    if (!isOpen(question, answer)) continue;
    const values = completions(model, question, answer);
    const risk = (value: Value) => kindOf(question).risk(question, value, false, model.classify).low;
    done.set(question.id, turnedOut(answer, choose(question, values, risk)));
  }
  return done;
}
const extreme =
  (better: (a: number, b: number) => boolean): Choose =>
  (_, values, risk) =>
    values.reduce((a, b) => (better(risk(b), risk(a)) ? b : a));
export const least = extreme((a, b) => a < b);
export const greatest = extreme((a, b) => a > b);
export const any =
  (d: Dice): Choose =>
  (question, values) => {
    const value = d.pick(values);
    // Cells between the extremes, where a scalar has them.
    return question.type === 'number' || question.type === 'date' ? randomCell(d, question) : value;
  };
