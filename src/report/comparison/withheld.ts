/** A bid known by its label alone: what people typed may name the bidder, so none of it is shown. */
import type { Answer, Row, Value } from '../../core/format/answer.ts';
import type { Detail } from '../../core/format/assessment.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { State } from '../../core/history.ts';
import type { Model } from '../../core/model.ts';
import { isRows } from '../../core/questions/kind.ts';

/** Details that say nothing of the bidder. */
const SHOWN: readonly Detail[] = ['authority', 'procedure', 'lot', 'assessor', 'factsAsOf', 'label'];

/** The state with `words` in place of typed text, and without what evidence is called. No typed text is scored, so its result stays. */
export function withheld(state: State, model: Model, words: string): State {
  const { position } = state.details;
  return {
    ...state,
    details: {
      ...Object.fromEntries(SHOWN.flatMap((detail) => (state.details[detail] === undefined ? [] : [[detail, state.details[detail]]]))),
      ...(position ? { position: words } : {}),
    },
    answers: new Map(
      [...state.answers].map(([id, answer]) => {
        const question = model.items[model.indexOf(id) ?? -1]?.question;
        return [id, question ? untold(answer, question, words) : answer];
      }),
    ),
  };
}

function untold({ note: _, ...answer }: Answer, question: Question, words: string): Answer {
  const { grade, date } = answer.evidence ?? {};
  const evidence = { ...(grade === undefined ? {} : { grade }), ...(date === undefined ? {} : { date }) };
  const shown = answer.evidence ? { ...answer, evidence } : answer;
  return shown.state === 'answered' ? { ...shown, value: untoldValue(shown.value, question, words) } : shown;
}

function untoldValue(value: Value, question: Question, words: string): Value {
  if (question.type === 'text') return words;
  if (question.type !== 'table' || !isRows(value)) return value;
  const typed = new Set(question.columns.flatMap(({ id, type }) => (type === 'text' ? [id] : [])));
  return value.map((row): Row => Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, typed.has(id) ? words : cell])));
}
