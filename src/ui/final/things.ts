/** What is ticked on the page of a redacted variant, as text: `what`, or `what of`. */
import type { Withheld } from '../../core/format/redacted.ts';

/** `of`: id of a question, or name of a detail. */
export const thing = (what: Withheld['what'], of?: string): string => (of === undefined ? what : `${what} ${of}`);

/** What would have to be withheld for nothing to stand at this place of the variant; null where nothing can be. */
export function thingAt(path: string): string | null {
  const [, part, of, , within] = path.split('/');
  if (part === 'details') return thing('detail', of);
  if (part === 'override') return thing('override');
  if (part !== 'answers') return null;
  return thing(within === 'evidence' ? 'evidence' : within === 'note' ? 'note' : 'answer', of);
}
