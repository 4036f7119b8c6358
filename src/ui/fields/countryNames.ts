/** Names of countries, loaded when a page first asks for them. */
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../i18n/languages.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';

export interface Country {
  readonly code: string;
  readonly name: string;
}

type Names = Readonly<Record<string, string | readonly string[]>>;
const LOADERS = {
  en: () => import('i18n-iso-countries/langs/en.json').then((file) => file.default.countries as Names),
} satisfies Record<Language, () => Promise<Names>>;
const loaded = new Map<Language, Names>();

/** Brings the names in a language. */
export async function fetchCountryNames(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await LOADERS[language]());
}

/** ISO 3166-1 names by code in the app's language; null until they are there. */
function useNames(): Names | null {
  const { language } = useWords();
  const [names, setNames] = useState<Names | null>(loaded.get(language) ?? null);
  useEffect(() => {
    let wanted = true;
    void fetchCountryNames(language).then(() => wanted && setNames(loaded.get(language) ?? null));
    return () => {
      wanted = false;
    };
  }, [language]);
  return names;
}

/** Names that the assessment's own facts give to codes which ISO leaves to users. */
function useOwnNames(): ReadonlyMap<string, string> {
  const assigned = useWorkspace((state) => state.open?.model.facts.userAssigned);
  const { local } = useWords();
  return useMemo(() => new Map(assigned?.map(({ country, name }) => [country, local(name)])), [assigned, local]);
}

/**
 * Countries to choose from, by name; until the names are there, those of the answer (`chosen`) by code. A code that is on no list of
 * names, such as a fictional state's, is there only where the answer has it.
 */
export function useCountries(chosen: readonly string[]): readonly Country[] {
  const names = useNames();
  const own = useOwnNames();
  const { language } = useWords();
  return useMemo(() => {
    const listed = Object.keys(names ?? {});
    const further = chosen.filter((code) => /^[A-Z]{2}$/.test(code));
    const byName = new Intl.Collator(language).compare;
    return [...new Set([...listed, ...further])]
      .map((code) => ({ code, name: nameOf(code, names, own) }))
      .sort((a, b) => byName(a.name, b.name));
  }, [names, own, chosen, language]);
}

/** The name of a code; the code itself until the names are there. */
export function useCountryName(): (code: string) => string {
  const names = useNames();
  const own = useOwnNames();
  return useMemo(() => (code) => nameOf(code, names, own), [names, own]);
}

/** A country may have several names; the first is the usual one. */
const nameOf = (code: string, names: Names | null, own: ReadonlyMap<string, string>): string =>
  [own.get(code) ?? names?.[code] ?? code].flat()[0] ?? code;
