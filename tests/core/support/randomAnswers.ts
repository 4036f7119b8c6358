/** Random answers to the questions of a questionnaire, each acceptable. */
import type { Answer, Answers, Row, Value } from '../../../src/core/format/answer.ts';
import type { Column, Question, Questionnaire } from '../../../src/core/format/questionnaire.ts';
import type { Dice } from './dice.ts';
import { DAYS, GRADES } from './randomQuestionnaire.ts';
import { COUNTRY_OF } from './vocabulary.ts';

/** Any acceptable value. */
export function randomValue(d: Dice, question: Question): Value {
  switch (question.type) {
    case 'several': {
      const alone = question.options.filter((option) => option.exclusive);
      if (alone.length > 0 && d.chance(20)) return [d.pick(alone).id];
      const others = question.options.filter((option) => !option.exclusive);
      const first = d.pick(others).id;
      return others.map((option) => option.id).filter((id) => id === first || d.chance(40));
    }
    case 'countries': {
      if (question.options && d.chance(20)) return [d.pick(question.options).id];
      const codes = [...Object.values(COUNTRY_OF), 'XM'];
      const first = d.pick(codes);
      return codes.filter((code) => code === first || d.chance(30));
    }
    case 'table': {
      const count = d.int(question.noRows ? 0 : 1, question.maxRows ?? 3);
      return Array.from({ length: count }, () => randomRow(d, question.columns));
    }
    default:
      return randomCell(d, question);
  }
}
function randomRow(d: Dice, columns: readonly Column[]): Row {
  const sure = d.pick(columns).id;
  return Object.fromEntries(
    columns.filter((column) => column.id === sure || d.chance(80)).map((column) => [column.id, randomCell(d, column)]),
  );
}
/** A value of a question or a column that takes one. */
export function randomCell(d: Dice, scalar: Exclude<Question, { type: 'several' | 'countries' | 'table' }> | Column): string | number {
  if ('options' in scalar && scalar.options && (scalar.type === 'single' || d.chance(20))) return d.pick(scalar.options).id;
  switch (scalar.type) {
    case 'number':
      return d.int(scalar.min, scalar.max);
    case 'date':
      return d.pick(daysOf(scalar));
    case 'country':
      return d.pick([...Object.values(COUNTRY_OF), 'XM']);
    default:
      return 'words';
  }
}
/** Those of the days that lie within the bounds of a date. */
export const daysOf = ({ min = '', max = '9' }: { readonly min?: string | undefined; readonly max?: string | undefined }) =>
  DAYS.filter((one) => one >= min && one <= max);

/** `open`: in percent, how often it is not answered, could not be found out or was declined. */
export function randomAnswer(d: Dice, question: Question, open = 50): Answer | undefined {
  if (d.chance(open)) return d.pick([undefined, undefined, { state: 'unknown' as const }, { state: 'declined' as const }]);
  const grade = d.pick([undefined, ...GRADES, 'e2', 'e3']);
  const list = question.type === 'several' || question.type === 'countries' || question.type === 'table';
  return {
    state: 'answered',
    value: randomValue(d, question),
    ...(list && d.chance(30) ? { incomplete: true as const } : {}),
    ...(grade === undefined ? {} : { evidence: { grade } }),
  };
}

/** All of them, in their order. */
export const questionsOf = (built: Questionnaire): readonly Question[] =>
  built.sections.flatMap((one) => one.pages.flatMap((page) => page.questions));

export function randomAnswers(d: Dice, built: Questionnaire, open = 50): Answers {
  const answers = new Map<string, Answer>();
  for (const question of questionsOf(built)) {
    const given = randomAnswer(d, question, open);
    if (given) answers.set(question.id, given);
  }
  return answers;
}
