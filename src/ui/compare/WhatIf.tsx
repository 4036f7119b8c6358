import { useDeferredValue, useId, useMemo, useState } from 'react';
import { sharesOf } from '../../core/compare/pairs.ts';
import { sectionName } from '../../report/account/gates.ts';
import { headlineAccount } from '../../report/account/headline.ts';
import type { ComparisonAccount } from '../../report/comparison/context.ts';
import { useWords } from '../words.ts';
import { Paged } from './Paged.tsx';
import { Swaps } from './Swaps.tsx';
import { type Placed, supposedOrder } from './supposed.ts';
import styles from './WhatIf.module.css';

/** Bids in the order at one time. */
const AT_ONCE = 12;

/** The same bids under other weights of the sections. Nothing of it is kept. */
export function WhatIf({ account }: { readonly account: ComparisonAccount }) {
  const { t } = useWords();
  const id = useId();
  const stated = useMemo(() => sharesOf(account.model), [account.model]);
  const [shares, setShares] = useState(stated);
  const later = useDeferredValue(shares);
  const order = useMemo(() => supposedOrder(account, later), [account, later]);
  const set = (section: number, share: number) => setShares((now) => scaled(now, stated, section, share));
  return (
    <section className={styles.whatIf} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <p className="eyebrow">{t('compare.whatIf.eyebrow')}</p>
        <h2 id={`${id}-title`}>{t('compare.whatIf')}</h2>
        <p className="measure">{t('compare.whatIf.intro')}</p>
      </div>
      <div className={styles.columns}>
        <Weights account={account} shares={shares} stated={stated} onSet={set} onBack={() => setShares(stated)} />
        <Supposed account={account} order={order} />
      </div>
      <Swaps
        account={account}
        shares={stated}
        order={order}
        onTry={(section, share) => setShares(scaled(stated, stated, section, share))}
      />
    </section>
  );
}

/** One share moved, all others scaled in proportion (as method K3 does); from nothing, in the proportion of those stated. */
function scaled(shares: readonly number[], stated: readonly number[], section: number, share: number): readonly number[] {
  const rest = (from: readonly number[]) => from.reduce((sum, one, i) => (i === section ? sum : sum + one), 0);
  const from = rest(shares) > 0 ? shares : stated;
  const scale = rest(from) > 0 ? (1 - share) / rest(from) : 0;
  return from.map((one, i) => (i === section ? share : one * scale));
}

interface WeightsProps {
  readonly account: ComparisonAccount;
  readonly shares: readonly number[];
  readonly stated: readonly number[];
  readonly onSet: (section: number, share: number) => void;
  readonly onBack: () => void;
}

/** A number for each section that carries weight. What is being typed stays as it is typed. */
function Weights({ account, shares, stated, onSet, onBack }: WeightsProps) {
  const { t, f } = useWords();
  const id = useId();
  const [typed, setTyped] = useState<{ readonly section: number; readonly text: string } | null>(null);
  return (
    <fieldset className={styles.weights}>
      <legend className="legend">{t('compare.whatIf.weights')}</legend>
      {account.model.sections.map(({ section }, index) =>
        stated[index] === 0 ? null : (
          <div key={section.id} className={styles.weight}>
            <label htmlFor={`${id}-${section.id}`}>{sectionName(account.model, section.id, account)}</label>
            <input
              id={`${id}-${section.id}`}
              type="number"
              min={0}
              max={100}
              step="any"
              inputMode="decimal"
              aria-describedby={`${id}-${section.id}-stated`}
              value={typed?.section === index ? typed.text : String(Math.round((shares[index] ?? 0) * 1000) / 10)}
              onChange={(event) => {
                setTyped({ section: index, text: event.target.value });
                const share = event.target.valueAsNumber / 100;
                if (share >= 0 && share <= 1) onSet(index, share);
              }}
              onBlur={() => setTyped(null)}
            />
            <span id={`${id}-${section.id}-stated`} className="muted small">
              {t('compare.whatIf.stated', { share: f.percent(stated[index] ?? 0) })}
            </span>
          </div>
        ),
      )}
      <button type="button" className="button-quiet" onClick={onBack}>
        {t('compare.whatIf.back')}
      </button>
    </fieldset>
  );
}

/** The order at the upper ends, as these weights would have it. */
function Supposed({ account, order }: { readonly account: ComparisonAccount; readonly order: readonly Placed[] }) {
  const { t, f } = useWords();
  return (
    <div className={styles.order}>
      <Paged items={order} size={AT_ONCE} label={t('compare.whatIf.pages')}>
        {(page) => (
          <table className={styles.table}>
            <caption className="small muted">{t('compare.whatIf.order')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('compare.whatIf.place')}</th>
                <th scope="col">{account.t('comparison.bids.bid')}</th>
                <th scope="col">{account.t('comparison.sides.rating')}</th>
                <th scope="col" className="number">
                  {account.t('comparison.sides.score')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.map(({ bid, place, result }) => (
                <tr key={bid.id}>
                  <td>{f.integer(place)}</td>
                  <th scope="row">
                    {bid.label} <span className="muted small">{bid.name}</span>
                  </th>
                  <td>{headlineAccount(bid.model, result, account).word}</td>
                  <td className="number">{result.overall && f.interval(result.overall)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </div>
  );
}
