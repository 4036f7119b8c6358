/** The procedures that are here, side by side: list, bin, file out. Apart from what changes one, which a list does not wait for. */
import { foldProcedure, type ProcedureState } from '../core/procedure/state.ts';
import { announce } from './announce.ts';
import { type ProcedureHeader, read, StorageError, write } from './database.ts';
import { fileName, fileText } from './files.ts';
import { now } from './identity.ts';
import { deleteAssessmentIn, sweepDocumentsIn } from './keeping.ts';
import { deleteProcedureIn, PROCEDURE_STORES, procedureEntriesIn, procedureIn, procedureOf } from './procedureRecords.ts';

/** One procedure in a list. */
export interface ProcedureSummary {
  readonly id: string;
  /** Time of the newest entry. */
  readonly changed: string;
  /** When it was put into the bin. */
  readonly binned: string | undefined;
  readonly state: ProcedureState;
}

/** All procedures, last changed first, those in the bin as well. */
export async function listProcedures(): Promise<readonly ProcedureSummary[]> {
  const all = await read(['procedures', 'procedureEntries'], async (tx) => {
    const headers = await tx.objectStore('procedures').getAll();
    return Promise.all(headers.map(async (header) => ({ header, history: await procedureEntriesIn(tx, header.id) })));
  });
  return all
    .map(({ header: { id, created, binned }, history }) => {
      return { id, changed: history.at(-1)?.at ?? created, binned, state: foldProcedure(history) };
    })
    .sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

/** @returns the procedure, in the bin or not, that calls this assessment its bid; null where none does. */
export async function procedureOfBid(assessment: string): Promise<string | null> {
  const all = await listProcedures();
  return all.find(({ state }) => state.bids.some((bid) => bid.assessment === assessment))?.id ?? null;
}

/** Of these assessments, the bids that go by their labels alone, each with its procedure: its names are not revealed (SPEC B7). */
export function namelessAmong(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return read(['assessments', 'procedureEntries'], async (tx) => {
    const headers = await Promise.all(ids.map((id) => tx.objectStore('assessments').get(id)));
    const bids = headers.flatMap((header) => (header?.procedure === undefined ? [] : [[header.id, header.procedure] as const]));
    const procedures = [...new Set(bids.map(([, procedure]) => procedure))];
    const histories = await Promise.all(procedures.map((procedure) => procedureEntriesIn(tx, procedure)));
    const nameless = new Set(procedures.filter((_, i) => !foldProcedure(histories[i] ?? []).revealed));
    return new Map(bids.filter(([, procedure]) => nameless.has(procedure)));
  });
}

/** Puts a procedure into the bin, its bids with it; nothing of it is lost. @throws if it could not be saved */
export const binProcedure = (id: string): Promise<void> => changeHeader(id, (header) => ({ ...header, binned: now() }));

/** Takes a procedure out of the bin. @throws if it could not be saved */
export const restoreProcedure = (id: string): Promise<void> => changeHeader(id, ({ binned: _, ...header }) => header);

/** Deletes a procedure for good, and its bids. There is no way back: ask first. @throws if it could not be saved */
export async function purgeProcedure(id: string): Promise<void> {
  await write([...PROCEDURE_STORES], async (tx) => {
    const bids = (await tx.objectStore('assessments').getAll()).filter(({ procedure }) => procedure === id);
    await Promise.all([deleteProcedureIn(tx, id), ...bids.map((bid) => deleteAssessmentIn(tx, bid.id))]);
    await sweepDocumentsIn(tx);
  });
  announce({ kind: 'list' });
}

/** The file of a procedure; its bids are files of their own. @throws if there is no such procedure */
export async function exportProcedure(id: string): Promise<{ readonly name: string; readonly text: string }> {
  const whole = await read(['procedures', 'procedureEntries', 'documents'], (tx) => procedureIn(tx, id));
  if (!whole) throw new StorageError('removed');
  const { number = '', title = '' } = foldProcedure(whole.history).details;
  return { name: fileName(`${number} ${title}`, 'procedure'), text: fileText(procedureOf(whole)) };
}

async function changeHeader(id: string, change: (header: ProcedureHeader) => ProcedureHeader): Promise<void> {
  await write(['procedures'], async (tx) => {
    const header = await tx.objectStore('procedures').get(id);
    if (!header) throw new StorageError('removed');
    await tx.objectStore('procedures').put(change(header));
  });
  announce({ kind: 'list' });
}
