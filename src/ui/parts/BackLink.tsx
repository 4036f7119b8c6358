import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './BackLink.module.css';

interface Props {
  /** Route, such as `/a/one`. */
  readonly to: string;
  /** Where it leads, such as "All sections". */
  readonly children: ReactNode;
}

/** The way up, above the title. */
export function BackLink({ to, children }: Props) {
  return (
    <p className={styles.back}>
      <Link href={to}>{children}</Link>
    </p>
  );
}
