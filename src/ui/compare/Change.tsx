import { useStore } from 'zustand';
import type { ComparisonAccount } from '../../report/comparison/context.ts';
import { asIfMet, commitmentTable, hasWay, negotiationLead, withoutWay } from '../../report/comparison/negotiation.ts';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Compared.module.css';
import { Paged } from './Paged.tsx';
import type { FoundWays } from './ways.ts';

/** Bids with commitments at one time. */
const AT_ONCE = 6;

/** What each bid could commit to, as far as it is found, and the order as if all of it were met. */
export function Change({ account, found }: { readonly account: ComparisonAccount; readonly found: FoundWays }) {
  const { t, f } = useWords();
  const { ways, all } = useStore(found);
  const known = account.bids.filter(({ id }) => ways.has(id));
  const isComplete = known.length === all;
  return (
    <section className={styles.change}>
      <Blocks blocks={negotiationLead(account)} level={2} />
      <Paged items={known.filter(hasWay)} size={AT_ONCE} label={t('compare.change.pages')}>
        {(page) => <Blocks blocks={commitmentTable(account, page)} level={2} />}
      </Paged>
      <p role="status" className="muted small">
        {!isComplete && t('compare.ways.found', { done: f.integer(known.length), count: f.integer(all) })}
      </p>
      {isComplete && <Blocks blocks={[...withoutWay(account, known), ...asIfMet(account)]} level={2} />}
    </section>
  );
}
