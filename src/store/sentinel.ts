/**
 * The mark that tells a lost database from a new one: how much there was, and no word of what. It lies outside of the database
 * and of the second copy, in localStorage, which may lag behind by seconds: it is a witness, never a source.
 */
import { place } from './place.ts';

const keyOf = (store: string) => `${store}-mark`;

const ERASED = 'null';

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
    const text = localStorage.getItem(keyOf(place.name));
    return text === null ? null : (JSON.parse(text) as Mark);
  } catch {
    return null;
  }
}

/** What is left of a store that was erased from inside: its line, which is elsewhere, is then let go of. */
export function markErased(store: string): void {
  try {
    localStorage.setItem(keyOf(store), ERASED);
  } catch {
    // Then it counts as lost.
  }
}

export function isErased(store: string): boolean {
  try {
    return localStorage.getItem(keyOf(store)) === ERASED;
  } catch {
    return false;
  }
}

/** All that it stands for was erased on purpose. */
export function removeMark(store: string): void {
  try {
    localStorage.removeItem(keyOf(store));
  } catch {
    // There is none then.
  }
}

export function makeMark(mark: Mark): void {
  try {
    localStorage.setItem(keyOf(place.name), JSON.stringify(mark));
  } catch {
    // Without it the second copy is a witness still.
  }
}
