import { hashOf } from '../../core/canonical.ts';
import type { Acceptability } from '../../core/compare/acceptability.ts';
import type { Bid, Comparison } from '../../core/compare/comparison.ts';
import { type Criteria, criteriaOf } from '../../core/compare/criteria.ts';
import { compareStandings, type Range, type Standing } from '../../core/compare/order.ts';
import type { Assessment } from '../../core/format/assessment.ts';
import type { LocalText } from '../../core/format/primitives.ts';
import { fold, type State } from '../../core/history.ts';
import type { Model } from '../../core/model.ts';
import { criteriaOf as wholeCriteria } from '../../core/procedure/criteria.ts';
import { criteriaDifferences, type Difference } from '../../core/procedure/differences.ts';
import { underCriteria } from '../../core/procedure/join.ts';
import { letterOf } from '../../core/procedure/letters.ts';
import account from '../../i18n/en/account.json?messages';
import comparisonWords from '../../i18n/en/comparison.json?messages';
import differenceWords from '../../i18n/en/differences.json?messages';
import method from '../../i18n/en/method.json?messages';
import noticeWords from '../../i18n/en/notice.json?messages';
import report from '../../i18n/en/report.json?messages';
import tender from '../../i18n/en/tender.json?messages';
import { formats, local } from '../../i18n/format.ts';
import type { ComparisonKey, DifferenceKey, Language, MethodKey, NoticeKey, ReportKey } from '../../i18n/languages.ts';
import { type Translate, translator } from '../../i18n/translator.ts';
import type { Block } from '../blocks.ts';
import { countryNames } from '../countries.ts';
import { lazily } from '../once.ts';
import { visible } from '../pdf/visible.ts';
import { type DifferenceLine, differenceLines } from '../procedure/differences.ts';
import { type Attached, attached, recordOfComparison } from '../record/build.ts';
import type { Edition } from '../record/edition.ts';
import { type Context, contextOf } from '../sections/context.ts';
import type { Wording } from '../words.ts';
import { type Commitment, commitmentsOf } from './commitments.ts';
import { namesIn, type ProcedureContext } from './procedure.ts';
import type { Ways } from './ways.ts';
import { withheld } from './withheld.ts';

/** What a comparison report is made from; nothing else decides what it says. `comparison` has two bids at least. */
export interface ComparisonInput {
  readonly comparison: Comparison;
  readonly acceptability: Acceptability;
  /** By id, in the order in which they were given; those without a place in the comparison are named with the reason. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** How far the draws let each weight stray from its stated share (0.3: 30 %); left out: weights were free. */
  readonly band?: number;
  /** The tender whose bids these are (`procedureContext`): it stands before anything is ranked. */
  readonly procedure?: ProcedureContext | undefined;
  /** By id: why one is not compared, in words, where its criteria and its answers do not say so. */
  readonly refused?: ReadonlyMap<string, string>;
  /** By id: commitments found beforehand, since finding them takes time; those of other bids are found when they are first read. */
  readonly found?: { get(id: string): Pick<Ways, 'commitments'> | undefined };
  /** By id: SHA-256 of assessments of which not all is here. */
  readonly hashes?: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly appVersion: string;
  /** Of a final report. */
  readonly edition?: Edition | undefined;
}

/** What a bid is called; in a `ComparedBid` as it is shown, in a `Given` as it is stored. */
export interface BidName {
  /** Short enough for a column. */
  readonly label: string;
  /** The vendor; empty while bids are known by their labels alone. */
  readonly name: string;
}

/** One bid, with everything that its own report says of it. */
export interface ComparedBid extends Context, BidName {
  readonly id: string;
  /** Its place in the tables of the acceptability. */
  readonly at: number;
  readonly range: Range;
  readonly commitments: readonly Commitment[];
}

/** What can be said of the bids before anything is drawn, with its words, and with what several parts look at. */
export interface ComparisonAccount extends Omit<Wording, 't'> {
  readonly t: Translate<MethodKey | ReportKey | ComparisonKey | DifferenceKey | NoticeKey>;
  readonly model: Model;
  readonly language: Language;
  readonly appVersion: string;
  readonly edition: Edition | undefined;
  readonly pair: Comparison['pair'];
  /** Best first, as far as an order is claimed; the order of every table. */
  readonly groups: readonly (readonly ComparedBid[])[];
  readonly bids: readonly ComparedBid[];
  /** Bids that no other stands before: one, or several that are not separated from each other. */
  readonly leaders: readonly ComparedBid[];
  /** Procedure and lot on one line where all bids name the same; null where they differ. */
  readonly call: string | null;
  readonly procedure: ProcedureContext | null;
  /** Files that are not compared. */
  readonly leftOut: readonly LeftOut[];
  /** All of them, in the order in which they were given. */
  readonly given: readonly Given[];
  readonly hashes: Criteria;
  /** Instant of the latest entry of any bid: the report's only notion of "now". */
  readonly date: string;
}

