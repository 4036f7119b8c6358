/**
 * Text as it may be shown. What is invisible or turns the reading order is printed by its number, so nobody can hide or
 * reorder words in a report; the rest is only brought to one form.
 */

/** Controls other than tab and line ends, bidirectional controls, joiners and marks without a shape, lone surrogates. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;
/** Accents written after their letter: fonts place them well only as one character with it. */
const COMBINING = /[\u0300-\u036f]/;
/** Anything at all to do: most text has none of it and is passed on as it is. */
const ANYTHING = /[^\n\u0020-\u007e\u00a0-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u2bff]/;

/** A character by its number, as `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Line ends become `\n`, tabs four spaces; letters with separate accents are composed; hidden characters read `[U+202E]`. */
export function visible(text: string): string {
  if (!ANYTHING.test(text)) return text;
  return (COMBINING.test(text) ? text.normalize('NFC') : text)
    .replace(LINE_END, '\n')
    .replaceAll('\t', '    ')
    .replace(HIDDEN, (hidden) => `[${codePointName(hidden.codePointAt(0) ?? 0)}]`);
}
