/** Differences between two sets of criteria as rows: refusals of files, deviations and newer versions are told alike, everywhere. */
import type { Difference, NamedThing } from '../../core/procedure/differences.ts';
import { tagOf } from '../words.ts';
import { ASPECT, ORDER, THING } from './keys.ts';
import { type DifferenceWording, toldWords } from './told.ts';

/** A difference in words. Where there was, or is, nothing, `old` or `new` says so. */
export interface DifferenceLine {
  readonly place: string;
  readonly old: string;
  readonly new: string;
}

export const differenceLines = (differences: readonly Difference[], words: DifferenceWording): readonly DifferenceLine[] =>
  differences.map((difference) => {
    const [old, now] = [toldWords(difference.from, words), toldWords(difference.to, words)];
    // Two lists of one content, or a figure that differs behind the digits shown.
    return { place: placeWords(difference, words), old, new: old === now ? words.t('differences.otherwise', { words: now }) : now };
  });

/** A row as one line of text. */
export const lineWords = ({ place, old, new: now }: DifferenceLine, { t }: Pick<DifferenceWording, 't'>): string =>
  t('differences.line', { place, old, new: now });

function placeWords({ at, about }: Difference, words: DifferenceWording): string {
  const { t } = words;
  const thing = at.map((one) => thingWords(one, words)).reduce((outer, inner) => t('differences.inner', { outer, inner }));
  const aspect = about.kind === 'aspect' ? ASPECT[about.aspect] : about.kind === 'order' ? ORDER[about.of] : null;
  return aspect === null ? thing : t('differences.place', { thing, aspect: t(aspect) });
}

const thingWords = ({ thing, id, name }: NamedThing, words: DifferenceWording): string =>
  words.t(THING[thing], { tag: tagOf(id.split(' ')[0] ?? id), name: toldWords(name, words) });
