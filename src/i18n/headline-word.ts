import type { LocalText } from '../core/format/primitives.ts';
import type { Band } from '../core/format/questionnaire.ts';
import type { Headline } from '../core/result.ts';
import type { MethodKey } from './languages.ts';
import type { Translate } from './translator.ts';

interface Wording {
  readonly t: Translate<MethodKey>;
  readonly local: (text: LocalText) => string;
}

/** Name of a band by id. */
export function bandName(bands: readonly Band[], band: string, local: Wording['local']): string {
  const found = bands.find(({ id }) => id === band);
  return found ? local(found.name) : band;
}

/** The word of a rating (method R3): the largest thing on a result, a plain word in a list, on screen, paper and terminal alike. */
export function headlineWord(headline: Headline, bands: readonly Band[], { t, local }: Wording): string {
  switch (headline.kind) {
    case 'band':
      return bandName(bands, headline.band, local);
    case 'stop':
      return t('method.headline.stop');
    case 'not-ratable':
      return t('method.headline.notRatable');
    case 'not-scored':
      return t('method.headline.notScored');
  }
}
