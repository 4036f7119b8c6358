/** What a redacted report is, what it withholds and why, and what it is about. */
import type { Detail } from '../../core/format/assessment.ts';
import type { Withheld } from '../../core/format/redacted.ts';
import type { ReportKey } from '../../i18n/languages.ts';
import { detailWords } from '../account/details.ts';
import type { Block } from '../blocks.ts';
import { DETAIL } from '../sections/keys.ts';
import { tagOf } from '../words.ts';
import type { RedactedContext } from './document.ts';

export function notice({ redacted, t, f }: RedactedContext): readonly Block[] {
  const { final, full, withheld } = redacted;
  return [
    {
      kind: 'note',
      tone: 'strong',
      blocks: [
        {
          kind: 'paragraph',
          text: [{ text: t('report.redacted.is', { number: final.number, day: f.day(final.day), count: withheld.length }), strong: true }],
        },
        { kind: 'paragraph', text: t('report.redacted.result') },
        { kind: 'paragraph', style: 'small', text: [{ text: t('report.redacted.hash') }, { text: ` ${full.sha256}`, code: true }] },
      ],
    },
  ];
}

const WHAT = {
  answer: 'report.redacted.what.answer',
  evidence: 'report.redacted.what.evidence',
  note: 'report.redacted.what.note',
  detail: 'report.redacted.what.detail',
  override: 'report.redacted.what.override',
  people: 'report.redacted.what.people',
  scores: 'report.redacted.what.scores',
} as const satisfies Record<Withheld['what'], ReportKey>;

/** One row each, with its ground. */
export function withheldList({ redacted, model, local, t }: RedactedContext): readonly Block[] {
  const where = ({ what, of = '' }: Withheld): string => {
    if (what === 'detail') return t(DETAIL[of as Detail]);
    const question = model.items[model.indexOf(of) ?? -1]?.question;
    return question ? t('report.redacted.question', { id: tagOf(of), question: local(question.text) }) : '';
  };
  return [
    { kind: 'heading', level: 1, text: t('report.redacted.list') },
    {
      kind: 'table',
      columns: [
        { head: t('report.redacted.list.what'), width: 0.24, rowHeader: true },
        { head: t('report.redacted.list.where'), width: 0.42 },
        { head: t('report.redacted.list.ground'), width: 0.34 },
      ],
      rows: redacted.withheld.map((one) => [t(WHAT[one.what]), where(one), one.ground]),
    },
    { kind: 'paragraph', text: t('report.redacted.annexes') },
  ];
}

const LINES = [
  'vendor',
  'register',
  'authority',
  'procedure',
  'lot',
  'purpose',
  'assessor',
  'factsAsOf',
  'origin',
  'position',
] as const satisfies readonly Detail[];

/** What was assessed, under which number, and how long it is kept. */
export function about({ redacted, model, local, t, f }: RedactedContext): readonly Block[] {
  const { details, final, withheld } = redacted;
  const { id, version, title } = model.questionnaire;
  const isWithheld = (detail: Detail) => withheld.some(({ what, of }) => what === 'detail' && of === detail);
  return [
    { kind: 'heading', level: 1, text: t('report.identity.title') },
    {
      kind: 'facts',
      items: [
        ...LINES.flatMap((detail) => {
          const value = details[detail];
          const shown = isWithheld(detail) ? t('report.edition.withheld') : value && detailWords(detail, value, f);
          return shown ? [{ term: t(DETAIL[detail]), value: shown }] : [];
        }),
        { term: t('report.identity.questionnaire'), value: t('report.identity.questionnaireIs', { title: local(title), id, version }) },
        { term: t('report.edition.number'), value: final.number },
        { term: t('report.edition.day'), value: f.day(final.day) },
        { term: t('report.edition.retention'), value: final.retention },
        { term: t('report.edition.disposal'), value: f.day(final.disposal) },
      ],
    },
  ];
}
