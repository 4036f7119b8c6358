import { finalOf } from '../../core/editions/versions.ts';
import { ROLES, type Role, type Signatory } from '../../core/format/final.ts';
import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';
import { ROLE } from './keys.ts';

/** Who stands for it: lines to be filled in and signed by hand or by a signing tool. */
export function people(context: Context): readonly Block[] {
  const { assessment, state, t, f } = context;
  const final = finalOf(assessment.history);
  if (final) return signed(final, final.day, { t, f });
  const known: Partial<Record<Role, string | undefined>> = { preparer: state.details.assessor };
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
      rows: ROLES.map((role) => [`${t(ROLE[role])}\n `, known[role] ?? '', '', '']),
    },
  ];
}

/** Who answers for a final one, what each declares, and room for a signature. */
export function signed(
  people: Readonly<Record<Role, Signatory | 'withheld'>>,
  day: string,
  { t, f }: Pick<Context, 't' | 'f'>,
): readonly Block[] {
  const declared = (one: Signatory) =>
    one.interest === null ? t('report.edition.noInterest') : t('report.edition.interest', { interest: one.interest });
  return [
    { kind: 'heading', level: 1, text: t('report.people.title') },
    { kind: 'paragraph', text: t('report.edition.people', { day: f.day(day) }) },
    {
      kind: 'table',
      columns: [
        { head: t('report.people.role'), width: 0.18, rowHeader: true },
        { head: t('report.people.name'), width: 0.24 },
        { head: t('report.people.interest'), width: 0.34 },
        { head: t('report.people.signature'), width: 0.24 },
      ],
      rows: ROLES.map((role) => {
        const one = people[role];
        return one === 'withheld'
          ? [`${t(ROLE[role])}\n `, t('report.edition.withheld'), t('report.edition.withheld'), '']
          : [`${t(ROLE[role])}\n `, one.name, declared(one), ''];
      }),
    },
  ];
}
