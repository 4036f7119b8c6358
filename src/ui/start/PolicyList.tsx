import { useState } from 'react';
import type { Policy } from '../../core/format/facts.ts';
import type { Problem } from '../../core/problems.ts';
import { readPolicy } from '../../store/files.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWords } from '../words.ts';
import styles from './StartPage.module.css';

interface Props {
  readonly policy: Policy | null;
  readonly onPolicy: (policy: Policy | null) => void;
}

/** The authority's own published list of countries: none, or one from a file that is taken whole or refused. */
export function PolicyList({ policy, onPolicy }: Props) {
  const { t, f } = useWords();
  const [refused, setRefused] = useState<{ readonly name: string; readonly problems: readonly Problem[] } | null>(null);
  const load = async (file: File) => {
    const outcome = await readPolicy(file);
    if (outcome.ok) onPolicy(outcome.value);
    setRefused(outcome.ok ? null : { name: file.name, problems: outcome.problems });
  };
  return (
    <section className={styles.part} aria-labelledby="start-policy">
      <h2 id="start-policy">{t('start.policy')}</h2>
      <p className="measure">{t('start.policy.text')}</p>
      <Notice role="status">
        {policy ? (
          <>
            <p>
              <strong>{t('start.policy.name', { name: policy.name, version: policy.version })}</strong>
            </p>
            <p>{t('start.policy.countries', { count: policy.countries.length, countries: f.and(policy.countries) })}</p>
            {policy.adoptedBy && <p>{t('start.policy.adopted', { by: policy.adoptedBy })}</p>}
          </>
        ) : (
          <p>{t('start.policy.none')}</p>
        )}
      </Notice>
      {refused && <Refused name={refused.name} problems={refused.problems} />}
      <div className="row">
        <FileButton accept=".json,application/json" onFile={(file) => void load(file)}>
          {t('start.policy.load')}
        </FileButton>
        {policy && (
          <button type="button" className="link" onClick={() => onPolicy(null)}>
            {t('start.policy.drop')}
          </button>
        )}
      </div>
    </section>
  );
}
