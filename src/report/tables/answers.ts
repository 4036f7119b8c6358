import type { Answer } from '../../core/format/answer.ts';
import type { Item } from '../../core/model.ts';
import type { QuestionResult } from '../../core/result.ts';
import type { MethodKey } from '../../i18n/languages.ts';
import { sectionName } from '../account/gates.ts';
import { UNANSWERED } from '../account/keys.ts';
import type { ComparedBid } from '../comparison/context.ts';
import { tagOf, valueLines } from '../words.ts';
import { APPLIES, type TablesContext } from './context.ts';
import { type Cell, type Column, day, number, type Sheet, score, sheetOf, text } from './sheet.ts';

const STATE = { ...UNANSWERED, answered: 'method.state.answered', open: 'method.state.open' } as const satisfies Record<
  QuestionResult['state'],
  MethodKey
>;

/** A question as one bid answers it. */
export interface AnswerLine {
  readonly bid: ComparedBid;
  readonly item: Item;
}

/** What every bid answers to every question; the bids' answers to one question stand below each other. */
export function answerSheet(context: TablesContext): Sheet {
  const { model, bids, t } = context;
  return sheetOf(
    t('tables.sheet.answers'),
    [...questionColumns(context), { head: t('tables.bid'), width: 10, cell: ({ bid }) => text(bid.label) }, ...answerColumns(context)],
    model.items.flatMap((item) => bids.map((bid) => ({ bid, item }))),
  );
}

export function questionColumns(context: TablesContext): readonly Column<AnswerLine>[] {
  const { model, t, local } = context;
  return [
    {
      head: t('tables.section'),
      width: 16,
      cell: ({ item }) => text(sectionName(model, model.sections[item.section]?.section.id ?? '', context)),
    },
    { head: t('tables.question'), width: 12, cell: ({ item }) => text(tagOf(item.question.id)) },
    { head: t('tables.question.text'), width: 50, cell: ({ item }) => text(local(item.question.text)) },
  ];
}

export function answerColumns(context: TablesContext): readonly Column<AnswerLine>[] {
  const { model, t, local } = context;
  const found = ({ bid, item }: AnswerLine) => bid.result.questions[item.index];
  const answer = ({ bid, item }: AnswerLine) => bid.state.answers.get(item.question.id);
  const evidence = (line: AnswerLine) => answer(line)?.evidence;
  const given = (line: AnswerLine) => (answer(line) ? line.bid.state.given.get(line.item.question.id) : undefined);
  const grade = (line: AnswerLine) => model.questionnaire.grades.find(({ id }) => id === evidence(line)?.grade);
  const column = (head: string, width: number, cell: Column<AnswerLine>['cell']) => ({ head, width, cell });
  return [
    column(t('tables.question.applies'), 14, (line) => text(t(APPLIES[found(line)?.applicable ?? 'false']))),
    column(t('tables.answer.state'), 18, (line) =>
      text(t(line.bid.state.disputed.has(line.item.question.id) ? 'tables.answer.disputed' : STATE[found(line)?.state ?? 'open'])),
    ),
    column(t('tables.answer'), 50, (line) => valueCell(context, line.item, answer(line))),
    column(t('tables.answer.unit'), 10, ({ item: { question } }) =>
      text(question.type === 'number' && question.unit ? local(question.unit) : undefined),
    ),
    column(t('tables.answer.incomplete'), 11, (line) => {
      const one = answer(line);
      return text(one?.state === 'answered' && one.incomplete ? t('tables.answer.yes') : undefined);
    }),
    column(t('tables.answer.grade'), 20, (line) => {
      const one = grade(line);
      return text(one && local(one.name));
    }),
    column(t('tables.answer.title'), 32, (line) => text(evidence(line)?.title)),
    column(t('tables.answer.date'), 12, (line) => day(evidence(line)?.date)),
    column(t('tables.answer.reference'), 24, (line) => text(evidence(line)?.reference)),
    column(t('tables.answer.file'), 24, (line) => text(evidence(line)?.file?.name)),
    column(t('tables.answer.hash'), 24, (line) => text(evidence(line)?.file?.sha256)),
    column(t('tables.answer.note'), 40, (line) => text(answer(line)?.note)),
    column(t('tables.answer.by'), 18, (line) => text(given(line)?.by)),
    column(t('tables.answer.at'), 24, (line) => text(given(line)?.at)),
    column(t('tables.risk.low'), 11, (line) => score(counting(line)?.low)),
    column(t('tables.risk.high'), 11, (line) => score(counting(line)?.high)),
  ];
}

/** Its risk, where it applies or may. */
const counting = ({ bid, item }: AnswerLine) => {
  const found = bid.result.questions[item.index];
  return found?.applicable === 'false' ? null : found?.interval;
};

/** A number is a number and a day a day; anything else is as the report words it, an item a line. */
function valueCell(context: TablesContext, { question }: Item, answer: Answer | undefined): Cell {
  if (answer?.state !== 'answered') return { kind: 'empty' };
  const { value } = answer;
  if (question.type === 'number' && typeof value === 'number') return number(value);
  if (question.type === 'date' && typeof value === 'string' && !question.options?.some(({ id }) => id === value)) return day(value);
  return text(valueLines(question, value, context).join('\n'));
}
