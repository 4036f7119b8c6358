/** Beyond the schema: what a backup holds is whole, each part as its own file would be. */
import { hashOf } from '../canonical.ts';
import type { Assessment } from '../format/assessment.ts';
import type { Backup, BackupAssessment, BackupDocument, BackupProcedure } from '../format/backup.ts';
import { FACTS_FORMAT, type Facts, POLICY_FORMAT, type Policy } from '../format/facts.ts';
import type { Procedure } from '../format/procedure.ts';
import { QUESTIONNAIRE_FORMAT, type Questionnaire } from '../format/questionnaire.ts';
import { below, type Problem, problem } from '../problems.ts';
import { procedureProblems } from '../procedure/check.ts';
import { historyProblems } from './history.ts';

type ByHash = ReadonlyMap<string, BackupDocument>;

const isQuestionnaire = (one: BackupDocument | undefined): one is Questionnaire => one?.format === QUESTIONNAIRE_FORMAT;
const isPolicy = (one: BackupDocument | undefined): one is Policy => one?.format === POLICY_FORMAT;
const isFacts = (one: BackupDocument | undefined): one is Facts => one?.format === FACTS_FORMAT;

/** `questionnaireProblems`: what is wrong with a questionnaire by itself. */
export function backupProblems(backup: Backup, questionnaireProblems: (one: Questionnaire) => readonly Problem[]): readonly Problem[] {
  const documents: ByHash = new Map(backup.documents.map((one) => [hashOf(one), one]));
  const own = backup.documents.flatMap((one, i) =>
    isQuestionnaire(one) ? under(below('', 'documents', i), questionnaireProblems(one)) : [],
  );
  const twice = [
    ...idsTwice('assessments', backup.assessments),
    ...idsTwice('procedures', backup.procedures),
    ...idsTwice('own', backup.own ?? []),
  ];
  const named = backup.questionnaires.flatMap((sha256, i) =>
    isQuestionnaire(documents.get(sha256)) ? [] : [missing(below('', 'questionnaires', i), 'questionnaire', sha256)],
  );
  if ([...own, ...twice, ...named].some(({ severity }) => severity === 'error')) return [...own, ...twice, ...named];
  return [
    ...own,
    ...backup.assessments.flatMap((one, i) => under(below('', 'assessments', i), assessmentProblems(one, documents))),
    ...backup.procedures.flatMap((one, i) => under(below('', 'procedures', i), procedureProblems(procedureOf(one, documents)))),
  ];
}

function assessmentProblems(one: BackupAssessment, documents: ByHash): readonly Problem[] {
  const { id, created, history } = one;
  const [questionnaire, policy, facts] = [documents.get(one.questionnaire), documents.get(one.policy), documents.get(one.facts)];
  if (!isQuestionnaire(questionnaire)) return [missing('/questionnaire', 'questionnaire', one.questionnaire)];
  if (!isPolicy(policy)) return [missing('/policy', 'policy', one.policy)];
  if (!isFacts(facts)) return [missing('/facts', 'country table', one.facts)];
  const assessment: Assessment = { format: 'soundings-assessment/1', id, created, questionnaire, policy, facts, history };
  return historyProblems(assessment);
}

/** The file of a procedure: with those documents that its history names and that are there. */
function procedureOf({ id, created, history }: BackupProcedure, documents: ByHash): Procedure {
  const hashes = new Set(
    history.flatMap((entry) =>
      entry.kind === 'criteria' ? [entry.criteria.questionnaire, entry.criteria.policy, entry.criteria.facts] : [],
    ),
  );
  const named = [...hashes].map((sha256) => documents.get(sha256));
  const [questionnaires, policies, facts] = [named.filter(isQuestionnaire), named.filter(isPolicy), named.filter(isFacts)];
  return { format: 'soundings-procedure/1', id, created, questionnaires, policies, facts, history };
}

function idsTwice(list: string, all: readonly { readonly id: string }[]): readonly Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ id }, i) => {
    const path = below('', list, i, 'id');
    const before = first.get(id);
    first.set(id, before ?? path);
    return before === undefined ? [] : [problem(path, 'id-twice', { id, first: before })];
  });
}

const missing = (path: string, what: string, id: string): Problem => problem(path, 'backup-document-missing', { what, id });

const under = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, path: `${path}${one.path}` }));
