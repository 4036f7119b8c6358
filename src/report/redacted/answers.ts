import type { Item } from '../../core/model.ts';
import { withholding } from '../../core/redaction/redact.ts';
import type { Block, Cell } from '../blocks.ts';
import { answerLines, evidenceParts, tagOf } from '../words.ts';
import type { RedactedContext } from './document.ts';

/** Every question that applies, with its answer, or the mark and the ground in its place. */
export function publicAnswers(context: RedactedContext): readonly Block[] {
  const { model, redacted, local, t } = context;
  const applies = new Set(redacted.result.questions.flatMap(({ id, applicable }) => (applicable === 'false' ? [] : [id])));
  return [
    { kind: 'heading', level: 1, text: t('report.annex.a') },
    ...model.sections.flatMap(({ section, items }): readonly Block[] => {
      const own = items.flatMap((i) => model.items[i] ?? []).filter(({ question }) => applies.has(question.id));
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: local(section.title) },
        {
          kind: 'table',
          columns: [
            { head: t('report.answers.question'), width: 0.32, rowHeader: true },
            { head: t('report.answers.answer'), width: 0.28 },
            { head: t('report.answers.evidence'), width: 0.28 },
            { head: t('report.answers.figures'), width: 0.12, align: 'end' },
          ],
          rows: own.map((item) => row(context, item)),
        },
      ];
    }),
  ];
}

function row(context: RedactedContext, { question, index }: Item): readonly Cell[] {
  const { redacted, model, local, t, f } = context;
  const given = redacted.answers[question.id];
  const isWithheld = withholding(redacted.withheld);
  const groundOf = (what: 'answer' | 'evidence' | 'note') =>
    redacted.withheld.find((one) => one.what === what && one.of === question.id)?.ground ?? '';
  const mark = (what: 'answer' | 'evidence') => t('report.redacted.withheld', { ground: groundOf(what) });
  const interval = redacted.result.questions[index]?.interval ?? null;
  const asked: Cell = [{ text: local(question.text) }, { text: `\n${tagOf(question.id)}`, code: true }];
  const figures =
    interval === 'withheld'
      ? t('report.edition.withheld')
      : interval
        ? t('report.answers.risk', { risk: f.interval(interval) })
        : t('report.answers.notScored');
  const who = given ? t('report.answers.given', { by: given.by || t('report.edition.withheld'), at: f.instant(given.at) }) : '';
  if (given?.answer === 'withheld') return [asked, [{ text: mark('answer'), strong: true }], who, figures];
  const note = isWithheld('note', question.id)
    ? [t('report.redacted.withheldNote', { ground: groundOf('note') })]
    : given?.answer.note
      ? [t('report.answers.note', { note: given.answer.note })]
      : [];
  const evidence = isWithheld('evidence', question.id)
    ? [mark('evidence')]
    : evidenceParts(given?.answer.evidence, model.questionnaire, context);
  return [
    asked,
    [...answerLines(question, given?.answer, context), ...note].join('\n'),
    [...evidence, who].filter(Boolean).join('\n'),
    figures,
  ];
}
