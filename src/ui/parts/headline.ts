import type { Questionnaire } from '../../core/format/questionnaire.ts';
import type { Headline } from '../../core/result.ts';
import type { Words } from '../words.ts';

/** The word of a rating: the largest thing on a result, a plain word in a list. */
export function headlineWord(headline: Headline, bands: Questionnaire['bands'], { t, local }: Words): string {
  switch (headline.kind) {
    case 'band': {
      const band = bands.find((one) => one.id === headline.band);
      return band ? local(band.name) : headline.band;
    }
    case 'stop':
      return t('method.headline.stop');
    case 'not-ratable':
      return t('method.headline.notRatable');
    case 'not-scored':
      return t('method.headline.notScored');
  }
}
