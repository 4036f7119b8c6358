/** From a final assessment to what may be handed on of it (SPEC W1 to W4). */
import { finalOf, namedBy } from '../editions/versions.ts';
import { evaluate } from '../evaluate.ts';
import type { Answer } from '../format/answer.ts';
import type { Assessment, Detail } from '../format/assessment.ts';
import type { Signatory } from '../format/final.ts';
import { type PublicAnswer, REDACTED_FORMAT, type Redacted, type Withheld } from '../format/redacted.ts';
import { fold } from '../history.ts';
import { modelOf } from '../model.ts';
import { publicResult } from './figures.ts';

/** Details that name people. */
const NAMING: readonly Detail[] = ['assessor', 'origin'];

/** @throws RangeError for what is not final: only that has a redacted variant */
export function redact(assessment: Assessment, withheld: readonly Withheld[]): Redacted {
  const { created, questionnaire, policy, facts, history } = assessment;
  const final = finalOf(history);
  if (!final) throw new RangeError('not final');
  const isWithheld = withholding(withheld);
  const hasNames = !isWithheld('people');
  const model = modelOf(questionnaire, facts, policy);
  const state = fold(history);
  const person = (one: Signatory) => (hasNames ? one : 'withheld');
  const { id: _, by: __, kind: ___, after: ____, ...signed } = final;
  return {
    format: REDACTED_FORMAT,
    full: namedBy(assessment),
    questionnaire,
    policy,
    facts,
    final: { ...signed, preparer: person(final.preparer), reviewer: person(final.reviewer), approver: person(final.approver) },
    details: Object.fromEntries(
      Object.entries(state.details).filter(
        ([detail, value]) => value !== '' && !isWithheld('detail', detail) && (hasNames || !NAMING.includes(detail as Detail)),
      ),
    ),
    answers: Object.fromEntries(
      [...state.answers].map(([question, answer]): [string, PublicAnswer] => {
        const entry = state.given.get(question);
        return [
          question,
          { answer: publicAnswer(question, answer, isWithheld), by: hasNames ? (entry?.by ?? '') : '', at: entry?.at ?? created },
        ];
      }),
    ),
    override: state.override && {
      ...state.override,
      by: hasNames ? state.override.by : '',
      reason: isWithheld('override') ? 'withheld' : state.override.reason,
    },
    result: publicResult(model, evaluate(model, state.answers), hiddenBy(withheld), isWithheld('scores')),
    withheld,
  };
}

type IsWithheld = (what: Withheld['what'], of?: string) => boolean;

export const withholding =
  (withheld: readonly Withheld[]): IsWithheld =>
  (what, of) =>
    withheld.some((one) => one.what === what && one.of === of);

/** The questions of which no figure is shown: a grade shows in them as well as a value. */
const hiddenBy = (withheld: readonly Withheld[]): ReadonlySet<string> =>
  new Set(withheld.flatMap(({ what, of }) => ((what === 'answer' || what === 'evidence') && of !== undefined ? [of] : [])));

function publicAnswer(question: string, answer: Answer, isWithheld: IsWithheld): Answer | 'withheld' {
  if (isWithheld('answer', question)) return 'withheld';
  const { evidence, note, ...said } = answer;
  return {
    ...said,
    ...(evidence && !isWithheld('evidence', question) ? { evidence } : {}),
    ...(note !== undefined && !isWithheld('note', question) ? { note } : {}),
  };
}
