import { useId } from 'react';
import type { Interval } from '../../core/interval.ts';
import { isStop } from '../../report/account/gates.ts';
import type { ComparedBid, ComparisonAccount } from '../../report/comparison/context.ts';
import { rangeWords } from '../../report/comparison/sideBySide.ts';
import { meter } from '../../report/figures/meter.ts';
import { visible } from '../../report/pdf/visible.ts';
import { tagOf } from '../../report/words.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import { useWords } from '../words.ts';
import styles from './Order.module.css';
import { Paged } from './Paged.tsx';
import { placesIn, reasonsFor } from './reasons.ts';

/** Bids told at one time. */
const AT_ONCE = 8;

/** The order in words: each bid with its place, its rating, and what decides it. Bids of one place stand together. */
export function Order({ account }: { readonly account: ComparisonAccount }) {
  const { t, f } = useWords();
  const id = useId();
  const places = placesIn(account);
  return (
    <section className={styles.order} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        {t('compare.order')}
      </h2>
      <Paged items={account.bids} size={AT_ONCE} label={t('compare.order.pages')}>
        {(page) => (
          <ol className={styles.list}>
            {page.map((bid, i) => {
              const { from, to } = places.get(bid.id) ?? { from: 1, to: 1 };
              const isSame = i > 0 && places.get(page[i - 1]?.id ?? '')?.from === from;
              const place = f.integer(from);
              return (
                <li key={bid.id} className={`${styles.bid} ${isSame ? styles.same : ''}`}>
                  <span className={`${styles.place} ${isSame ? 'visually-hidden' : ''}`}>
                    {from === to ? place : t('compare.order.places', { from: place, to: f.integer(to) })}
                  </span>
                  <Bid account={account} bid={bid} />
                </li>
              );
            })}
          </ol>
        )}
      </Paged>
    </section>
  );
}

function Bid({ account, bid }: { readonly account: ComparisonAccount; readonly bid: ComparedBid }) {
  const { t, f } = useWords();
  const { id, label, name, headline, result } = bid;
  const { gates, more, could, open, dominating, alike, isPlain } = reasonsFor(account, bid);
  const score = (overall: Interval) => t('compare.order.score', { score: f.interval(overall) });
  return (
    <>
      <span className={styles.who}>
        <span>{label}</span>
        {name !== '' && <a href={`#/a/${id}/result`}>{visible(name)}</a>}
      </span>
      <div className={styles.rating}>
        <strong className={styles.word}>{headline.word}</strong>
        <span className={styles.beside}>
          <DrawingSvg
            drawing={meter(headline.reading, bid.model.questionnaire.bands.length)}
            label={headline.meterAlt}
            className={styles.meter}
          />
          {headline.reading.kind === 'not-ratable' && <span>{rangeWords(account, bid)}</span>}
          {headline.reading.kind === 'band' && result.overall && <span>{score(result.overall)}</span>}
        </span>
      </div>
      <div className={styles.why}>
        {gates.map(({ gate, title, effect, exit }) => (
          <div key={gate.id}>
            <p>
              <strong>{title}</strong> <span className="muted small">{t('compare.gate.alone', { id: tagOf(gate.id), effect })}</span>
            </p>
            <p className={styles.exit}>{t(isStop(gate) ? 'compare.order.todo' : 'compare.order.exit', { exit })}</p>
          </div>
        ))}
        {open === 'answers' && <p>{t('compare.order.open', { share: f.percent(1 - result.coverage), ...bid.counts })}</p>}
        {open === 'evidence' && <p>{headline.why}</p>}
        {more + could > 0 && <p>{t(gates.length === 0 ? 'compare.order.gates' : 'compare.order.moreGates', { more, could })}</p>}
        {dominating !== '' && <p>{t('compare.order.dominated', { bids: dominating })}</p>}
        {alike !== '' && <p>{t('compare.order.alike', { bids: alike })}</p>}
        {isPlain && <p>{t('compare.order.apart')}</p>}
      </div>
    </>
  );
}
