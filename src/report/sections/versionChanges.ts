import { changesSince } from '../../core/editions/changes.ts';
import type { Answer } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { State } from '../../core/history.ts';
import type { Result } from '../../core/result.ts';
import { detailWords } from '../account/details.ts';
import { bandName, headlineAccount } from '../account/headline.ts';
import type { Block, Cell } from '../blocks.ts';
import { answerLines, evidenceParts, tagOf } from '../words.ts';
import type { Context } from './context.ts';
import { DETAIL } from './keys.ts';

/** What changed since the final version that this one goes on from: the result, the answers, the facts. Nothing of a first version. */
export function versionChanges(context: Context): readonly Block[] {
  const { assessment, model, local, t, f } = context;
  const changes = changesSince(assessment);
  if (!changes) return [];
  const { number, day } = changes.final;
  const rows: (readonly Cell[])[] = [
    [t('report.edition.changes.rating'), ratingOf(context, changes.before), ratingOf(context, changes.now)],
    ...changes.answers.flatMap(({ question: id, before, now }): readonly (readonly Cell[])[] => {
      const question = model.items[model.indexOf(id) ?? -1]?.question;
      if (!question) return [];
      const asked: Cell = [{ text: local(question.text) }, { text: `\n${tagOf(id)}`, code: true }];
      return [[asked, said(context, question, before), said(context, question, now)]];
    }),
    ...changes.details.map(({ detail, before, now }) => [t(DETAIL[detail]), detailWords(detail, before, f), detailWords(detail, now, f)]),
  ];
  return [
    { kind: 'heading', level: 1, text: t('report.edition.changes', { number }) },
    {
      kind: 'paragraph',
      text: t('report.edition.changes.intro', {
        number,
        day: f.day(day),
        answers: changes.answers.length,
        details: changes.details.length,
      }),
    },
    { kind: 'paragraph', style: 'small', text: [{ text: changes.named.sha256, code: true }] },
    ...(changes.sameDocuments ? [] : [{ kind: 'paragraph', text: t('report.edition.changes.documents') } as const]),
    {
      kind: 'table',
      columns: [
        { head: t('report.edition.changes.what'), width: 0.34, rowHeader: true },
        { head: t('report.edition.changes.before'), width: 0.33 },
        { head: t('report.edition.changes.now'), width: 0.33 },
      ],
      rows,
    },
  ];
}

/** The headline, why, its figure, and the rating set by hand. */
function ratingOf(
  context: Pick<Context, 'model' | 't' | 'f' | 'local' | 'country'>,
  side: { readonly state: State; readonly result: Result },
): string {
  const { model, t } = context;
  const { word, why, beside } = headlineAccount(model, side.result, context);
  const { override } = side.state;
  return [
    word,
    why,
    ...beside,
    ...(override ? [t('report.edition.changes.override', { band: bandName(model, override.band, context), reason: override.reason })] : []),
  ].join('\n');
}

/** An answer with what it rests on and its note. */
function said(context: Context, question: Question, answer: Answer | undefined): string {
  const { model, t } = context;
  return [
    ...answerLines(question, answer, context),
    ...evidenceParts(answer?.evidence, model.questionnaire, context),
    ...(answer?.note ? [t('report.answers.note', { note: answer.note })] : []),
  ].join('\n');
}
