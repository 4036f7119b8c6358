import { hashOf } from '../../core/canonical.ts';
import type { Facts, Policy } from '../../core/format/facts.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Move.module.css';

interface Props {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly hasOverride: boolean;
}

/** What else the new assessment is made with, and what of the old one is no answer. */
export function Documents({ facts, policy, hasOverride }: Props) {
  const { t, f } = useWords();
  const { policy: own, facts: before } = useOpen(({ model }) => model);
  const day = f.day(facts.version);
  return (
    <div className={styles.what}>
      {hasOverride && <p>{t('move.override')}</p>}
      <p>
        {t(policy === own || hashOf(policy) === hashOf(own) ? 'move.policy' : 'move.policy.other', {
          name: policy.name,
          version: policy.version,
        })}
      </p>
      <p>{facts.version === before.version ? t('move.facts', { day }) : t('move.facts.newer', { day, before: f.day(before.version) })}</p>
    </div>
  );
}
