/** The assessments under a passphrase of their own, as far as they can be told of without it. */
import { copyFolder, textsOf } from '../copy/files.ts';
import { lockIn } from '../lock/copy.ts';
import { openAsItIs } from '../lock/find.ts';
import { scrubOnce } from '../lock/scrub.ts';
import { isErased } from '../sentinel.ts';
import { isLeavingIn, markLeavingIn } from './beside.ts';
import { inTime } from './inTime.ts';
import { labelOf } from './label.ts';
import { dropStore, finish, inTurn, readLines, turnLine } from './lines.ts';
import { idOf, storeOf } from './names.ts';

export interface Own {
  readonly id: string;
  /** '' where it has none, or it cannot be read. */
  readonly label: string;
  /** Is anything of it left on this device? */
  readonly isThere: boolean;
  /** Is it there whole? What is not comes back from its second copy when it is opened. */
  readonly isWhole: boolean;
}

/**
 * Those that are listed, and those that are on this device and are not, for whoever lost the list lost nothing else by that. What a kill left over is
 * cleared away first.
 * @throws what kept them from being read
 */
export async function listOwn(): Promise<readonly Own[]> {
  await finish().catch(() => undefined);
  const [lines, found] = await Promise.all([readLines(), onDisk()]);
  const ids = [...[...lines].flatMap(([id, line]) => (line === 'kept' ? [id] : [])), ...[...found].filter((id) => !lines.has(id))];
  const all = await Promise.all(
    ids.map(async (id): Promise<Own> => {
      await inTime(stay(id)).catch(() => undefined);
      const label = await inTime(labelOf(storeOf(id))).catch(() => null);
      return { id, label: label ?? '', isThere: found.has(id), isWhole: label !== null };
    }),
  );
  const erased = all.filter(({ id, isThere }) => !isThere && isErased(storeOf(id)));
  for (const { id } of erased) await forget(id).catch(() => undefined);
  return all.filter((one) => !erased.includes(one));
}

/** Takes one that is not there any more from the list. @throws if it could not be saved */
export async function forget(id: string): Promise<void> {
  if (await turnLine(id, ['kept'], 'leaving')) await dropStore(id);
}

/** Clears what was there before they were put under, where that was broken off. */
export async function scrubAll(all: readonly Own[]): Promise<void> {
  for (const { id } of all) await scrubOnce(storeOf(id));
}

/** Ids of the stores of which there is a database, or a second copy. */
async function onDisk(): Promise<ReadonlySet<string>> {
  const databases = ((await indexedDB.databases?.()) ?? []).map(({ name = '' }) => name);
  const ids = [...databases, ...(await folders())].flatMap((name) => idOf(name) ?? []);
  return new Set(ids);
}

async function folders(): Promise<readonly string[]> {
  const root = (await globalThis.navigator?.storage?.getDirectory?.().catch(() => null)) as
    | (FileSystemDirectoryHandle & { keys?(): AsyncIterable<string> })
    | null
    | undefined;
  const found: string[] = [];
  for await (const name of root?.keys?.() ?? []) {
    if (idOf(name) === null) continue;
    const folder = await copyFolder(name);
    if (folder && lockIn(await textsOf(folder)) !== null) found.push(name);
  }
  return found;
}

/** One that was to be taken out, and was not, is there to be opened again. */
async function stay(id: string): Promise<void> {
  const db = await openAsItIs(storeOf(id));
  try {
    if (db && (await isLeavingIn(db))) await inTurn(() => markLeavingIn(db, false));
  } finally {
    db?.close();
  }
}
