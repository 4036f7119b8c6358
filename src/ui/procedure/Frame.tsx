import type { ReactNode } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { clockOf } from '../parts/clock.ts';
import { ProblemList } from '../parts/ProblemList.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';
import { type Trouble, useProcedure } from './procedure.ts';

interface Props {
  /** Route of the page above, and what it is called. */
  readonly up: string;
  readonly back: string;
  readonly children: ReactNode;
}

/** What is around every page of a procedure: the way up, whether its last change is on disk, and what kept it from getting there. */
export function Frame({ up, back, children }: Props) {
  const { trouble } = useProcedure();
  return (
    <div className={styles.page}>
      <div>
        <div className="top">
          <BackLink to={up}>{back}</BackLink>
          <Saved />
        </div>
        {trouble && <NotDone trouble={trouble} />}
      </div>
      {children}
    </div>
  );
}

function Saved() {
  const { t } = useWords();
  const { saving } = useProcedure();
  return (
    <p role="status" className={`${styles.saved} muted small`}>
      {saving.kind === 'saved'
        ? t('procedure.saved', { time: clockOf(saving.at) })
        : t(saving.kind === 'saving' ? 'procedure.saved.now' : 'procedure.saved.unchanged')}
    </p>
  );
}

/** Why an act came to nothing. */
export function NotDone({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useWords();
  return (
    <Said of={trouble} tone="error">
      {trouble.kind === 'failed' ? (
        <p>{t(trouble.why)}</p>
      ) : (
        <>
          <p>
            <strong>{t('procedure.refused')}</strong>
          </p>
          <ProblemList problems={trouble.problems} />
        </>
      )}
    </Said>
  );
}
