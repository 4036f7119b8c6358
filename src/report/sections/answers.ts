import type { Contribution } from '../../core/contributions.ts';
import type { Earlier } from '../../core/earlier.ts';
import type { GivenEntry } from '../../core/format/assessment.ts';
import { standing } from '../../core/history.ts';
import type { Item } from '../../core/model.ts';
import { isGiven } from '../../core/voices.ts';
import type { Block, Cell, TableColumn } from '../blocks.ts';
import { answerInline, answerLines, evidenceInline, tagOf } from '../words.ts';
import { applicableItems, type Context } from './context.ts';

/** Annex A: every question that applies, with its answer, what it rests on, who gave it, and its figures. */
export function answers(context: Context): readonly Block[] {
  const { model, local, t, f } = context;
  const items = applicableItems(context);
  const contributed = (kind: Contribution['kind']) =>
    new Map(context.contributions.flatMap((one) => (one.kind === kind ? [[one.id, one]] : [])));
  const [points, floors] = [contributed('question'), contributed('floor')];
  const voices = voicesIn(context);
  return [
    { kind: 'heading', level: 1, text: t('report.annex.a') },
    { kind: 'paragraph', text: t('report.annex.aIntro') },
    ...model.sections.flatMap(({ section }, index): readonly Block[] => {
      const own = items.filter((item) => item.section === index);
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: local(section.title) },
        {
          kind: 'table',
          columns: columns(context),
          rows: own.map((item) => row(context, item, points.get(item.question.id)?.points, voices(item.question.id))),
        },
        ...floor(floors.get(section.id)),
      ];
    }),
  ];

  /** Together with the points of the questions it makes up the score (method S4). */
  function floor(found: Contribution | undefined): readonly Block[] {
    if (!found) return [];
    return [{ kind: 'paragraph', text: t('report.answers.floor', { risk: f.score(found.risk), points: f.score(found.points) }) }];
  }
}

/** Annex B: answers to questions that no longer apply. They are kept, count for nothing, and count again if the question comes back (method S3). */
export function kept(context: Context): readonly Block[] {
  const { model, result, state, t } = context;
  const voices = voicesIn(context);
  const hidden = model.items.filter(
    ({ index, question }) => result.questions[index]?.applicable === 'false' && state.answers.has(question.id),
  );
  return [
    { kind: 'heading', level: 1, text: t('report.annex.b') },
    { kind: 'paragraph', text: hidden.length === 0 ? t('report.annex.bNone') : t('report.annex.bIntro') },
    ...(hidden.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: columns(context),
            rows: hidden.map((item) => row(context, item, undefined, voices(item.question.id))),
          } as const,
        ]),
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

/** An answer, and what of it was named for an earlier one. */
type Voice = GivenEntry & { readonly earlier: Earlier };

/** By question: the answer that stands, or those of several evaluators. */
function voicesIn({ assessment, earlier }: Context): (question: string) => readonly Voice[] {
  const found = standing(assessment.history);
  return (question) => (found.get(`answer ${question}`) ?? []).filter(isGiven).map((entry) => ({ ...entry, earlier: earlier(entry) }));
}

function row(context: Context, item: Item, points: number | undefined, voices: readonly Voice[]): readonly Cell[] {
  const { model, state, result, t, f, local } = context;
  const { question } = item;
  const answer = state.answers.get(question.id);
  const now = result.questions[item.index];
  const evidence = voices.flatMap(({ answer: said, by, at, earlier }) => [
    said.evidence ? evidenceInline(said.evidence, model.questionnaire, context) : '',
    ...(earlier.evidence ? [t('report.answers.earlier')] : []),
    t('report.answers.given', { by: by || t('report.unnamed'), at: f.instant(at) }),
  ]);
  const notes = voices.flatMap(({ answer: said, by, reason, earlier }) => [
    ...(said.note ? [t('report.answers.note', { note: voices.length > 1 ? named(context, by, said.note) : said.note })] : []),
    ...(earlier.note ? [t('report.answers.earlierNote')] : []),
    ...(reason ? [t('report.evaluators.reason', { reason })] : []),
  ]);
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
      { text: (answer || voices.length === 0 ? answerLines(question, answer, context) : differing(context, item, voices)).join('\n') },
      ...notes.map((note) => ({ text: `\n${note}` })),
    ],
    evidence.filter(Boolean).join('\n'),
    figures.join('\n'),
  ];
}

/** Evaluators differ and nothing is settled: each by name. */
const differing = (context: Context, { question }: Item, voices: readonly GivenEntry[]): readonly string[] => [
  context.t('report.evaluators.differ'),
  ...voices.map(({ by, answer }) => named(context, by, answerInline(question, answer, context))),
];

const named = ({ t }: Context, by: string, value: string): string => t('method.cell', { column: by || t('report.unnamed'), value });
