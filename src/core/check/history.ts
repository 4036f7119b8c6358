import { editionProblems } from '../editions/check.ts';
import type { Answer } from '../format/answer.ts';
import type { Assessment, Entry } from '../format/assessment.ts';
import type { Policy } from '../format/facts.ts';
import type { Question, Questionnaire } from '../format/questionnaire.ts';
import { below, type Problem, problem } from '../problems.ts';
import { kindOf } from '../questions/index.ts';
import { seeing } from '../voices.ts';
import { placedQuestions } from './walk.ts';

/** What a policy at `path` names must be in the questionnaire that it is used with, and leave it something to weigh. */
export function policyProblems(questionnaire: Questionnaire, policy: Policy, path: string): readonly Problem[] {
  const found: Problem[] = [];
  for (const [id, choice] of Object.entries(policy.parameters)) {
    const parameter = questionnaire.parameters?.find((one) => one.id === id);
    const place = below(path, 'parameters', id);
    if (!parameter) found.push(problem(place, 'reference-missing', { what: 'parameter', id }));
    else if (!parameter.choices.some((one) => one.id === choice))
      found.push(problem(place, 'reference-missing', { what: 'choice', id: choice }));
  }
  for (const id of Object.keys(policy.weights ?? {}))
    if (!questionnaire.sections.some((section) => section.id === id))
      found.push(problem(below(path, 'weights', id), 'reference-missing', { what: 'section', id }));
  if (questionnaire.sections.every((section) => (policy.weights?.[section.id] ?? section.weight) === 0))
    found.push(problem(below(path, 'weights'), 'weights-all-zero'));
  return found;
}

/** Every entry of a history must be one that this questionnaire allows, and may look back only. */
export function historyProblems(assessment: Assessment): readonly Problem[] {
  const { questionnaire, history, policy } = assessment;
  // Before anything is asked of who had seen what, which takes its time.
  const lines = lineProblems(history);
  if (lines.length > 0) return lines;
  const questions = new Map(placedQuestions(questionnaire).map(({ question }) => [question.id, question]));
  const seen = new Map<string, Entry>();
  const saw = seeing(history);
  const found: Problem[] = [...policyProblems(questionnaire, policy, below('', 'policy'))];
  history.forEach((entry, index) => {
    const path = below('', 'history', index);
    if (seen.has(entry.id)) found.push(problem(below(path, 'id'), 'entry-twice', { id: entry.id }));
    if (entry.kind === 'undo') {
      const target = seen.get(entry.entry);
      if (!target) found.push(problem(below(path, 'entry'), 'entry-unknown', { id: entry.entry }));
      else if (!saw(entry, target)) found.push(problem(below(path, 'entry'), 'entry-unseen', { id: entry.entry }));
    }
    entry.after?.forEach((id, i) => {
      if (!seen.has(id)) found.push(problem(below(path, 'after', i), 'entry-unknown', { id }));
    });
    seen.set(entry.id, entry);
    if (entry.kind === 'override' && entry.override && !questionnaire.bands.some((band) => band.id === entry.override?.band))
      found.push(problem(below(path, 'override', 'band'), 'reference-missing', { what: 'band', id: entry.override.band }));
    if (entry.kind !== 'answer') return;
    const question = questions.get(entry.question);
    if (!question) {
      found.push(problem(below(path, 'question'), 'reference-missing', { what: 'question', id: entry.question }));
      return;
    }
    if (entry.answer) found.push(...answerProblems(questionnaire, question, entry.answer, below(path, 'answer')));
  });
  // What is final is only asked of a history that is sound.
  return found.length > 0 ? found : editionProblems(assessment);
}

/** Side by side in one history: more than evaluators ever make, few enough to be folded at once. */
const MOST_LINES = 500;
/** Entries of a history with several lines: each may have to be held against all before it. */
const MOST_BESIDE = 10_000;

/** A line begins where an entry does not simply go on after the one before it. */
function lineProblems(history: readonly Entry[]): readonly Problem[] {
  const lines = history.filter(({ after }, i) => after && (after.length !== 1 || after[0] !== history[i - 1]?.id)).length;
  const ends = history.reduce((sum, { after }) => sum + Math.max(0, (after?.length ?? 0) - 1), 0);
  if (lines > 0 && (history.length > MOST_BESIDE || ends > 2 * MOST_LINES))
    return [problem(below('', 'history'), 'history-beside', { found: history.length, max: MOST_BESIDE, ends: 2 * MOST_LINES })];
  return lines > MOST_LINES ? [problem(below('', 'history'), 'history-lines', { found: lines, max: MOST_LINES })] : [];
}

/** Everything that keeps what stands at `path` from being an answer to this question. */
export function answerProblems(questionnaire: Questionnaire, question: Question, answer: Answer, path: string): readonly Problem[] {
  const found: Problem[] = [];
  const grade = answer.evidence?.grade;
  if (grade !== undefined && !questionnaire.grades.some((one) => one.id === grade))
    found.push(problem(below(path, 'evidence', 'grade'), 'reference-missing', { what: 'grade', id: grade }));
  if (answer.state !== 'answered') return found;
  const kind = kindOf(question);
  const value = below(path, 'value');
  found.push(...kind.accept(question, answer.value, null).map((one) => ({ ...one, path: value + one.path })));
  if (answer.incomplete && !kind.list) found.push(problem(below(path, 'incomplete'), 'incomplete-not-a-list', { id: question.id }));
  return found;
}
