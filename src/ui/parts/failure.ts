import type { UiKey } from '../../i18n/languages.ts';
import { failureOf, type SaveFailure } from '../../store/database.ts';

/** Why an act on what is kept here came to nothing. */
const SENTENCE: Readonly<Record<SaveFailure, UiKey>> = {
  full: 'failed.full',
  slow: 'failed.slow',
  newer: 'failed.newer',
  removed: 'failed.removed',
  final: 'failed.final',
  unavailable: 'failed.unavailable',
  locked: 'failed.locked',
  damaged: 'failed.damaged',
};

/** The sentence for an act that threw. */
export const sentenceOf = (error: unknown): UiKey => SENTENCE[failureOf(error)];
