import { useMemo } from 'react';
import type { Model } from '../../core/model.ts';
import { countryNames } from '../../report/countries.ts';
import type { Wording } from '../../report/words.ts';
import { useWords } from '../words.ts';

/** The words of the screen for answers of an assessment that need not be open. */
export function useWordingOf({ facts }: Model): Wording {
  const { t, f, local, language } = useWords();
  return useMemo(() => ({ t, f, local, country: countryNames(language, facts) }), [t, f, local, language, facts]);
}
