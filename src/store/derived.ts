/** Assessments made from others: merged, or moved to a newer version. What they are made from stays as it is. */
import type { Assessment } from '../core/format/assessment.ts';
import { announce } from './announce.ts';
import { write } from './database.ts';
import { partsOf } from './documents.ts';
import { newKey } from './identity.ts';
import { addAssessmentIn } from './keeping.ts';
import { type EntryDraft, stamp } from './workspace.ts';

/** Puts a new assessment there with this history, and after it lines of today. @returns its id @throws if it could not be saved */
export async function addDerived(made: Omit<Assessment, 'format' | 'id'>, lines: readonly EntryDraft[]): Promise<string> {
  const { header, documents } = partsOf({ ...made, id: newKey() });
  const history = [...made.history, ...lines.map(stamp)];
  await write(['assessments', 'entries', 'documents'], (tx) => addAssessmentIn(tx, header, documents, history));
  announce({ kind: 'list' });
  return header.id;
}
