import { useId, useState } from 'react';
import { sectionName } from '../../report/account/gates.ts';
import { type ComparisonAccount, calledOf, shareWords } from '../../report/comparison/context.ts';
import { changeWords, flipsOf, whoFirst } from '../../report/comparison/robustness.ts';
import { useWords } from '../words.ts';
import type { Placed } from './supposed.ts';
import styles from './WhatIf.module.css';

/** How far beyond the share at which two bids swap a weight is set to show it. */
const BEYOND = 0.002;

interface Props {
  readonly account: ComparisonAccount;
  readonly shares: readonly number[];
  /** As the weights set above would have it. */
  readonly order: readonly Placed[];
  readonly onTry: (section: number, share: number) => void;
}

/** Two bids, and where the weight of each section would have to go for them to swap (method K3). */
export function Swaps({ account, shares, order, onTry }: Props) {
  const { t } = useWords();
  const id = useId();
  const { bids, model } = account;
  const [pair, setPair] = useState(() => firstPair(account));
  const [a, b] = pair.map((one) => bids.find((bid) => bid.id === one));
  const choose = (side: 0 | 1, bid: string) => setPair(([one = '', other = '']) => (side === 0 ? [bid, other] : [one, bid]));
  const supposed = (one: string, other: string) => {
    const [first, second] = order.filter(({ bid }) => bid.id === one || bid.id === other);
    if (!first || !second) return null;
    return first.place === second.place
      ? t('compare.swaps.level')
      : t('compare.swaps.supposed', { who: account.t('comparison.flips.before', { a: first.bid.label, b: second.bid.label }) });
  };
  const flips = a && b ? flipsOf(account, a, b) : [];
  return (
    <div className="stack">
      <div className={styles.head}>
        <h3>{account.t('comparison.flips.title')}</h3>
        <p className="muted small measure">{account.t('comparison.flips.intro')}</p>
      </div>
      <div className={styles.pair}>
        {([0, 1] as const).map((side) => (
          <div key={side} className={styles.side}>
            <label htmlFor={`${id}-${side}`}>{t(side === 0 ? 'compare.swaps.one' : 'compare.swaps.other')}</label>
            <select id={`${id}-${side}`} value={pair[side]} onChange={(event) => choose(side, event.target.value)}>
              {bids.map((bid) => (
                <option key={bid.id} value={bid.id} disabled={bid.id === pair[1 - side]}>
                  {calledOf(account, bid)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      {a && b && flips.length === 0 && <p>{t('compare.swaps.none', { who: whoFirst(account, a, b) })}</p>}
      {a && b && flips.length > 0 && (
        <table className={styles.table}>
          <caption>{t('compare.swaps.now', { who: whoFirst(account, a, b) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.swaps.section')}</th>
              <th scope="col">{account.t('comparison.flips.now')}</th>
              <th scope="col">{account.t('comparison.flips.swap')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('compare.swaps.try')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {flips.map(({ section, flip }) => {
              const index = model.sectionIndex(section) ?? -1;
              const name = sectionName(model, section, account);
              return (
                <tr key={section}>
                  <th scope="row">{name}</th>
                  <td>{shareWords(account, shares[index] ?? 0)}</td>
                  <td>
                    <strong>{shareWords(account, flip.share)}</strong> <span className="muted small">{changeWords(account, flip)}</span>
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-label={t('compare.swaps.tryOf', { name })}
                      onClick={() => onTry(index, Math.min(1, Math.max(0, flip.share + Math.sign(flip.change) * BEYOND)))}
                    >
                      {t('compare.swaps.try')}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p role="status">{a && b && supposed(a.id, b.id)}</p>
    </div>
  );
}

/** Two bids next to each other that a weight swaps, the better first; the first two where there are none. */
function firstPair(account: ComparisonAccount): readonly string[] {
  const { bids } = account;
  const at = bids.findIndex((a, i) => {
    const b = bids[i + 1];
    return b && flipsOf(account, a, b).length > 0;
  });
  const first = Math.max(0, at);
  return [bids[first]?.id ?? '', bids[first + 1]?.id ?? ''];
}
