import { useState } from 'react';
import { EMPTY_POLICY, type Facts, type Policy } from '../../core/format/facts.ts';
import type { Problem } from '../../core/problems.ts';
import { readPolicy } from '../../store/files.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWords } from '../words.ts';
import { hasNoList, PolicyText } from './PolicyText.tsx';
import styles from './procedure.module.css';

interface Props {
  readonly policy: Policy;
  /** Country tables, for the codes that they name themselves. */
  readonly facts: readonly Facts[];
  readonly onPolicy: (policy: Policy) => void;
}

/** The authority's own list: none, or that of a file, which is taken whole or refused. */
export function PolicyFields({ policy, facts, onPolicy }: Props) {
  const { t } = useWords();
  const [refused, setRefused] = useState<{ readonly name: string; readonly problems: readonly Problem[] } | null>(null);
  const [sets, setSets] = useState(false);
  const load = async (file: File) => {
    const outcome = await readPolicy(file);
    setRefused(outcome.ok ? null : { name: file.name, problems: outcome.problems });
    if (!outcome.ok) return;
    setSets(Object.keys({ ...outcome.value.parameters, ...outcome.value.weights }).length > 0);
    onPolicy(outcome.value);
  };
  const drop = () => {
    setSets(false);
    onPolicy(EMPTY_POLICY);
  };
  return (
    <section className={styles.formPart} aria-labelledby="policy">
      <div>
        <h2 id="policy">{t('procedure.policy')}</h2>
        <p className="muted">{t('procedure.policy.help')}</p>
      </div>
      <Notice role="status">
        <PolicyText policy={policy} facts={facts} />
        {sets && <p className="muted">{t('procedure.policy.sets')}</p>}
      </Notice>
      {refused && <Refused name={refused.name} problems={refused.problems} />}
      <div className="row">
        <FileButton accept=".json,application/json" onFile={(file) => void load(file)}>
          {t('procedure.policy.load')}
        </FileButton>
        {!hasNoList(policy) && (
          <button type="button" className="link" onClick={drop}>
            {t('procedure.policy.drop')}
          </button>
        )}
      </div>
    </section>
  );
}
