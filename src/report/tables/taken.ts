/**
 * Which texts a spreadsheet would take for something else. What begins like a formula may do harm; what looks like a number, a day or a
 * truth loses its zeros or becomes another day in silence.
 */

/** Of any width, behind any space; tabs and line ends themselves too, for some programs drop them. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** Digits and nothing but what stands in numbers, amounts, days and times. */
const FIGURE = /^(?!\s*')(?=.*\p{Nd})[\p{Nd}\p{Sc}\s.,:;/\\'’()%eE+-]*(?:\s*[ap]m)?$/iu;
/** A month by its name, in the languages of the app's users, with a figure before or behind: "Mar-1" is a question's id as well as a day. */
const MONTH =
  /^(?=.*\d)(?:\d{1,4}[\s.,/-]*)?(?:jan|f[eé][bv]|m[aä]r|mrt|a[pv]r|ma[iy]|mei|jui?n|jui?l|aug|ao[uû]|sep|o[ck]t|nov|d[eé][cz])\p{L}*[\s.,/-]*(?:\d{1,4}[\s.,/-]*){0,2}$/iu;
const TRUTH = /^\s*(?:true|false|waar|onwaar|vrai|faux|wahr|falsch)\s*$/i;
/** Longer ones are read as text everywhere. */
const LONGEST = 40;

export function isTakenForMore(text: string): boolean {
  return FORMULA.test(text) || (text.length <= LONGEST && (FIGURE.test(text) || MONTH.test(text) || TRUTH.test(text)));
}
