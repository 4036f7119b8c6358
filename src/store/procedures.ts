/** One procedure: look, make, change, seal, take in from a file. The list of them is in `procedureList.ts`, their bids in `bids.ts`. */
import { hashOf } from '../core/canonical.ts';
import type { KeptLot, Lot, Pinned, Procedure, ProcedureDetail, ProcedureEntry } from '../core/format/procedure.ts';
import { isFinal } from '../core/line.ts';
import type { Outcome } from '../core/problems.ts';
import { type Criteria, criteriaOf } from '../core/procedure/criteria.ts';
import { underCriteria } from '../core/procedure/join.ts';
import { sealOf } from '../core/procedure/seal.ts';
import { foldProcedure, type ProcedureState } from '../core/procedure/state.ts';
import { amend, procedureEntry, refuse, settleIn, tellOf, writeOrRefuse } from './amend.ts';
import { announce } from './announce.ts';
import { haveOneBeginning } from './assessments.ts';
import { strayed } from './bids.ts';
import { type ProcedureHeader, read, StorageError, type StoredDocument, type Writing } from './database.ts';
import { assessmentOf } from './documents.ts';
import { readText } from './files.ts';
import { newKey, now } from './identity.ts';
import { addDocumentsIn } from './keeping.ts';
import { addProcedureEntriesIn, bidsIn, type Documents, procedureIn, procedureOf, type WholeProcedure } from './procedureRecords.ts';
import { assessmentIn, type WholeAssessment } from './records.ts';

/** A procedure as its pages show it. */
export interface ProcedureView {
  readonly header: ProcedureHeader;
  readonly procedure: Procedure;
  readonly state: ProcedureState;
  /** In force; null where none are set. */
  readonly criteria: Criteria | null;
  /** The bids that are on this device, by assessment. */
  readonly bids: ReadonlyMap<string, WholeAssessment>;
  /** Those of them that are not under the criteria in force, and could not be brought under them: final, or of another questionnaire. */
  readonly behind: ReadonlySet<string>;
}

/** @returns the procedure with its bids, or null. */
export async function readProcedure(id: string): Promise<ProcedureView | null> {
  const found = await read(['procedures', 'procedureEntries', 'documents', 'assessments', 'entries'], async (tx) => {
    const whole = await procedureIn(tx, id);
    return whole && { whole, bids: await bidsIn(tx, whole) };
  });
  if (!found) return null;
  const procedure = procedureOf(found.whole);
  const state = foldProcedure(procedure.history);
  const criteria = state.criteria && criteriaOf(procedure, state.criteria);
  const behind = [...found.bids.values()].filter((bid) => criteria && state.criteria && isBehind(bid, state.criteria, criteria));
  return { header: found.whole.header, procedure, state, criteria, bids: found.bids, behind: new Set(behind.map((bid) => bid.header.id)) };
}

function isBehind(bid: WholeAssessment, pinned: Pinned, criteria: Criteria): boolean {
  const { questionnaire, policy, facts } = bid.header;
  if (questionnaire !== pinned.questionnaire || policy !== pinned.policy || facts !== pinned.facts) return true;
  if (!isFinal(bid.history)) return false;
  const found = underCriteria(criteria, assessmentOf(bid));
  return found.kind === 'differs' || found.answers.length > 0;
}

type Details = Readonly<Partial<Record<ProcedureDetail, string>>>;

/** Begins a procedure. @returns its id @throws if it could not be saved */
export async function createProcedure(start: { details: Details; lots: readonly Lot[]; criteria: Criteria }): Promise<Outcome<string>> {
  const id = newKey();
  const { entry, documents } = pinned(start.criteria);
  const entries = [...detailEntries(start.details), procedureEntry({ kind: 'lots', lots: [...start.lots] }), entry];
  return amend(id, () => ({ value: id, entries, documents }), { id, created: now() });
}

/** Changes what the procedure is called and so on. @throws if it could not be saved */
export const changeDetails = (id: string, details: Details, lots: readonly Lot[]): Promise<Outcome<null>> =>
  amend(id, ({ history }) => {
    const before = foldProcedure(history);
    const changed = Object.entries(details).filter(([detail, value]) => value !== (before.details[detail as ProcedureDetail] ?? ''));
    const isSame = JSON.stringify(lots) === JSON.stringify(before.lots);
    const entries = [...detailEntries(Object.fromEntries(changed)), ...(isSame ? [] : [procedureEntry({ kind: 'lots', lots: [...lots] })])];
    return { value: null, entries };
  });

/**
 * Sets the criteria, and moves the bids to them; after the seal that is a deviation and needs a reason. `seen`: hash of the criteria that
 * the person began with; where others are in force by now, nothing is changed.
 * @throws if it could not be saved
 */
export function changeCriteria(
  id: string,
  criteria: Criteria,
  { seen, reason }: { seen: string; reason?: string },
): Promise<Outcome<null>> {
  const { entry, documents } = pinned(criteria, reason);
  return amend(id, ({ history }) => {
    refuseUnseen(foldProcedure(history), seen);
    return { value: null, entries: [entry], documents };
  });
}

/** Closes the criteria. `seen`: hash of those that the person saw. @throws if it could not be saved */
export const sealCriteria = (id: string, seen: string): Promise<Outcome<null>> =>
  amend(id, ({ history }) => {
    const state = foldProcedure(history);
    const criteria = refuseUnseen(state, seen);
    const entry = procedureEntry({ kind: 'seal', sha256: '' });
    const sha256 = sealOf({ procedure: id, number: state.details.number ?? '', criteria, at: entry.at, by: entry.by });
    return { value: null, entries: [{ ...entry, sha256 } as ProcedureEntry] };
  });

