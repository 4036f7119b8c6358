import names from 'i18n-iso-countries/langs/en.json';
import type { Facts } from '../core/format/facts.ts';
import { local } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';

type Names = Readonly<Record<string, string | readonly string[]>>;

const NAMES: Readonly<Record<Language, Names>> = { en: names.countries };

/** Name of a country by its code (ISO 3166-1 alpha-2); those that the facts name themselves come first, an unknown code stays a code. */
export function countryNames(language: Language, facts: Facts): (code: string) => string {
  const own = new Map((facts.userAssigned ?? []).map(({ country, name }) => [country, local(name, language)]));
  return (code) => {
    const name = own.get(code) ?? NAMES[language][code];
    return typeof name === 'string' ? name : (name?.[0] ?? code);
  };
}
