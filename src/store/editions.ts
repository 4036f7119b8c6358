/** Making an assessment final, and going on from it in a new version. */
import { editionProblems } from '../core/editions/check.ts';
import { finalOf, namedBy, supersededIn } from '../core/editions/versions.ts';
import type { FinalEntry } from '../core/format/assessment.ts';
import type { Final } from '../core/format/final.ts';
import { fold } from '../core/history.ts';
import { type Outcome, problem } from '../core/problems.ts';
import { foldProcedure } from '../core/procedure/state.ts';
import { announce } from './announce.ts';
import { type Header, read, StorageError, type Writing, write } from './database.ts';
import { assessmentOf } from './documents.ts';
import { newKey, now } from './identity.ts';
import { PROCEDURE_STORES, procedureIn } from './procedureRecords.ts';
import { addEntriesIn, assessmentIn, entriesIn, readAssessment } from './records.ts';
import { refresh, retry, stamp, useWorkspace } from './workspace.ts';

/**
 * Makes the open assessment final, as it is seen: in one transaction, so nothing that another window writes slips in unseen.
 * @returns what keeps it from being final, if anything
 * @throws if it could not be saved
 */
export async function finalise(final: Final): Promise<Outcome<FinalEntry>> {
  const { open } = useWorkspace.getState();
  if (!open) throw new Error('no assessment is open');
  const { id } = open.assessment;
  await retry();
  const entry = stamp({ kind: 'final', ...final }) as FinalEntry;
  const outcome = await write(['assessments', 'entries', 'documents'], async (tx): Promise<Outcome<FinalEntry>> => {
    const whole = await assessmentIn(tx, id);
    if (!whole) throw new StorageError('removed');
    const isSeen = whole.history.length === open.history.length && whole.history.at(-1)?.id === open.history.at(-1)?.id;
    if (!isSeen) return { ok: false, problems: [problem('', 'final-changed')] };
    const problems = editionProblems({ ...assessmentOf(whole), history: [...whole.history, entry] });
    if (problems.length > 0) return { ok: false, problems };
    await addEntriesIn(tx, id, whole.history.length, [entry]);
    return { ok: true, value: entry, warnings: [] };
  });
  if (outcome.ok) {
    announce({ kind: 'entries', id });
    announce({ kind: 'list' });
  }
  await refresh();
  return outcome;
}

/**
 * Begins a new version of a final assessment: one of its own, outside of any procedure, with the whole history. That of a bid is made under the
 * criteria in force, so that it can join in place of the one before.
 * @returns its id
 * @throws if it could not be saved
 */
export async function beginVersion(id: string): Promise<string> {
  const before = await readAssessment(id);
  if (!before) throw new StorageError('removed');
  if (!finalOf(before.history)) throw new Error('only what is final has a next version');
  // Hashing takes time, so it is done before the transaction begins; what is final does not change meanwhile.
  const entry = stamp({ kind: 'supersedes', ...namedBy(assessmentOf(before)) });
  const version = newKey();
  await write([...PROCEDURE_STORES], async (tx) => {
    const { questionnaire, policy, facts } = await criteriaFor(tx, before.header);
    await tx.objectStore('assessments').add({ id: version, created: now(), questionnaire, policy, facts });
    await addEntriesIn(tx, version, 0, [...before.history, entry]);
  });
  announce({ kind: 'list' });
  return version;
}

async function criteriaFor(tx: Writing, { procedure, questionnaire, policy, facts }: Header) {
  const own = { questionnaire, policy, facts };
  const whole = procedure === undefined ? null : await procedureIn(tx, procedure);
  const criteria = whole && foldProcedure(whole.history).criteria;
  // Which answers would carry over to another questionnaire is for a person to see.
  return criteria?.questionnaire === questionnaire ? criteria : own;
}

/** A version on this device that goes on from a final assessment. */
export interface Version {
  readonly id: string;
  readonly title: string;
  /** What made it final; null: it is open. */
  readonly final: FinalEntry | null;
}

/** The versions on this device that go on from this very assessment, those in the bin left out; oldest first. */
export async function versionsAfter(id: string): Promise<readonly Version[]> {
  const all = await read(['assessments', 'entries'], async (tx) => {
    const headers = (await tx.objectStore('assessments').getAll()).filter(({ binned }) => binned === undefined);
    return Promise.all(headers.map(async (header) => ({ header, history: await entriesIn(tx, header.id) })));
  });
  return all
    .filter(({ history }) => supersededIn(history)?.assessment === id)
    .sort((a, b) => (a.header.created < b.header.created ? -1 : 1))
    .map(({ header, history }) => ({ id: header.id, title: fold(history).details.title ?? '', final: finalOf(history) }));
}
