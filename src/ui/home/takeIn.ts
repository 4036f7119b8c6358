import type { Outcome } from '../../core/problems.ts';
import { type Imported, importAssessment } from '../../store/assessments.ts';
import { addQuestionnaire } from '../../store/questionnaires.ts';

export type Taken = ({ readonly kind: 'assessment' } & Imported) | { readonly kind: 'questionnaire' };

/**
 * Takes in an assessment or a questionnaire, by what the file says it is.
 * @throws if it could not be saved
 */
export async function takeIn(file: File): Promise<Outcome<Taken>> {
  if (await saysQuestionnaire(file)) {
    const added = await addQuestionnaire(file);
    return added.ok ? { ...added, value: { kind: 'questionnaire' } } : added;
  }
  const imported = await importAssessment(file);
  return imported.ok ? { ...imported, value: { kind: 'assessment', ...imported.value } } : imported;
}

/** Looks at the beginning alone, where the format stands in files that are written by hand or by this app. */
async function saysQuestionnaire(file: File): Promise<boolean> {
  return /^\s*\{\s*("\$schema"\s*:\s*"[^"]*"\s*,\s*)?"format"\s*:\s*"soundings-questionnaire\//.test(await file.slice(0, 4096).text());
}
