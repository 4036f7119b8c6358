/** Calendar days as ISO 8601 text. Here and not beside the schemas, so that the app's first load does without those. */

/** Is it a day that exists, such as 2026-02-28 and not 2026-02-30? */
export function isRealDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Days since 1970-01-01: dates are scored as numbers (method Q7). */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
