/** The procedure that comes with the app, with its bids; each file loaded when it is asked for. */
import type { Assessment } from '../core/format/assessment.ts';
import type { Procedure } from '../core/format/procedure.ts';
import { bringBids } from './bids.ts';
import { read } from './database.ts';
import { restoreProcedure } from './procedureList.ts';
import { takeIn } from './procedures.ts';

const procedures = import.meta.glob<Procedure>('../../questionnaires/examples/*/procedure.json', { import: 'default' });
const bids = import.meta.glob<Assessment>('../../questionnaires/examples/*/bids/*.json', { import: 'default' });

/**
 * Opens the example: as it is here, or from its files. A seal binds the id of its procedure, so there is one of it on a device.
 * @returns its id
 * @throws what kept it from being saved
 */
export async function openExampleProcedure(): Promise<string> {
  const [entry] = Object.entries(procedures);
  if (!entry) throw new RangeError('no procedure comes with the app');
  const [path, load] = entry;
  const procedure = await load();
  const here = await read(['procedures'], (tx) => tx.objectStore('procedures').get(procedure.id));
  if (here?.binned !== undefined) await restoreProcedure(procedure.id);
  if (here) return procedure.id;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const files = Object.entries(bids).filter(([file]) => file.startsWith(folder));
  const assessments = await Promise.all(files.map(([, bid]) => bid()));
  await sound(takeIn(procedure, { example: folder.slice(folder.lastIndexOf('/') + 1) }));
  await sound(bringBids(procedure.id, assessments));
  return procedure.id;
}

/** What comes with the app was checked before it came: a refusal is a programmer's error. */
async function sound(outcome: ReturnType<typeof takeIn> | ReturnType<typeof bringBids>): Promise<void> {
  const found = await outcome;
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
}
