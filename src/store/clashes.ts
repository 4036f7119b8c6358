/** What two windows said of one question. The history keeps both; a person is told. */
import type { Entry } from '../core/format/assessment.ts';

/**
 * @param history with what has just arrived from elsewhere in it
 * @param own ids of the entries that this window made
 * @param seen ids of the entries that this window knew before
 * @returns the questions that were answered here and that what arrived answers otherwise, or takes back
 */
export function clashesOf(history: readonly Entry[], own: ReadonlySet<string>, seen: ReadonlySet<string>): readonly string[] {
  const mine = new Map<string, string>();
  const ofMine = new Map<string, string>();
  for (const entry of history) {
    if (entry.kind !== 'answer' || !own.has(entry.id)) continue;
    mine.set(entry.question, JSON.stringify(entry.answer));
    ofMine.set(entry.id, entry.question);
  }
  const questions = history.flatMap((entry) => {
    if (own.has(entry.id) || seen.has(entry.id)) return [];
    if (entry.kind === 'undo') return ofMine.get(entry.entry) ?? [];
    if (entry.kind !== 'answer') return [];
    const said = mine.get(entry.question);
    return said === undefined || said === JSON.stringify(entry.answer) ? [] : entry.question;
  });
  return [...new Set(questions)];
}
