import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';

/** Who stands for it: lines to be filled in and signed by hand or by a signing tool. */
export function people({ state, t }: Context): readonly Block[] {
  const roles = [
    [t('report.people.assessor'), state.details.assessor ?? ''],
    [t('report.people.reviewer'), ''],
    [t('report.people.decision'), ''],
  ];
  return [
    { kind: 'heading', level: 1, text: t('report.people.title') },
    { kind: 'paragraph', text: t('report.people.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.people.role'), width: 0.22, rowHeader: true },
        { head: t('report.people.name'), width: 0.26 },
        { head: t('report.people.interest'), width: 0.26 },
        { head: t('report.people.signature'), width: 0.26 },
      ],
      rows: roles.map(([role = '', name = '']) => [`${role}\n `, name, '', '']),
    },
  ];
}
