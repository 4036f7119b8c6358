import styles from './Sign.module.css';
import { groupsOf } from './signers.ts';

/** In groups, for eyes, ears and paper. */
export function Fingerprint({ value }: { readonly value: string }) {
  const groups = groupsOf(value).map((group, i) => ({ group, place: i + 1 }));
  return (
    <ol className={styles.fingerprint}>
      {groups.map(({ group, place }) => (
        <li key={place}>{group}</li>
      ))}
    </ol>
  );
}
