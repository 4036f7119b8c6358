import type { Entry, GivenEntry } from '../format/assessment.ts';
import { standing } from '../history.ts';
import { effective } from '../line.ts';
import { isGiven, seeing } from '../voices.ts';

/** A disagreement that someone settled (SPEC E4): the moderated value with its name and reason, and what each had said before. */
export interface Settled {
  readonly entry: GivenEntry;
  readonly voices: readonly GivenEntry[];
}

/** Those that count, oldest first; also one whose answer was changed since. */
export function settledIn(history: readonly Entry[]): readonly Settled[] {
  const saw = seeing(history);
  return effective(history).flatMap((entry): readonly Settled[] => {
    if (!isGiven(entry) || !entry.reason) return [];
    const seen = history.slice(0, history.indexOf(entry)).filter((one) => saw(entry, one));
    const voices = (standing(seen).get(`answer ${entry.question}`) ?? []).filter(isGiven);
    return voices.length > 1 ? [{ entry, voices }] : [];
  });
}
