/** A backup goes into the chosen folder by itself, some seconds after the last change. */
import { create } from 'zustand';
import { onChange } from '../../store/announce.ts';
import { saveToFolder } from '../../store/folder.ts';
import { noteBackup } from '../../store/lastBackup.ts';
import { listOwn } from '../../store/own/list.ts';
import { place } from '../../store/place.ts';

/** After a change it waits for so long whether more comes, in milliseconds. */
const SETTLED = 4000;

/** Did the last try fail? */
export const useAutosave = create<{ readonly failed: boolean }>(() => ({ failed: false }));

let timer: ReturnType<typeof setTimeout> | undefined;
let begun = false;

/** Begins to save by itself, once. */
export function beginAutosave(): void {
  // What is under a passphrase of its own is in the backups of everything.
  if (begun || place.own) return;
  begun = true;
  onChange((_, here) => {
    if (!here) return;
    clearTimeout(timer);
    timer = setTimeout(() => void autosave(), SETTLED);
  });
  // What changed in them since was saved in no folder.
  void listOwn().then(
    (own) => void (own.length > 0 && autosave()),
    () => undefined,
  );
}

/** Saves now, where there is a folder that may be written to. */
export async function autosave(): Promise<void> {
  try {
    if (await saveToFolder()) await noteBackup();
    useAutosave.setState({ failed: false });
  } catch {
    useAutosave.setState({ failed: true });
  }
}
