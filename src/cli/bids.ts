/** Which of the files that are named are compared, and why the others are not (method K1, SPEC B6). */
import { criteriaOf, differencesOf, mostCommon } from '../core/compare/criteria.ts';
import type { Assessment, Entry } from '../core/format/assessment.ts';
import type { Procedure } from '../core/format/procedure.ts';
import { criteriaOf as wholeCriteria } from '../core/procedure/criteria.ts';
import { criteriaDifferences, type Difference } from '../core/procedure/differences.ts';
import { type BuyerAnswer, underCriteria } from '../core/procedure/join.ts';
import type { ProcedureState } from '../core/procedure/state.ts';
import type { DifferenceLine } from '../report/procedure/differences.ts';
import { linesOf, summed } from './differences.ts';
import { t } from './io.ts';
import { readAssessment } from './released.ts';

export interface Bid {
  readonly file: string;
  readonly assessment: Assessment;
}
/** `differences`: from the criteria that count to those of the file. */
export interface Refused {
  readonly file: string;
  readonly reason: string;
  readonly differences?: readonly DifferenceLine[];
}
export interface Admitted {
  readonly bids: readonly Bid[];
  readonly refused: readonly Refused[];
}

/** The files that can be read, each once. */
export function readBids(files: readonly string[]): Admitted {
  const refused: Refused[] = [];
  const bids = files.flatMap((file, index): readonly Bid[] => {
    if (files.indexOf(file) !== index) {
      refused.push({ file, reason: t('cli.givenTwice') });
      return [];
    }
    const assessment = readAssessment(file);
    if (assessment) return [{ file, assessment }];
    refused.push({ file, reason: t('cli.unreadable') });
    return [];
  });
  return { bids, refused };
}

/** Those made with the criteria of most. */
export function alike(bids: readonly Bid[]): Admitted {
  const common = mostCommon(bids.map(({ assessment }) => criteriaOf(assessment)));
  const first = bids.find(({ assessment }) => common && differencesOf(criteriaOf(assessment), common).length === 0);
  return admit(bids, (bid) => {
    const own = criteriaOf(bid.assessment);
    const parts = common ? differencesOf(own, common) : [];
    if (!common || !first || parts.length === 0) return bid;
    const details = parts.map((part) => `${part} ${own[part].slice(0, 12)}, ${common[part].slice(0, 12)}`).join('; ');
    const differences = criteriaDifferences({ ...first.assessment, answers: {} }, { ...bid.assessment, answers: {} });
    return lined(differences, bid.assessment, (lines) =>
      t('cli.notComparable', { parts: parts.length === 1 ? (parts[0] ?? '') : 'several', details, lines }),
    );
  });
}

/** Those that are under the criteria in force; what the buyer answers once for all bids is written into each. */
export function underProcedure(procedure: Procedure, state: ProcedureState, bids: readonly Bid[]): Admitted {
  const { seal } = state;
  const criteria = state.criteria && wholeCriteria(procedure, state.criteria);
  if (!seal || !criteria) return admit(bids, () => ({ reason: t('cli.notSealed') }));
  const lotOf = ({ assessment }: Bid) => state.bids.find((bid) => bid.assessment === assessment.id)?.lot;
  const lot = mostOf(bids.flatMap((bid) => lotOf(bid) ?? []));
  return admit(bids, (bid) => {
    const { assessment } = bid;
    const left = state.left.find((one) => one.assessment === assessment.id);
    if (left) return { reason: t('cli.left', { reason: left.reason }) };
    const own = lotOf(bid);
    if (own !== undefined && own !== lot) return { reason: t('cli.otherLot', { own, lot: lot ?? own }) };
    const joining = underCriteria(criteria, assessment);
    return joining.kind === 'joins'
      ? { ...bid, assessment: withAnswers(assessment, joining.answers, seal) }
      : lined(joining.differences, assessment, (lines) => t('cli.notUnderProcedure', { lines }));
  });
}

function admit(bids: readonly Bid[], judge: (bid: Bid) => Bid | Omit<Refused, 'file'>): Admitted {
  const judged = bids.map((bid) => ({ file: bid.file, ...judge(bid) }));
  return {
    bids: judged.flatMap((one) => ('assessment' in one ? [one] : [])),
    refused: judged.flatMap((one) => ('assessment' in one ? [] : [one])),
  };
}

function lined(found: readonly Difference[], { facts }: Assessment, reason: (lines: string) => string): Omit<Refused, 'file'> {
  const differences = linesOf(found, facts);
  return { reason: reason(summed(differences)), differences };
}

/** Of equally many, the one that comes first. */
function mostOf(items: readonly string[]): string | undefined {
  const count = (item: string) => items.filter((other) => other === item).length;
  return [...items].sort((a, b) => count(b) - count(a))[0];
}

/** With the buyer's answers as the store would write them, at the time and under the name of the seal. */
function withAnswers(
  assessment: Assessment,
  answers: readonly BuyerAnswer[],
  { at, by }: { readonly at: string; readonly by: string },
): Assessment {
  const entries = answers.map(
    ({ question, answer }, i) => ({ id: `buyer-answer-${i}`, at, by, kind: 'answer', question, answer }) as Entry,
  );
  return { ...assessment, history: [...assessment.history, ...entries] };
}
