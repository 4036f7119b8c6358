import type { Condition, NumberOrParameter } from '../../core/format/condition.ts';
import type { Question, Questionnaire } from '../../core/format/questionnaire.ts';
import { amountWords, tagOf } from '../words.ts';
import { RELATION } from './keys.ts';
import type { DifferenceWording } from './told.ts';

/** A condition of a question or a gate in words, with brackets where one stands in another. */
export function conditionWords(condition: Condition, questionnaire: Questionnaire, words: DifferenceWording): string {
  const { t, f, local } = words;
  const inner = (one: Condition): string => {
    const said = conditionWords(one, questionnaire, words);
    return one.op === 'all' || one.op === 'any' ? t('differences.when.inBrackets', { condition: said }) : said;
  };
  const number = (one: NumberOrParameter): string => {
    if (typeof one === 'number') return f.number(one);
    const parameter = questionnaire.parameters?.find(({ id }) => id === one.parameter);
    return t('differences.when.parameter', { name: parameter ? local(parameter.name) : one.parameter });
  };
  const amount = ({ to, question, column }: Extract<Condition, { readonly op: 'number-is' }>): string => {
    const on = questionOf(questionnaire, question);
    const scalar = columnOf(on, column) ?? on;
    return typeof to === 'number' ? amountWords(to, scalar && 'unit' in scalar ? scalar.unit : undefined, words) : number(to);
  };
  const asked = ({ question, column }: { readonly question: string; readonly column?: string | undefined }): string => {
    const found = columnOf(questionOf(questionnaire, question), column);
    return column === undefined
      ? tagOf(question)
      : t('differences.when.column', { question: tagOf(question), column: found ? local(found.text) : column });
  };
  const settled = (grade: string | undefined, said: string): string => {
    const found = questionnaire.grades.find(({ id }) => id === grade);
    return grade === undefined
      ? said
      : t('differences.when.settled', { condition: said, grade: t('method.quoted', { title: found ? local(found.name) : grade }) });
  };
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0 ? t('differences.when.always') : f.and(condition.of.map(inner));
    case 'any':
      return condition.of.length === 0 ? t('differences.when.never') : f.or(condition.of.map(inner));
    case 'not':
      return t('differences.when.not', { condition: conditionWords(condition.of, questionnaire, words) });
    case 'answer-in': {
      const on = questionOf(questionnaire, condition.question);
      const options = optionsOf(columnOf(on, condition.column) ?? on);
      const names = condition.options.map((id) => {
        const option = options.find((one) => one.id === id);
        return t('method.quoted', { title: option ? local(option.text) : id });
      });
      return settled(condition.settledFrom, t('differences.when.answer', { question: asked(condition), options: f.or(names) }));
    }
    case 'answer-risk-at-least':
      return settled(condition.settledFrom, t('differences.when.risk', { question: asked(condition), risk: number(condition.risk) }));
    case 'number-is':
      return t(RELATION[condition.relation], { question: asked(condition), number: amount(condition) });
    case 'country-class-in': {
      const names = condition.classes.map((id) => {
        const found = questionnaire.countryClasses?.find((one) => one.id === id);
        return t('method.quoted', { title: found ? local(found.name) : id });
      });
      return t('differences.when.class', { question: asked(condition), classes: f.or(names) });
    }
    case 'section-at-least': {
      const found = questionnaire.sections.find(({ id }) => id === condition.section);
      return t('differences.when.section', { section: found ? local(found.title) : condition.section, risk: number(condition.risk) });
    }
    case 'gate':
      return t('differences.when.gate', { gate: tagOf(condition.gate) });
  }
}

/** The same as lines: one for each part where all have to hold, or any of them; so that a long one can be followed. */
export function conditionLines(condition: Condition, questionnaire: Questionnaire, words: DifferenceWording): readonly string[] {
  if ((condition.op !== 'all' && condition.op !== 'any') || condition.of.length < 2)
    return [conditionWords(condition, questionnaire, words)];
  const { t } = words;
  return [
    condition.op === 'all' ? t('differences.when.allOf') : t('differences.when.anyOf'),
    ...condition.of.map((part) => t('differences.when.part', { condition: conditionWords(part, questionnaire, words) })),
  ];
}

const questionOf = ({ sections }: Questionnaire, id: string): Question | undefined =>
  sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions)).find((question) => question.id === id);

const columnOf = (question: Question | undefined, id: string | undefined) =>
  question?.type === 'table' ? question.columns.find((column) => column.id === id) : undefined;

const optionsOf = (on: Question | ReturnType<typeof columnOf>) => (on && 'options' in on && on.options) || [];
