/** Keeps the second copy: compares it with the database, adds to it, writes it anew. Runs in a worker. */
import { failureOf, type Row } from '../database.ts';
import { lockLine, openTexts, sealLines } from '../lock/copy.ts';
import { mend } from '../lock/mend.ts';
import { session } from '../lock/session.ts';
import { bringBack, readAll } from './all.ts';
import { differ } from './differ.ts';
import { copyFolder, type Files, withFiles } from './files.ts';
import { type CopyRead, lineOf, readCopy } from './journal.ts';
import type { Rows } from './rows.ts';
import type { Standing, Task } from './task.ts';

/** A copy that grew to this many times its least size is written anew. */
const SLACK = 3;

const NONE: Standing = { kind: 'none', made: false, mended: 0, offered: 0 };
const KEPT: Standing = { ...NONE, kind: 'kept' };

const linesOf = (rows: readonly Row[]): string => rows.map((row) => lineOf({ put: row })).join('');

/** Lines as they are written here: under the lock, where there is one. */
const written = async (lines: string): Promise<string> => {
  const opened = session();
  return opened ? sealLines(opened, lines) : lines;
};

const whole = async (rows: readonly Row[]): Promise<string> => {
  const opened = session();
  return (opened ? lockLine(opened) : '') + (await written(linesOf(rows)));
};

async function readFiles(files: Files): Promise<CopyRead & { readonly isOther: boolean }> {
  const { texts, isOther } = await openTexts(session(), files.texts());
  return { ...readCopy(texts), isOther };
}

/** @throws what kept it from being done; the copy is as it was then, or one line longer */
export async function perform(task: Task): Promise<Standing> {
  const folder = await copyFolder();
  if (!folder) return NONE;
  return withFiles(folder, async (files) => {
    switch (task.kind) {
      case 'start':
        return start(files);
      case 'append':
        if (!files.append(await written(task.changes.map(lineOf).join('')))) return { ...(await renew(files)), made: true };
        return KEPT;
      case 'renew':
        return renew(files, task.holding);
      case 'settle':
        if (task.back) await bringBack(differ(await readAll(), (await readFiles(files)).rows).offered);
        return renew(files);
      case 'drop':
        files.empty();
        return KEPT;
    }
  });
}

async function renew(files: Files, isHolding = false): Promise<Standing> {
  const kept = await readAll();
  const held = isHolding ? differ(kept, (await readFiles(files)).rows).offered : [];
  files.replace(await whole([...kept.values(), ...held]));
  return KEPT;
}

/** All there is; what is damaged under a lock comes back first. */
async function readOrMend(copy: Rows): Promise<{ readonly kept: Rows; readonly mended: number }> {
  try {
    return { kept: await readAll(), mended: 0 };
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error;
    const mended = await mend(copy);
    return { kept: await readAll(), mended };
  }
}

/** Nothing the copy alone has is written over before a person has decided. */
async function start(files: Files): Promise<Standing> {
  const copy = await readFiles(files);
  const { kept, mended } = await readOrMend(copy.rows);
  if (copy.isOther) {
    // Both files: neither is to be left as it was.
    await renew(files);
    return renew(files);
  }
  if (!copy.isThere) {
    files.replace(await whole([...kept.values()]));
    return { ...KEPT, made: true };
  }
  const { lost, offered, isSame } = differ(kept, copy.rows);
  await bringBack(lost);
  const headers = offered.filter(([store]) => store === 'assessments' || store === 'procedures' || store === 'questionnaires').length;
  if (headers === 0) {
    const rows = [...kept.values(), ...lost];
    if (!isSame || copy.damaged > 0 || copy.size > SLACK * linesOf(rows).length + 1e6) files.replace(await whole(rows));
  }
  return { ...KEPT, mended: mended + lost.length, offered: headers };
}
