import { exitsOf } from '../../core/exits.ts';
import type { Answers } from '../../core/format/answer.ts';
import type { Model } from '../../core/model.ts';
import { type NextQuestion, nextQuestions } from '../../core/next.ts';
import type { Result } from '../../core/result.ts';
import { type Commitment, commitmentsOf, MOST_PRINTED } from './commitments.ts';

/** What is found for a bid by trying, which takes time: the ways out of its gates, what they come to, and what to ask next. */
export interface Ways {
  /** How many, by id of a gate that is true or could be. */
  readonly exits: ReadonlyMap<string, number>;
  /** The first of them, as many as are printed. */
  readonly commitments: readonly Commitment[];
  /** Open questions, the most telling first (method R4). */
  readonly next: readonly NextQuestion[];
}

export function waysOf(model: Model, answers: Answers, result: Result): Ways {
  const open = result.gates.filter(({ state }) => state !== 'false');
  const exits = new Map(open.map(({ id }) => [id, exitsOf(model, answers, result, id)]));
  return {
    exits: new Map([...exits].map(([gate, ways]) => [gate, ways.length])),
    commitments: commitmentsOf(model, answers, result, exits).slice(0, MOST_PRINTED),
    next: nextQuestions(model, answers, result),
  };
}
