/** Differences between two sets of criteria as rows: refusals of files, deviations and newer versions are told alike, everywhere. */
import type { Difference } from '../../core/procedure/differences.ts';
import type { DifferenceKey, MethodKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { Wording } from '../words.ts';

/** The wording of a result, with the messages of the area `differences` as well. */
export interface DifferenceWording extends Omit<Wording, 't'> {
  readonly t: Translate<MethodKey | DifferenceKey>;
}

/** A difference in words. `old`, `new`: empty where there was, or is, nothing. */
export interface DifferenceLine {
  readonly place: string;
  readonly old: string;
  readonly new: string;
}

export const differenceLines = (differences: readonly Difference[], _words: DifferenceWording): readonly DifferenceLine[] =>
  differences.map(({ place, from, to }) => ({ place, old: from, new: to }));
