/** From what a report is made from to its record. */
import { canonicalWith, sha256Hex } from '../../core/canonical.ts';
import { ENGINE } from '../../core/engine.ts';
import type { Assessment } from '../../core/format/assessment.ts';
import { documentHash } from '../../core/procedure/criteria.ts';
import type { ComparisonContext } from '../comparison/context.ts';
import { withheldHistory } from '../comparison/withheld.ts';
import type { ReportInput } from '../sections/context.ts';
import { RECORD_FORMAT } from './format.ts';
import type { AssessmentRecord, ComparisonRecord, RecordedBid, ReportRecord } from './record.ts';
import { recordedResult } from './result.ts';

/** The record of the report of one assessment. */
export function recordOfAssessment({ assessment, procedure, model, result, language, appVersion, edition }: ReportInput): AssessmentRecord {
  return {
    format: RECORD_FORMAT,
    kind: 'assessment',
    language,
    app: { version: appVersion },
    engine: ENGINE,
    ...(edition === undefined ? {} : { edition }),
    assessment,
    ...(procedure ? { procedure: procedure.procedure } : {}),
    result: recordedResult(model, result),
  };
}

/**
 * The record of a report that compares bids. Of a bid that is known by its label alone no typed text goes into it, since the record is
 * in the file that is handed on.
 */
export function recordOfComparison(context: ComparisonContext): ComparisonRecord {
  const { given, bids, groups, acceptability, band, procedure, language, appVersion, edition, model, t } = context;
  const compared = new Map(bids.map((bid) => [bid.id, bid]));
  const ordered = [...bids].sort((a, b) => a.at - b.at);
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const all = given.map(({ assessment }) => assessment);
  return {
    format: RECORD_FORMAT,
    kind: 'comparison',
    language,
    app: { version: appVersion },
    engine: ENGINE,
    ...(edition === undefined ? {} : { edition }),
    questionnaires: eachOnce(all.map(({ questionnaire }) => questionnaire)),
    policies: eachOnce(all.map(({ policy }) => policy)),
    facts: eachOnce(all.map(({ facts }) => facts)),
    bids: given.map(({ id, assessment, label, name, sha256, reason }): RecordedBid => {
      const bid = compared.get(id);
      return {
        label,
        name,
        sha256,
        ...(name === '' ? { withheld: true as const } : {}),
        assessment: {
          ...pinned(assessment),
          ...(name === '' ? { history: withheldHistory(assessment, t('tender.withheld')) } : {}),
        },
        result: bid ? recordedResult(model, bid.result) : null,
        ...(reason === undefined ? {} : { reason }),
      };
    }),
    ...(procedure ? { procedure: procedure.procedure } : {}),
    draws: acceptability.draws,
    seed: acceptability.seed,
    band,
    result: {
      order: groups.map((group) => group.map(({ id }) => place.get(id) ?? 0)),
      ranks: rows(acceptability.ranks, bids.length),
      before: rows(acceptability.before, bids.length),
      error: acceptability.error,
    },
  };
}

/** The file that is attached to a report, and what names it everywhere: its SHA-256. */
export interface Attached {
  readonly json: string;
  readonly sha256: string;
}

/** `known`: canonical texts of parts of it. */
export function attached(record: ReportRecord, known: Readonly<Record<string, string>> = {}): Attached {
  const json = canonicalWith(record, known);
  return { json, sha256: sha256Hex(json) };
}

const pinned = (assessment: Assessment) => ({
  ...assessment,
  questionnaire: documentHash(assessment.questionnaire),
  policy: documentHash(assessment.policy),
  facts: documentHash(assessment.facts),
});

const eachOnce = <T extends object>(documents: readonly T[]): readonly T[] => [
  ...new Map(documents.map((document) => [documentHash(document), document])).values(),
];

const rows = (table: Float64Array, n: number): number[][] => Array.from({ length: n }, (_, i) => [...table.subarray(i * n, (i + 1) * n)]);
