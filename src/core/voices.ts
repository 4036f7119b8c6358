/**
 * One history may hold what several evaluators wrote without seeing each other's entries (`evaluators/merge.ts`). Here is who had seen
 * what, and what stands where several said something about one thing: only what all of them say.
 */
import type { Answer } from './format/answer.ts';
import type { Entry, GivenEntry } from './format/assessment.ts';

/** Had the author of the later entry seen the earlier one? */
type Seeing = (later: Entry, earlier: Entry) => boolean;

/** An entry had seen all before it, unless it says which it followed (SPEC E1). Takes time in proportion to the history and its lines. */
export function seeing(history: readonly Entry[]): Seeing {
  if (!history.some(({ after }) => after)) return () => true;
  const places = new Map(history.map(({ id }, place) => [id, place]));
  /** Per entry with `after`: it had seen all up to a place, and these. Shared along a line, so a later entry of it may stand in it. */
  const seen: ({ all: number; also: Set<number> } | undefined)[] = [];
  history.forEach(({ after }, place) => {
    if (!after) return;
    const goesOn = after.length === 1 && places.get(after[0] ?? '') === place - 1 && seen[place - 1];
    const own = goesOn || { all: -1, also: new Set<number>() };
    seen[place] = own;
    if (goesOn) own.also.add(place - 1);
    else
      for (const id of after) {
        const at = places.get(id) ?? -1;
        const before = seen[at];
        own.all = Math.max(own.all, before ? before.all : at);
        if (before) for (const one of [...before.also, at]) if (one <= at) own.also.add(one);
      }
  });
  return (later, earlier) => {
    const own = seen[places.get(later.id) ?? -1];
    const place = places.get(earlier.id) ?? -1;
    return !own || place <= own.all || own.also.has(place);
  };
}

/** Does the entry give an answer, rather than take one back? */
export const isGiven = (entry: Entry): entry is GivenEntry => entry.kind === 'answer' && entry.answer !== null;

/** What an answer says, whatever it is shown on: the order of what it lists means nothing. */
const printOf = (answer: Answer): string =>
  JSON.stringify(
    answer.state === 'answered'
      ? [Array.isArray(answer.value) ? answer.value.map((one) => sorted(one)).sort() : answer.value, answer.incomplete === true]
      : answer.state,
  );
const sorted = (one: unknown): string => JSON.stringify(typeof one === 'object' ? Object.entries(one ?? {}).sort() : one);

/** Do they all say the same? */
export const agree = (entries: readonly GivenEntry[]): boolean => new Set(entries.map(({ answer }) => printOf(answer))).size < 2;

/** The answer of entries that agree: what they say, and of evidence and note what is the same in all (SPEC E3). */
export function common({ answer }: GivenEntry, others: readonly GivenEntry[]): Answer {
  if (others.length === 0) return answer;
  const shared = <T>(part: (answer: Answer) => T): T | undefined =>
    others.every((other) => JSON.stringify(part(other.answer)) === JSON.stringify(part(answer))) ? part(answer) : undefined;
  const { evidence: _, note: __, ...said } = answer;
  const grade = shared((one) => one.evidence?.grade);
  const evidence = shared((one) => one.evidence) ?? (grade && { grade });
  const note = shared((one) => one.note);
  return { ...said, ...(evidence && { evidence }), ...(note && { note }) };
}
