import type { ComparisonAccount } from '../../report/comparison/context.ts';
import { againstEachOther, standing } from '../../report/comparison/order.ts';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Compared.module.css';
import { Paged } from './Paged.tsx';

/** Bids told against all others at one time. */
const AT_ONCE = 12;

/** The order as far as one is claimed, and each bid against the others. */
export function Standing({ account }: { readonly account: ComparisonAccount }) {
  const { t } = useWords();
  return (
    <section className={styles.part}>
      <Blocks blocks={standing(account)} level={2} />
      <Paged items={account.bids} size={AT_ONCE} label={t('compare.standing.pages')}>
        {(page) => <Blocks blocks={againstEachOther(account, page)} level={2} />}
      </Paged>
    </section>
  );
}
