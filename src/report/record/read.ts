/** A record from outside becomes one of ours, whole, or is refused with every problem found. */
import { canonicalJson } from '../../core/canonical.ts';
import { readJson } from '../../core/json.ts';
import { formatProblem, parseAssessment, parseProcedure, parseRedacted } from '../../core/parse.ts';
import { type Outcome, type Problem, problem } from '../../core/problems.ts';
import { documentHash } from '../../core/procedure/criteria.ts';
import { shapeProblems } from '../../core/shape.ts';
import { RECORD_FORMAT } from './format.ts';
import { type ComparisonRecord, RecordSchema, type ReportRecord } from './record.ts';

/** Its shape, and what is in it by the same checks as files of its kind. Whether its results follow is for `remade` to tell. */
export function parseRecord(text: string): Outcome<ReportRecord> {
  const json = readJson(text);
  if (!json.ok) return json;
  const wrong = formatProblem(json.value, RECORD_FORMAT);
  if (wrong) return { ok: false, problems: [wrong] };
  const shape = shapeProblems(RecordSchema, json.value);
  if (shape.length > 0) return { ok: false, problems: shape };
  // The shape is exactly the schema's, so the value is of the schema's type.
  const value = json.value as ReportRecord;
  const problems = [
    ...ownProblems(value),
    ...(value.kind !== 'redacted' && value.procedure ? inside('/procedure', parseProcedure(canonicalJson(value.procedure))) : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value, warnings: [] };
}

function ownProblems(value: ReportRecord): readonly Problem[] {
  switch (value.kind) {
    case 'assessment':
      return inside('/assessment', parseAssessment(canonicalJson(value.assessment)));
    case 'comparison':
      return bidsProblems(value);
    case 'redacted':
      return inside('/redacted', parseRedacted(canonicalJson(value.redacted)));
  }
}

/** Bids name documents that are there, and each is a sound assessment with them. */
function bidsProblems({ questionnaires, policies, facts, bids }: ComparisonRecord): readonly Problem[] {
  return bids.flatMap(({ assessment }, i) => {
    const path = `/bids/${i}/assessment`;
    const parts = [
      ['questionnaire', questionnaires],
      ['policy', policies],
      ['facts', facts],
    ] as const;
    const documents: Record<string, object> = {};
    const missing = parts.flatMap(([part, all]) => {
      const found = all.find((one) => documentHash(one) === assessment[part]);
      if (found) documents[part] = found;
      return found ? [] : [problem(`${path}/${part}`, 'record-document-missing', { what: part, id: assessment[part] })];
    });
    return missing.length > 0 ? missing : inside(path, parseAssessment(canonicalJson({ ...assessment, ...documents })));
  });
}

const inside = (path: string, outcome: Outcome<unknown>): readonly Problem[] =>
  outcome.ok ? [] : outcome.problems.map((one) => ({ ...one, path: `${path}${one.path}` }));
