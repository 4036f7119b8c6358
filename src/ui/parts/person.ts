import { changeSettings, useSettings } from '../../store/settings.ts';

/** Remembers the name that a person gave, for the next form. It holds in this window even where it cannot be kept. */
export async function rememberPerson(name: string): Promise<void> {
  const person = name.trim();
  if (person !== useSettings.getState().person) await changeSettings({ person }).catch(() => undefined);
}
