import type { Item } from '../../core/model.ts';
import type { Block, Rich } from '../blocks.ts';
import { answerLines, evidenceParts, tagOf } from '../words.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from './context.ts';
import { bidTables, type Line } from './grid.ts';

/** Annex A: the questions in which the bids differ, with answer and grade of evidence side by side. */
export function answers(context: ComparisonContext): readonly Block[] {
  const { bids, model, local, t, f } = context;
  const asked = model.items.filter(({ index }) => bids.some(({ result }) => result.questions[index]?.applicable !== 'false'));
  const differing = new Set(asked.filter((item) => differ(bids, item)));
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

/** Whether not all give the same answer, of the same grade of evidence. What documents are called is another matter. */
export function differ(bids: readonly ComparedBid[], { question, index }: Item): boolean {
  const key = ({ state, result }: ComparedBid) => {
    if (result.questions[index]?.applicable === 'false') return '';
    const { evidence, note: _, ...said } = state.answers.get(question.id) ?? { state: 'open' as const };
    return JSON.stringify([said, said.state === 'answered' && evidence?.grade]);
  };
  const [first, ...others] = bids;
  const expected = first && key(first);
  return others.some((bid) => key(bid) !== expected);
}

/** The answer, the grade of its evidence where one is asked for, and its risk where it counts. `inFull`: the evidence itself, and the note. */
export function answerCell({ t, f, local }: ComparisonAccount, bid: ComparedBid, { question, index }: Item, inFull = false): Rich {
  const now = bid.result.questions[index];
  if (now?.applicable === 'false') return t('comparison.answers.notApplicable');
  const answer = bid.state.answers.get(question.id);
  const grade = bid.model.questionnaire.grades.find(({ id }) => id === answer?.evidence?.grade);
  // A file's hash is for whoever checks it, not for a glance.
  const parts = evidenceParts({ ...answer?.evidence, file: undefined }, bid.model.questionnaire, bid);
  const evidence = grade && t('comparison.answers.shown', { grade: inFull ? parts.join(', ') : local(grade.name) });
  const shown = answer?.state === 'answered' && question.evidence !== 'none' && (evidence ?? t('report.completeness.ungraded'));
  return [
    { text: answerLines(question, answer, bid).join('\n') },
    ...(shown ? [{ text: `\n${shown}` }] : []),
    ...(inFull && answer?.note ? [{ text: `\n${t('report.answers.note', { note: answer.note })}` }] : []),
    ...(now?.interval ? [{ text: `\n${t('report.answers.risk', { risk: f.interval(now.interval) })}`, strong: true }] : []),
  ];
}
