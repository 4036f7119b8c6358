import { useMemo } from 'react';
import type { Facts } from '../../core/format/facts.ts';
import type { DifferenceWording } from '../../report/procedure/told.ts';
import { useCountryName } from '../fields/countryNames.ts';
import { useWords } from '../words.ts';

/** The words of the screen as differences need them. `facts`: tables that name codes of their own. */
export function useDifferenceWording(facts: readonly Facts[]): DifferenceWording {
  const { t, f, local } = useWords();
  const name = useCountryName();
  return useMemo(() => {
    const own = new Map(facts.flatMap(({ userAssigned = [] }) => userAssigned.map((one) => [one.country, local(one.name)])));
    return { t, f, local, country: (code) => own.get(code) ?? name(code) };
  }, [facts, t, f, local, name]);
}
