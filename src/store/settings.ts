/** What a person sets once for all assessments. */
import { create } from 'zustand';
import { read, write } from './database.ts';

export interface Settings {
  /** Name of the assessor, written into every entry of a history; '' until given. */
  readonly person: string;
  /** BCP 47 tag; '' follows the browser. */
  readonly language: string;
  readonly theme: 'system' | 'light' | 'dark';
}
const NONE: Settings = { person: '', language: '', theme: 'system' };

export const useSettings = create<Settings>(() => NONE);

/** Reads the settings from disk; without storage they stay at their defaults. */
export async function loadSettings(): Promise<void> {
  const [keys, values] = await read(['settings'], (tx) =>
    Promise.all([tx.objectStore('settings').getAllKeys(), tx.objectStore('settings').getAll()]),
  );
  const stored = Object.fromEntries(keys.map((key, i) => [key, values[i] ?? '']));
  const theme = stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : NONE.theme;
  useSettings.setState({ person: stored.person ?? NONE.person, language: stored.language ?? NONE.language, theme });
}

/** Changes settings at once, and on disk. @throws if they could not be saved; they hold in this window all the same. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  useSettings.setState(changes);
  await write(['settings'], async (tx) => {
    await Promise.all(Object.entries(changes).map(([key, value]) => tx.objectStore('settings').put(value, key)));
  });
}
