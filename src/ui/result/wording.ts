import { useMemo } from 'react';
import type { Wording } from '../../report/words.ts';
import { useCountryName } from '../fields/countryNames.ts';
import { useWords } from '../words.ts';

/** The words of the screen as the account of a result needs them. */
export function useWording(): Wording {
  const { t, f, local } = useWords();
  const country = useCountryName();
  return useMemo(() => ({ t, f, local, country }), [t, f, local, country]);
}
