import type { Evidence } from '../format/answer.ts';
import type { Entry, GivenEntry } from '../format/assessment.ts';
import { type State, standing } from '../history.ts';
import type { Model } from '../model.ts';
import { agree, isGiven } from '../voices.ts';

/**
 * How the evaluators of one question stand (SPEC E3): all that were merged `agree` on what it says; some are `alone` with it, since the others
 * have no answer or an older one that they all had; or they `differ`.
 */
type Agreement = 'agree' | 'alone' | 'differ';

export interface Agreed {
  readonly question: string;
  readonly agreement: Agreement;
  /** What stands, by whom: one entry, or several whose authors had not seen each other's. */
  readonly voices: readonly GivenEntry[];
  /** They say the same, and show it differently. */
  readonly evidenceDiffers: boolean;
}

/** Question by question, in their order; without those that nobody has an answer to. `states`: of the files that were merged. */
export function agreementsOf(model: Model, states: readonly State[], merged: readonly Entry[]): readonly Agreed[] {
  const found = standing(merged);
  return model.items.flatMap(({ question: { id } }): readonly Agreed[] => {
    const voices = (found.get(`answer ${id}`) ?? []).filter(isGiven);
    const [first] = voices;
    if (!first) return [];
    const differ = !agree(voices);
    const all = states.every(({ given, answers }) => {
      const own = given.get(id);
      return answers.has(id) && own !== undefined && isGiven(own) && agree([own, first]);
    });
    return [
      {
        question: id,
        agreement: differ ? 'differ' : all ? 'agree' : 'alone',
        voices,
        evidenceDiffers: !differ && new Set(voices.map(({ answer }) => shown(answer.evidence))).size > 1,
      },
    ];
  });
}

const shown = ({ grade, title, date, reference, file }: Evidence = {}): string => JSON.stringify([grade, title, date, reference, file]);
