/** A note that the database was lost, kept in the new one until a person has read it. */
import { type Row, read, write } from '../database.ts';

export interface Loss {
  /** When it was noticed. */
  readonly at: string;
  /** What came back. */
  readonly assessments: number;
  readonly procedures: number;
  readonly entries: number;
  /** Assessments that there had been, as far as is known. */
  readonly expected: number;
  /** Lines of histories that there had been and that did not come back, as far as is known. */
  readonly missing: number;
  /** Lines of the second copy that could not be read. */
  readonly damaged: number;
}

export const lossRow = (loss: Loss): Row => ['settings', 'loss', JSON.stringify(loss)];

export async function readLoss(): Promise<Loss | null> {
  const text = await read(['settings'], (tx) => tx.objectStore('settings').get('loss'));
  return text ? (JSON.parse(text) as Loss) : null;
}

/** Forgets the note. @throws if that could not be saved */
export async function forgetLoss(): Promise<void> {
  await write(['settings'], (tx) => tx.objectStore('settings').delete('loss'));
}