/** A file, compared or not. `reason`: why not, where its criteria and its answers do not say so. */
interface Given extends BidName {
  readonly id: string;
  readonly assessment: Assessment;
  readonly sha256: string;
  readonly reason: string | undefined;
}

/** A file that is not compared: in what its criteria differ from those of the comparison, or why else. */
export interface LeftOut {
  readonly name: string;
  readonly criteria: Criteria;
  readonly lines: readonly DifferenceLine[];
  readonly reason: string | undefined;
}

/** The account, and how far it hangs on weights and open answers. */
export interface ComparisonContext extends ComparisonAccount {
  readonly acceptability: Acceptability;
  readonly band: number | null;
  /** The record of the report: everything that decides it. */
  readonly attached: Attached;
  /** SHA-256 of that record. */
  readonly dataHash: string;
}

/** One part of a comparison report. */
export type ComparisonSection = (context: ComparisonContext) => readonly Block[];

export const comparisonContext = (input: ComparisonInput): ComparisonContext =>
  drawnContext(comparisonAccount(input), input.acceptability, input.band ?? null);

/** The account with the shares of its draws. `band`: null where weights were free. */
export function drawnContext(account: ComparisonAccount, acceptability: Acceptability, band: number | null): ComparisonContext {
  const context: ComparisonContext = lazily(
    { ...account, acceptability, band },
    { attached: () => attached(recordOfComparison(context)), dataHash: () => context.attached.sha256 },
  );
  return context;
}

export function comparisonAccount(input: Omit<ComparisonInput, 'acceptability' | 'band'>): ComparisonAccount {
  const { comparison, assessments, procedure = null, refused, language, appVersion, edition } = input;
  const { model } = comparison;
  const words = {
    t: translator<MethodKey | ReportKey | ComparisonKey | DifferenceKey | NoticeKey>(language, {
      ...account,
      ...method,
      ...report,
      ...comparisonWords,
      ...differenceWords,
      ...noticeWords,
      ...tender,
    }),
    f: formats(language),
    local: (text: LocalText) => local(text, language),
    country: countryNames(language, model.facts),
  };
  const letter = (place: number) => words.t('comparison.bid', { letter: letterOf(place) });
  const vendorIn = (one: Assessment) => vendorOf(fold(one.history), words.t);
  const names = (procedure && namesIn(procedure, assessments, vendorIn, letter)) ?? undefined;
  const called = new Map(
    comparison.bids.map(({ id, state }, at) => [
      id,
      // Letters follow the order of the files and say nothing of rank.
      names?.get(id) ?? { label: letter(at), name: vendorAmong(comparison.bids, state, words.t) },
    ]),
  );
  const byId = new Map(comparison.bids.map((bid, at) => [bid.id, comparedBid({ ...input, called }, words, bid, at)]));
  const groups = comparison.groups.map((group) => group.flatMap(({ id }) => byId.get(id) ?? []));
  const bids = groups.flat();
  const best = bids.map(({ range }) => range.worst).reduce<Standing | null>((a, b) => (a && compareStandings(a, b) <= 0 ? a : b), null);
  const calls = [...new Set(bids.map(callOf))];
  return {
    ...words,
    model,
    language,
    appVersion,
    edition,
    pair: comparison.pair,
    groups,
    bids,
    leaders: bids.filter(({ range }) => best && compareStandings(range.best, best) <= 0),
    call: calls.length > 1 ? null : (calls[0] ?? null),
    procedure,
    leftOut: [...assessments]
      .filter(([id]) => !byId.has(id))
      .map(([id, assessment]) => {
        const { label, name = label } = names?.get(id) ?? {};
        return lazily(
          {
            name: visible(name || label || vendorIn(assessment)),
            criteria: criteriaOf(assessment),
            reason: refused?.get(id),
          },
          { lines: () => differenceLines(differencesFrom(model, procedure, assessment), words) },
        );
      }),
    given: [...assessments].map(([id, assessment]) => {
      const { label, name } = called.get(id) ?? names?.get(id) ?? { label: '', name: vendorIn(assessment) };
      return lazily(
        { id, assessment, label, name, reason: refused?.get(id) },
        { sha256: () => byId.get(id)?.hashes.assessment ?? input.hashes?.get(id) ?? hashOf(assessment) },
      );
    }),
    hashes: criteriaOf(model),
    date: [...bids, ...(procedure?.procedure.history ?? []).map(({ at }) => ({ date: at }))].reduce(
      (latest, { date }) => (date > latest ? date : latest),
      '',
    ),
  };
}

