/** Questionnaires that a person loaded into this browser, beside the shipped ones. */
import { hashOf } from '../core/canonical.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { type Outcome, problem } from '../core/problems.ts';
import { announce } from './announce.ts';
import { read, write } from './database.ts';
import { readText } from './files.ts';
import { addDocumentsIn, sweepDocumentsIn } from './keeping.ts';
import { documentIn } from './records.ts';
import { entryOf, isShipped, type QuestionnaireEntry } from './shipped.ts';

/** The person's own questionnaires. */
export async function listQuestionnaires(): Promise<readonly QuestionnaireEntry[]> {
  const documents = await read(['questionnaires', 'documents'], async (tx) => {
    const hashes = await tx.objectStore('questionnaires').getAll();
    return Promise.all(hashes.map((sha256) => documentIn(tx, sha256)));
  });
  return documents.flatMap((document) => (document?.kind === 'questionnaire' ? [entryOf(document.value)] : []));
}

/** One of the person's own questionnaires, or null. */
export function loadQuestionnaire(key: string): Promise<Questionnaire | null> {
  return read(['questionnaires', 'documents'], async (tx) => {
    const sha256 = await tx.objectStore('questionnaires').get(key);
    const document = sha256 === undefined ? undefined : await documentIn(tx, sha256);
    return document?.kind === 'questionnaire' ? document.value : null;
  });
}

/**
 * Takes in a questionnaire file, whole, or refuses it with every problem found. A version stands for one text: another text under
 * an `id@version` that is already here is refused (`questionnaire-version-taken`).
 * @throws if it could not be saved
 */
export async function addQuestionnaire(file: Blob): Promise<Outcome<QuestionnaireEntry>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const [{ parseQuestionnaire }, { alterations }] = await Promise.all([import('../core/parse.ts'), import('./released.ts')]);
  const parsed = parseQuestionnaire(text.value);
  if (!parsed.ok) return parsed;
  const questionnaire = parsed.value;
  const entry = entryOf(questionnaire);
  const sha256 = hashOf(questionnaire);
  const taken: Outcome<QuestionnaireEntry> = {
    ok: false,
    problems: [problem('/version', 'questionnaire-version-taken', { found: entry.key })],
  };
  if (alterations(questionnaire, sha256).length > 0) return taken;
  if (isShipped(entry.key)) return { ok: true, value: entry, warnings: parsed.warnings };
  const added = await write(['questionnaires', 'documents'], async (tx) => {
    const present = await tx.objectStore('questionnaires').get(entry.key);
    if (present !== undefined) return present === sha256;
    await Promise.all([
      tx.objectStore('questionnaires').add(sha256, entry.key),
      addDocumentsIn(tx, new Map([[sha256, { kind: 'questionnaire', value: questionnaire }]])),
    ]);
    return true;
  });
  if (!added) return taken;
  announce({ kind: 'list' });
  return { ok: true, value: entry, warnings: parsed.warnings };
}

/** Takes a questionnaire off the list. Assessments and procedures that were made with it keep it. */
export async function removeQuestionnaire(key: string): Promise<void> {
  await write(['assessments', 'questionnaires', 'documents', 'procedureEntries'], async (tx) => {
    await tx.objectStore('questionnaires').delete(key);
    await sweepDocumentsIn(tx);
  });
  announce({ kind: 'list' });
}
