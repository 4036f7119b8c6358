/**
 * Figures, days and lists as text, from fixed tables: screen, paper and terminal must write the same characters on every
 * machine and in ten years, which `Intl` with its changing data does not promise.
 */
import type { LocalText } from '../core/format/primitives.ts';
import type { Language } from './languages.ts';

interface Conventions {
  readonly decimal: string;
  readonly group: string;
  readonly months: readonly string[];
  readonly and: string;
  readonly or: string;
  readonly percent: string;
}

const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  en: {
    decimal: '.',
    group: ',',
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    and: ' and ',
    or: ' or ',
    percent: '%',
  },
};

export interface Formats {
  /** A risk or score with one decimal: 27.4. Shown only; never compared (method R1). */
  score(value: number): string;
  /** An interval of scores: "21.9–95.5", or one figure where both ends show the same. */
  interval(interval: { readonly low: number; readonly high: number }): string;
  /** A count, with grouped thousands. */
  integer(value: number): string;
  /** Any number as entered, at most six decimals. */
  number(value: number): string;
  /** A share of 1 as a whole percentage, such as "35 %". */
  percent(share: number): string;
  /** An ISO day as "12 October 2026". */
  day(iso: string): string;
  /** An ISO instant as "12 October 2026, 14:02 UTC". */
  instant(iso: string): string;
  /** "a, b and c". */
  and(items: readonly string[]): string;
  /** "a, b or c". */
  or(items: readonly string[]): string;
}

/** The way a language writes them, the same in every browser, in the terminal and in ten years. */
export function formats(language: Language): Formats {
  const c = CONVENTIONS[language];
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, c.group);
  const decimal = (text: string) => {
    const [whole = '', rest] = text.split('.');
    return grouped(whole) + (rest ? c.decimal + rest : '');
  };
  const list = (items: readonly string[], last: string) =>
    items.length < 2 ? (items[0] ?? '') : items.slice(0, -1).join(', ') + last + items[items.length - 1];
  const score = (value: number) => decimal((Math.round(value * 1e6) / 1e6).toFixed(1));
  const day = (iso: string) => `${Number(iso.slice(8, 10))} ${c.months[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`;
  return {
    score,
    interval: ({ low, high }) => (score(low) === score(high) ? score(low) : `${score(low)}–${score(high)}`),
    integer: (value) => grouped(String(Math.round(value))),
    number: (value) => decimal(String(Math.round(value * 1e6) / 1e6)),
    percent: (share) => `${Math.round(share * 100)}\u00a0${c.percent}`,
    day,
    instant: (iso) => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
    and: (items) => list(items, c.and),
    or: (items) => list(items, c.or),
  };
}

/** A text in the wanted language, or in the first one there is: shown rather than nothing, the check reports what is missing. */
export function local(text: LocalText, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
