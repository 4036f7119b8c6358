/**
 * The state of any history (`line.ts`), also of one in which several evaluators did not see each other's entries: then what all of
 * them say stands, and where they differ nothing does until someone settles it with a reason.
 */
import type { Answer } from './format/answer.ts';
import type { Detail, Entry, GivenEntry } from './format/assessment.ts';
import { effective, foldLine, overrideOf, type State } from './line.ts';
import { agree, common, isGiven, seeing } from './voices.ts';

export type { State } from './line.ts';

/**
 * By thing that entries are about: those whose place no later one took. One, or several where their authors had not seen each other's.
 * An answer without a reason takes no place of answers that differ (SPEC E4).
 */
export function standing(history: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const saw = seeing(history);
  const found = new Map<string, readonly Entry[]>();
  for (const entry of effective(history)) {
    const about = entry.kind === 'answer' ? `answer ${entry.question}` : entry.kind === 'detail' ? `detail ${entry.detail}` : entry.kind;
    const before = found.get(about) ?? [];
    const seen = before.filter((one) => saw(entry, one));
    const settles = entry.kind !== 'answer' || entry.reason || agree(seen.filter(isGiven));
    found.set(about, [...(settles ? before.filter((one) => !seen.includes(one)) : before), entry]);
  }
  return found;
}

/** The state that a history comes to. */
export function fold(history: readonly Entry[]): State {
  if (!history.some(({ after }) => after)) return foldLine(history);
  const answers = new Map<string, Answer>();
  const given = new Map<string, Entry>();
  const disputed = new Map<string, readonly GivenEntry[]>();
  const details: Partial<Record<Detail, string>> = {};
  let override: State['override'] = null;
  for (const entries of standing(history).values()) {
    // Who took an answer back has none; it is no other voice.
    const voices = entries.filter(isGiven);
    const [first, ...others] = voices;
    if (first && agree(voices)) answers.set(first.question, common(first, others));
    else if (first) disputed.set(first.question, voices);
    for (const entry of entries) {
      if (entry.kind === 'answer' && !disputed.has(entry.question)) given.set(entry.question, first ?? entry);
      // Facts that differ stand side by side; of ratings set by hand that differ, none holds.
      if (entry.kind === 'detail') details[entry.detail] = beside(entries);
      if (entry.kind === 'override') override = entries.length === 1 ? overrideOf(entry) : null;
    }
  }
  return { answers, given, details, override, disputed };
}

const beside = (entries: readonly Entry[]): string =>
  [...new Set(entries.map((one) => (one.kind === 'detail' ? one.value : '')))].filter(Boolean).sort().join(' / ');
