import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';

/** What this is not. */
export function limits({ t }: Context): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: t('report.limits.title') },
    { kind: 'list', items: limitItems(t) },
  ];
}

/** The limits that every report has. */
export const limitItems = (t: Context['t']): readonly string[] => [
  t('report.limits.law'),
  t('report.limits.intelligence'),
  t('report.limits.people'),
  t('report.limits.use'),
  t('report.limits.keep'),
];
