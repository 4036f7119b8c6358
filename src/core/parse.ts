/** What comes from outside becomes a value of the core, whole, or is refused with every problem found. */
import type { GenericSchema } from 'valibot';
import { backupProblems } from './check/backup.ts';
import { historyProblems } from './check/history.ts';
import { idProblems } from './check/ids.ts';
import { reachProblems } from './check/reach.ts';
import { referenceProblems } from './check/references.ts';
import { riskProblems } from './check/risks.ts';
import { sizeProblems } from './check/size.ts';
import { textProblems } from './check/texts.ts';
import { ASSESSMENT_FORMAT, type Assessment, AssessmentSchema } from './format/assessment.ts';
import { BACKUP_FORMAT, type Backup, BackupSchema } from './format/backup.ts';
import { FACTS_FORMAT, type Facts, FactsSchema, POLICY_FORMAT, type Policy, PolicySchema } from './format/facts.ts';
import { PROCEDURE_FORMAT, type Procedure, ProcedureSchema } from './format/procedure.ts';
import { QUESTIONNAIRE_FORMAT, type Questionnaire, QuestionnaireSchema } from './format/questionnaire.ts';
import { REDACTED_FORMAT, type Redacted, RedactedSchema } from './format/redacted.ts';
import { LIMITS, type Limits, readJson } from './json.ts';
import { below, type Outcome, type Problem, problem, warning } from './problems.ts';
import { procedureProblems } from './procedure/check.ts';
import { redactedProblems } from './redaction/check.ts';
import { shapeProblems } from './shape.ts';

/** Beyond the schema: what a questionnaire says must hang together (method C1–C3, R1, Q1). */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly Problem[] {
  const size = sizeProblems(questionnaire);
  if (size.length > 0) return size;
  const named = [...idProblems(questionnaire), ...referenceProblems(questionnaire)];
  const scored = [...riskProblems(questionnaire), ...textProblems(questionnaire)];
  // Whether something can be reached is only asked where all names and risks are sound.
  return [
    ...named,
    ...scored,
    ...(named.length + scored.filter((one) => one.severity === 'error').length === 0 ? reachProblems(questionnaire) : []),
  ];
}

/** A questionnaire file, checked beyond its schema. */
export const parseQuestionnaire = (text: string): Outcome<Questionnaire> =>
  parse<Questionnaire>(text, QUESTIONNAIRE_FORMAT, QuestionnaireSchema, checkQuestionnaire);

/** A policy file. Whether it fits a questionnaire is asked where the two meet. */
export const parsePolicy = (text: string): Outcome<Policy> => parse<Policy>(text, POLICY_FORMAT, PolicySchema, () => []);

/** A table of country facts. */
export const parseFacts = (text: string): Outcome<Facts> => parse<Facts>(text, FACTS_FORMAT, FactsSchema, () => []);

/** An assessment file with the questionnaire, policy and facts it was made with; its history must fit that questionnaire. */
export const parseAssessment = (text: string): Outcome<Assessment> =>
  parse<Assessment>(text, ASSESSMENT_FORMAT, AssessmentSchema, (assessment) => {
    const own = checkQuestionnaire(assessment.questionnaire).map((one) => ({ ...one, path: `/questionnaire${one.path}` }));
    return own.some((one) => one.severity === 'error') ? own : [...own, ...historyProblems(assessment)];
  });

/** The redacted variant of an assessment; what it lists as withheld must not be in it. */
export const parseRedacted = (text: string): Outcome<Redacted> =>
  parse<Redacted>(text, REDACTED_FORMAT, RedactedSchema, (redacted) => {
    const own = checkQuestionnaire(redacted.questionnaire).map((one) => ({ ...one, path: `/questionnaire${one.path}` }));
    return own.some((one) => one.severity === 'error') ? own : [...own, ...redactedProblems(redacted)];
  });

/** A procedure file with every document that its entries name; what is done before the seal, and what after, must make sense. */
export const parseProcedure = (text: string): Outcome<Procedure> =>
  parse<Procedure>(text, PROCEDURE_FORMAT, ProcedureSchema, (procedure) => {
    const own = procedure.questionnaires.flatMap((questionnaire, i) =>
      checkQuestionnaire(questionnaire).map((one) => ({ ...one, path: `${below('', 'questionnaires', i)}${one.path}` })),
    );
    return own.some((one) => one.severity === 'error') ? own : [...own, ...procedureProblems(procedure)];
  });

/** Hundreds of files in one: what a browser could keep must be read again. */
const OF_BACKUP: Limits = { ...LIMITS, values: 10_000_000 };

/** All that was kept in a browser; each part as sound as its own file. */
export const parseBackup = (text: string): Outcome<Backup> =>
  parse<Backup>(text, BACKUP_FORMAT, BackupSchema, (backup) => backupProblems(backup, checkQuestionnaire), OF_BACKUP);

function parse<T>(
  text: string,
  format: string,
  schema: GenericSchema<unknown, unknown>,
  check: (value: T) => readonly Problem[],
  limits = LIMITS,
): Outcome<T> {
  const json = readJson(text, limits);
  if (!json.ok) return json;
  const wrong = formatProblem(json.value, format);
  if (wrong) return { ok: false, problems: [wrong] };
  const shape = shapeProblems(schema, json.value);
  // Whoever mends a questionnaire by this list is told that it is not all: what hangs together is only asked of the right shape.
  if (shape.length > 0) return { ok: false, problems: format === QUESTIONNAIRE_FORMAT ? [...shape, warning('', 'shape-first')] : shape };
  // The shape is exactly the schema's, so the value is of the schema's type.
  const value = json.value as T;
  const found = check(value);
  return found.some((one) => one.severity === 'error') ? { ok: false, problems: found } : { ok: true, value, warnings: found };
}

/** One sentence for another kind of file, rather than a hundred about its keys. */
export function formatProblem(value: unknown, expected: string): Problem | null {
  const found = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (found === expected) return null;
  return problem(below('', 'format'), 'format', {
    expected,
    ...(typeof found === 'string' ? { named: 'yes', found: found.slice(0, 80) } : { named: 'no', found: '–' }),
  });
}
