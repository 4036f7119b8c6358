import { canonicalJson, canonicalWith, sha256Hex } from '../../core/canonical.ts';
import type { Criteria } from '../../core/compare/criteria.ts';
import { type Contribution, contributions } from '../../core/contributions.ts';
import { type Counts, countsOf } from '../../core/counts.ts';
import { type Earlier, earlierIn } from '../../core/earlier.ts';
import type { Assessment, Entry } from '../../core/format/assessment.ts';
import type { State } from '../../core/history.ts';
import type { Item, Model } from '../../core/model.ts';
import { documentHash } from '../../core/procedure/criteria.ts';
import type { Result } from '../../core/result.ts';
import account from '../../i18n/en/account.json?messages';
import differences from '../../i18n/en/differences.json?messages';
import edition from '../../i18n/en/edition.json?messages';
import method from '../../i18n/en/method.json?messages';
import report from '../../i18n/en/report.json?messages';
import { formats, local } from '../../i18n/format.ts';
import type { DifferenceKey, Language, MethodKey, ReportKey } from '../../i18n/languages.ts';
import { type Translate, translator } from '../../i18n/translator.ts';
import { type ExitAccounts, exitAccounts } from '../account/exits.ts';
import { type GateAccount, gateAccounts } from '../account/gates.ts';
import { type HeadlineAccount, headlineAccount } from '../account/headline.ts';
import type { Block } from '../blocks.ts';
import type { ProcedureContext } from '../comparison/procedure.ts';
import { countryNames } from '../countries.ts';
import { lazily, once } from '../once.ts';
import { type Attached, attached, recordOfAssessment } from '../record/build.ts';
import type { Edition } from '../record/edition.ts';
import type { Wording } from '../words.ts';

/** What a report is made from. `model`, `state` and `result` are those of the assessment; nothing else decides what it says. */
export interface ReportInput {
  readonly assessment: Assessment;
  readonly model: Model;
  readonly state: State;
  readonly result: Result;
  /** The tender that the assessment is a bid of (`procedureContext`). */
  readonly procedure?: ProcedureContext | undefined;
  readonly language: Language;
  readonly appVersion: string;
  /** Of one that another version has taken the place of. */
  readonly edition?: Edition | undefined;
  /** SHA-256 of the assessment, where not all of it is here. */
  readonly sha256?: string | undefined;
}

/** The input with its words, and with what several sections look at. */
export interface Context extends ReportInput, Wording {
  readonly t: Translate<MethodKey | ReportKey | DifferenceKey>;
  /** Instant of the last entry of the history: the report's only notion of "now". */
  readonly date: string;
  readonly headline: HeadlineAccount;
  /** True ones first, then those that could be. */
  readonly gates: readonly (GateAccount & { readonly exits: ExitAccounts })[];
  readonly counts: Counts;
  readonly contributions: readonly Contribution[];
  /** What an entry's answer kept of an earlier one. */
  readonly earlier: (entry: Entry | undefined) => Earlier;
  readonly hashes: Criteria & { readonly assessment: string };
  /** What is attached to the report of this assessment. */
  readonly attached: Attached;
}

/** One part of a report. */
export type ReportSection = (context: Context) => readonly Block[];

/** `words`: where several reports share them. */
export function contextOf(input: ReportInput, words = wordsOf(input)): Context {
  const { assessment, model, state, result } = input;
  const { questionnaire, policy, facts } = assessment;
  const texts = once(() => ({
    questionnaire: canonicalJson(questionnaire),
    policy: canonicalJson(policy),
    facts: canonicalJson(facts),
  }));
  const json = once(() => canonicalWith(assessment, texts()));
  return lazily(
    { ...input, ...words },
    {
      date: () => assessment.history.reduce((latest, entry) => (entry.at > latest ? entry.at : latest), assessment.created),
      headline: () => headlineAccount(model, result, words),
      // Ways out are found by trying, which takes time where much is open.
      gates: () =>
        gateAccounts(model, state, result, words).map((gate) =>
          lazily(gate, { exits: () => exitAccounts(model, state, result, gate.gate.id, words) }),
        ),
      counts: () => countsOf(model, result),
      contributions: () => contributions(model, result),
      earlier: () => earlierIn(assessment.history),
      hashes: () => ({
        questionnaire: documentHash(questionnaire, texts().questionnaire),
        policy: documentHash(policy, texts().policy),
        facts: documentHash(facts, texts().facts),
        assessment: input.sha256 ?? sha256Hex(json()),
      }),
      attached: () => attached(recordOfAssessment(input), { assessment: json() }),
    },
  );
}

/** The words of a report in its language. */
export function wordsOf({ language, model }: Pick<ReportInput, 'language' | 'model'>): Omit<Wording, 't'> & Pick<Context, 't'> {
  return {
    t: translator<MethodKey | ReportKey | DifferenceKey>(language, { ...account, ...differences, ...edition, ...method, ...report }),
    f: formats(language),
    local: (text) => local(text, language),
    country: countryNames(language, model.facts),
  };
}

/** The questions that apply, or may, in order. */
export const applicableItems = ({ model, result }: ReportInput): readonly Item[] =>
  model.items.filter(({ index }) => result.questions[index]?.applicable !== 'false');
