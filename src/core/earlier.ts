/** Evidence and notes that were named for another answer than the one they stand beside now (SPEC H4). */
import type { Answer } from './format/answer.ts';
import type { Entry, GivenEntry } from './format/assessment.ts';
import { effective } from './line.ts';
import { agree, isGiven, seeing } from './voices.ts';

/** The answer that the evidence was named for, and the one that the note was written for, where it is not the present one. */
export interface Earlier {
  readonly evidence?: Answer;
  readonly note?: Answer;
}

/** For entries of this history that give an answer: what each kept of an earlier one. */
export function earlierIn(history: readonly Entry[]): (entry: Entry | undefined) => Earlier {
  const saw = seeing(history);
  const byQuestion = new Map<string, Extract<Entry, { kind: 'answer' }>[]>();
  for (const entry of effective(history)) {
    if (entry.kind !== 'answer') continue;
    const others = byQuestion.get(entry.question);
    if (others) others.push(entry);
    else byQuestion.set(entry.question, [entry]);
  }
  return (entry) => {
    if (!entry || !isGiven(entry)) return {};
    const all = byQuestion.get(entry.question) ?? [];
    const before = all.slice(0, Math.max(0, all.indexOf(entry))).filter((one) => saw(entry, one));
    const evidence = namedFor('evidence', before, entry);
    const note = namedFor('note', before, entry);
    return { ...(evidence && { evidence }), ...(note && { note }) };
  };
}

/** The answer for which the entry's part was named, where that says something else; looked for from the entry backwards. */
function namedFor(part: keyof Earlier, before: readonly Entry[], entry: GivenEntry): Answer | undefined {
  if (entry.answer[part] === undefined) return undefined;
  let named = entry;
  for (const one of [...before].reverse()) {
    // Named here first, or confirmed here by saying all of it again.
    if (!isGiven(one) || print(one.answer[part]) !== print(named.answer[part]) || print(one.answer) === print(named.answer)) break;
    named = one;
  }
  return agree([named, entry]) ? undefined : named.answer;
}

/** The same for what is alike, in whatever order its keys were written. */
const print = (thing: unknown): string | undefined =>
  JSON.stringify(thing, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
