/**
 * What was typed and is no answer yet, such as "about 12" for a number: it cannot be part of the assessment, and must not be lost
 * by leaving the page. It stays with this window until it is finished or the window is closed. What is kept under a lock is not to lie open in
 * the browser's own storage: then it stays in memory, and goes under the lock when that is closed.
 */
import { isSealed } from '../../store/database.ts';
import type { Draft } from '../fields/draft.ts';

interface Unfinished {
  /** The answer that it was to replace, as a fingerprint: of no use once there is another. */
  readonly instead: string;
  readonly draft: Draft;
}

export const keyOf = (assessment: string, question: string) => `soundings-unfinished ${assessment} ${question}`;

/** Under a lock, by key; an empty text: nothing any more. */
export const inMemory = new Map<string, string>();

/** `unfinished`: null puts away what was remembered. */
export function rememberUnfinished(assessment: string, question: string, unfinished: Unfinished | null): void {
  const key = keyOf(assessment, question);
  if (isSealed()) inMemory.set(key, unfinished ? JSON.stringify(unfinished) : '');
  else if (unfinished) sessionStorage.setItem(key, JSON.stringify(unfinished));
  else sessionStorage.removeItem(key);
}

/** @returns what was typed instead of this answer, if anything */
export function recallUnfinished(assessment: string, question: string, instead: string): Draft | null {
  const kept = inMemory.get(keyOf(assessment, question)) ?? sessionStorage.getItem(keyOf(assessment, question));
  const unfinished = kept && (JSON.parse(kept) as Unfinished);
  return unfinished && unfinished.instead === instead ? unfinished.draft : null;
}
