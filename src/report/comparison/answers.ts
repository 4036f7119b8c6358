import type { Item } from '../../core/model.ts';
import type { Block, Rich } from '../blocks.ts';
import { answerLines, tagOf } from '../words.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from './context.ts';
import { bidTables, type Line } from './grid.ts';

/** Annex A: the questions in which the bids differ, with answer and grade of evidence side by side. */
export function answers(context: ComparisonContext): readonly Block[] {
  const { bids, model, local, t, f } = context;
  const asked = model.items.filter(({ index }) => bids.some(({ result }) => result.questions[index]?.applicable !== 'false'));
  const differing = new Set(asked.filter((item) => new Set(bids.map((bid) => JSON.stringify(answerCell(context, bid, item)))).size > 1));
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: t('comparison.annex.a') },
    { kind: 'paragraph', text: t('comparison.answers.intro', { differ: f.integer(differing.size), asked: f.integer(asked.length) }) },
    ...model.sections.flatMap(({ section, items }): readonly Block[] => {
      const own = items.flatMap((index) => model.items[index] ?? []).filter((item) => differing.has(item));
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: local(section.title) },
        ...bidTables(
          context,
          undefined,
          t('report.answers.question'),
          own.map((item) => lineOf(context, item)),
        ),
      ];
    }),
  ];
}

function lineOf(context: ComparisonContext, item: Item): Line {
  return {
    head: [{ text: context.local(item.question.text) }, { text: `\n${tagOf(item.question.id)}`, code: true }],
    cell: (bid) => answerCell(context, bid, item),
  };
}

/** The answer, the grade of its evidence where one is asked for, and its risk where it counts. */
export function answerCell({ t, f, local }: ComparisonAccount, bid: ComparedBid, { question, index }: Item): Rich {
  const now = bid.result.questions[index];
  if (now?.applicable === 'false') return t('comparison.answers.notApplicable');
  const answer = bid.state.answers.get(question.id);
  const grade = bid.model.questionnaire.grades.find(({ id }) => id === answer?.evidence?.grade);
  const shown = answer?.state === 'answered' && question.evidence !== 'none';
  return [
    { text: answerLines(question, answer, bid).join('\n') },
    ...(shown
      ? [{ text: `\n${grade ? t('comparison.answers.shown', { grade: local(grade.name) }) : t('report.completeness.ungraded')}` }]
      : []),
    ...(now?.interval ? [{ text: `\n${t('report.answers.risk', { risk: f.interval(now.interval) })}`, strong: true }] : []),
  ];
}
