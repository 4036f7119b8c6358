import { EMPTY_POLICY, type Facts, type Policy } from '../../core/format/facts.ts';
import { Outward } from '../parts/Outward.tsx';
import { useWords } from '../words.ts';
import { useDifferenceWording } from './wording.ts';

/** Is no list of the authority's own in use? */
export const hasNoList = ({ name, version, countries }: Policy): boolean =>
  name === EMPTY_POLICY.name && version === EMPTY_POLICY.version && countries.length === 0;

/** An authority's own list: what it is called, who adopted it, when and on what basis, and whom it names. */
export function PolicyText({ policy, facts }: { readonly policy: Policy; readonly facts: readonly Facts[] }) {
  const { t, f } = useWords();
  const { country } = useDifferenceWording(facts);
  if (hasNoList(policy)) return <p>{t('procedure.policy.none')}</p>;
  const { name, version, adoptedBy: by, adopted, legalBasis, source, countries } = policy;
  const day = adopted && f.day(adopted);
  return (
    <>
      <p>
        <strong>{t('procedure.policy.name', { name, version })}</strong>
      </p>
      {by && day && <p>{t('procedure.policy.adopted', { by, day })}</p>}
      {by && !day && <p>{t('procedure.policy.adoptedBy', { by })}</p>}
      {!by && day && <p>{t('procedure.policy.adoptedOn', { day })}</p>}
      {legalBasis && <p>{t('procedure.policy.basis', { basis: legalBasis })}</p>}
      <p>{t('procedure.policy.countries', { count: countries.length, countries: f.and(countries.map(country)) })}</p>
      {source && (
        <p>
          <Outward url={source}>{t('procedure.policy.source')}</Outward>
        </p>
      )}
    </>
  );
}
