/**
 * What was typed and is no answer yet, such as "about 12" for a number: it cannot be part of the assessment, and must not be lost
 * by leaving the page. It stays with this window until it is finished or the window is closed.
 */
import type { Draft } from '../fields/draft.ts';

interface Unfinished {
  /** The answer that it was to replace, as a fingerprint: of no use once there is another. */
  readonly instead: string;
  readonly draft: Draft;
}

const keyOf = (assessment: string, question: string) => `soundings-unfinished ${assessment} ${question}`;

export function rememberUnfinished(assessment: string, question: string, unfinished: Unfinished | null): void {
  if (unfinished) sessionStorage.setItem(keyOf(assessment, question), JSON.stringify(unfinished));
  else sessionStorage.removeItem(keyOf(assessment, question));
}

/** @returns what was typed instead of this answer, if anything */
export function recallUnfinished(assessment: string, question: string, instead: string): Draft | null {
  const kept = sessionStorage.getItem(keyOf(assessment, question));
  const unfinished = kept && (JSON.parse(kept) as Unfinished);
  return unfinished && unfinished.instead === instead ? unfinished.draft : null;
}
