import { BackLink } from '../parts/BackLink.tsx';
import { useWords } from '../words.ts';
import { comparedIn } from './address.ts';
import styles from './Compared.module.css';
import { ComparedBids } from './ComparedBids.tsx';

/** The bids that the address names, compared as far as they can be. */
export function ComparePage({ ids }: { readonly ids: string }) {
  const { t } = useWords();
  return (
    <div className={styles.page}>
      <BackLink to="/">{t('compare.back')}</BackLink>
      <ComparedBids ids={comparedIn(ids)} />
    </div>
  );
}
