/** Whether a redacted record from outside hangs together, and holds nothing that it says is withheld (SPEC W2). */
import { answerProblems } from '../check/history.ts';
import { placedQuestions } from '../check/walk.ts';
import type { Redacted, Withheld } from '../format/redacted.ts';
import { below, type Problem, problem } from '../problems.ts';
import { withholding } from './redact.ts';

export function redactedProblems(redacted: Redacted): readonly Problem[] {
  const { questionnaire, answers, withheld } = redacted;
  const questions = new Map(placedQuestions(questionnaire).map(({ question }) => [question.id, question]));
  return [
    ...Object.entries(answers).flatMap(([id, { answer }]) => {
      const question = questions.get(id);
      const path = below('', 'answers', id);
      if (!question) return [problem(path, 'reference-missing', { what: 'question', id })];
      return answer === 'withheld' ? [] : answerProblems(questionnaire, question, answer, below(path, 'answer'));
    }),
    ...withheld.flatMap((one, i) =>
      isShown(redacted, one) ? [problem(below('', 'withheld', i), 'withheld-shown', { what: one.what, of: one.of ?? '' })] : [],
    ),
    ...unlisted(redacted),
  ];
}

/** Does the record hold what it lists as withheld? */
function isShown({ answers, details, final, override, result }: Redacted, { what, of = '' }: Withheld): boolean {
  const answer = answers[of]?.answer;
  switch (what) {
    case 'answer':
      return answer !== 'withheld' || result.questions.some(({ id, interval }) => id === of && interval !== 'withheld');
    case 'evidence':
      return answer !== 'withheld' && answer?.evidence !== undefined;
    case 'note':
      return answer !== 'withheld' && answer?.note !== undefined;
    case 'detail':
      return of in details;
    case 'override':
      return override !== null && override.reason !== 'withheld';
    case 'people':
      return (
        [final.preparer, final.reviewer, final.approver].some((one) => one !== 'withheld') ||
        Object.values(answers).some(({ by }) => by !== '')
      );
    case 'scores':
      return result.overall !== 'withheld';
  }
}

/** Answers that are marked as withheld are listed with their ground. */
function unlisted({ answers, withheld }: Redacted): readonly Problem[] {
  const isWithheld = withholding(withheld);
  return Object.entries(answers).flatMap(([id, { answer }]) =>
    answer === 'withheld' && !isWithheld('answer', id) ? [problem(below('', 'answers', id), 'withheld-unlisted', { id })] : [],
  );
}
