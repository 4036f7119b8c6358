import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';

/** Conditions to write into the contract: one row for each computed way out that a bidder can promise, with the rating if it is met. */
export function conditions(context: Context): readonly Block[] {
  const { gates, t } = context;
  if (gates.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: t('report.conditions.title') },
    { kind: 'paragraph', text: t('report.conditions.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.conditions.gate'), width: 0.26, rowHeader: true },
        { head: t('report.conditions.condition'), width: 0.48 },
        { head: t('report.conditions.after'), width: 0.26 },
      ],
      rows: gates.flatMap(({ title, exit, exits }) =>
        exits.promised.length > 0
          ? exits.promised.map(({ changes, after }) => [title, changes.join('\n'), after])
          : [[title, exit, t('report.conditions.noneComputed')]],
      ),
    },
  ];
}
