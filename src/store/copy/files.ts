/** The files of the second copy. Reading works anywhere; writing in a worker alone, where a browser says when the disk has it. */
import { place } from '../place.ts';
import { FILES, generationOf, HEAD_LENGTH, headOf } from './journal.ts';

/** The folder of a store's second copy, called after it; null where the browser has no such place, or keeps it shut (a private window). */
export async function copyFolder(store = place.name): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await globalThis.navigator?.storage?.getDirectory?.();
    return root ? await root.getDirectoryHandle(store, { create: true }) : null;
  } catch {
    return null;
  }
}

/** The text of each file that is there. */
export function textsOf(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  return Promise.all(
    FILES.map(async (name) => {
      try {
        return await (await (await folder.getFileHandle(name)).getFile()).text();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return '';
        throw error;
      }
    }),
  );
}

/** As workers have it; the types of a page do not know it. */
interface SyncHandle {
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}
type InWorker = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/** Both files, which no other window has meanwhile. A disk that does not take all of what it is given makes each of these throw. */
export interface Files {
  readonly texts: () => readonly string[];
  /** Adds lines to the newer file. @returns false where there is none to add to */
  readonly append: (lines: string) => boolean;
  /** Writes all anew into the older file, which is the newer one once it is whole. */
  readonly replace: (lines: string) => void;
  readonly empty: () => void;
}

/** Runs `use` on the files; whoever comes meanwhile, from this window or another, waits. */
export function withFiles<T>(folder: FileSystemDirectoryHandle, use: (files: Files) => T | Promise<T>): Promise<T> {
  return navigator.locks.request(`${place.name}-copy`, async () => {
    const handles: SyncHandle[] = [];
    try {
      for (const name of FILES) {
        handles.push(await ((await folder.getFileHandle(name, { create: true })) as InWorker).createSyncAccessHandle());
      }
      return await use(filesOf(handles));
    } finally {
      for (const handle of handles) handle.close();
    }
  });
}

function filesOf(handles: readonly SyncHandle[]): Files {
  const byAge = () =>
    handles
      .map((handle) => ({ handle, generation: generationOf(textAt(handle, 0, HEAD_LENGTH)) }))
      .sort((a, b) => a.generation - b.generation);
  return {
    texts: () => handles.map((handle) => textAt(handle, 0, handle.getSize())),
    append: (lines) => {
      const newest = byAge().at(-1);
      if (!newest || newest.generation < 0) return false;
      const { handle } = newest;
      const size = handle.getSize();
      // A line that a crash cut off ends here.
      writeAll(handle, textAt(handle, size - 1, 1) === '\n' ? lines : `\n${lines}`, size);
      handle.flush();
      return true;
    },
    replace: (lines) => {
      const [older, newer] = byAge();
      if (!older || !newer) return;
      const { handle } = older;
      handle.truncate(0);
      writeAll(handle, `${' '.repeat(HEAD_LENGTH - 1)}\n${lines}`, 0);
      handle.flush();
      writeAll(handle, headOf(newer.generation + 1), 0);
      handle.flush();
    },
    empty: () => {
      for (const handle of handles) {
        handle.truncate(0);
        handle.flush();
      }
    },
  };
}

function textAt(handle: SyncHandle, at: number, length: number): string {
  const bytes = new Uint8Array(length);
  const read = handle.read(bytes, { at });
  return new TextDecoder().decode(bytes.subarray(0, read));
}

function writeAll(handle: SyncHandle, text: string, at: number): void {
  const bytes = new TextEncoder().encode(text);
  if (handle.write(bytes, { at }) < bytes.length) throw new DOMException('the disk took a part of it', 'QuotaExceededError');
}
