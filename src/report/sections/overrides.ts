import { bandName } from '../account/headline.ts';
import type { Block, Cell } from '../blocks.ts';
import type { Context } from './context.ts';

/** Every rating that the assessor set by hand, withdrawn ones too, beside the computed one (method R5). */
export function overrides(context: Context): readonly Block[] {
  const { assessment, headline, model, t, f } = context;
  const rows = assessment.history.flatMap((entry): readonly (readonly Cell[])[] => {
    if (entry.kind !== 'override') return [];
    const name = entry.by || t('report.unnamed');
    if (!entry.override) return [[f.instant(entry.at), name, t('report.override.withdrawn'), '']];
    return [[f.instant(entry.at), name, bandName(model, entry.override.band, context), entry.override.reason]];
  });
  return [
    { kind: 'heading', level: 1, text: t('report.override.title') },
    { kind: 'paragraph', text: rows.length === 0 ? t('report.override.none') : t('report.override.intro', { computed: headline.word }) },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { head: t('report.when'), width: 0.2 },
              { head: t('report.who'), width: 0.18 },
              { head: t('report.override.rating'), width: 0.17 },
              { head: t('report.override.reason'), width: 0.45 },
            ],
            rows,
          } as const,
        ]),
  ];
}
