/** A bid known by its label alone: what people typed may name the bidder, so none of it is shown. */

import { placedQuestions } from '../../core/check/walk.ts';
import type { Answer, Row, Value } from '../../core/format/answer.ts';
import type { Assessment, Detail, Entry } from '../../core/format/assessment.ts';
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
        return [id, question ? untold(answer, question, () => words) : answer];
      }),
    ),
  };
}

/**
 * The history without typed text, for the record of such a bid: it comes to the same result. Answers of evaluators that differ stay
 * different, by a number behind `words`; what the buyer answers for all is left, since it stands in the criteria anyway.
 */
export function withheldHistory({ questionnaire, history }: Assessment, words: string): readonly Entry[] {
  const questions = new Map(placedQuestions(questionnaire).map(({ question }) => [question.id, question]));
  const told = new Map<string, string>();
  const instead = (text: string): string => {
    const found = told.get(text) ?? (told.size === 0 ? words : `${words} ${told.size + 1}`);
    told.set(text, found);
    return found;
  };
  // Who made it final, and what it took the place of, bears on no answer.
  const bearing = history.filter(({ kind }) => kind !== 'final' && kind !== 'supersedes');
  return bearing.map((entry): Entry => {
    if (entry.kind === 'detail') return SHOWN.includes(entry.detail) || !entry.value ? entry : { ...entry, value: instead(entry.value) };
    if (entry.kind === 'override') return entry.override ? { ...entry, override: { ...entry.override, reason: words } } : entry;
    if (entry.kind !== 'answer' || !entry.answer) return entry;
    const question = questions.get(entry.question);
    const answer = question && question.evidence !== 'none' ? untold(entry.answer, question, instead) : entry.answer;
    return { ...entry, answer, ...(entry.reason === undefined ? {} : { reason: words }) };
  });
}

type Instead = (text: string) => string;

function untold({ note: _, ...answer }: Answer, question: Question, instead: Instead): Answer {
  const { grade, date } = answer.evidence ?? {};
  const evidence = { ...(grade === undefined ? {} : { grade }), ...(date === undefined ? {} : { date }) };
  const shown = answer.evidence ? { ...answer, evidence } : answer;
  return shown.state === 'answered' ? { ...shown, value: untoldValue(shown.value, question, instead) } : shown;
}

function untoldValue(value: Value, question: Question, instead: Instead): Value {
  if (question.type === 'text') return instead(String(value));
  if (question.type !== 'table' || !isRows(value)) return value;
  const typed = new Set(question.columns.flatMap(({ id, type }) => (type === 'text' ? [id] : [])));
  return value.map((row): Row => Object.fromEntries(sorted(row).map(([id, cell]) => [id, typed.has(id) ? instead(String(cell)) : cell])));
}

/** The numbers of `withheldHistory` must not depend on the order in which a file has its keys. */
const sorted = (row: Row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
