/** Keeps the second copy: compares it with the database, adds to it, writes it anew. Runs in a worker. */
import type { Row } from '../database.ts';
import { bringBack, readAll } from './all.ts';
import { differ } from './differ.ts';
import { copyFolder, type Files, withFiles } from './files.ts';
import { lineOf, readCopy } from './journal.ts';
import type { Standing, Task } from './task.ts';

/** A copy that grew to this many times its least size is written anew. */
const SLACK = 3;

const NONE: Standing = { kind: 'none', made: false, mended: 0, offered: 0 };
const KEPT: Standing = { ...NONE, kind: 'kept' };

const linesOf = (rows: readonly Row[]): string => rows.map((row) => lineOf({ put: row })).join('');

/** @throws what kept it from being done; the copy is as it was then, or one line longer */
export async function perform(task: Task): Promise<Standing> {
  const folder = await copyFolder();
  if (!folder) return NONE;
  return withFiles(folder, async (files) => {
    switch (task.kind) {
      case 'start':
        return start(files);
      case 'append':
        if (!files.append(task.changes.map(lineOf).join(''))) return { ...(await renew(files)), made: true };
        return KEPT;
      case 'renew':
        return renew(files, task.holding);
      case 'settle':
        if (task.back) await bringBack(differ(await readAll(), readCopy(files.texts()).rows).offered);
        return renew(files);
    }
  });
}

async function renew(files: Files, isHolding = false): Promise<Standing> {
  const kept = await readAll();
  const held = isHolding ? differ(kept, readCopy(files.texts()).rows).offered : [];
  files.replace(linesOf([...kept.values(), ...held]));
  return KEPT;
}

/** Nothing the copy alone has is written over before a person has decided. */
async function start(files: Files): Promise<Standing> {
  const kept = await readAll();
  const copy = readCopy(files.texts());
  if (!copy.isThere) {
    files.replace(linesOf([...kept.values()]));
    return { ...KEPT, made: true };
  }
  const { lost, offered, isSame } = differ(kept, copy.rows);
  await bringBack(lost);
  const headers = offered.filter(([store]) => store === 'assessments' || store === 'procedures' || store === 'questionnaires').length;
  if (headers === 0) {
    const lines = linesOf([...kept.values(), ...lost]);
    if (!isSame || copy.damaged > 0 || copy.size > SLACK * lines.length + 1e6) files.replace(lines);
  }
  return { ...KEPT, mended: lost.length, offered: headers };
}
