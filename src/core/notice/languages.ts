/** Languages as eForms names them (three capitals) and as everything else here does (BCP 47): the official languages of the Union. */
const OFFICIAL: Readonly<Record<string, string>> = {
  BUL: 'bg',
  CES: 'cs',
  DAN: 'da',
  DEU: 'de',
  ELL: 'el',
  ENG: 'en',
  EST: 'et',
  FIN: 'fi',
  FRA: 'fr',
  GLE: 'ga',
  HRV: 'hr',
  HUN: 'hu',
  ITA: 'it',
  LAV: 'lv',
  LIT: 'lt',
  MLT: 'mt',
  NLD: 'nl',
  POL: 'pl',
  POR: 'pt',
  RON: 'ro',
  SLK: 'sk',
  SLV: 'sl',
  SPA: 'es',
  SWE: 'sv',
};

/** Other languages keep their three letters, small; what names none is `und`, as BCP 47 calls it. */
export function languageTag(code: string | undefined): string {
  const capitals = (code ?? '').trim().toUpperCase();
  return Object.hasOwn(OFFICIAL, capitals) ? (OFFICIAL[capitals] ?? 'und') : /^[A-Z]{3}$/.test(capitals) ? capitals.toLowerCase() : 'und';
}
