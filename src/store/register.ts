/** The register of reports that were given out, and the disposal of what they were made from. */
import { type Outcome, problem } from '../core/problems.ts';
import { announce } from './announce.ts';
import { type RegisterLine, read, write } from './database.ts';
import { newKey, now } from './identity.ts';
import { deleteAssessmentIn, sweepDocumentsIn } from './keeping.ts';
import { useSettings } from './settings.ts';

export type { RegisterLine } from './database.ts';
/** A report that was given out and is not disposed of. */
export type IssuedLine = Exclude<RegisterLine, { readonly disposed: object }>;

export const isIssued = (line: RegisterLine): line is IssuedLine => line.disposed === undefined;

/** Enters a report that is given out now; the very same file is entered once. @throws if it could not be saved */
export async function enterReport(report: Omit<IssuedLine, 'id' | 'issued' | 'by' | 'disposed'>): Promise<void> {
  const line: IssuedLine = { ...report, id: newKey(), issued: now(), by: useSettings.getState().person };
  const isNew = await write(['register'], async (tx) => {
    const lines = await tx.objectStore('register').getAll();
    if (lines.some((one) => isIssued(one) && one.pdf === line.pdf && one.assessment === line.assessment)) return false;
    await tx.objectStore('register').add(line);
    return true;
  });
  if (isNew) announce({ kind: 'list' });
}

/** Newest first; what was disposed of goes by the day of that. */
export async function listRegister(): Promise<readonly RegisterLine[]> {
  const lines = await read(['register'], (tx) => tx.objectStore('register').getAll());
  const timeOf = (line: RegisterLine) => (isIssued(line) ? line.issued : line.disposed.at);
  return lines.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

/**
 * Deletes an assessment for good and what the register says of its reports, but for their hashes, who did it and when; of a comparison, what the
 * register says of that one report. There is no way back: ask first. Refused for a bid of a procedure on this device.
 * @throws if it could not be saved; nothing is changed then
 */
export async function dispose({ id: chosen, assessment }: Pick<IssuedLine, 'id' | 'assessment'>): Promise<Outcome<null>> {
  const disposed = { at: now(), by: useSettings.getState().person };
  const isDone = await write(['assessments', 'entries', 'documents', 'questionnaires', 'procedureEntries', 'register'], async (tx) => {
    if (assessment !== '') {
      const header = await tx.objectStore('assessments').get(assessment);
      if (header?.procedure !== undefined) return false;
      await deleteAssessmentIn(tx, assessment);
      await sweepDocumentsIn(tx);
    }
    const register = tx.objectStore('register');
    const lines = (await register.getAll()).filter(
      (line) => isIssued(line) && (assessment === '' ? line.id === chosen : line.assessment === assessment),
    );
    await Promise.all(lines.map(({ id, pdf, record }) => register.put({ id, pdf, record, disposed })));
    return true;
  });
  if (!isDone) return { ok: false, problems: [problem('', 'dispose-bid')] };
  announce({ kind: 'list' });
  return { ok: true, value: null, warnings: [] };
}
