/** Files of two evaluators of one bid, who went on from what a colleague had answered, without seeing each other's work. */
import { readFile } from 'node:fs/promises';
import type { Answer } from '../../../src/core/format/answer.ts';
import type { Assessment, Entry } from '../../../src/core/format/assessment.ts';
import { newFile } from './files.ts';

type Said = Readonly<Record<string, Answer | null>>;

/** Entries of one person, one minute after another. */
export function linesOf(by: string, said: Said): readonly Entry[] {
  return Object.entries(said).map(([question, answer], i) => ({
    id: `${by.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${question}`,
    at: new Date(Date.parse('2026-11-24T09:00:00.000Z') + i * 60_000).toISOString(),
    by,
    kind: 'answer',
    question,
    answer,
  }));
}

export const shownBy = (value: string | number, grade: string, title: string, note?: string): Answer => ({
  state: 'answered',
  value,
  evidence: { grade, title },
  ...(note && { note }),
});

/** The example of bidder B, and after it these lines. @returns path of the file */
export async function bidFile(name: string, lines: readonly Entry[], more: Partial<Assessment> = {}): Promise<string> {
  const text = await readFile('questionnaires/examples/meridian.json', 'utf8');
  const example = JSON.parse(text) as Assessment;
  return newFile(name, JSON.stringify({ ...example, id: 'bidder-b-0001', history: [...example.history, ...lines], ...more }));
}

export const ADA = linesOf('Ada Anders', {
  'dl-05': shownBy('eutrust', 'e2', 'Contract, annex 4', 'The trustee holds the keys to the rooms.'),
  'op-07': { state: 'unknown', note: 'Asked on 24 November; no answer.' },
  'ic-03': shownBy(40, 'e1', 'Own count'),
  'op-12': shownBy('part', 'e2', 'Contract, annex 9'),
});
export const BEN = linesOf('Ben Baert', {
  'dl-05': shownBy('group', 'e3', 'Visit on site', 'The trustee has no staff there.'),
  'op-07': { state: 'declined' },
  'ic-03': shownBy(40, 'e2', 'Statement of the terminal'),
});
