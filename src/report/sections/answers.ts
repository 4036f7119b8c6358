import type { Item } from '../../core/model.ts';
import type { Block, Cell, TableColumn } from '../blocks.ts';
import { answerLines, evidenceParts, tagOf } from '../words.ts';
import { applicableItems, type Context } from './context.ts';

/** Annex A: every question that applies, with its answer, what it rests on, who gave it, and its figures. */
export function answers(context: Context): readonly Block[] {
  const { model, local, t } = context;
  const items = applicableItems(context);
  const points = new Map(context.contributions.map((one) => [one.id, one.points]));
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: t('report.annex.a') },
    { kind: 'paragraph', text: t('report.annex.aIntro') },
    ...model.sections.flatMap(({ section }, index): readonly Block[] => {
      const own = items.filter((item) => item.section === index);
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: local(section.title) },
        { kind: 'table', columns: columns(context), rows: own.map((item) => row(context, item, points.get(item.question.id))) },
      ];
    }),
  ];
}

/** Annex B: answers to questions that no longer apply. They are kept, count for nothing, and count again if the question comes back (method S3). */
export function kept(context: Context): readonly Block[] {
  const { model, result, state, t } = context;
  const hidden = model.items.filter(
    ({ index, question }) => result.questions[index]?.applicable === 'false' && state.answers.has(question.id),
  );
  return [
    { kind: 'heading', level: 1, text: t('report.annex.b') },
    { kind: 'paragraph', text: hidden.length === 0 ? t('report.annex.bNone') : t('report.annex.bIntro') },
    ...(hidden.length === 0
      ? []
      : [{ kind: 'table', columns: columns(context), rows: hidden.map((item) => row(context, item, undefined)) } as const]),
  ];
}

function columns({ t }: Context): readonly TableColumn[] {
  return [
    { head: t('report.answers.question'), width: 0.29, rowHeader: true },
    { head: t('report.answers.answer'), width: 0.27 },
    { head: t('report.answers.evidence'), width: 0.31 },
    { head: t('report.answers.figures'), width: 0.13, align: 'end' },
  ];
}

function row(context: Context, item: Item, points: number | undefined): readonly Cell[] {
  const { model, state, result, t, f, local } = context;
  const { question } = item;
  const answer = state.answers.get(question.id);
  const given = answer ? state.given.get(question.id) : undefined;
  const now = result.questions[item.index];
  const shown = evidenceParts(answer?.evidence, model.questionnaire, context).join(', ');
  const evidence = [
    ...(shown ? [shown] : []),
    ...(given ? [t('report.answers.given', { by: given.by || t('report.unnamed'), at: f.instant(given.at) })] : []),
  ];
  const counts = now?.applicable !== 'false' && now?.interval;
  const figures = counts
    ? [
        t('report.answers.risk', { risk: f.interval(counts) }),
        t('report.answers.weight', { weight: f.number(question.weight) }),
        t('report.answers.points', { points: f.score(points ?? 0) }),
      ]
    : [t('report.answers.notScored')];
  return [
    [
      { text: local(question.text) },
      { text: `\n${tagOf(question.id)}`, code: true },
      ...(now?.applicable === 'undetermined' ? [{ text: `\n${t('report.answers.mayApply')}` }] : []),
    ],
    [
      { text: answerLines(question, answer, context).join('\n') },
      ...(answer?.note ? [{ text: `\n${t('report.answers.note', { note: answer.note })}` }] : []),
    ],
    evidence.join('\n'),
    figures.join('\n'),
  ];
}
