import { useState } from 'react';
import { Link } from 'wouter';
import { relationOf } from '../../core/compare/order.ts';
import { type ComparedBid, type ComparisonAccount, someOf } from '../../report/comparison/context.ts';
import { nothingOpen, questionWords } from '../../report/comparison/order.ts';
import { questionAddress } from '../fill/address.ts';
import { useWords } from '../words.ts';
import styles from './Compared.module.css';
import { Paged } from './Paged.tsx';
import { type FoundWays, useWaysOf } from './ways.ts';

/** Open questions named for each bid. */
const NAMED = 4;
/** Bids on one page of them. */
const AT_ONCE = 8;
/** Bids named in the line that unfolds. */
const IN_LINE = 6;

interface Props {
  readonly account: ComparisonAccount;
  readonly found: FoundWays;
}

/** Who is not separated from whom, and the open answers that would separate them most, each with its link. */
export function NotSeparated({ account, found }: Props) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const { bids } = account;
  const unseparated = (bid: ComparedBid) => (other: ComparedBid) => other !== bid && relationOf(bid.range, other.range) === 'not-separated';
  const some = bids.filter((bid) => bids.some(unseparated(bid)));
  if (some.length === 0) return null;
  return (
    <details className={styles.separate} onToggle={() => setOpened(true)}>
      <summary>{t('compare.separate', { bids: someOf(account, some, IN_LINE), count: some.length })}</summary>
      <p className="muted small measure">{account.t('comparison.separate.intro')}</p>
      {opened && (
        <Paged items={some} size={AT_ONCE} label={t('compare.separate.pages')}>
          {(page) => (
            <dl>
              {page.map((bid) => (
                <div key={bid.id}>
                  <dt>{t('compare.separate.bid', { bid: bid.label, others: someOf(account, bids.filter(unseparated(bid))) })}</dt>
                  <dd>
                    <Questions account={account} bid={bid} found={found} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Paged>
      )}
    </details>
  );
}

function Questions({ account, bid, found }: Props & { readonly bid: ComparedBid }) {
  const { t } = useWords();
  const open = useWaysOf(found, bid.id)?.next;
  if (!open) return t('compare.ways.finding');
  if (open.length === 0) return nothingOpen(account, bid);
  const more = open.length - NAMED;
  return (
    <ul>
      {open.slice(0, NAMED).map((one) => (
        <li key={one.question}>
          {bid.name === '' ? (
            questionWords(account, bid, one)
          ) : (
            <Link href={questionAddress(bid.id, bid.model, one.question)} state={{ question: one.question }}>
              {questionWords(account, bid, one)}
            </Link>
          )}
        </li>
      ))}
      {more > 0 && <li className="muted">{account.t('comparison.separate.more', { count: more })}</li>}
    </ul>
  );
}
