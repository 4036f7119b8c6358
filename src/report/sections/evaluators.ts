import { settledIn } from '../../core/evaluators/settled.ts';
import type { GivenEntry } from '../../core/format/assessment.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { Block, Cell } from '../blocks.ts';
import { answerInline, answerLines, evidenceInline, tagOf } from '../words.ts';
import type { Context } from './context.ts';

/** Of an assessment that several evaluators filled in: what they differ on, and what was settled, by whom and why. Nothing of another. */
export function evaluators(context: Context): readonly Block[] {
  const { assessment, state, t, f } = context;
  if (!assessment.history.some(({ after }) => after)) return [];
  const people = [...new Set(assessment.history.flatMap(({ kind, by }) => (kind === 'answer' ? [by || t('report.unnamed')] : [])))];
  return [
    { kind: 'heading', level: 1, text: t('report.evaluators.title') },
    { kind: 'paragraph', text: t('report.evaluators.intro', { people: f.and(people) }) },
    { kind: 'paragraph', text: t('report.evaluators.unsettled', { count: state.disputed.size }) },
    ...unsettled(context),
    ...settled(context),
  ];
}

/** A row for each of them. */
function unsettled(context: Context): readonly Block[] {
  const { model, state, t } = context;
  const rows = model.items.flatMap(({ question }) =>
    (state.disputed.get(question.id) ?? []).map((entry, i): readonly Cell[] => [
      i === 0 ? asked(context, question) : '',
      who(context, entry),
      answerLines(question, entry.answer, context).join('\n'),
      shown(context, question, entry),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { head: t('report.answers.question'), width: 0.26, rowHeader: true },
        { head: t('report.who'), width: 0.2 },
        { head: t('report.answers.answer'), width: 0.26 },
        { head: t('report.answers.evidence'), width: 0.28 },
      ],
      rows,
    },
  ];
}

function settled(context: Context): readonly Block[] {
  const { assessment, model, t } = context;
  const rows = settledIn(assessment.history).flatMap(({ entry, voices }): readonly (readonly Cell[])[] => {
    const question = model.items[model.indexOf(entry.question) ?? -1]?.question;
    if (!question) return [];
    const said = voices.map((voice) =>
      t('report.evaluators.said', {
        by: voice.by || t('report.unnamed'),
        answer: answerInline(question, voice.answer, context),
        shown: shown(context, question, voice),
      }),
    );
    return [
      [
        asked(context, question),
        said.join('\n'),
        answerLines(question, entry.answer, context).join('\n'),
        `${who(context, entry)}\n${t('report.evaluators.reason', { reason: entry.reason ?? '' })}`,
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('report.evaluators.settled') },
    {
      kind: 'table',
      columns: [
        { head: t('report.answers.question'), width: 0.22, rowHeader: true },
        { head: t('report.evaluators.before'), width: 0.32 },
        { head: t('report.evaluators.stands'), width: 0.2 },
        { head: t('report.evaluators.why'), width: 0.26 },
      ],
      rows,
    },
  ];
}

const asked = ({ local }: Context, { id, text }: Question): Cell => [{ text: local(text) }, { text: `\n${tagOf(id)}`, code: true }];

const who = ({ t, f }: Context, { by, at }: GivenEntry): string =>
  t('report.answers.given', { by: by || t('report.unnamed'), at: f.instant(at) });

/** What it rests on, and the note, on a line each. */
function shown(context: Context, question: Question, { answer }: GivenEntry): string {
  const { model, t } = context;
  const named = answer.state === 'answered' && question.evidence !== 'none';
  return [
    ...(named ? [evidenceInline(answer.evidence, model.questionnaire, context)] : []),
    ...(answer.note ? [t('report.answers.note', { note: answer.note })] : []),
  ].join('\n');
}
