/** The tender that bids are compared in: its seal and every change since, which stand before anything is ranked. */
import type { Assessment } from '../../core/format/assessment.ts';
import type { Procedure } from '../../core/format/procedure.ts';
import { criteriaOf } from '../../core/procedure/criteria.ts';
import { criteriaDifferences } from '../../core/procedure/differences.ts';
import { sealCode } from '../../core/procedure/seal.ts';
import { foldProcedure, type ProcedureState } from '../../core/procedure/state.ts';
import type { ComparisonKey, DifferenceKey, Language, MethodKey, ReportKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { Block, Facts } from '../blocks.ts';
import { countryNames } from '../countries.ts';
import { differenceLines } from '../procedure/differences.ts';
import { keptNotice } from '../procedure/notice.ts';
import { differenceTable } from '../procedure/table.ts';
import type { DifferenceWording } from '../procedure/told.ts';
import type { BidName, ComparisonAccount } from './context.ts';

/** A procedure with what its history comes to, and the lot that is compared. */
export interface ProcedureContext {
  readonly procedure: Procedure;
  readonly state: ProcedureState;
  /** Title of the lot, where all bids are for one. */
  readonly lot: string | null;
}

export function procedureContext(procedure: Procedure, assessments: Iterable<Assessment>): ProcedureContext {
  const state = foldProcedure(procedure.history);
  const ids = new Set([...assessments].map(({ id }) => id));
  const [lot, ...others] = new Set(state.bids.flatMap((bid) => (ids.has(bid.assessment) ? [bid.lot] : [])));
  return { procedure, state, lot: others.length > 0 ? null : (state.lots.find(({ id }) => id === lot)?.title ?? null) };
}

/** Labels of the procedure; one that has not joined takes a letter that is free. Names are told once they are revealed. */
export function namesIn(
  { state }: ProcedureContext,
  assessments: ReadonlyMap<string, Assessment>,
  vendorOf: (assessment: Assessment) => string,
  labelAt: (place: number) => string,
): ReadonlyMap<string, BidName> {
  const given = new Map([...state.bids, ...state.left].map(({ assessment, label }) => [assessment, label]));
  const taken = new Set(given.values());
  let place = 0;
  const free = (): string => {
    const label = labelAt(place++);
    return taken.has(label) ? free() : label;
  };
  return new Map(
    [...assessments].map(([key, assessment]) => [
      key,
      { label: given.get(assessment.id) ?? free(), name: state.revealed ? vendorOf(assessment) : '' },
    ]),
  );
}

/** Number and lot on one line. */
export const tenderOf = ({ state, lot }: ProcedureContext): string =>
  [state.details.number || state.details.title, lot].filter((part) => part).join(' · ');

/** What a comparison is called: after its tender, or after what all bids name. */
export function titleOf({ procedure, call, t }: Pick<ComparisonAccount, 'procedure' | 'call' | 't'>): string {
  const tender = procedure ? tenderOf(procedure) : call;
  return tender ? t('comparison.titleOf', { procedure: tender }) : t('comparison.title');
}

export const procedure = (account: ComparisonAccount): readonly Block[] =>
  account.procedure ? [...tenderBlocks(account, account.procedure, true), ...notices(account, account.procedure)] : [];

/** The weights that were published, beside those in force, and whose judgement it is which stand for which (SPEC N7). */
function notices(account: ComparisonAccount, { state }: ProcedureContext): readonly Block[] {
  const { model, t } = account;
  if (state.notices.length === 0) return [];
  const weights = model.sections.map(({ section: { id, weight } }) => ({ id, weight }));
  return [
    { kind: 'heading', level: 1, text: t('notice.kept') },
    ...state.notices.flatMap((one): readonly Block[] => {
      const { title, sentences, table, by } = keptNotice(one, model.questionnaire, weights, account);
      return [
        { kind: 'heading', level: 2, text: title },
        ...sentences.map((text) => ({ kind: 'paragraph' as const, text })),
        ...table,
        { kind: 'paragraph', style: 'small', text: by },
      ];
    }),
  ];
}

type TenderWords = Pick<ComparisonAccount, 'f' | 'local' | 'country' | 'language'> & {
  readonly t: Translate<MethodKey | ReportKey | ComparisonKey | DifferenceKey>;
};

/** Whose tender it is, the seal to compare with the one that was published, and what was changed after it. `names`: are several bids told apart? */
export function tenderBlocks(words: TenderWords, tender: ProcedureContext, names: boolean): readonly Block[] {
  const { t } = words;
  const { seal, deviations } = tender.state;
  return [
    facts(words, tender, names),
    ...(seal
      ? [
          {
            kind: 'paragraph' as const,
            text: deviations.length === 0 ? t('tender.unchanged') : t('tender.changed', { count: deviations.length }),
          },
        ]
      : [{ kind: 'note' as const, tone: 'strong' as const, blocks: [{ kind: 'paragraph' as const, text: t('tender.notSealed') }] }]),
    ...changes(words, tender),
  ];
}

function facts({ t, f }: TenderWords, { state, lot }: ProcedureContext, names: boolean): Facts {
  const { details, seal, revealed } = state;
  const row = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : []);
  return {
    kind: 'facts',
    items: [
      ...row(t('tender.number'), details.number),
      ...row(t('tender.subject'), details.title),
      ...row(t('tender.authority'), details.authority),
      ...row(t('tender.lot'), lot),
      ...row(t('tender.notice'), details.notice),
      ...row(t('tender.retention'), details.retention),
      ...(seal
        ? [
            { term: t('tender.seal'), value: [{ text: sealCode(seal.sha256), strong: true, code: true }] },
            { term: t('tender.hash'), value: [{ text: seal.sha256, code: true }] },
            { term: t('tender.sealed'), value: t('tender.act', { instant: f.instant(seal.at), name: seal.by }) },
          ]
        : []),
      ...(names
        ? [
            {
              term: t('tender.names'),
              value: revealed
                ? t('tender.names.revealed', { instant: f.instant(revealed.at), name: revealed.by || t('report.unnamed') })
                : t('tender.names.hidden'),
            },
          ]
        : []),
    ],
  };
}

/** What was changed after the seal: when, by whom, why, and line by line. */
export function deviationsIn({ procedure, state }: ProcedureContext, words: DifferenceWording & { readonly language: Language }) {
  return state.deviations.map(({ from, to, ...act }) => {
    const [before, after] = [criteriaOf(procedure, from), criteriaOf(procedure, to)];
    const wording = { ...words, country: countryNames(words.language, after.facts) };
    return { ...act, lines: differenceLines(criteriaDifferences(before, after), wording) };
  });
}

function changes(words: TenderWords, tender: ProcedureContext): readonly Block[] {
  const { t, f } = words;
  const found = deviationsIn(tender, words);
  if (found.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: t('tender.deviations') },
    ...found.flatMap(({ at, by, reason, lines }, i): readonly Block[] => [
      { kind: 'heading', level: 2, text: t('tender.deviation', { number: f.integer(i + 1), instant: f.instant(at), name: by }) },
      { kind: 'paragraph', text: t('tender.reason', { reason }) },
      differenceTable(lines, [t('tender.what'), t('tender.before'), t('tender.after')]),
    ]),
  ];
}