/** Another window may have changed the criteria since this one showed them. */
function refuseUnseen({ criteria }: ProcedureState, seen: string): Pinned {
  return criteria && hashOf(criteria) === seen ? criteria : refuse('criteria-changed');
}

/** From now on names stand beside the labels. @throws if it could not be saved */
export const revealNames = (id: string): Promise<Outcome<null>> =>
  amend(id, () => ({ value: null, entries: [procedureEntry({ kind: 'reveal' })] }));

/** Keeps what a notice publishes for a lot, and what its criteria stand for. @throws if it could not be saved */
export const keepNotice = (id: string, notice: string, lot: KeptLot): Promise<Outcome<null>> =>
  amend(id, () => ({ value: null, entries: [procedureEntry({ kind: 'notice', notice: notice.slice(0, 200), lot })] }));

/** What came of a procedure file: `new`, `grown` by later entries that were added, or all of it `known`. */
export interface ImportedProcedure {
  readonly id: string;
  readonly outcome: 'new' | 'grown' | 'known';
  /** Entries that were added. */
  readonly added: number;
  /** Bids that it names and that are not on this device. */
  readonly missing: number;
}

/** Takes in a procedure file, whole, or refuses it with every problem found. One in the bin comes out of it. @throws if it could not be saved */
export async function importProcedure(file: Blob): Promise<Outcome<ImportedProcedure>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const { parseProcedure } = await import('../core/parse.ts');
  const parsed = parseProcedure(text.value);
  if (!parsed.ok) return parsed;
  const taken = await takeIn(parsed.value);
  return taken.ok ? { ...taken, warnings: parsed.warnings } : taken;
}

/** Takes in a procedure that passed its check. `mark`: goes into its header. */
export async function takeIn(procedure: Procedure, mark: Pick<ProcedureHeader, 'example'> = {}): Promise<Outcome<ImportedProcedure>> {
  const { id, created, history } = procedure;
  const documents = documentsOf(procedure);
  const outcome = await writeOrRefuse(async (tx) => {
    const here = await procedureIn(tx, id);
    // Its seal binds its id, so a copy under another would be broken.
    if (here && !haveOneBeginning(here.history, history)) return refuse('procedure-gone-another-way');
    const from = here?.history.length ?? 0;
    const later = history.slice(from);
    const { binned: _, ...header } = here?.header ?? { id, created, ...mark };
    await tx.objectStore('procedures').put(header);
    await addDocumentsIn(tx, documents);
    await addProcedureEntriesIn(tx, id, from, later);
    const whole = await procedureIn(tx, id);
    if (!whole) throw new StorageError('removed');
    const linked = await linkIn(tx, whole);
    const bids = new Set([...linked, ...(await settleIn(tx, whole, null))]);
    const missing = foldProcedure(whole.history).bids.length - (await bidsIn(tx, whole)).size;
    const value: ImportedProcedure = { id, outcome: here ? (later.length > 0 ? 'grown' : 'known') : 'new', added: later.length, missing };
    return { value, bids };
  });
  if (!outcome.ok) return outcome;
  announce({ kind: 'list' });
  announce({ kind: 'procedure', id });
  tellOf(outcome.value.bids);
  return { ...outcome, value: outcome.value.value };
}

/** Makes the assessments that are here already, and that the history calls bids, bids of it, where they agree with its criteria. */
async function linkIn(tx: Writing, whole: WholeProcedure): Promise<readonly string[]> {
  const procedure = procedureOf(whole);
  const linked: string[] = [];
  for (const { assessment } of foldProcedure(whole.history).bids) {
    const here = await assessmentIn(tx, assessment);
    if (!here || here.header.procedure !== undefined || strayed(procedure, assessmentOf(here)).length > 0) continue;
    const { binned: _, ...kept } = here.header;
    await tx.objectStore('assessments').put({ ...kept, procedure: procedure.id });
    linked.push(assessment);
  }
  return linked;
}

/** The entry that sets these criteria, and the documents that it names. Takes time: before the transaction begins. */
function pinned({ questionnaire, policy, facts, answers }: Criteria, reason?: string): { entry: ProcedureEntry; documents: Documents } {
  const hashes = { questionnaire: hashOf(questionnaire), policy: hashOf(policy), facts: hashOf(facts) };
  const criteria = { ...hashes, answers } as Pinned;
  return {
    entry: procedureEntry({ kind: 'criteria', criteria, ...(reason === undefined ? {} : { reason }) }),
    documents: new Map<string, StoredDocument>([
      [hashes.questionnaire, { kind: 'questionnaire', value: questionnaire }],
      [hashes.policy, { kind: 'policy', value: policy }],
      [hashes.facts, { kind: 'facts', value: facts }],
    ]),
  };
}

function documentsOf({ questionnaires, policies, facts }: Procedure): Documents {
  return new Map<string, StoredDocument>([
    ...questionnaires.map((value): [string, StoredDocument] => [hashOf(value), { kind: 'questionnaire', value }]),
    ...policies.map((value): [string, StoredDocument] => [hashOf(value), { kind: 'policy', value }]),
    ...facts.map((value): [string, StoredDocument] => [hashOf(value), { kind: 'facts', value }]),
  ]);
}

const detailEntries = (details: Details): readonly ProcedureEntry[] =>
  Object.entries(details).map(([detail, value]) => procedureEntry({ kind: 'detail', detail: detail as ProcedureDetail, value }));
