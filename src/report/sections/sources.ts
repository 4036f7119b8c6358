import { statusOf } from '../account/keys.ts';
import type { Block } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { applicableItems, type Context } from './context.ts';
import { SOURCE_KIND } from './keys.ts';

/** Annex E: the sources that questions and gates of this report rest on, with status and day. */
export function sources(context: Context): readonly Block[] {
  const { model, local, t, f } = context;
  const cited = new Set(
    [...applicableItems(context).flatMap(({ question }) => question.sources ?? []), ...model.gates.flatMap((gate) => gate.sources)].map(
      ({ source }) => source,
    ),
  );
  const used = model.questionnaire.sources.filter(({ id }) => cited.has(id));
  return [
    { kind: 'heading', level: 1, text: t('report.annex.e') },
    { kind: 'paragraph', text: t('report.sources.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.sources.title'), width: 0.66, rowHeader: true },
        { head: t('report.sources.status'), width: 0.34 },
      ],
      rows: used.map((source) => [
        [
          { text: local(source.title) },
          ...(source.note ? [{ text: `\n${local(source.note)}` }] : []),
          ...(source.url ? [{ text: `\n${source.url}`, code: true }] : []),
        ],
        [
          t('report.sources.asOf', { kind: t(SOURCE_KIND[source.kind]), status: t(statusOf(source)), day: f.day(source.asOf) }),
          ...gatesOn(source.id),
        ].join('\n'),
      ]),
    },
  ];

  function gatesOn(source: string): readonly string[] {
    const ids = model.gates.filter((gate) => gate.sources.some((one) => one.source === source)).map(({ id }) => tagOf(id));
    return ids.length === 0 ? [] : [t('report.sources.gates', { count: ids.length, gates: f.and(ids) })];
  }
}
