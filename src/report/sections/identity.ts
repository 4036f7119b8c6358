import { finalOf } from '../../core/editions/versions.ts';
import type { Detail } from '../../core/format/assessment.ts';
import { detailWords } from '../account/details.ts';
import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';
import { DETAIL } from './keys.ts';

const LINES = ['vendor', 'authority', 'procedure', 'purpose', 'assessor', 'origin'] as const satisfies readonly Detail[];

/** Who assessed whom, for what, on which facts and with which questionnaire. */
export function identity({ state, model, date, local, t, f }: Context): readonly Block[] {
  const further: Partial<Record<Detail, string | undefined>> = { vendor: state.details.register, procedure: state.details.lot };
  const given = LINES.flatMap((detail) => {
    const value = [state.details[detail], further[detail]].filter((part) => part).join(' · ');
    return value ? [{ term: t(DETAIL[detail]), value }] : [];
  });
  const asOf = state.details.factsAsOf;
  const { id, version, title } = model.questionnaire;
  return [
    { kind: 'heading', level: 1, text: t('report.identity.title') },
    {
      kind: 'facts',
      items: [
        ...given,
        ...(asOf ? [{ term: t(DETAIL.factsAsOf), value: detailWords('factsAsOf', asOf, f) }] : []),
        { term: t('report.identity.questionnaire'), value: t('report.identity.questionnaireIs', { title: local(title), id, version }) },
        { term: t('report.identity.date'), value: f.instant(date) },
      ],
    },
  ];
}

type Marked = Pick<Context, 'assessment' | 'edition' | 'counts' | 'result' | 't' | 'f'>;

/** Final, with its number and day, and whether another took its place; else a draft, and how much is missing; and that it is not ratable. Printed on every page. */
export function markOf({ assessment, edition, counts, result, t, f }: Marked): string {
  const rated = result.headline.kind === 'not-ratable' ? 'no' : 'yes';
  const final = finalOf(assessment.history);
  if (final) {
    const own = { number: final.number, day: f.day(final.day) };
    const by = edition?.supersededBy;
    return by
      ? t('report.edition.mark.superseded', { ...own, by: by.number, since: f.day(by.day) })
      : t('report.edition.mark.final', { ...own, rated });
  }
  const { open, applicable } = counts;
  if (open > 0) return t('report.draftIncomplete', { open: f.integer(open), applicable: f.integer(applicable), rated });
  return t(rated === 'no' ? 'report.draftNotRatable' : 'report.draft');
}
