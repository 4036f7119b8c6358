import { sealCode } from '../../core/procedure/seal.ts';
import styles from './SealCode.module.css';

/** The code of a seal in its groups, to be read out. `large`: the page is about it. */
export function SealCode({ sha256, large = false }: { readonly sha256: string; readonly large?: boolean }) {
  const groups = sealCode(sha256).split('-');
  return (
    <p className={large ? `${styles.code} ${styles.large}` : styles.code} data-seal={groups.join('-')}>
      {groups.map((group, i) => (
        // It wraps between groups, which never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={i}>
          {group}
          {i < groups.length - 1 && '-'}
        </span>
      ))}
    </p>
  );
}
