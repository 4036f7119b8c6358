import type { Answer, Row, Value } from '../format/answer.ts';
import type { Question } from '../format/questionnaire.ts';
import type { Item, Model } from '../model.ts';
import { kindOf } from '../questions/index.ts';
import { isList, isRows } from '../questions/kind.ts';

/** Answers of one risk that an open answer could turn out to be. */
export interface Outcome {
  readonly risk: number;
  readonly answers: readonly [Answer, ...Answer[]];
}

/**
 * What an answer could turn out to be, by risk: any sample (G5.3) and step of a number where there is none; what is listed with more in it where the list
 * may be incomplete, with its open cells filled; the answer itself or a riskier one where its evidence is `weak`. The outcomes of
 * a question that is never scored are all of one risk.
 */
export function outcomesOf(model: Model, { question, bounds }: Item, answer: Answer | undefined, weak: boolean): readonly Outcome[] {
  const kind = kindOf(question);
  const risk = (value: Value) => (bounds ? kind.risk(question, value, false, model.classify).low : 0);
  const samples = [...stepsOf(question), ...kind.samples(question, model.classify, model.countries)];
  const values = answer?.state === 'answered' ? outOf(question, answer, samples, weak ? risk : null) : samples;
  const found = new Map<number, [Answer, ...Answer[]]>();
  for (const value of values) {
    const one = settled(model, { state: 'answered', value });
    const alike = found.get(risk(value));
    if (alike) alike.push(one);
    else found.set(risk(value), [one]);
  }
  return [...found].map(([risk, answers]) => ({ risk, answers }));
}

/** As if shown on the best evidence: what is uncertain about it is in the draw. */
export const settled = (model: Model, answer: Answer): Answer =>
  answer.state === 'answered'
    ? { state: 'answered', value: answer.value, evidence: { grade: model.questionnaire.grades.at(-1)?.id } }
    : answer;

/** Values that a number is tried at, beside its samples: a hundred steps from least to greatest. */
function stepsOf(question: Question): readonly number[] {
  if (question.type !== 'number') return [];
  const { min, max, integer } = question;
  const steps = Array.from({ length: 101 }, (_, i) => min + (i / 100) * (max - min));
  return integer ? [...new Set(steps.map(Math.round))] : steps;
}

type Answered = Extract<Answer, { state: 'answered' }>;

/** `risk`: null where the answer is well shown. */
function outOf(
  question: Question,
  { value, incomplete }: Answered,
  samples: readonly Value[],
  risk: ((value: Value) => number) | null,
): readonly Value[] {
  const gaps = hasOpenCells(question, value);
  if (!incomplete && !gaps) return risk ? [value, ...samples.filter((sample) => risk(sample) > risk(value))] : [value];
  const further = samples.flatMap((sample) =>
    Array.isArray(sample) && sample.length > 0 ? [grown(value, sample, incomplete === true)] : [],
  );
  return [...(gaps ? [] : [value]), ...further.filter((one) => kindOf(question).accept(question, one, null).length === 0)];
}

const hasOpenCells = (question: Question, value: Value): boolean =>
  question.type === 'table' && isRows(value) && value.some((row) => question.columns.some(({ id }) => row[id] === undefined));

/** The list with the open cells of its rows taken from the sample's, and, where there may be `more`, the sample at its end. */
function grown(value: Value, sample: readonly (string | Row)[], more: boolean): Value {
  const first = sample[0];
  const known = isRows(value) && typeof first === 'object' ? value.map((row) => ({ ...first, ...row })) : isList(value) ? value : [];
  return [...known, ...(more ? sample : [])] as Value;
}
