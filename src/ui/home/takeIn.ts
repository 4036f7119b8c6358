import type { Outcome } from '../../core/problems.ts';
import { type Imported, importAssessment } from '../../store/assessments.ts';
import { type Restored, restoreBackup } from '../../store/backup.ts';
import { type TakenIn, takeInBid } from '../../store/bids.ts';
import { readText } from '../../store/files.ts';
import { procedureOfBid } from '../../store/procedureList.ts';
import { type ImportedProcedure, importProcedure } from '../../store/procedures.ts';
import { addQuestionnaire } from '../../store/questionnaires.ts';
import { isSealed } from '../../store/sealed.ts';

export type Taken =
  | ({ readonly kind: 'assessment' } & Imported)
  | { readonly kind: 'questionnaire' }
  /** Nothing was taken in: it wants its passphrase first. */
  | { readonly kind: 'sealed' }
  | { readonly kind: 'backup'; readonly restored: Restored }
  | ({ readonly kind: 'procedure' } & ImportedProcedure)
  | { readonly kind: 'bid'; readonly procedure: string; readonly taken: TakenIn };

/**
 * Takes in a file by what it says it is: an assessment, a procedure, a questionnaire or a backup. One that a procedure here calls its bid goes
 * there, where it has to agree with the criteria.
 * @throws if it could not be saved
 */
export async function takeIn(file: File): Promise<Outcome<Taken>> {
  if (await isSealed(file)) return { ok: true, value: { kind: 'sealed' }, warnings: [] };
  const { format, id } = await saysOfItself(file);
  if (format.startsWith('soundings-questionnaire/')) {
    const added = await addQuestionnaire(file);
    return added.ok ? { ...added, value: { kind: 'questionnaire' } } : added;
  }
  if (format.startsWith('soundings-procedure/')) {
    const imported = await importProcedure(file);
    return imported.ok ? { ...imported, value: { kind: 'procedure', ...imported.value } } : imported;
  }
  if (format.startsWith('soundings-backup/')) {
    const restored = await restoreBackup(file);
    return restored.ok ? { ...restored, value: { kind: 'backup', restored: restored.value } } : restored;
  }
  const procedure = await procedureOfBid(id);
  if (procedure !== null) {
    // It has its label and its lot already.
    const taken = await takeInBid(procedure, file, { lot: '', labelOf: (letter) => letter });
    return taken.ok ? { ...taken, value: { kind: 'bid', procedure, taken: taken.value } } : taken;
  }
  const imported = await importAssessment(file);
  return imported.ok ? { ...imported, value: { kind: 'assessment', ...imported.value } } : imported;
}

/** What stands at the top of a file: nothing where it is too large or no sound JSON, which whoever reads it will say better. */
async function saysOfItself(file: File): Promise<{ readonly format: string; readonly id: string }> {
  const [text, { readJson }] = await Promise.all([readText(file), import('../../core/json.ts')]);
  const json = text.ok ? readJson(text.value) : text;
  const { format, id } = (json.ok && typeof json.value === 'object' ? (json.value ?? {}) : {}) as Readonly<Record<string, unknown>>;
  return { format: typeof format === 'string' ? format : '', id: typeof id === 'string' ? id : '' };
}
