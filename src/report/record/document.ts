/**
 * From a record to the report: everything in it is reckoned again from the answers, so what it says of them cannot differ from them. Of a
 * redacted variant nothing can be reckoned again; it is taken as it is.
 */
import { compare, robustness } from '../../core/compare/comparison.ts';
import { evaluate } from '../../core/evaluate.ts';
import type { Assessment } from '../../core/format/assessment.ts';
import { fold } from '../../core/history.ts';
import { modelOf } from '../../core/model.ts';
import { documentHash } from '../../core/procedure/criteria.ts';
import type { Document } from '../blocks.ts';
import { type ComparisonInput, comparisonContext } from '../comparison/context.ts';
import { documentOf as comparisonOf } from '../comparison/document.ts';
import { procedureContext } from '../comparison/procedure.ts';
import { reportDocument } from '../document.ts';
import { redactedDocument } from '../redacted/document.ts';
import type { ReportInput } from '../sections/context.ts';
import { recordOfAssessment, recordOfComparison } from './build.ts';
import type { AssessmentRecord, ComparisonRecord, RecordedBid, ReportRecord } from './record.ts';

/** A record as it comes out of its own answers, and its report. The record is another one where the given one says what does not follow. */
export interface Remade {
  readonly record: ReportRecord;
  readonly document: Document;
}

/** @throws RangeError where a comparison names a document that it does not hold, or has not two bids that can be compared */
export function remade(record: ReportRecord): Remade {
  if (record.kind === 'redacted') {
    const { redacted, language, app, edition } = record;
    return { record, document: redactedDocument({ redacted, language, appVersion: app.version, edition }) };
  }
  if (record.kind === 'assessment') {
    const input = inputOfAssessment(record);
    return { record: recordOfAssessment(input), document: reportDocument(input) };
  }
  const context = comparisonContext(inputOfComparison(record));
  return { record: recordOfComparison(context), document: comparisonOf(context) };
}

function inputOfAssessment({ assessment, procedure, language, app, edition }: AssessmentRecord): ReportInput {
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  return {
    assessment,
    model,
    state,
    result: evaluate(model, state.answers),
    procedure: procedure && procedureContext(procedure, [assessment]),
    language,
    appVersion: app.version,
    edition,
  };
}

function inputOfComparison(record: ComparisonRecord): ComparisonInput {
  const { bids, language, app, edition, procedure, seed, draws, band } = record;
  const all = bids.map((bid, i) => ({ id: String(i), bid, assessment: whole(record, bid) }));
  const compared = all.filter(({ bid }) => bid.result !== null);
  const comparison = compare(compared);
  const acceptability = comparison && robustness(comparison, { seed, draws, band });
  if (!comparison || !acceptability || comparison.bids.length < 2) throw new RangeError('nothing to compare');
  return {
    comparison,
    acceptability,
    assessments: new Map(all.map(({ id, assessment }) => [id, assessment])),
    ...(band === null ? {} : { band }),
    refused: new Map(all.flatMap(({ id, bid: { reason } }) => (reason === undefined ? [] : [[id, reason]]))),
    hashes: new Map(all.flatMap(({ id, bid }) => (bid.withheld ? [[id, bid.sha256]] : []))),
    procedure: procedure
      ? procedureContext(
          procedure,
          compared.map(({ assessment }) => assessment),
        )
      : undefined,
    language,
    appVersion: app.version,
    edition,
  };
}

/** The assessment with its documents, as far as the record has it. */
function whole({ questionnaires, policies, facts }: ComparisonRecord, { assessment }: RecordedBid): Assessment {
  const named = <T extends object>(documents: readonly T[], sha256: string): T => {
    const found = documents.find((document) => documentHash(document) === sha256);
    if (!found) throw new RangeError(`no document ${sha256}`);
    return found;
  };
  return {
    ...assessment,
    questionnaire: named(questionnaires, assessment.questionnaire),
    policy: named(policies, assessment.policy),
    facts: named(facts, assessment.facts),
  };
}
