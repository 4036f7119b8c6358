/** The weights of a contract notice beside those used, in words: the same on screen and paper. */
import type { LocalText } from '../../core/format/primitives.ts';
import type { Questionnaire, Section } from '../../core/format/questionnaire.ts';
import { checkKept } from '../../core/notice/kept.ts';
import { type AwardCriterion, type NoticeLot, nameOf, type WeightKind } from '../../core/notice/notice.ts';
import type { Doubt, Outcome, WeighedSection, WeightCheck, WeightLine } from '../../core/notice/weights.ts';
import type { KeptNotice } from '../../core/procedure/state.ts';
import type { Formats } from '../../i18n/format.ts';
import type { NoticeKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { Block } from '../blocks.ts';

export interface NoticeWording {
  readonly t: Translate<NoticeKey>;
  readonly f: Formats;
  readonly local: (text: LocalText) => string;
}

/** What is compared: a lot of the notice, the sections, and what came of it. */
export interface NoticeComparison {
  readonly lot: NoticeLot;
  readonly sections: readonly Pick<Section, 'id' | 'title' | 'short'>[];
  readonly check: WeightCheck;
}

export interface NoticeRow {
  readonly section: string;
  /** Share among what is compared, or place in order; and below, each criterion with its published figure. */
  readonly published: string;
  readonly used: string;
  readonly outcome: string;
  /** Is it as published? */
  readonly kind: Outcome;
}

const OUTCOME = {
  agrees: 'notice.outcome.agrees',
  differs: 'notice.outcome.differs',
  undecided: 'notice.outcome.undecided',
  'not-published': 'notice.outcome.notPublished',
} as const satisfies Record<Outcome, NoticeKey>;

const DOUBT = {
  unweighted: 'notice.doubt.unweighted',
  mixed: 'notice.doubt.mixed',
  middle: 'notice.doubt.middle',
} as const satisfies Record<Doubt, NoticeKey>;

const WEIGHT = {
  'per-exa': 'notice.weight.per-exa',
  'per-mid': 'notice.weight.per-mid',
  'dec-exa': 'notice.weight.dec-exa',
  'dec-mid': 'notice.weight.dec-mid',
  'poi-exa': 'notice.weight.poi-exa',
  'poi-mid': 'notice.weight.poi-mid',
  'ord-imp': 'notice.weight.ord-imp',
} as const satisfies Record<WeightKind, NoticeKey>;

/** A lot that a procedure keeps: whose judgement it is, what comes of it under these weights, and the figures beside each other. */
export function keptNotice(
  kept: KeptNotice,
  { sections }: Pick<Questionnaire, 'sections'>,
  weights: readonly WeighedSection[],
  words: NoticeWording,
) {
  const { t, f } = words;
  const comparison: NoticeComparison = { sections, ...checkKept(kept.lot, weights) };
  return {
    title: t('notice.kept.lot', { notice: kept.notice || 'none', lot: kept.lot.id }),
    sentences: noticeSentences(comparison, words),
    table: noticeTable(comparison, words),
    by: t('notice.kept.by', { name: kept.by, instant: f.instant(kept.at) }),
  };
}

/** A row for each section: published, used, and whether they agree. */
export const noticeRows = (comparison: NoticeComparison, words: NoticeWording): readonly NoticeRow[] =>
  comparison.check.lines.map((line) => ({
    section: sectionOf(comparison, line, words),
    published: [
      ...publishedWords(line, words),
      ...line.criteria.flatMap((place) => {
        const criterion = comparison.lot.criteria[place];
        return criterion ? [criterionWords(criterion, place, words)] : [];
      }),
    ].join('\n'),
    used: shareWords(line.used, words),
    outcome: words.t(OUTCOME[line.outcome]),
    kind: line.outcome,
  }));

/** What came of it, a disagreement first; then what must be known beside it. */
export function noticeSentences(comparison: NoticeComparison, words: NoticeWording): readonly string[] {
  const { lot, check } = comparison;
  const { t, f, local } = words;
  const elsewhere = check.elsewhere.flatMap((place) => {
    const criterion = lot.criteria[place];
    return criterion ? [criterionWords(criterion, place, words)] : [];
  });
  const formula = local(lot.formula);
  return [
    verdict(comparison, words),
    ...(check.doubt && check.outcome !== 'agrees' ? [t(DOUBT[check.doubt])] : []),
    ...(check.outcome !== 'nothing' && elsewhere.length > 0 ? [t('notice.elsewhere', { criteria: f.and(elsewhere) })] : []),
    ...(formula === '' ? [] : [t('notice.formula', { formula })]),
  ];
}

function verdict(comparison: NoticeComparison, words: NoticeWording): string {
  const { lot, check } = comparison;
  const { t, f } = words;
  if (lot.criteria.length === 0) return t('notice.verdict.none', { lot: lot.id });
  switch (check.outcome) {
    case 'agrees':
      return t('notice.verdict.agrees', { lot: lot.id });
    case 'undecided':
      return t('notice.verdict.undecided', { lot: lot.id });
    case 'nothing':
      return t('notice.verdict.nothing');
    case 'differs': {
      const wrong = check.lines.filter(({ outcome }) => outcome === 'differs' || outcome === 'not-published');
      return t('notice.verdict.differs', { lot: lot.id, sections: f.and(wrong.map((line) => wrongWords(comparison, line, words))) });
    }
  }
}

function wrongWords(comparison: NoticeComparison, line: WeightLine, words: NoticeWording): string {
  const params = { section: sectionOf(comparison, line, words), used: shareWords(line.used, words) };
  if (line.outcome === 'not-published') return words.t('notice.wrong.notPublished', params);
  return line.published === null
    ? words.t('notice.wrong.order', { section: params.section, place: words.f.integer(line.place ?? 0) })
    : words.t('notice.wrong.differs', { ...params, published: shareWords(line.published, words) });
}

/** The comparison as blocks of a report, below a heading of its own. */
export const noticeBlocks = (comparison: NoticeComparison, words: NoticeWording): readonly Block[] => [
  ...noticeSentences(comparison, words).map((text): Block => ({ kind: 'paragraph', text })),
  ...noticeTable(comparison, words),
];

/** The rows as a table; nothing where nothing was matched. */
export function noticeTable(comparison: NoticeComparison, words: NoticeWording): readonly Block[] {
  const { t } = words;
  if (comparison.check.outcome === 'nothing') return [];
  return [
    {
      kind: 'table',
      caption: t('notice.table'),
      columns: [
        { head: t('notice.section'), width: 0.26, rowHeader: true },
        { head: t('notice.published'), width: 0.42 },
        { head: t('notice.used'), width: 0.12, align: 'end' },
        { head: t('notice.agrees'), width: 0.2 },
      ],
      rows: noticeRows(comparison, words).map(({ section, published, used, outcome, kind }) => [
        section,
        published,
        used,
        kind === 'agrees' ? outcome : [{ text: outcome, strong: true }],
      ]),
    },
  ];
}

/** A criterion with its published figure: “Risk: operator”, 12 %. */
export function criterionWords(criterion: AwardCriterion, place: number, words: NoticeWording): string {
  const { t, f } = words;
  const name = criterionName(criterion, place, words);
  const { weight } = criterion;
  return weight === null
    ? t('notice.criterion.unweighted', { name })
    : t('notice.criterion', { name, weight: t(WEIGHT[weight.kind], { number: f.number(weight.number) }) });
}

export function criterionName(criterion: AwardCriterion, place: number, { t, f, local }: NoticeWording): string {
  return local(nameOf(criterion)) || t('notice.criterion.unnamed', { place: f.integer(place + 1) });
}

function publishedWords({ published, place }: WeightLine, words: NoticeWording): readonly string[] {
  if (published !== null) return [shareWords(published, words)];
  return place === null ? [] : [words.t(WEIGHT['ord-imp'], { number: words.f.integer(place) })];
}

/** With as many digits as are compared, and no more than there are. */
const shareWords = (share: number, { t, f }: NoticeWording): string =>
  t(WEIGHT['per-exa'], { number: f.number(Math.round(share * 1e6) / 1e4) });

function sectionOf({ sections }: NoticeComparison, { section }: WeightLine, { local }: NoticeWording): string {
  const found = sections.find(({ id }) => id === section);
  return found ? local(found.short ?? found.title) : section;
}
