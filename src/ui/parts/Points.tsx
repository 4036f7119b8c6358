import type { LockKey, PromisesKey } from '../../i18n/languages.ts';
import { useWords } from '../words.ts';
import styles from './Points.module.css';

type Key = LockKey | PromisesKey;

export interface Part {
  readonly id: string;
  readonly title: Key;
  readonly items: readonly Key[];
}

/** What is to be known, point by point under its titles. */
export function Points({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useWords();
  return parts.map(({ id, title, items }) => (
    <section key={id} className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{t(item)}</li>
        ))}
      </ul>
    </section>
  ));
}
