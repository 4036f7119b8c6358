import { useState } from 'react';
import { Link } from 'wouter';
import { relationOf } from '../../core/compare/order.ts';
import { nextQuestions } from '../../core/next.ts';
import { type ComparedBid, type ComparisonAccount, labelsOf } from '../../report/comparison/context.ts';
import { nothingOpen, questionWords } from '../../report/comparison/order.ts';
import { questionAddress } from '../fill/address.ts';
import { useWords } from '../words.ts';
import styles from './Compared.module.css';

/** Open questions named for each bid. */
const NAMED = 4;

/** Who is not separated from whom, and the open answers that would separate them most, each with its link. */
export function NotSeparated({ account }: { readonly account: ComparisonAccount }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const { bids, f } = account;
  const found = bids.flatMap((bid) => {
    const others = bids.filter((other) => other !== bid && relationOf(bid.range, other.range) === 'not-separated');
    return others.length === 0 ? [] : [{ bid, others }];
  });
  if (found.length === 0) return null;
  return (
    <details className={styles.separate} onToggle={() => setOpened(true)}>
      <summary>{t('compare.separate', { bids: f.and(labelsOf(found.map(({ bid }) => bid))) })}</summary>
      <p className="muted small measure">{account.t('comparison.separate.intro')}</p>
      <dl>
        {found.map(({ bid, others }) => (
          <div key={bid.id}>
            <dt>{t('compare.separate.bid', { bid: bid.label, others: f.and(labelsOf(others)) })}</dt>
            <dd>{opened && <Questions account={account} bid={bid} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Questions({ account, bid }: { readonly account: ComparisonAccount; readonly bid: ComparedBid }) {
  const open = nextQuestions(bid.model, bid.state.answers, bid.result);
  if (open.length === 0) return nothingOpen(account, bid);
  const more = open.length - NAMED;
  return (
    <ul>
      {open.slice(0, NAMED).map((one) => (
        <li key={one.question}>
          <Link href={questionAddress(bid.id, bid.model, one.question)} state={{ question: one.question }}>
            {questionWords(account, bid, one)}
          </Link>
        </li>
      ))}
      {more > 0 && <li className="muted">{account.t('comparison.separate.more', { count: more })}</li>}
    </ul>
  );
}
