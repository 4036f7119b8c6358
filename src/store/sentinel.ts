/**
 * The mark that tells a lost database from a new one: how much there was, and no word of what. It lies outside of the database
 * and of the second copy, in localStorage, which may lag behind by seconds: it is a witness, never a source.
 */
const KEY = 'soundings-mark';

export interface Mark {
  readonly assessments: number;
  readonly procedures: number;
  /** Lines of all histories together. */
  readonly entries: number;
  /** Was there a second copy? */
  readonly copied: boolean;
  /** When it was made. */
  readonly at: string;
}

/** The last mark that was made; null where there is none, or none can be had. */
export function readMark(): Mark | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Mark);
  } catch {
    return null;
  }
}

/** All that it stands for was erased on purpose. */
export function removeMark(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is none then.
  }
}

export function makeMark(mark: Mark): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(mark));
  } catch {
    // Without it the second copy is a witness still.
  }
}
