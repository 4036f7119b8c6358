/**
 * Text as it may be shown. What is invisible or turns the reading order is printed by its number, so nobody can hide or
 * reorder words in a report; the rest is only brought to one form.
 */

/**
 * Controls other than tab and line ends; what turns the direction; what has no shape or no width: joiners, soft hyphens, fillers,
 * variation selectors, tags; noncharacters and lone surrogates.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|\u034f|\u200d|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;
/**
 * A non-joiner, but for one between two Arabic letters that would join without it: there it is seen, and Persian is written with it. The letters are
 * those that join to the next, with marks they may carry, and those that join to the one before (Unicode, ArabicShaping).
 */
const IDLE =
  /(?<![\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff][\u064b-\u0655\u0670]*)\u200c|\u200c(?![\u0620\u0622-\u063f\u0641-\u064a\u066e\u066f\u0671-\u0673\u0675-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff])/g;
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;
/** A letter and the accents written after it, and Korean and Japanese signs in pieces: fonts show them well only as one character. */
const COMBINING = /[^\n][\u0300-\u036f\u0653-\u0655\u1161-\u11ff\u3099\u309a]+/gu;
/** Anything at all to do: most text has none of it and is passed on as it is. */
const ANYTHING =
  /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u27ff\u2801-\u2bff]/;

/** A character by its number, as `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

const named = (hidden: string): string => `[${codePointName(hidden.codePointAt(0) ?? 0)}]`;

/** Line ends become `\n`, tabs four spaces; letters with separate accents are composed; hidden characters read `[U+202E]`. */
export function visible(text: string): string {
  if (!ANYTHING.test(text)) return text;
  return text
    .replace(COMBINING, (letter) => letter.normalize('NFC'))
    .replace(LINE_END, '\n')
    .replaceAll('\t', '    ')
    .replace(HIDDEN, named)
    .replace(IDLE, named);
}
