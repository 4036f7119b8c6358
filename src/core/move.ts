/**
 * An assessment on a newer version of its questionnaire (SPEC M1 to M4). An answer carries over by itself only where the question asks the same
 * thing in the same words and accepts it; everything else is left, with its reasons, and some of that a person may confirm.
 */
import { hashOf } from './canonical.ts';
import { policyProblems } from './check/history.ts';
import type { Answer } from './format/answer.ts';
import type { Assessment, Entry } from './format/assessment.ts';
import type { Policy } from './format/facts.ts';
import type { Question, Questionnaire } from './format/questionnaire.ts';
import { fold, standing } from './history.ts';
import { type Outcome, problem } from './problems.ts';
import { type Changed, changesFor, type Refused, sameText } from './same.ts';
import { isGiven } from './voices.ts';

export type Why = Refused | 'disputed' | Changed | 'grade-changed';

/** An answer that does not carry over by itself. */
export interface Left {
  readonly question: string;
  readonly why: readonly Why[];
  /** As it was; null where evaluators differ. */
  readonly answer: Answer | null;
  /** As it would stand in the new version once somebody confirms it; null where nobody can. */
  readonly confirmed: Answer | null;
}

export interface Move {
  /** Facts about the assessment, then what carries over, each with the person and the time that it had. */
  readonly history: readonly Entry[];
  /** Ids of questions, in the order of the old version, as in `left`. */
  readonly carried: readonly string[];
  readonly left: readonly Left[];
  /** The rating that was set by hand, which never carries over. */
  readonly override: boolean;
}

/** Refused where it is another questionnaire, or where the policy names what the new version does not have. */
export function moveTo(assessment: Assessment, questionnaire: Questionnaire, policy: Policy): Outcome<Move> {
  if (questionnaire.id !== assessment.questionnaire.id)
    return {
      ok: false,
      problems: [problem('/id', 'move-other-questionnaire', { expected: assessment.questionnaire.id, found: questionnaire.id })],
    };
  const unfit = policyProblems(questionnaire, policy, '/policy');
  if (unfit.length > 0) return { ok: false, problems: unfit };
  const state = fold(assessment.history);
  const grades = { before: assessment.questionnaire.grades, after: questionnaire.grades };
  const after = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const carried = new Map<string, Answer>();
  const left: Left[] = [];
  for (const before of questionsOf(assessment.questionnaire)) {
    const { id } = before;
    const answer = state.answers.get(id);
    if (state.disputed.has(id)) left.push({ question: id, why: ['disputed'], answer: null, confirmed: null });
    if (!answer) continue;
    const { refused, changed } = changesFor(before, after.get(id), answer);
    const grade = gradeIn(grades, answer);
    const why = [...changed, ...(grade === 'same' ? [] : (['grade-changed'] as const))];
    if (refused.length > 0) left.push({ question: id, why: refused, answer, confirmed: null });
    else if (why.length > 0) left.push({ question: id, why, answer, confirmed: grade === 'gone' ? withoutGrade(answer) : answer });
    else carried.set(id, answer);
  }
  const history = historyOf(assessment, hashOf(questionnaire), carried, state.details);
  return { ok: true, value: { history, carried: [...carried.keys()], left, override: state.override !== null }, warnings: [] };
}

const questionsOf = (questionnaire: Questionnaire): readonly Question[] =>
  questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));

type Grades = Questionnaire['grades'];

/** Whether the evidence grade of an answer is there under the same name. */
function gradeIn(
  { before, after }: { readonly before: Grades; readonly after: Grades },
  { evidence }: Answer,
): 'same' | 'renamed' | 'gone' {
  if (evidence?.grade === undefined) return 'same';
  const [old, now] = [before, after].map((grades) => grades.find(({ id }) => id === evidence.grade));
  if (!now) return 'gone';
  return sameText(old?.name, now.name) ? 'same' : 'renamed';
}

function withoutGrade(answer: Answer): Answer {
  const { grade: _, ...evidence } = answer.evidence ?? {};
  return { ...answer, evidence };
}

/** Ids are new ones, of this history on that version: the entries have another past now. */
function historyOf(
  { id, history }: Assessment,
  to: string,
  carried: ReadonlyMap<string, Answer>,
  details: Readonly<Record<string, string>>,
): readonly Entry[] {
  const base = (entries: readonly Entry[]) => {
    const at =
      entries
        .map((one) => one.at)
        .sort()
        .at(-1) ?? '';
    const by = [...new Set(entries.map((one) => one.by))].sort().join(' / ').slice(0, 200);
    return { id: hashOf([id, history.at(-1)?.id ?? '', to, entries.map((one) => one.id)]), at, by };
  };
  const facts: Entry[] = [];
  const answers: Entry[] = [];
  for (const entries of standing(history).values()) {
    const last = entries.at(-1);
    if (last?.kind === 'detail') facts.push({ ...base(entries), kind: 'detail', detail: last.detail, value: details[last.detail] ?? '' });
    const given = entries.filter(isGiven);
    const answer = carried.get(given[0]?.question ?? '');
    const reason = given.length === 1 ? given[0]?.reason : undefined;
    if (given[0] && answer)
      answers.push({ ...base(given), kind: 'answer', question: given[0].question, answer, ...(reason && { reason }) });
  }
  return [...facts, ...answers];
}
