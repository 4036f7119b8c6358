import type { Facts, Policy } from './format/facts.ts';
import type { CountryClass } from './format/questionnaire.ts';

/** Country code (ISO 3166-1 alpha-2) → id of the first class that fits (method Q6). */
export type Classify = (country: string) => string;

/** Classes countries by the questionnaire's rules over the dated table and the authority's own list. */
export function classifier(classes: readonly CountryClass[], facts: Facts, policy: Policy): Classify {
  const listed = new Set(policy.countries);
  const sets = new Map(facts.sets.map((set) => [set.id, new Map(set.members.map((member) => [member.country, member.value]))]));
  const fits = (country: string, { of }: CountryClass): boolean => {
    if (of.by === 'policy') return listed.has(country);
    if (of.by === 'rest') return true;
    const members = sets.get(of.set);
    if (!members?.has(country)) return false;
    return of.values === undefined || of.values.includes(members.get(country) ?? '');
  };
  const known = new Map<string, string>();
  return (country) => {
    let found = known.get(country);
    if (found === undefined) {
      found = classes.find((one) => fits(country, one))?.id ?? '';
      known.set(country, found);
    }
    return found;
  };
}

/** Is a fact past its day? `today` is an ISO day; core has no clock. */
export function isStale(fact: { readonly staleAfter?: string | undefined; readonly until?: string | undefined }, today: string): boolean {
  return (fact.staleAfter !== undefined && fact.staleAfter < today) || (fact.until !== undefined && fact.until < today);
}
