import type { LockKey } from '../../i18n/languages.ts';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';

interface Part {
  readonly id: string;
  readonly title: LockKey;
  readonly items: readonly LockKey[];
}

/** Of everything. What cannot be recovered stands first: it is to be known before anything is done. */
export const OF_EVERYTHING: readonly Part[] = [
  {
    id: 'lost',
    title: 'encryption.lost.title',
    items: ['encryption.lost.passphrase', 'encryption.lost.page', 'encryption.lost.moment'],
  },
  { id: 'covers', title: 'encryption.covers.title', items: ['encryption.covers.all', 'encryption.covers.how'] },
  {
    id: 'clear',
    title: 'encryption.clear.title',
    items: [
      'encryption.clear.counts',
      'encryption.clear.before',
      'encryption.clear.keys',
      'encryption.clear.files',
      'encryption.clear.open',
    ],
  },
];

/** Of one assessment. */
export const OF_ONE: readonly Part[] = [
  { id: 'lost', title: 'encryption.lost.title', items: ['own.lost.passphrase', 'encryption.lost.page', 'encryption.lost.moment'] },
  { id: 'covers', title: 'encryption.covers.title', items: ['own.covers', 'own.covers.backup', 'encryption.covers.how'] },
  {
    id: 'clear',
    title: 'encryption.clear.title',
    items: ['own.clear.label', 'own.clear.made', 'own.clear.before', 'own.clear.files', 'encryption.clear.open'],
  },
];

/** What encryption does, and what it does not. */
export function Parts({ parts }: { readonly parts: readonly Part[] }) {
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
