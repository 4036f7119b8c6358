/**
 * A folder that a person picked, into which a backup goes by itself: written under another name, read back, compared, and only then put in
 * the place of the one before. Where a browser knows no such thing there is none.
 */
import { exportBackup } from './backup.ts';
import { StorageError } from './database.ts';
import { newKey } from './identity.ts';
import { session } from './lock/session.ts';
import { place } from './place.ts';
import { sealWith } from './sealed.ts';

type Folder = FileSystemDirectoryHandle & {
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
};
interface Picking {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<Folder>;
}

/** `device`: tells the files of several browsers in one folder apart. */
interface Kept {
  readonly folder: Folder;
  readonly device: string;
}

/** Can a folder be picked here? */
export const canPick = (): boolean => typeof (globalThis as Picking).showDirectoryPicker === 'function';

/** `asleep`: the browser wants to be asked again, which takes a press of a button. */
export type FolderState = { readonly kind: 'none' } | { readonly kind: 'ready' | 'asleep'; readonly name: string };

/** A handle is no text, so it lies in a database of its own. */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(`${place.name}-folder`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('folder');
  return result(request);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within<T>(use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await result(use(db.transaction('folder', 'readwrite').objectStore('folder')));
  } finally {
    db.close();
  }
}

const kept = (): Promise<Kept | undefined> => within((store) => store.get('kept') as IDBRequest<Kept | undefined>);

export async function folderState(): Promise<FolderState> {
  const found = await kept();
  if (!found) return { kind: 'none' };
  const permission = await found.folder.queryPermission?.({ mode: 'readwrite' });
  return { kind: permission === 'granted' || permission === undefined ? 'ready' : 'asleep', name: found.folder.name };
}

/** Lets the person pick a folder; false where the choice was called off. Call it from a press of a button. */
export async function pickFolder(): Promise<boolean> {
  try {
    const folder = await (globalThis as Picking).showDirectoryPicker?.({ id: 'soundings', mode: 'readwrite' });
    if (!folder) return false;
    const device = (await kept())?.device ?? newKey().slice(0, 6);
    await within((store) => store.put({ folder, device } satisfies Kept, 'kept'));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}

/** Asks for the permission again. Call it from a press of a button. */
export async function wakeFolder(): Promise<boolean> {
  const found = await kept();
  return (await found?.folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** Nothing more is written there; what is there stays. */
export const leaveFolder = async (): Promise<void> => {
  await within((store) => store.delete('kept'));
};

/**
 * Writes a backup into the folder: an encrypted file under the same passphrase, where what is kept here is under one.
 * @returns false where there is none, or the browser wants to be asked first
 * @throws if it could not be written; the backup before it is whole then
 */
export async function saveToFolder(): Promise<boolean> {
  const found = await kept();
  if (!found || (await folderState()).kind !== 'ready') return false;
  const { folder, device } = found;
  const text = new TextEncoder().encode((await exportBackup()).text);
  const opened = session();
  const content = opened ? await sealWith(opened.derived, text) : text;
  const [ending, other] = opened ? ['encrypted', 'json'] : ['json', 'encrypted'];
  const name = `soundings-backup-${device}`;
  // A file of its own first: what is there stays whole until the new one has been read back.
  await writeAndCompare(folder, `${name}.new.${ending}`, content);
  await writeAndCompare(folder, `${name}.${ending}`, content);
  await folder.removeEntry(`${name}.new.${ending}`);
  // From before all of it came under a lock, or from under it.
  await folder.removeEntry(`${name}.${other}`).catch(() => undefined);
  return true;
}

/** A browser writes into a file beside it and swaps the two when it is closed. */
async function writeAndCompare(folder: Folder, name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(content);
  await writing.close();
  const read = new Uint8Array(await (await file.getFile()).arrayBuffer());
  if (read.length !== content.length || read.some((byte, i) => byte !== content[i])) throw new StorageError('unavailable');
}
