/** The assessments that are here, side by side: make, copy, name, bin, file in, file out. */
import { canonicalJson } from '../core/canonical.ts';
import type { Detail, Entry } from '../core/format/assessment.ts';
import type { Facts, Policy } from '../core/format/facts.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { fold } from '../core/history.ts';
import { isFinal } from '../core/line.ts';
import { type Outcome, problem } from '../core/problems.ts';
import { announce } from './announce.ts';
import { type Header, StorageError, type Writing, write } from './database.ts';
import { assessmentOf, partsOf, sameDocuments } from './documents.ts';
import { fileName, fileText, readText } from './files.ts';
import { newKey, now } from './identity.ts';
import { addAssessmentIn, deleteAssessmentIn, refuseFinal, sweepDocumentsIn } from './keeping.ts';
import { addEntriesIn, assessmentIn, readAssessment, type WholeAssessment } from './records.ts';
import { commit, refresh, stamp, useWorkspace } from './workspace.ts';

type Details = Readonly<Partial<Record<Detail, string>>>;

const EVERYTHING = ['assessments', 'entries', 'documents', 'questionnaires', 'procedureEntries'] as const;

/** Begins an assessment. @returns its id @throws if it could not be saved */
export async function createAssessment(start: {
  questionnaire: Questionnaire;
  policy: Policy;
  facts: Facts;
  details: Details;
}): Promise<string> {
  const { header, documents } = partsOf({ ...start, id: newKey(), created: now() });
  const history = Object.entries(start.details).map(([detail, value]) => detailEntry(detail as Detail, value));
  await writeAndTell((tx) => addAssessmentIn(tx, header, documents, history));
  // So that the browser clears other sites' storage first; it may decline, and some have no such thing.
  globalThis.navigator?.storage?.persist?.().catch(() => undefined);
  return header.id;
}

/** An independent copy under another title, with the same history until now. @returns its id @throws if it could not be saved, or is final */
export async function duplicateAssessment(id: string, title: string): Promise<string> {
  const copy = newKey();
  await writeAndTell(async (tx) => {
    const whole = await existing(tx, id);
    refuseFinal(whole.history);
    const { questionnaire, policy, facts, created } = whole.header;
    await tx.objectStore('assessments').add({ id: copy, created, questionnaire, policy, facts });
    await addEntriesIn(tx, copy, 0, [...whole.history, detailEntry('title', title)]);
  });
  return copy;
}

/** Gives an assessment another title: one more line of its history. @throws if it could not be saved, or is final */
export async function renameAssessment(id: string, title: string): Promise<void> {
  if (useWorkspace.getState().open?.assessment.id === id) {
    refuseFinal(useWorkspace.getState().open?.history ?? []);
    commit({ kind: 'detail', detail: 'title', value: title });
    return;
  }
  await writeAndTell(async (tx) => {
    const { history } = await existing(tx, id);
    refuseFinal(history);
    await addEntriesIn(tx, id, history.length, [detailEntry('title', title)]);
  });
  announce({ kind: 'entries', id });
}

/** Puts an assessment into the bin; nothing of it is lost. @throws if it could not be saved */
export const binAssessment = (id: string): Promise<void> => changeHeader(id, (header) => ({ ...header, binned: now() }));

/** Takes an assessment out of the bin. @throws if it could not be saved */
export const restoreAssessment = (id: string): Promise<void> => changeHeader(id, ({ binned: _, ...header }) => header);

/** Deletes an assessment for good. There is no way back: ask first. @throws if it could not be saved */
export function purgeAssessment(id: string): Promise<void> {
  return writeAndTell(async (tx) => {
    await deleteAssessmentIn(tx, id);
    await sweepDocumentsIn(tx);
  });
}

/**
 * The assessment file of an assessment: keys in order, two spaces, so the same assessment has the same text. An open one goes out as it
 * is seen, saved or not.
 * @returns the text and a name for the file
 * @throws if there is no such assessment
 */