/** What bids are called, as it is stored. */
interface Called {
  readonly called: ReadonlyMap<string, BidName>;
}

function comparedBid(
  { comparison, assessments, called, found, hashes, language, appVersion }: Omit<ComparisonInput, 'acceptability' | 'band'> & Called,
  words: Omit<Wording, 't'> & Pick<ComparisonAccount, 't'>,
  { id, state, result, range }: Bid,
  at: number,
): ComparedBid {
  const { model } = comparison;
  const assessment = assessments.get(id);
  if (!assessment) throw new RangeError(`no assessment for ${id}`);
  const { label = '', name = '' } = called.get(id) ?? {};
  const told = name === '' ? withheld(state, model, words.t('tender.withheld')) : state;
  return lazily(
    Object.assign(contextOf({ assessment, model, state: told, result, language, appVersion, sha256: hashes?.get(id) }, words), {
      id,
      at,
      range,
      label: visible(label),
      name: visible(name),
    }),
    { commitments: () => found?.get(id)?.commitments ?? commitmentsOf(model, told.answers, result) },
  );
}

/** From the criteria that are compared under to those of a file that is not: with the buyer's answers, where a procedure has them. */
function differencesFrom(
  { questionnaire, policy, facts }: Model,
  procedure: ProcedureContext | null,
  assessment: Assessment,
): readonly Difference[] {
  const { criteria } = procedure?.state ?? {};
  if (!procedure || !criteria) return criteriaDifferences({ questionnaire, policy, facts, answers: {} }, { ...assessment, answers: {} });
  const joining = underCriteria(wholeCriteria(procedure.procedure, criteria), assessment);
  return joining.kind === 'differs' ? joining.differences : [];
}

/** The vendor, and its title beside it where several bids are of one vendor. */
function vendorAmong(bids: Comparison['bids'], state: State, t: ComparisonAccount['t']): string {
  const vendor = vendorOf(state, t);
  const { title } = state.details;
  const isAlone = !title || !bids.some((other) => other.state !== state && vendorOf(other.state, t) === vendor);
  return isAlone ? vendor : t('comparison.vendorAndTitle', { vendor, title });
}

const vendorOf = ({ details }: State, t: ComparisonContext['t']): string => details.vendor || details.title || t('report.unnamedVendor');

/** Procedure and lot on one line; empty where a bid names none. */
export const callOf = ({ state: { details } }: Pick<ComparedBid, 'state'>): string =>
  [details.procedure, details.lot].filter((part) => part).join(' · ');

/** Share of the draws in which `a` stands before `b`. */
export const shareBefore = ({ acceptability, bids }: ComparisonContext, a: ComparedBid, b: ComparedBid): number =>
  acceptability.before[a.at * bids.length + b.at] ?? 0;

/** Share of the draws in which a bid takes a rank, 0 is first. */
export const shareAt = ({ acceptability, bids }: ComparisonContext, bid: ComparedBid, rank: number): number =>
  acceptability.ranks[bid.at * bids.length + rank] ?? 0;

/** A share of 1 as a percentage with one decimal. */
export const shareWords = ({ t, f }: ComparisonAccount, share: number): string => t('comparison.share', { figure: f.score(share * 100) });

/** A bid by its label and, where it may be told, its vendor. */
export const calledOf = ({ t }: Pick<ComparisonAccount, 't'>, { label, name }: BidName): string =>
  name === '' ? label : t('comparison.bidAndName', { label, name });

/** The labels of a few bids, and how many more there are. */
export function someOf({ t, f }: Pick<ComparisonAccount, 't' | 'f'>, bids: readonly BidName[], most = MOST_NAMED): string {
  // One more is no longer than its name.
  const named = bids.length <= most + 1 ? bids : bids.slice(0, most);
  const more = bids.length - named.length;
  return f.and([...labelsOf(named), ...(more > 0 ? [t('comparison.others', { count: more })] : [])]);
}

/** Bids named one by one in a sentence or a cell. */
const MOST_NAMED = 8;

export const labelsOf = (bids: readonly BidName[]): readonly string[] => bids.map(({ label }) => label);
