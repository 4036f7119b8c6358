import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  /** `soft`: good to know · `strong`: it matters for the decision · `error`: something failed. */
  readonly tone?: 'soft' | 'strong' | 'error';
  /** Appears after an act of the user: `status` is read when convenient, `alert` at once. */
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** A framed remark. */
export function Notice({ tone = 'soft', role, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      {children}
    </div>
  );
}