export async function exportAssessment(id: string): Promise<{ readonly name: string; readonly text: string }> {
  const { open } = useWorkspace.getState();
  const whole: WholeAssessment | null =
    open?.assessment.id === id ? { ...open.model, header: open.assessment, history: open.history } : await readAssessment(id);
  if (!whole) throw new StorageError('removed');
  const { title, vendor } = fold(whole.history).details;
  return { name: fileName(title || vendor || id, 'assessment'), text: fileText(assessmentOf(whole)) };
}

/**
 * What came of a file. `new`: it was not here. `grown`: it was here and the file has later entries, which were added. `known`: all of
 * it was here already. `copy`: the one here has gone another way since, or was made with other documents, so both are kept, the
 * file's under a new id; give it a title that tells them apart.
 */
export interface Imported {
  readonly id: string;
  readonly outcome: 'new' | 'grown' | 'known' | 'copy';
  /** Entries that were added. */
  readonly added: number;
  /** For a `copy`: the one here, where the two could be merged. */
  readonly beside?: string;
}

/**
 * Takes in an assessment file, whole, or refuses it with every problem found. One that is in the bin comes out of it. What is final keeps its id,
 * so it is refused where something else is here under that.
 * @throws if it could not be saved; nothing is changed then
 */
export async function importAssessment(file: Blob): Promise<Outcome<Imported>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const { parseAssessment } = await import('../core/parse.ts');
  const parsed = parseAssessment(text.value);
  if (!parsed.ok) return parsed;
  const { header, documents } = partsOf(parsed.value);
  const { history } = parsed.value;
  const copy = newKey();
  const value = await writeAndTell(async (tx): Promise<Imported | null> => {
    const here = await assessmentIn(tx, header.id);
    if (!here) {
      await addAssessmentIn(tx, header, documents, history);
      return { id: header.id, outcome: 'new', added: history.length };
    }
    if (!sameDocuments(here.header, header) || !haveOneBeginning(here.history, history)) {
      if (isFinal(history)) return null;
      await addAssessmentIn(tx, { ...header, id: copy }, documents, history);
      return { id: copy, outcome: 'copy', added: history.length, ...(sameDocuments(here.header, header) && { beside: header.id }) };
    }
    const { binned: _, ...restored } = here.header;
    await tx.objectStore('assessments').put(restored);
    const later = history.slice(here.history.length);
    if (later.length > 0) refuseFinal(here.history);
    await addEntriesIn(tx, header.id, here.history.length, later);
    return { id: header.id, outcome: later.length > 0 ? 'grown' : 'known', added: later.length };
  });
  if (!value) return { ok: false, problems: [problem('/id', 'final-beside', { id: header.id })] };
  if (value.outcome === 'grown') {
    announce({ kind: 'entries', id: value.id });
    await refresh();
  }
  return { ok: true, value, warnings: parsed.warnings };
}

/** Is one history the beginning of the other? Entry by entry, not by id alone: a file may have been edited. */
export function haveOneBeginning(a: readonly unknown[], b: readonly unknown[]): boolean {
  const length = Math.min(a.length, b.length);
  return canonicalJson(a.slice(0, length)) === canonicalJson(b.slice(0, length));
}

const detailEntry = (detail: Detail, value: string): Entry => stamp({ kind: 'detail', detail, value });

async function existing(tx: Writing, id: string): Promise<WholeAssessment> {
  const whole = await assessmentIn(tx, id);
  if (!whole) throw new StorageError('removed');
  return whole;
}

function changeHeader(id: string, change: (header: Header) => Header): Promise<void> {
  return writeAndTell(async (tx) => {
    const { header } = await existing(tx, id);
    await tx.objectStore('assessments').put(change(header));
  });
}

/** Writes, then tells every window that a list has changed. */
async function writeAndTell<T>(work: (tx: Writing) => Promise<T>): Promise<T> {
  const value = await write([...EVERYTHING], work);
  announce({ kind: 'list' });
  return value;
}
