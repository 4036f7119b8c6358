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

/** ISO 3166-1 names by code in the app's language; null until they are there. */
function useNames(): Names | null {
  const { language } = useWords();
  const [names, setNames] = useState<Names | null>(loaded.get(language) ?? null);
  useEffect(() => {
    let wanted = true;
    void LOADERS[language]().then((found) => {
      loaded.set(language, found);
      if (wanted) setNames(found);
    });
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
 * Countries to choose from, by name; null until the names are there. A code that is on no list of names, such as a fictional
 * state's, is there only where an answer already has it (`chosen`).
 */
export function useCountries(chosen: readonly string[]): readonly Country[] | null {
  const names = useNames();
  const own = useOwnNames();
  const { language } = useWords();
  return useMemo(() => {
    if (!names) return null;
    const further = chosen.filter((code) => /^[A-Z]{2}$/.test(code) && !(code in names));
    const byName = new Intl.Collator(language).compare;
    return [...new Set([...Object.keys(names), ...further])]
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
