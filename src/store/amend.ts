/**
 * The one way to change a procedure: in a single transaction its history grows, its bids follow, and what comes of it would pass as a file;
 * or nothing happens. So windows cannot lose each other's entries, and none writes what the state of the disk no longer allows.
 */
import { canonicalJson } from '../core/canonical.ts';
import type { Pinned, ProcedureEntry } from '../core/format/procedure.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { fold } from '../core/history.ts';
import { isFinal } from '../core/line.ts';
import { type Outcome, type Problem, problem } from '../core/problems.ts';
import { procedureProblems } from '../core/procedure/check.ts';
import { buyerQuestions } from '../core/procedure/criteria.ts';
import { foldProcedure } from '../core/procedure/state.ts';
import { announce } from './announce.ts';
import { type ProcedureHeader, StorageError, type Writing, write } from './database.ts';
import { newKey, now } from './identity.ts';
import { addDocumentsIn } from './keeping.ts';
import {
  addProcedureEntriesIn,
  bidsIn,
  type Documents,
  PROCEDURE_STORES,
  procedureIn,
  procedureOf,
  type WholeProcedure,
} from './procedureRecords.ts';
import { addEntriesIn, type WholeAssessment } from './records.ts';
import { useSettings } from './settings.ts';
import { refresh, stamp } from './workspace.ts';

type Draft<E> = E extends ProcedureEntry ? Omit<E, 'id' | 'at' | 'by'> : never;
type ProcedureDraft = Draft<ProcedureEntry>;

/** Makes a draft an entry: gives it an id, the time, and the name of who is at work. */
export const procedureEntry = (draft: ProcedureDraft): ProcedureEntry => ({
  ...draft,
  id: newKey(),
  at: now(),
  by: useSettings.getState().person.slice(0, 200),
});

/** What a change comes to. */
interface Amendment<T> {
  readonly value: T;
  readonly entries: readonly ProcedureEntry[];
  /** Those that the entries name; what is there already may be among them. */
  readonly documents?: Documents;
  /** Bids that joined or changed. A change of the criteria reaches all of them. */
  readonly bids?: readonly string[];
}

/** Thrown within a transaction, since that is what takes back all it has written. */
class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

/** Ends the change with this problem. */
export function refuse(code: string): never {
  throw new Refusal([problem('', code)]);
}

/**
 * Changes a procedure, or begins it where its header is given. `work` awaits nothing but the transaction's own requests and may run twice.
 * @throws if it could not be saved
 */
export async function amend<T>(
  id: string,
  work: (whole: WholeProcedure, tx: Writing) => Amendment<T> | Promise<Amendment<T>>,
  fresh?: ProcedureHeader,
): Promise<Outcome<T>> {
  const outcome = await writeOrRefuse(async (tx) => {
    if (fresh) await tx.objectStore('procedures').add(fresh);
    const whole = await procedureIn(tx, id);
    if (!whole) throw new StorageError('removed');
    const { value, entries, documents = new Map(), bids = [] } = await work(whole, tx);
    const next = { ...whole, history: [...whole.history, ...entries], documents: new Map([...whole.documents, ...documents]) };
    refuseUnsound(next);
    await addDocumentsIn(tx, documents);
    await addProcedureEntriesIn(tx, id, whole.history.length, entries);
    const reached = entries.some(({ kind }) => kind === 'criteria') ? null : bids;
    return { value, bids: new Set([...bids, ...(await settleIn(tx, next, reached))]), grew: entries.length > 0 };
  });
  if (!outcome.ok) return outcome;
  const { value, bids, grew } = outcome.value;
  if (fresh) announce({ kind: 'list' });
  if (grew) announce({ kind: 'procedure', id });
  tellOf(bids);
  return { ok: true, value, warnings: [] };
}

/** Writes whole, or refuses with nothing written. @throws if it could not be saved */
export async function writeOrRefuse<T>(work: (tx: Writing) => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await write([...PROCEDURE_STORES], work), warnings: [] };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** Ends the change where the procedure would not pass as a file. */
function refuseUnsound(next: WholeProcedure): void {
  const problems = procedureProblems(procedureOf(next)).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw new Refusal(problems);
}

/** Tells every window, this one included, of bids that have new entries or other documents. */
export function tellOf(bids: Iterable<string>): void {
  for (const id of bids) announce({ kind: 'entries', id });
  void refresh();
}

/**
 * Brings bids under the criteria in force: their documents, and the buyer's answers. One made with another questionnaire stays as it
 * is, since which of its answers would carry over is for a person to see; so does what is final. `ids`: those meant; null for all.
 * @returns ids of those that changed
 */
export async function settleIn(tx: Writing, whole: WholeProcedure, ids: readonly string[] | null): Promise<readonly string[]> {
  const { criteria, details } = foldProcedure(whole.history);
  if (!criteria || ids?.length === 0) return [];
  const questionnaire = whole.documents.get(criteria.questionnaire);
  if (questionnaire?.kind !== 'questionnaire') return [];
  const changed: string[] = [];
  for (const [id, bid] of await bidsIn(tx, whole, ids)) {
    if (bid.header.questionnaire !== criteria.questionnaire || isFinal(bid.history)) continue;
    const { policy, facts } = criteria;
    const isMoved = bid.header.policy !== policy || bid.header.facts !== facts;
    if (isMoved) await tx.objectStore('assessments').put({ ...bid.header, policy, facts });
    const entries = buyersEntries(bid, criteria, questionnaire.value, details.number || details.title || whole.header.id);
    await addEntriesIn(tx, id, bid.history.length, entries);
    if (isMoved || entries.length > 0) changed.push(id);
  }
  return changed;
}

/**
 * The buyer's answers that a bid lacks, has otherwise, or should no longer have. Where its evaluators differ, the procedure is the reason
 * that settles it (SPEC E4).
 */
function buyersEntries(
  { history }: Pick<WholeAssessment, 'history'>,
  { answers }: Pinned,
  questionnaire: Questionnaire,
  procedure: string,
) {
  const { answers: given, disputed } = fold(history);
  return buyerQuestions(questionnaire)
    .filter(({ id }) => canonicalJson(answers[id] ?? null) !== canonicalJson(given.get(id) ?? null))
    .map(({ id: question }) =>
      stamp({ kind: 'answer', question, answer: answers[question] ?? null, ...(disputed.has(question) && { reason: procedure }) }),
    );
}
