/**
 * A final assessment never changes; a later change is a new version, which carries the whole history and names the one before. So the
 * one before can be put together again from the new one, and its hash says whether it is the same to the byte (SPEC F3).
 */
import { hashOf } from '../canonical.ts';
import { criteriaOf, differencesOf } from '../compare/criteria.ts';
import type { Assessment, Entry, FinalEntry, SupersedesEntry } from '../format/assessment.ts';

/** What makes this history final; null where it is open. */
export function finalOf(history: readonly Entry[]): FinalEntry | null {
  const last = history.at(-1);
  return last?.kind === 'final' ? last : null;
}

/** What this version says of the one before it; null for a first version. */
export const supersededIn = (history: readonly Entry[]): SupersedesEntry | null =>
  history.findLast((entry): entry is SupersedesEntry => entry.kind === 'supersedes') ?? null;

/** What a new version says of this assessment. */
export const namedBy = (assessment: Assessment) => ({
  assessment: assessment.id,
  created: assessment.created,
  ...criteriaOf(assessment),
  sha256: hashOf(assessment),
});

/** The version before, whole: null for a first version, and where it was made with other documents than this one. */
export function versionBefore(assessment: Assessment): Assessment | null {
  const named = supersededIn(assessment.history);
  return named && differencesOf(named, criteriaOf(assessment)).length === 0 ? rebuilt(assessment, named) : null;
}

/** What stood before this entry, as the assessment that it names. */
export const rebuilt = (assessment: Assessment, named: SupersedesEntry): Assessment => ({
  ...assessment,
  id: named.assessment,
  created: named.created,
  history: assessment.history.slice(0, assessment.history.indexOf(named)),
});
