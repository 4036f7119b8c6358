/** A procedure over the shipped questionnaire, built entry by entry. */
import { readFileSync } from 'node:fs';
import { hashOf } from '../../../src/core/canonical.ts';
import type { Answer } from '../../../src/core/format/answer.ts';
import { ASSESSMENT_FORMAT, type Assessment } from '../../../src/core/format/assessment.ts';
import { EMPTY_POLICY, type Policy } from '../../../src/core/format/facts.ts';
import { type Pinned, PROCEDURE_FORMAT, type Procedure, type ProcedureEntry } from '../../../src/core/format/procedure.ts';
import { parseFacts, parseQuestionnaire } from '../../../src/core/parse.ts';
import type { Outcome } from '../../../src/core/problems.ts';
import type { Criteria } from '../../../src/core/procedure/criteria.ts';
import { sealOf } from '../../../src/core/procedure/seal.ts';

function sound<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
export const QUESTIONNAIRE = sound(parseQuestionnaire(readFileSync('questionnaires/logistics-platform/1.0.0.json', 'utf8')));
export const FACTS = sound(parseFacts(readFileSync('questionnaires/jurisdictions/2026-11-23.json', 'utf8')));
export const POLICY: Policy = {
  ...EMPTY_POLICY,
  name: 'List of a port',
  version: '2026-1',
  adoptedBy: 'The board',
  adopted: '2026-01-15',
  legalBasis: 'A decision',
  source: 'https://example.org/list',
  countries: ['XA', 'XB'],
  parameters: { 'compulsion-threshold': 'standard' },
  weights: { op: 40, dl: 20 },
};
export const ANSWERS: Readonly<Record<string, Answer>> = {
  'pr-02': { state: 'answered', value: ['gate', 'pcs'] },
  'pr-03': { state: 'answered', value: 'crit', note: 'A decision of the board.' },
};
export const CRITERIA: Criteria = { questionnaire: QUESTIONNAIRE, policy: POLICY, facts: FACTS, answers: ANSWERS };

export const pinned = ({ questionnaire, policy, facts, answers }: Criteria): Pinned =>
  ({ questionnaire: hashOf(questionnaire), policy: hashOf(policy), facts: hashOf(facts), answers }) as Pinned;

type Kind = ProcedureEntry['kind'];
type Content<K extends Kind> = Omit<Extract<ProcedureEntry, { kind: K }>, 'kind' | 'id' | 'at' | 'by'>;
const PERSON = 'A. Person';
let made = 0;
/** An entry with an id and a time of its own. */
export function entry<K extends Kind>(kind: K, content: Content<K>, by = PERSON): ProcedureEntry {
  made += 1;
  const at = `2026-05-01T10:00:00.${String(made % 1000).padStart(3, '0')}Z`;
  return { id: `entry-${String(made).padStart(4, '0')}`, at, by, kind, ...content } as unknown as ProcedureEntry;
}

export const ID = 'procedure-0001';
export const NUMBER = 'P-2026/7';
/** The seal that belongs behind these entries. */
export function sealing(history: readonly ProcedureEntry[], number = NUMBER): ProcedureEntry {
  const criteria = history.flatMap((one) => (one.kind === 'criteria' ? [one.criteria] : [])).at(-1) ?? pinned(CRITERIA);
  const seal = entry('seal', { sha256: '' });
  return { ...seal, sha256: sealOf({ procedure: ID, number, criteria, at: seal.at, by: seal.by }) } as ProcedureEntry;
}

/** With every document that its entries name, out of those given. */
export const procedure = (history: readonly ProcedureEntry[], all: readonly Criteria[] = [CRITERIA]): Procedure => {
  const only = <T>(documents: readonly T[]): T[] => [...new Map(documents.map((one) => [hashOf(one), one])).values()];
  return {
    format: PROCEDURE_FORMAT,
    id: ID,
    created: '2026-05-01T09:00:00.000Z',
    questionnaires: only(all.map(({ questionnaire }) => questionnaire)),
    policies: only(all.map(({ policy }) => policy)),
    facts: only(all.map(({ facts }) => facts)),
    history,
  };
};

export const NUMBERED = entry('detail', { detail: 'number', value: NUMBER });
export const LOTS = entry('lots', {
  lots: [
    { id: 'north', title: 'North quay' },
    { id: 'south', title: 'South quay' },
  ],
});
export const SET = entry('criteria', { criteria: pinned(CRITERIA) });
/** Number, lots, criteria and the seal. */
export const SEALED: readonly ProcedureEntry[] = [NUMBERED, LOTS, SET, sealing([SET])];
export const bid = (name: string, label = `Bid ${name}`, lot?: string): ProcedureEntry =>
  entry('bid', { assessment: `bid-${name}-0000`, label, ...(lot === undefined ? {} : { lot }) });

/** An assessment under criteria, with answers to some questions. */
export function assessment(
  name: string,
  { questionnaire, policy, facts }: Criteria = CRITERIA,
  answers: Readonly<Record<string, Answer>> = {},
): Assessment {
  return {
    format: ASSESSMENT_FORMAT,
    id: `bid-${name}-0000`,
    created: '2026-05-02T09:00:00.000Z',
    questionnaire,
    policy,
    facts,
    history: Object.entries(answers).map(([question, answer], i) => ({
      id: `answer-${String(i).padStart(4, '0')}`,
      at: '2026-05-02T10:00:00.000Z',
      by: PERSON,
      kind: 'answer' as const,
      question,
      answer: answer as never,
    })),
  };
}
